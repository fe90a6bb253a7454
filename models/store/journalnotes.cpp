// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the journal keeps beside acts: receipts, drafts, who works here, the audit trail.
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/protocol/words.h"
#include "models/sql/rows.h"
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

template<class... Values>
Result<std::vector<Draft>> draftsWhere(Database &database, const QString &condition, const Values &...values)
{
    const QString sql = u"SELECT case_id, content, saved_at FROM draft WHERE " % condition;
    return readAll(
        database, sql,
        [](Query &row) {
            return Draft{CaseId(row.text(0)), row.blob(1), instantFromIso(row.text(2)).value_or(Instant{})};
        },
        values...);
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
    return readOne(m_body->database, QStringLiteral("SELECT server_at, wall_at FROM server_time"),
                   [](Query &row) {
                       const auto server = instantFromIso(row.text(0));
                       const auto wall = instantFromIso(row.text(1));
                       return server && wall ? std::optional(ServerTime{*server, *wall}) : std::nullopt;
                   })
        .transform([](const auto &told) { return told.value_or(std::nullopt); });
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
    return readAll(
        m_body->database,
        QStringLiteral("SELECT outbox.receipt FROM act JOIN outbox ON outbox.act_id = act.id"
                       " WHERE act.case_id = ? AND outbox.state = 'settled' ORDER BY act.sequence"),
        [](Query &row) { return row.blob(0); }, caseId.text());
}

Result<std::map<ActId, KeptReceipt>> Journal::keptReceipts(const CaseId &caseId)
{
    const auto keys = centreKeys();
    if (!keys)
        return keys.error();
    const auto stored = readAll(
        m_body->database,
        QStringLiteral("SELECT act.id, outbox.receipt FROM act JOIN outbox ON outbox.act_id = act.id"
                       " WHERE act.case_id = ? AND outbox.state = 'settled'"),
        [](Query &row) { return std::pair(ActId(row.text(0)), row.blob(1)); }, caseId.text());
    if (!stored)
        return stored.error();
    const std::vector<CentreKey> believed = introducedKeys(*keys);
    std::map<ActId, KeptReceipt> kept;
    for (const auto &[act, receipt] : *stored)
        kept.emplace(act, checkReceipt(receipt, act, caseId, believed));
    return kept;
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
    return draftsWhere(m_body->database, QStringLiteral("1 ORDER BY saved_at DESC, case_id"));
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
    return readOne(m_body->database, QStringLiteral("SELECT content, saved_at FROM handover"),
                   [](Query &row) {
                       return HandoverNote{QString::fromUtf8(row.blob(0)),
                                           instantFromIso(row.text(1)).value_or(Instant{})};
                   });
}

Result<std::map<ActId, Proposal::State>> Journal::seenProposals()
{
    return readAll(m_body->database, QStringLiteral("SELECT act_id, state FROM proposal_seen"),
                   [](Query &row) { return std::pair(ActId(row.text(0)), wire::proposalState(row.text(1))); })
        .transform(
            [](const auto &rows) { return std::map<ActId, Proposal::State>(rows.begin(), rows.end()); });
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
    auto read =
        readOne(m_body->database,
                QStringLiteral("SELECT username, verifier, officer, centre, training, confirmed_at"
                               " FROM identity WHERE only = 1"),
                [](Query &row) {
                    return actorFromStored(row.blob(2)).transform([&row](const Actor &officer) {
                        return OfflineIdentity{
                            row.text(0), row.text(1),       officer,
                            row.text(3), row.int64(4) != 0, instantFromIso(row.text(5)).value_or(Instant{})};
                    });
                });
    if (!read)
        return read.error();
    if (!*read)
        return std::optional<OfflineIdentity>();
    return std::move(**read).transform(
        [](OfflineIdentity identity) { return std::optional(std::move(identity)); });
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
