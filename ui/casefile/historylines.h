// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <map>
#include <set>
#include <vector>

#include "models/arabic/displaylocale.h"
#include "models/desk/desk.h"
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
    QString byline;       ///< who and when, the code of the centre's receipt, and whether it is proved
    QString text;         ///< note, rationale, or where the case went
    QString reply;        ///< what the beneficiary was told; empty: nothing
    bool waiting = false; ///< recorded here, not yet acknowledged by the centre

    friend bool operator==(const HistoryLine &, const HistoryLine &) = default;
};

/// What this device knows of its own acts on the way to the centre.
struct OwnActs
{
    std::set<ActId> unsent;                ///< the centre has not acknowledged them
    std::map<ActId, KeptReceipt> receipts; ///< of those that it has
};

/// The steps, newest first.
[[nodiscard]] std::vector<HistoryLine> historyLines(const Case &theCase, const OwnActs &own,
                                                    const Reference &reference, DisplayLocale locale);

} // namespace tawasul
