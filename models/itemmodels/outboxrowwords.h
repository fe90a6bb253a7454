// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodels/outboxstanding.h"

#include <QtCore/QString>

namespace tawasul {

/// The columns of the outbox, in reading order.
enum class OutboxColumn { Act, Case, Since, State, Tries, NextTry, Why };

inline constexpr int kOutboxColumns = 7;

/// The words of a row as a screen reader and a tooltip say them; ui/ knows them. All of them raw, without
/// bidi controls.
class OutboxRowWords
{
public:
    virtual ~OutboxRowWords() = default;

    [[nodiscard]] virtual QString header(OutboxColumn column) const = 0;
    /// The whole row in one sentence.
    [[nodiscard]] virtual QString sentence(const OutboxItem &item, const OutboxStanding &standing,
                                           Instant now) const = 0;
    [[nodiscard]] virtual QString cell(const OutboxItem &item, const OutboxStanding &standing,
                                       OutboxColumn column, Instant now) const = 0;
};

} // namespace tawasul
