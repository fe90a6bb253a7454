// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the journal keeps beside acts: receipts, drafts, who works here, the audit trail.
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/protocol/words.h"
#include "models/store/changerows.h"
#include "models/store/journalbody.h"
#include "models/store/journalsteps.h"
#include "models/store/storedforms.h"

namespace tawasul {

namespace {

/// Text that SQLite gives back as it was; what it would not keep becomes U+FFFD.
QString storable(QString text)
{
    if (isStorableText(text))
        return text;
    text = QString::fromUtf8(text.toUtf8());
    for (QChar &character : text) {
        if (character.unicode() == 0 || character.unicode() >= 0xfffe)
            character = QChar::ReplacementCharacter;
    }
    return text;
}

Result<std::vector<Draft>> draftsWhere(Database &database, const QString &condition,
                                       const std::optional<QString> &value)
{
    const QString sql = u"SELECT case_id, content, saved_at FROM draft WHERE " % condition;
    Result<Query> row = Query::prepare(database, sql);
    if (!row)
        return row.error();
    if (const Outcome run = value ? row->exec(*value) : row->exec(); !run)
        return run.error();
    std::vector<Draft> drafts;
    Result<bool> more = row->next();
    for (; more && *more; more = row->next()) {
        drafts.push_back(
            {CaseId(row->text(0)), row->blob(1), instantFromIso(row->text(2)).value_or(Instant{})});
    }
    if (!more)
        return more.error();
    return drafts;
}

} // namespace

Outcome Journal::Body::auditAct(const QString &what, const ActId &id, const QString &detail)
{
    return done(changeRows(database,
                           QStringLiteral("INSERT INTO audit (at, what, case_id, act_id, detail)"
                                          " SELECT ?, ?, case_id, id, ? FROM act WHERE id = ?"),
                           now(), what, detail, id.text()));
}

Result<std::optional<ServerTime>> Journal::serverTime()
{
    Result<Query> row =
        Query::prepare(m_body->database, QStringLiteral("SELECT server_at, wall_at FROM server_time"));
    if (!row)
        return row.error();
    if (const Outcome run = row->exec(); !run)
        return run.error();
    const Result<bool> found = row->next();
    if (!found)
        return found.error();
    std::optional<ServerTime> told;
    const auto server = *found ? instantFromIso(row->text(0)) : std::nullopt;
    const auto wall = *found ? instantFromIso(row->text(1)) : std::nullopt;
    if (server && wall)
        told = ServerTime{*server, *wall};
    const Outcome finished = row->finish();
    return finished ? Result<std::optional<ServerTime>>(told) : finished.error();
}

Outcome Journal::rememberServerTime(const ServerTime &told)
{
    return done(changeRows(m_body->database,
                           QStringLiteral("INSERT OR REPLACE INTO server_time (only, server_at, wall_at)"
                                          " VALUES (1, ?, ?)"),
                           toIso(told.server), toIso(told.wall)));
}

Outcome Journal::audit(const QString &what, const CaseId &caseId, const QString &detail)
{
    return done(changeRows(
        m_body->database, QStringLiteral("INSERT INTO audit (at, what, case_id, detail) VALUES (?, ?, ?, ?)"),
        m_body->now(), what, caseId.text(), storable(detail)));
}

Result<std::vector<QByteArray>> Journal::receipts(const CaseId &caseId)
{
    Result<Query> row =
        Query::prepare(m_body->database,
                       QStringLiteral("SELECT outbox.receipt FROM act JOIN outbox ON outbox.act_id = act.id"
                                      " WHERE act.case_id = ? AND outbox.state = 'settled'"
                                      " ORDER BY act.sequence"));
    if (!row)
        return row.error();
    if (const Outcome run = row->exec(caseId.text()); !run)
        return run.error();
    std::vector<QByteArray> receipts;
    Result<bool> more = row->next();
    for (; more && *more; more = row->next())
        receipts.push_back(row->blob(0));
    if (!more)
        return more.error();
    return receipts;
}

Result<std::map<ActId, QString>> Journal::receiptCodes(const CaseId &caseId)
{
    const auto stored = receipts(caseId);
    if (!stored)
        return stored.error();
    std::map<ActId, QString> codes;
    for (const QByteArray &text : *stored) {
        const auto receipt =
            wire::parseObject(text, QStringLiteral("receipt")).and_then(wire::receiptFromJson);
        if (receipt && !receipt->signature.isEmpty())
            codes.emplace(receipt->act, receipt->code());
    }
    return codes;
}

Outcome Journal::saveDraft(const Draft &draft)
{
    return done(changeRows(m_body->database,
                           QStringLiteral("INSERT INTO draft (case_id, content, saved_at) VALUES (?, ?, ?)"
                                          " ON CONFLICT (case_id) DO UPDATE SET content = excluded.content,"
                                          " saved_at = excluded.saved_at"),
                           draft.caseId.text(), draft.content, toIso(draft.savedAt)));
}

Outcome Journal::discardDraft(const CaseId &caseId)
{
    return done(
        changeRows(m_body->database, QStringLiteral("DELETE FROM draft WHERE case_id = ?"), caseId.text()));
}

Result<std::optional<Draft>> Journal::draft(const CaseId &caseId)
{
    Result<std::vector<Draft>> found =
        draftsWhere(m_body->database, QStringLiteral("case_id = ?"), caseId.text());
    if (!found)
        return found.error();
    return found->empty() ? std::optional<Draft>() : std::optional(std::move(found->front()));
}

Result<std::vector<Draft>> Journal::drafts()
{
    return draftsWhere(m_body->database, QStringLiteral("1 ORDER BY saved_at DESC, case_id"), std::nullopt);
}

Outcome Journal::saveHandover(const HandoverNote &note)
{
    if (note.text.isEmpty())
        return done(changeRows(m_body->database, QStringLiteral("DELETE FROM handover")));
    return done(changeRows(m_body->database,
                           QStringLiteral("INSERT OR REPLACE INTO handover (only, content, saved_at)"
                                          " VALUES (1, ?, ?)"),
                           note.text.toUtf8(), toIso(note.savedAt)));
}

Result<std::optional<HandoverNote>> Journal::handover()
{
    Result<Query> row =
        Query::prepare(m_body->database, QStringLiteral("SELECT content, saved_at FROM handover"));
    if (!row)
        return row.error();
    if (const Outcome run = row->exec(); !run)
        return run.error();
    const Result<bool> found = row->next();
    if (!found)
        return found.error();
    std::optional<HandoverNote> note;
    if (*found)
        note =
            HandoverNote{QString::fromUtf8(row->blob(0)), instantFromIso(row->text(1)).value_or(Instant{})};
    const Outcome finished = row->finish();
    return finished ? Result<std::optional<HandoverNote>>(note) : finished.error();
}

Result<std::map<ActId, Proposal::State>> Journal::seenProposals()
{
    Result<Query> row =
        Query::prepare(m_body->database, QStringLiteral("SELECT act_id, state FROM proposal_seen"));
    if (!row)
        return row.error();
    if (const Outcome run = row->exec(); !run)
        return run.error();
    std::map<ActId, Proposal::State> seen;
    Result<bool> more = row->next();
    for (; more && *more; more = row->next())
        seen.emplace(ActId(row->text(0)), wire::proposalState(row->text(1)));
    if (!more)
        return more.error();
    return seen;
}

Outcome Journal::markProposalsSeen(const std::vector<std::pair<ActId, Proposal::State>> &seen)
{
    return inTransaction(m_body->database, [&]() -> Outcome {
        for (const auto &[act, state] : seen) {
            const Outcome written = done(changeRows(
                m_body->database,
                QStringLiteral("INSERT OR REPLACE INTO proposal_seen (act_id, state, at) VALUES (?, ?, ?)"),
                act.text(), wire::word(state), m_body->now()));
            if (!written)
                return written;
        }
        return Done{};
    });
}

Result<std::optional<OfflineIdentity>> Journal::offlineIdentity()
{
    Result<Query> row =
        Query::prepare(m_body->database,
                       QStringLiteral("SELECT username, verifier, officer, centre, training, confirmed_at"
                                      " FROM identity WHERE only = 1"));
    if (!row)
        return row.error();
    if (const Outcome run = row->exec(); !run)
        return run.error();
    const Result<bool> found = row->next();
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<OfflineIdentity>();
    Result<Actor> officer = actorFromStored(row->blob(2));
    if (!officer)
        return officer.error();
    OfflineIdentity identity{row->text(0),        row->text(1),
                             std::move(*officer), row->text(3),
                             row->int64(4) != 0,  instantFromIso(row->text(5)).value_or(Instant{})};
    if (const Outcome finished = row->finish(); !finished)
        return finished.error();
    return std::optional(std::move(identity));
}

Outcome Journal::rememberIdentity(const OfflineIdentity &identity)
{
    return done(
        changeRows(m_body->database,
                   QStringLiteral("INSERT OR REPLACE INTO identity (only, username, verifier, officer,"
                                  " centre, training, confirmed_at) VALUES (1, ?, ?, ?, ?, ?, ?)"),
                   identity.username, identity.verifier, storedActor(identity.officer), identity.centre,
                   identity.training, toIso(identity.confirmedAt)));
}

} // namespace tawasul
