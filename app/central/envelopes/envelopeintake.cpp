// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/envelopes/envelopeintake.h"

#include "app/central/register/receiptkeys.h"
#include "app/central/service/centrelog.h"
#include "models/envelope/envelope.h"
#include "models/protocol/fields.h"

namespace tawasul {

namespace {

using wire::EnvelopeOutcome;

// What the centre says of the act itself, and would say again; everything else is the centre's own trouble.
bool isRefusal(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Invalid:
    case Error::Kind::NotFound:
    case Error::Kind::Forbidden:
    case Error::Kind::Conflict:
    case Error::Kind::Stale:
        return !error.code.startsWith(QLatin1String("sql."));
    default:
        return false;
    }
}

Error unreadable(const char *code)
{
    return {Error::Kind::Invalid, QLatin1String(code), {}};
}

EnvelopeOutcome troubled(const Error &error)
{
    logFault(error);
    return EnvelopeOutcome::Later;
}

} // namespace

EnvelopeIntake::EnvelopeIntake(Database &database, CentreIdentity identity, Accounts &accounts,
                               AuthorKeys &keys, CaseRegister &cases)
    : m_database(database)
    , m_identity(std::move(identity))
    , m_accounts(accounts)
    , m_keys(keys)
    , m_cases(cases)
{
}

std::vector<wire::EnvelopeResult> EnvelopeIntake::take(const QJsonArray &envelopes)
{
    std::vector<wire::EnvelopeResult> results;
    for (const QJsonValue &envelope : envelopes)
        results.push_back(takeOne(envelope.toObject()));
    return results;
}

wire::EnvelopeResult EnvelopeIntake::takeOne(const QJsonObject &object)
{
    const ActId named(object.value(wire::field::kActId).toString());
    const auto content = wire::sealedEnvelopeFromJson(object).and_then(
        [this](const wire::SealedEnvelope &envelope) { return opened(envelope); });
    if (!content) {
        const bool isItsFault = isRefusal(content.error()) || content.error().kind == Error::Kind::Corrupt
            || content.error().kind == Error::Kind::TooNew;
        return {named, isItsFault ? EnvelopeOutcome::Unreadable : troubled(content.error())};
    }
    const auto outcome = judged(*content);
    if (outcome)
        return {named, *outcome};
    return {named, isRefusal(outcome.error()) ? EnvelopeOutcome::Kept : troubled(outcome.error())};
}

Result<wire::EnvelopeContent> EnvelopeIntake::opened(const wire::SealedEnvelope &envelope)
{
    if (envelope.centre != m_identity.id)
        return unreadable("envelope.other_centre");
    const auto key = ReceiptKeys::secretOf(m_database, envelope.keyId);
    if (!key)
        return key.error();
    if (!*key)
        return unreadable("envelope.key_unknown");
    auto content = openEnvelope(envelope, **key);
    if (!content)
        return content;
    const auto isTheirs = m_keys.isOf(content->authorKey, content->author);
    if (!isTheirs)
        return isTheirs.error();
    return *isTheirs ? std::move(content) : unreadable("envelope.author_unknown");
}

Result<std::optional<EnvelopeOutcome>> EnvelopeIntake::obstacle(const wire::EnvelopeContent &content,
                                                                const std::optional<Account> &author)
{
    using Obstacle = std::optional<EnvelopeOutcome>;
    // Their own session would be refused, too.
    if (!author || !author->active)
        return Obstacle(EnvelopeOutcome::Kept);
    // What it follows may have been forgotten with the epoch: only the author's desk can tell it again.
    if (!content.epoch.isEmpty() && content.epoch != m_identity.epoch)
        return Obstacle(EnvelopeOutcome::Kept);
    if (content.after.isEmpty())
        return Obstacle();
    const auto isThere = m_cases.holdsAct(content.after);
    if (!isThere)
        return isThere.error();
    return *isThere ? Obstacle() : Obstacle(EnvelopeOutcome::Later);
}

Result<EnvelopeOutcome> EnvelopeIntake::judged(const wire::EnvelopeContent &content)
{
    const auto author = m_accounts.byId(content.author);
    if (!author)
        return author.error();
    const auto isKnown = m_cases.holdsAct(content.act);
    if (!isKnown)
        return isKnown.error();
    if (!*isKnown) { // what took effect has taken effect, whatever stands in the way today
        const auto obstacle = this->obstacle(content, *author);
        if (!obstacle)
            return obstacle.error();
        if (*obstacle)
            return **obstacle;
    }
    if (!*author)
        return EnvelopeOutcome::Kept;
    ActRequest request;
    request.caseId = content.caseId;
    request.actId = content.act;
    request.body = content.body;
    request.ifMatch = content.baseVersion;
    request.base = content.base;
    request.isCarried = true;
    const auto outcome = m_cases.applyAct((*author)->person, request);
    if (!outcome)
        return outcome.error();
    return std::holds_alternative<ActStale>(*outcome) ? EnvelopeOutcome::Kept : EnvelopeOutcome::Applied;
}

} // namespace tawasul
