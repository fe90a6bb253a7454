// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/service/registerconnection.h"
#include "tests/support/samplecase.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testclock.h"

#include <QtCore/QTemporaryDir>

namespace tawasul {

/// The value of something that a test cannot go on without; ends the program with the error otherwise.
template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().code), qPrintable(result.error().detail));
    return std::move(result).value();
}

/// A register in a folder of its own, with the sample reference data and the sample people: both officers,
/// both supervisors, the auditor and the administrator, whose ids are their user names. It is Tuesday
/// 2026-11-24, 09:15 in Riyadh, until the test moves the clock.
class TestCentre
{
public:
    explicit TestCentre(bool withPasswords = false);

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] TestClock &clock() { return m_clock; }
    [[nodiscard]] Random &random() { return m_random; }

    [[nodiscard]] std::unique_ptr<RegisterConnection> open(CentreAccess access = CentreAccess::Write);

    [[nodiscard]] ActId newActId();

    /// Everybody's, when there are passwords.
    [[nodiscard]] static QString password();

private:
    QTemporaryDir m_folder;
    TestClock m_clock;
    SeededRandom m_random;
};

/// Takes in a case, in a transaction of its own.
void take(RegisterConnection &connection, const Case &theCase);

/// sampleCase() with an identity of its own: the n-th of a test.
[[nodiscard]] Case numberedCase(int n);

/// An act as a desk sends it; without If-Match when acts of its type carry none.
[[nodiscard]] ActRequest requestFor(const Act &act);

/// The outcome of an act that must be stored; ends the program otherwise.
ActStored stored(const Result<ActOutcome> &outcome);

/// The code of the error, or "stale", or "stored"; for comparing.
[[nodiscard]] QString codeOf(const Result<ActOutcome> &outcome);

/// The case as the register has it.
[[nodiscard]] Case caseIn(RegisterConnection &connection, const CaseId &id);

} // namespace tawasul
