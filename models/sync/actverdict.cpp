// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/actverdict.h"

#include "models/domain/rebase.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/sync/answers.h"

namespace tawasul {

namespace {

ActVerdict nonsense(const char *why)
{
    return ActUndecided{{Error::Kind::Corrupt, QStringLiteral("wire.malformed"), QLatin1String(why)}, {}};
}

bool fits(const wire::ActAnswer &answer, const Act &act)
{
    const wire::Receipt &receipt = answer.receipt;
    if (receipt.act != act.id || receipt.caseId != act.caseId)
        return false;
    if (receipt.outcome == wire::Receipt::Outcome::Proposal)
        return true;
    return answer.theCase && answer.theCase->id == act.caseId && receipt.version == answer.theCase->version
        && holds(*answer.theCase, act.id);
}

ActVerdict acknowledgement(const Act &act, const QByteArray &body)
{
    const auto object = wire::parseObject(body, QStringLiteral("answer"));
    if (!object)
        return ActUndecided{object.error(), {}};
    const auto answer = wire::actAnswerFromJson(*object);
    if (!answer)
        return ActUndecided{answer.error(), {}};
    if (!fits(*answer, act))
        return nonsense("a receipt for another act");
    ActAcknowledged verdict{nullptr, wire::toBytes(object->value(wire::field::kReceipt).toObject()),
                            answer->receipt};
    if (answer->theCase) {
        auto page = PageReader::readCaseOf(body);
        if (!page)
            return ActUndecided{page.error(), {}};
        verdict.answer = std::move(page).value();
    }
    return verdict;
}

ActVerdict outdated(const Act &act, const QByteArray &body)
{
    const auto object = wire::parseObject(body, QStringLiteral("problem"));
    if (!object)
        return ActUndecided{object.error(), {}};
    auto current = wire::caseFromJson(object->value(wire::field::kCase).toObject());
    if (!current)
        return ActUndecided{current.error(), {}};
    if (current->id != act.caseId)
        return nonsense("another case stood in the way");
    auto page = PageReader::readCaseOf(body);
    if (!page)
        return ActUndecided{page.error(), {}};
    return ActOutdated{std::move(page).value(), std::move(current).value()};
}

bool isDecided(const Error &error)
{
    return isCentresRefusal(error,
                            {QLatin1String("act."), QLatin1String("case."), QLatin1String("proposal."),
                             QLatin1String("wire."), QLatin1String("request.too_large")});
}

} // namespace

ActVerdict verdictOn(const Act &act, const TransportReply &reply)
{
    const auto problem = problemOf(reply);
    if (!problem)
        return reply.status <= 202 ? acknowledgement(act, reply.body) : nonsense("a success without receipt");
    if (!reply.answered() || reply.status < 400)
        return ActUndecided{*problem, {}};
    if (reply.status == 412)
        return outdated(act, reply.body);
    if (isDecided(*problem))
        return ActRefused{*problem};
    return ActUndecided{*problem, retryAfterOf(reply)};
}

} // namespace tawasul
