// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/caseplan.h"
#include "models/domain/case.h"

namespace tawasul {

/// How the statutory windows of a case are to lie.
struct WindowWish
{
    QDate openUntil;     ///< a window that closes must not close before this day
    bool missed = false; ///< it had closed before the request came
    bool early = false;  ///< it had not opened yet
};

/// The facts that the statutory rules of the case's sub-services count from, and the one its text names.
[[nodiscard]] std::vector<KeyDate> keyDatesFor(const CasePlan &plan, const Reference &reference,
                                               const WindowWish &wish, Dice &dice);

/// Whether these could have been drawn for that case.
[[nodiscard]] bool keyDatesSuit(const std::vector<KeyDate> &dates, const CasePlan &plan,
                                const Reference &reference, const WindowWish &wish);

/// Whether the text says that a document has ended its validity.
[[nodiscard]] bool saysItIsOver(const QString &text);

} // namespace tawasul
