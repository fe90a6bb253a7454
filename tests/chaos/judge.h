// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/sql/database.h"
#include "tests/chaos/ledger.h"
#include "tests/chaos/verdict.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace tawasul {

/// Reads the files themselves, not what programs say of them, and holds three books against each other: what
/// officers were told, what journals hold, what the centre did.
class Judge
{
public:
    explicit Judge(const Ledger &ledger)
        : m_ledger(ledger)
    {
    }

    /// The register. False when it cannot be read.
    [[nodiscard]] bool readCentre(Database &database);
    /// The journal of a profile, closed.
    [[nodiscard]] bool readJournal(const QString &profile, Database &database);

    [[nodiscard]] const std::vector<Case> &cases() const { return m_cases; }

    /// Complains in `verdict`.
    void judge(Verdict &verdict) const;

private:
    struct CentreAct
    {
        CaseId caseId;
        QString person;
        qint64 version = 0;
        bool isProposal = false; ///< kept beside the case, and never a part of its history
    };
    struct JournalAct
    {
        ActId id;
        CaseId caseId;
        QString text;
        QString state;
        QString parkReason;
        bool hasError = false;
        QByteArray receipt;
        QSet<ActId> base; ///< the acts in the history of the case as its author saw it
    };

    void judgeAttempts(Verdict &verdict) const;
    void judgeJournals(Verdict &verdict) const;
    void judgeEnd(const JournalAct &act, QSet<CaseId> &stopped, Verdict &verdict) const;
    void judgeOrder(Verdict &verdict) const;
    void judgeBases(Verdict &verdict) const;
    void judgeCentre(Verdict &verdict) const;
    static void judgeClosing(const Case &theCase, const Proposal &proposal, Verdict &verdict);

    const Ledger &m_ledger;
    std::vector<Case> m_cases;
    QHash<ActId, CentreAct> m_centre;
    std::map<QString, std::vector<JournalAct>> m_journals; ///< by profile, in the order of recording
};

} // namespace tawasul
