// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/service/centreservice.h"
#include "tests/central/testcentre.h"

#include <QtCore/QJsonObject>

namespace tawasul {

/// A started centre with its routes and without a socket: requests go in by the router and wait for their
/// answer.
class TestDoor
{
public:
    /// Starts the service on that register; ends the program when it does not start.
    explicit TestDoor(TestCentre &centre);
    ~TestDoor();
    Q_DISABLE_COPY_MOVE(TestDoor)

    [[nodiscard]] const HttpRouter &router() const { return m_router; }
    [[nodiscard]] CentreService &service() { return m_service; }

    /// `path` from the root, with its query; an empty token is none.
    HttpResponse ask(HttpMethod method, const QString &path, const QString &token = {},
                     const QByteArray &body = {}, const HttpHeaders &more = {});

    /// A chain of tokens for somebody, as if their password had been right.
    [[nodiscard]] IssuedTokens signIn(const Actor &person, const QString &device = QStringLiteral("test"));
    /// Returns once everything that waits for the writer is done.
    void settle();

private:
    CentreService m_service;
    HttpRouter m_router;
};

[[nodiscard]] QByteArray bodyOf(const HttpResponse &response);
[[nodiscard]] QJsonObject jsonOf(const HttpResponse &response);
/// The code of a problem; when the answer is a refusal without one, what is wrong with it.
[[nodiscard]] QString codeOf(const HttpResponse &response);

/// The path and the bytes of an act, as a desk sends it, and its If-Match.
[[nodiscard]] QString pathOf(const ActRequest &request);
[[nodiscard]] HttpHeaders ifMatchOf(const ActRequest &request);

} // namespace tawasul
