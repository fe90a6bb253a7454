// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/ledger.h"

#include <QtCore/QStringBuilder>

#include <algorithm>

namespace tawasul {

std::size_t Ledger::begin(const QString &profile, const CaseId &caseId, ActType type)
{
    Attempt attempt;
    attempt.profile = profile;
    attempt.caseId = caseId;
    attempt.type = type;
    attempt.text = u"attempt-" % QString::number(m_attempts.size());
    m_attempts.push_back(std::move(attempt));
    return m_attempts.size() - 1;
}

void Ledger::answered(std::size_t number, const Result<ActId> &answer)
{
    Attempt &attempt = m_attempts.at(number);
    if (answer) {
        attempt.answer = Attempt::Answer::Recorded;
        attempt.id = *answer;
        return;
    }
    switch (answer.error().kind) {
    case Error::Kind::Storage:
    case Error::Kind::Full:
    case Error::Kind::Busy:
    case Error::Kind::Corrupt:
        attempt.answer = Attempt::Answer::Failed;
        break;
    default:
        attempt.answer = Attempt::Answer::Refused;
    }
}

int Ledger::recorded() const
{
    return static_cast<int>(std::count_if(m_attempts.begin(), m_attempts.end(), [](const Attempt &attempt) {
        return attempt.answer == Attempt::Answer::Recorded;
    }));
}

} // namespace tawasul
