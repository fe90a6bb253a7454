// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/result.h"

#include <QtCore/QSet>

#include <vector>

namespace tawasul {

/// One wish of an officer to record something, and what the desk said to it.
struct Attempt
{
    enum class Answer {
        None,     ///< the machine died first: it may be recorded or not, but never half
        Recorded, ///< "recorded here": nothing may lose it any more
        Refused,  ///< by the rules: it must not exist
        Failed,   ///< by the disk: as None
    };

    QString profile; ///< the folder, which is one machine and one account
    CaseId caseId;
    ActType type = ActType::Unknown;
    QString text; ///< no other attempt has it
    Answer answer = Answer::None;
    ActId id;                ///< when it was recorded
    bool mustSettle = false; ///< tried when all was well again
};

/// What officers were told, kept where no crash reaches.
class Ledger
{
public:
    /// Opens a line; its number names it.
    std::size_t begin(const QString &profile, const CaseId &caseId, ActType type);
    void answered(std::size_t number, const Result<ActId> &answer);
    /// Somebody wishes that act closed: taken back, theirs to stand, or another in its place. No other may
    /// be.
    void wishesClosed(const ActId &act) { m_toBeClosed.insert(act); }
    [[nodiscard]] bool mayBeClosed(const ActId &act) const { return m_toBeClosed.contains(act); }

    [[nodiscard]] Attempt &at(std::size_t number) { return m_attempts.at(number); }
    [[nodiscard]] const std::vector<Attempt> &attempts() const { return m_attempts; }
    [[nodiscard]] int recorded() const;

private:
    std::vector<Attempt> m_attempts;
    QSet<ActId> m_toBeClosed;
};

} // namespace tawasul
