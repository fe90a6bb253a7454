// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/byterange.h"
#include "app/central/http/problem.h"
#include "app/central/routes/exchange.h"
#include "app/central/routes/routes.h"

#include <QtCore/QFileInfo>

namespace tawasul {

namespace {

// Officers fetch what belongs to their work; what anybody else fetches is remembered.
AuditedAnswer attachment(const AttachmentStore &store, RegisterConnection &connection, const Actor &person,
                         const HttpRequest &request)
{
    const QString sha256 = request.parameters.value(QStringLiteral("sha256"));
    const auto theCase = connection.cases().caseWith(person, sha256);
    if (!theCase)
        return {refusal(theCase.error()), {}};
    if (!*theCase)
        return {problem(404, "attachment.missing"), {}};
    const auto path = store.pathOf(sha256);
    if (!path)
        return {refusal(path.error()), {}};
    // Never a type that a program would act on: what the bytes are is for the sealed preview to find out.
    HttpResponse answer = answerWithFile(
        request, {*path, QFileInfo(*path).size(), '"' + sha256.toLatin1() + '"', "application/octet-stream"});
    if (person.role == Role::Officer)
        return {std::move(answer), {}};
    return {std::move(answer), [person, id = **theCase, sha256](RegisterConnection &writer) {
                return writer.audit().noteFetching(person, id, sha256, writer.now());
            }};
}

} // namespace

void addAttachmentRoutes(HttpRouter &router, CentreService &service)
{
    Route get;
    get.method = HttpMethod::Get;
    get.pathTemplate = "/api/v1/attachments/{sha256}";
    get.operationId = "getAttachment";
    get.endpoint = [&service](HttpRequest request, Respond respond) {
        answerAudited(
            service, std::move(request), std::move(respond),
            [&service](RegisterConnection &connection, const Actor &person, const HttpRequest &asked) {
                return attachment(service.attachments(), connection, person, asked);
            });
    };
    router.add(std::move(get));
}

} // namespace tawasul
