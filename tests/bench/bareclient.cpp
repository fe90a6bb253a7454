// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bareclient.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <zstd.h>

namespace tawasul {

namespace {

namespace beast = boost::beast;
namespace http = beast::http;

std::string decoded(const std::string &coded)
{
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    std::string text;
    std::string piece(ZSTD_DStreamOutSize(), '\0');
    ZSTD_inBuffer in{coded.data(), coded.size(), 0};
    while (in.pos < in.size) {
        ZSTD_outBuffer out{piece.data(), piece.size(), 0};
        if (ZSTD_isError(ZSTD_decompressStream(context.get(), &out, &in)) != 0)
            qFatal("bench: not zstd");
        text.append(piece.data(), out.pos);
    }
    return text;
}

} // namespace

struct BareClient::Body
{
    Body(std::string theHost, quint16 port, std::string theToken)
        : host(std::move(theHost))
        , token(std::move(theToken))
        , stream(context)
    {
        stream.connect(boost::asio::ip::tcp::endpoint(boost::asio::ip::make_address(host), port));
    }

    Answer ask(http::verb verb, const std::string &target, const std::string &json)
    {
        http::request<http::string_body> request{verb, target, 11};
        request.set(http::field::host, host);
        request.set(http::field::authorization, "Bearer " + token);
        request.set(http::field::accept_encoding, "zstd");
        if (!json.empty()) {
            request.set(http::field::content_type, "application/json");
            request.body() = json;
        }
        request.prepare_payload();
        http::write(stream, request);
        http::response_parser<http::string_body> parser;
        parser.body_limit(boost::none);
        http::read(stream, buffer, parser);
        auto &response = parser.get();
        Answer answer;
        answer.status = static_cast<int>(response.result_int());
        if (const auto after = response.find(http::field::retry_after); after != response.end())
            answer.retryAfter = std::chrono::seconds(std::stoi(std::string(after->value())));
        answer.body = response[http::field::content_encoding] == "zstd" ? decoded(response.body())
                                                                        : std::move(response.body());
        return answer;
    }

    std::string host;
    std::string token;
    boost::asio::io_context context;
    beast::tcp_stream stream;
    beast::flat_buffer buffer;
};

BareClient::BareClient(const QUrl &centre, const QString &token)
    : m_body(std::make_unique<Body>(centre.host().toStdString(), static_cast<quint16>(centre.port()),
                                    token.toStdString()))
{
}

BareClient::~BareClient() = default;

BareClient::Answer BareClient::get(const std::string &target)
{
    return m_body->ask(http::verb::get, target, {});
}

void BareClient::pause(std::chrono::seconds asked)
{
    boost::asio::steady_timer timer(m_body->context, std::max(asked, std::chrono::seconds(1)));
    timer.wait();
}

BareClient::Answer BareClient::put(const std::string &target, const std::string &json)
{
    return m_body->ask(http::verb::put, target, json);
}

} // namespace tawasul
