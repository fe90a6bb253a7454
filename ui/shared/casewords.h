// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include "models/arabic/displaylocale.h"
#include "models/domain/case.h"
#include "models/domain/workcalendar.h"
#include "ui/shared/chippaint.h"

namespace tawasul {

// The officer's words for the things of the domain, in the language of the program: one table for every
// screen. Words for the beneficiary come from the reference data, not from here.

/// The chip of a status; one newer than this program shows its own text, in grey.
[[nodiscard]] ChipLook statusLook(CaseStatus status, const QString &statusText);

/// Why a case goes before others.
[[nodiscard]] ChipLook markLook(const Mark &mark);

/// The act as a verbal noun, as on its button; an unknown one shows its own text.
[[nodiscard]] QString actWord(ActType act, const QString &typeText = {});

[[nodiscard]] QString roleWord(Role role);
[[nodiscard]] QString partyWord(PartyKind kind);
[[nodiscard]] QString relationWord(Relation relation);
[[nodiscard]] QString identifierWord(IdentifierKind kind);

/// The name in the language of the program; Arabic when the other is empty.
[[nodiscard]] QString named(const Bilingual &name, Language language);

/// «بعد 3 أيام عمل», «تنتهي اليوم بعد ساعتين», «متأخر يومي عمل»; with its tone.
[[nodiscard]] QString timeLeftText(const TimeLeft &left, Digits digits);
/// Of a deadline of which the clocks do not say whether it is over.
[[nodiscard]] QString mayBeOverdueText();
/// «ساعتين و5 دقائق»; whole days when it is long.
[[nodiscard]] QString spanText(std::chrono::milliseconds span, Digits digits);
[[nodiscard]] Tone timeLeftTone(const TimeLeft &left, int nearDueWorkingDays);

/// «3.2 ميجابايت», the number isolated.
[[nodiscard]] QString sizeText(qint64 bytes, Digits digits);

} // namespace tawasul
