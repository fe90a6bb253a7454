// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/central/testcentre.h"

#include <map>

namespace tawasul {

/// A desk as far as the feed knows one: it follows the pages of one person and keeps what they say.
class FeedReader
{
public:
    explicit FeedReader(Actor actor)
        : m_actor(std::move(actor))
    {
    }

    /// Reads one page and says whether there is more. Starts again from nothing when its cursor is refused.
    bool readPage(RegisterConnection &connection, int limit, Instant closedBefore);
    void readToTheEnd(RegisterConnection &connection, int limit, Instant closedBefore);

    [[nodiscard]] const Actor &actor() const { return m_actor; }
    [[nodiscard]] const std::map<CaseId, Case> &cases() const { return m_cases; }
    /// What supervisors are told instead.
    [[nodiscard]] const std::map<CaseId, CaseHeader> &headers() const { return m_headers; }
    /// What the reader was told of their own proposals.
    [[nodiscard]] const std::map<CaseId, OwnProposals> &proposals() const { return m_proposals; }
    [[nodiscard]] const QString &cursor() const { return m_cursor; }
    [[nodiscard]] const QString &reference() const { return m_reference; }
    /// Words of removal that were read since the last start from nothing.
    [[nodiscard]] int removals() const { return m_removals; }
    [[nodiscard]] int restarts() const { return m_restarts; }

private:
    Actor m_actor;
    std::map<CaseId, Case> m_cases;
    std::map<CaseId, CaseHeader> m_headers;
    std::map<CaseId, OwnProposals> m_proposals;
    QString m_cursor;
    QString m_reference;
    int m_removals = 0;
    int m_restarts = 0;
};

/// Every case of the register.
[[nodiscard]] std::vector<Case> allCases(RegisterConnection &connection);

/// What is wrong with what the reader keeps, once it has read to the end; empty when nothing is. Cases closed
/// before that time may be kept or not: desks drop them by their age.
[[nodiscard]] QString difference(const FeedReader &reader, const std::vector<Case> &all,
                                 Instant closedBefore);

} // namespace tawasul
