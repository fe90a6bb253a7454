// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/pagereader.h"

#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/proposalcodec.h"
#include "models/sync/casereader.h"

namespace tawasul {

namespace {

using namespace wire::field;
namespace dom = simdjson::dom;
namespace ondemand = simdjson::ondemand;

// A case has five levels; what nests deeper is not from the centre.
constexpr std::size_t kDeepest = 64;

constexpr std::string_view view(QLatin1String name)
{
    return {name.data(), static_cast<std::size_t>(name.size())};
}

Error malformed(const char *where, simdjson::error_code code)
{
    return {Error::Kind::Invalid, QStringLiteral("wire.malformed"),
            QLatin1String(where) % QLatin1String(": ") % QLatin1String(simdjson::error_message(code))};
}

/// Finds where the text of each case stands in the bytes: the parsed document does not remember it.
class CaseSpans
{
public:
    // Of the last `case` of an object, since the last of equal names counts.
    static std::optional<std::string_view> ofCase(ondemand::object object)
    {
        std::optional<std::string_view> span;
        for (auto field : object) {
            std::string_view name;
            ondemand::value value;
            if (field.unescaped_key().get(name) || field.value().get(value))
                return std::nullopt;
            ondemand::json_type type{};
            if (name != view(kCase) || value.type().get(type) || type != ondemand::json_type::object)
                continue;
            ondemand::object inner;
            std::string_view text;
            if (value.get_object().get(inner) || inner.raw_json().get(text))
                return std::nullopt;
            span = text;
        }
        return span;
    }

    // One for each line of the page; empty for lines without a case.
    static bool ofPage(ondemand::object page, std::vector<std::string_view> &spans)
    {
        for (auto field : page) {
            std::string_view name;
            ondemand::value value;
            if (field.unescaped_key().get(name) || field.value().get(value))
                return false;
            ondemand::json_type type{};
            if (name != view(kChanges) || value.type().get(type) || type != ondemand::json_type::array)
                continue;
            spans.clear();
            ondemand::array lines;
            if (value.get_array().get(lines))
                return false;
            for (auto line : lines) {
                ondemand::object object;
                if (line.get_object().get(object))
                    return false;
                spans.push_back(ofCase(object).value_or(std::string_view()));
            }
        }
        return true;
    }
};

} // namespace

struct PageReader::Body
{
    QByteArray bytes; ///< with simdjson's padding behind `length`
    std::size_t length = 0;
    dom::document document;
    Reading reading;
    std::vector<std::string_view> spans;
    CachePage page;
    std::optional<QString> referenceVersion;

    explicit Body(const QByteArray &json)
        : length(static_cast<std::size_t>(json.size()))
    {
        bytes.reserve(json.size() + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING));
        bytes += json;
        bytes += QByteArray(static_cast<qsizetype>(simdjson::SIMDJSON_PADDING), '\0');
    }

    [[nodiscard]] Result<dom::object> parse(const char *what)
    {
        dom::parser parser;
        dom::element root;
        dom::object object;
        auto code = parser.allocate(std::max<std::size_t>(length, 1), kDeepest);
        if (!code)
            code = parser.parse_into_document(document, bytes.constData(), length, false).get(root);
        if (!code)
            code = root.get(object);
        if (code)
            return malformed(what, code);
        return object;
    }

    [[nodiscard]] bool findSpans(bool ofPage)
    {
        ondemand::parser parser;
        ondemand::document text;
        ondemand::object object;
        const auto padded = static_cast<std::size_t>(bytes.size());
        if (parser.iterate(bytes.constData(), length, padded).get(text) || text.get_object().get(object))
            return false;
        if (ofPage)
            return CaseSpans::ofPage(object, spans);
        const auto span = CaseSpans::ofCase(object);
        if (span)
            spans.push_back(*span);
        return span.has_value();
    }

    void readLine(dom::object line, std::size_t index)
    {
        FieldReader fields(line, "change", reading);
        const std::string_view kind = fields.filledText(kKind);
        if (kind == "case") {
            if (const auto found = fields.object(kCase)) {
                page.changed.push_back(readCase(*found, reading));
                page.changed.back().body = index < spans.size() ? spans[index] : std::string_view();
            }
        } else if (kind == "header") {
            if (const auto found = fields.object(kHeader))
                page.headers.push_back(readHeader(*found, reading));
        } else if (kind == "removed") {
            page.removed.push_back(fields.filledText(kCaseId));
        } else if (kind == "reference") {
            const std::string_view version = fields.filledText(kVersion);
            referenceVersion = QString::fromUtf8(version.data(), static_cast<qsizetype>(version.size()));
        } else if (kind == "proposals") {
            readProposals(line);
        }
    }

    // Few and small: the value codec reads them.
    void readProposals(dom::object line)
    {
        const std::string text = simdjson::minify(line);
        auto own = wire::parseObject(QByteArray::fromStdString(text), QStringLiteral("proposals"))
                       .and_then(wire::ownProposalsFromJson);
        if (own)
            page.proposals.push_back(std::move(own).value());
        else if (!reading.error)
            reading.error = own.error();
    }

    // The two readings of the same bytes agree on where cases are, or the page is no page.
    [[nodiscard]] Outcome finished() const
    {
        if (reading.error)
            return *reading.error;
        for (const CaseRow &row : page.changed) {
            if (row.body.empty())
                return Error{Error::Kind::Invalid, QStringLiteral("wire.malformed"),
                             QStringLiteral("case: its text was not found")};
        }
        return Done{};
    }
};

PageReader::PageReader(std::unique_ptr<Body> body)
    : m_body(std::move(body))
{
}

PageReader::~PageReader() = default;

const CachePage &PageReader::page() const
{
    return m_body->page;
}

const std::optional<QString> &PageReader::referenceVersion() const
{
    return m_body->referenceVersion;
}

Result<PagePtr> PageReader::readChanges(const QByteArray &json)
{
    auto body = std::make_unique<Body>(json);
    const auto object = body->parse("changes");
    if (!object)
        return object.error();
    if (!body->findSpans(true))
        return malformed("changes", simdjson::INCORRECT_TYPE);
    FieldReader fields(*object, "changes", body->reading);
    body->page.nextCursor = fields.filledText(kNextCursor);
    body->page.more = fields.boolean(kMore);
    std::size_t index = 0;
    fields.objects(kChanges, [&](dom::object line) { body->readLine(line, index++); });
    if (const Outcome finished = body->finished(); !finished)
        return finished.error();
    return PagePtr(new PageReader(std::move(body)));
}

Result<PagePtr> PageReader::readCaseOf(const QByteArray &json)
{
    auto body = std::make_unique<Body>(json);
    const auto object = body->parse("answer");
    if (!object)
        return object.error();
    FieldReader fields(*object, "answer", body->reading);
    if (const auto found = fields.object(kCase)) {
        if (!body->findSpans(false))
            return malformed("case", simdjson::INCORRECT_TYPE);
        body->page.changed.push_back(readCase(*found, body->reading));
        body->page.changed.back().body = body->spans.front();
    }
    if (const Outcome finished = body->finished(); !finished)
        return finished.error();
    return PagePtr(new PageReader(std::move(body)));
}

} // namespace tawasul
