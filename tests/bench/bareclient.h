// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QUrl>

#include <chrono>
#include <memory>
#include <string>

namespace tawasul {

/// The least that speaks to the centre: one connection, one question at a time, Beast and zstd. Blocking; any
/// thread. What goes wrong ends the program.
class BareClient
{
public:
    BareClient(const QUrl &centre, const QString &token);
    ~BareClient();
    BareClient(const BareClient &) = delete;
    BareClient &operator=(const BareClient &) = delete;

    struct Answer
    {
        int status = 0;
        std::chrono::seconds retryAfter{};
        std::string body; ///< decoded
    };
    [[nodiscard]] Answer get(const std::string &target);
    [[nodiscard]] Answer put(const std::string &target, const std::string &json);
    /// As the centre asked; a second at least.
    void pause(std::chrono::seconds asked);

private:
    struct Body;
    std::unique_ptr<Body> m_body;
};

} // namespace tawasul
