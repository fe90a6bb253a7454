// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <set>
#include <vector>

#include "models/arabic/displaylocale.h"
#include "models/domain/case.h"
#include "models/domain/reference.h"
#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

namespace tawasul {

/// One step of the case's life as the timeline shows it.
struct HistoryLine
{
    Icon icon = Icon::Point;
    Tone tone = Tone::Neutral;
    QString title;        ///< what was done, and for which reason
    QString byline;       ///< who and when
    QString text;         ///< note, rationale, or where the case went
    QString reply;        ///< what the beneficiary was told; empty: nothing
    bool waiting = false; ///< recorded here, not yet acknowledged by the centre

    friend bool operator==(const HistoryLine &, const HistoryLine &) = default;
};

/// The steps, newest first; `unsent` are the acts that the centre has not acknowledged.
[[nodiscard]] std::vector<HistoryLine> historyLines(const Case &theCase, const std::set<ActId> &unsent,
                                                    const Reference &reference, DisplayLocale locale);

} // namespace tawasul
