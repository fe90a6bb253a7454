// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/httprouter.h"

#include "app/central/http/httplog.h"
#include "app/central/http/problem.h"

#include <exception>
#include <typeinfo>

namespace tawasul {

namespace {

bool isParameter(QStringView segment)
{
    return segment.startsWith(u'{') && segment.endsWith(u'}');
}

QStringList shapeOf(const QByteArray &pathTemplate)
{
    Q_ASSERT(pathTemplate.startsWith('/'));
    if (pathTemplate == "/")
        return {};
    return QString::fromLatin1(pathTemplate.mid(1)).split(u'/');
}

bool fits(const QStringList &shape, const QStringList &path)
{
    if (shape.size() != path.size())
        return false;
    for (qsizetype i = 0; i < shape.size(); ++i) {
        if (!isParameter(shape[i]) && shape[i] != path[i])
            return false;
    }
    return true;
}

/// True when `left` names literally what `right` leaves open, at the first segment where they differ in that.
bool isNarrower(const QStringList &left, const QStringList &right)
{
    for (qsizetype i = 0; i < left.size(); ++i) {
        if (isParameter(left[i]) != isParameter(right[i]))
            return isParameter(right[i]);
    }
    return false;
}

[[maybe_unused]] bool sameShape(const QStringList &left, const QStringList &right)
{
    return fits(left, right) && fits(right, left) && !isNarrower(left, right) && !isNarrower(right, left);
}

QMap<QString, QString> parametersOf(const QStringList &shape, const QStringList &path)
{
    QMap<QString, QString> parameters;
    for (qsizetype i = 0; i < shape.size(); ++i) {
        if (isParameter(shape[i]))
            parameters.insert(shape[i].mid(1, shape[i].size() - 2), path[i]);
    }
    return parameters;
}

QByteArray joined(const QList<HttpMethod> &methods)
{
    QByteArrayList names;
    for (const HttpMethod method : methods)
        names.append(nameOf(method));
    return names.join(", ");
}

} // namespace

void HttpRouter::add(Route route)
{
    const QStringList shape = shapeOf(route.pathTemplate);
    Q_ASSERT(route.endpoint);
    for ([[maybe_unused]] std::size_t i = 0; i < m_routes.size(); ++i)
        Q_ASSERT(m_routes[i].method != route.method || !sameShape(m_shapes[i], shape));
    m_routes.push_back(std::move(route));
    m_shapes.push_back(shape);
}

RouteMatch HttpRouter::match(HttpMethod method, const QStringList &path) const
{
    // The narrowest path is found first and the method after it, so that the methods of /cases/{id} are not
    // lent to /cases/summary.
    const QStringList *best = nullptr;
    for (const QStringList &shape : m_shapes) {
        if (fits(shape, path) && (!best || isNarrower(shape, *best)))
            best = &shape;
    }
    RouteMatch result;
    if (!best)
        return result;
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        if (!fits(m_shapes[i], path) || isNarrower(*best, m_shapes[i]))
            continue;
        if (m_routes[i].method == method) {
            result.route = &m_routes[i];
            result.parameters = parametersOf(m_shapes[i], path);
        }
        result.allowed.append(m_routes[i].method);
    }
    return result;
}

std::optional<HttpResponse> HttpRouter::refusal(const RouteMatch &match, const HttpRequest &head)
{
    if (!match.route && match.allowed.isEmpty())
        return problem(404, "route.unknown");
    if (!match.route) {
        HttpResponse response = problem(405, "route.method_not_allowed");
        response.headers.set("Allow", joined(match.allowed));
        return response;
    }
    if (match.route->needsAuthentication && head.bearerToken().isEmpty())
        return problem(401, "session.missing");
    return std::nullopt;
}

void HttpRouter::answer(HttpRequest request, Respond respond) const
{
    const RouteMatch found = match(request.method, request.path);
    if (std::optional<HttpResponse> refused = refusal(found, request))
        return respond(std::move(*refused));
    if (request.body.size() > found.route->bodyLimit)
        return respond(problem(413, "request.too_large"));
    request.parameters = found.parameters;
    try {
        found.route->endpoint(std::move(request), respond);
    } catch (const std::exception &fault) {
        // Ours do not throw; a library's may. The text of a fault can quote data, so only its type is logged.
        qCCritical(centralHttp) << "endpoint" << found.route->operationId << "threw" << typeid(fault).name();
        respond(problem(500, "server.fault"));
    }
}

} // namespace tawasul
