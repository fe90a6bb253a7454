// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/conflictstory.h"

namespace tawasul {

/// The newest step that the case took at the centre and that the base does not have; notes do not count, as
/// nothing conflicts with them. Without such a step the newest one of all; null for a case without history.
[[nodiscard]] const HistoryEntry *stepAtCentre(const OutboxItem &item);

/// What can differ between the recorded act and the case at the centre. Without the centre's case, what the
/// act would make of the one it was recorded on.
[[nodiscard]] std::vector<ComparedField> comparedFields(const OutboxItem &item, const Reference &reference,
                                                        DisplayLocale locale);

} // namespace tawasul
