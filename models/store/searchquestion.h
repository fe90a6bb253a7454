// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace tawasul {

/// What an officer typed, as questions to the two indexes of search; a row that answers one of them is found.
struct SearchQuestion
{
    std::optional<QString> words; ///< FTS5 expression over whole words, the last one still growing
    QStringList fragments;        ///< FTS5 expressions over trigrams of numbers and names
};

[[nodiscard]] SearchQuestion searchQuestion(const QString &typed);

} // namespace tawasul
