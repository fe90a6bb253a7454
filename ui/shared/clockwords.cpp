// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/clockwords.h"

#include <QtCore/QCoreApplication>

#include "ui/shared/casewords.h"

namespace tawasul {

namespace {

struct ClockWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::ClockWords)
};

using Verdict = ClockCheck::Verdict;

QString wordOf(const ClockCheck &check, DisplayLocale locale)
{
    const QString span = spanText(check.off, locale.digits);
    if (check.verdict == Verdict::Ahead)
        return ClockWords::tr("The clock of this device is ahead by %1").arg(span);
    if (check.verdict == Verdict::Behind)
        return check.isExact ? ClockWords::tr("The clock of this device is behind by %1").arg(span)
                             : ClockWords::tr("The clock of this device is behind by %1 at least").arg(span);
    return ClockWords::tr("The time of this device is not certain");
}

} // namespace

std::optional<ClockLook> clockLook(const ClockCheck &check, DisplayLocale locale)
{
    const bool isWrong = check.verdict == Verdict::Ahead || check.verdict == Verdict::Behind;
    if (!isWrong && doubtOf(check) == ClockDoubt())
        return std::nullopt;
    ClockLook look;
    look.word = wordOf(check, locale);
    const QString means = check.isExact
        ? ClockWords::tr("Deadlines are shown by the time of the central system.")
        : ClockWords::tr("Deadlines that may be over are marked until the central system is reached.");
    const QString remedy = ClockWords::tr("The clock needs to be set in the settings of the device, or by "
                                          "technical support.");
    //: Three sentences about the clock: what is wrong with it, what that means, what to do
    look.list = ClockWords::tr("%1. %2 %3").arg(look.word, means, remedy);
    const QString proposed = check.isExact
        ? ClockWords::tr("The time of execution is proposed by the time of the central system.")
        : ClockWords::tr("The proposed time of execution needs to be checked.");
    look.execution = ClockWords::tr("%1. %2 %3").arg(look.word, proposed, remedy);
    return look;
}

} // namespace tawasul
