// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/central/feedreader.h"

#include "app/central/register/scopes.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/sql/rows.h"

namespace tawasul {

namespace {

/// When it was closed, by its history; for these tests every closing act is in there.
bool isLongClosed(const Case &theCase, Instant closedBefore)
{
    if (isOpen(theCase.status))
        return false;
    for (auto entry = theCase.history.rbegin(); entry != theCase.history.rend(); ++entry) {
        if (isOpen(entry->from) && !isOpen(entry->to))
            return entry->at < closedBefore && !hasOpenProposal(theCase);
    }
    return theCase.updatedAt < closedBefore;
}

/// Written without scopesOfCase(), so that a mistake there shows.
bool isTheirs(const Case &theCase, const Actor &actor)
{
    if (actor.role == Role::SectionSupervisor)
        return theCase.section == actor.section && theCase.region == actor.region;
    if (actor.role == Role::RegionSupervisor)
        return theCase.region == actor.region;
    if (actor.role != Role::Officer)
        return false;
    return theCase.assignee ? theCase.assignee->id == actor.id
                            : theCase.section == actor.section && theCase.region == actor.region;
}

} // namespace

bool FeedReader::readPage(RegisterConnection &connection, int limit, Instant closedBefore)
{
    const auto page =
        connection.feed().page(scopesOf(m_actor), connection.identity().epoch, m_cursor, limit, closedBefore);
    if (!page) {
        if (page.error().code != QLatin1String("feed.cursor_expired"))
            qFatal("%s: %s", qPrintable(page.error().code), qPrintable(page.error().detail));
        m_cases.clear();
        m_headers.clear();
        m_proposals.clear();
        m_cursor.clear();
        m_removals = 0;
        ++m_restarts;
        return true;
    }
    const auto decoded =
        must(wire::changesPageFromJson(must(wire::parseObject(page->json, QStringLiteral("page")))));
    if (decoded.changes.size() > static_cast<std::size_t>(limit)
        || static_cast<qsizetype>(decoded.changes.size()) != page->changes)
        qFatal("a page of %zu lines for a limit of %d", decoded.changes.size(), limit);
    for (const wire::Change &change : decoded.changes) {
        if (const auto *changed = std::get_if<wire::CaseChanged>(&change)) {
            m_cases[changed->theCase.id] = changed->theCase;
        } else if (const auto *headed = std::get_if<wire::HeaderChanged>(&change)) {
            m_headers[headed->header.id] = headed->header;
        } else if (const auto *removed = std::get_if<wire::CaseRemoved>(&change)) {
            m_cases.erase(removed->caseId);
            m_headers.erase(removed->caseId);
            ++m_removals;
        } else if (const auto *proposals = std::get_if<wire::ProposalsChanged>(&change)) {
            m_proposals[proposals->own.caseId] = proposals->own;
        } else {
            m_reference = std::get<wire::ReferenceChanged>(change).version;
        }
    }
    m_cursor = decoded.nextCursor;
    return decoded.more;
}

void FeedReader::readToTheEnd(RegisterConnection &connection, int limit, Instant closedBefore)
{
    int pages = 0;
    while (readPage(connection, limit, closedBefore)) {
        if (++pages > 10'000)
            qFatal("the feed has no end");
    }
}

std::vector<Case> allCases(RegisterConnection &connection)
{
    std::vector<Case> cases;
    for (const QByteArray &body :
         must(readAll(connection.database(), QStringLiteral("SELECT body FROM case_record ORDER BY rid"),
                      [](Query &row) { return row.blob(0); })))
        cases.push_back(must(wire::caseFromJson(must(wire::parseObject(body, QStringLiteral("case"))))));
    return cases;
}

namespace {

// Whether the reader knows what became of their proposals on that case; of those closed long ago they need
// not.
bool knowsTheirs(const FeedReader &reader, const Case &theCase, Instant closedBefore)
{
    const auto kept = reader.proposals().find(theCase.id);
    for (const Proposal &proposal : proposalsBy(reader.actor().id, theCase).proposals) {
        if (proposal.closedAt && *proposal.closedAt < closedBefore)
            continue;
        if (kept == reader.proposals().end() || kept->second.number != theCase.number)
            return false;
        const auto &told = kept->second.proposals;
        if (std::find(told.begin(), told.end(), proposal) == told.end())
            return false;
    }
    return true;
}

} // namespace

QString difference(const FeedReader &reader, const std::vector<Case> &all, Instant closedBefore)
{
    const QString who = reader.actor().id.text() % QStringLiteral(": ");
    for (const Case &theCase : all) {
        const auto kept = reader.cases().find(theCase.id);
        const auto headed = reader.headers().find(theCase.id);
        const bool isOfficer = reader.actor().role == Role::Officer;
        const bool isKept = isOfficer ? kept != reader.cases().end() : headed != reader.headers().end();
        if (isOfficer ? headed != reader.headers().end() : kept != reader.cases().end())
            return who % QStringLiteral("was told more or less than they may know of ") % theCase.number;
        if (!knowsTheirs(reader, theCase, closedBefore))
            return who % QStringLiteral("was not told of their proposals on ") % theCase.number;
        if (!isTheirs(theCase, reader.actor())) {
            if (isKept)
                return who % QStringLiteral("keeps a foreign case, ") % theCase.number;
        } else if (!isLongClosed(theCase, closedBefore)) {
            if (!isKept)
                return who % QStringLiteral("was never told of ") % theCase.number;
            if (isOfficer ? !(kept->second == theCase) : !(headed->second == headerOf(theCase)))
                return who % QStringLiteral("was not told of the last change of ") % theCase.number;
        }
    }
    return {};
}

} // namespace tawasul
