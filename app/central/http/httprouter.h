// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/respond.h"

#include <functional>
#include <optional>
#include <vector>

namespace tawasul {

/// Answers one kind of request. Called on the server's I/O thread: work that waits for a disk or a lock goes
/// to a pool, with the Respond.
using Endpoint = std::function<void(HttpRequest, Respond)>;

/// Largest body of a JSON request.
inline constexpr qint64 kJsonBodyLimit = 1024 * 1024;

/// One line of the table of what the centre serves; tests hold the table against openapi.yaml.
struct Route
{
    HttpMethod method = HttpMethod::Get;
    QByteArray pathTemplate; ///< for example "/api/v1/cases/{id}/acts/{act_id}"
    QByteArray operationId; ///< of openapi.yaml
    Endpoint endpoint;
    qint64 bodyLimit = 0; ///< bytes; 0 for a route that takes no body
    bool needsAuthentication = true; ///< without a bearer token the answer is 401 before the body is read;
                                     ///< whether the token is good is for the endpoint to find out
};

/// The route of a request, or why there is none.
struct RouteMatch
{
    const Route *route = nullptr;
    QMap<QString, QString> parameters;
    QList<HttpMethod> allowed; ///< of the path, when the path exists but not for this method
};

/// The table of routes. Filled once before the server starts, then only read, from any thread.
class HttpRouter
{
public:
    /// A literal segment wins over a parameter. Two routes of one method and shape, or a template without its
    /// leading slash, are a bug and assert.
    void add(Route route);

    [[nodiscard]] RouteMatch match(HttpMethod method, const QStringList &path) const;

    /// What can be said from the head alone: 404, 405 with Allow, 401 without a token. Nothing when the
    /// request may go on to its endpoint.
    [[nodiscard]] static std::optional<HttpResponse> refusal(const RouteMatch &match,
                                                             const HttpRequest &head);

    /// The whole way of one request, also without a server (in tests): refusal, body limit, endpoint.
    void answer(HttpRequest request, Respond respond) const;

    [[nodiscard]] const std::vector<Route> &routes() const { return m_routes; }

private:
    std::vector<Route> m_routes;
    std::vector<QStringList> m_shapes; ///< the templates' segments, beside m_routes
};

} // namespace tawasul
