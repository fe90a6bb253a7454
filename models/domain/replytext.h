// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/highlight.h"

#include <QtCore/QDate>
#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace tawasul {

/// A template with its variables filled as far as they are known.
struct FilledReply
{
    QString text;
    QStringList unfilled;        ///< names of variables without a value, each once, in order
    std::vector<TextRange> gaps; ///< where the unfilled ones stand in text, as {name}

    [[nodiscard]] bool isComplete() const { return unfilled.isEmpty(); }
};

/// Replaces {name} by its value; an empty value counts as none. Values are taken literally: braces in them
/// are text.
[[nodiscard]] FilledReply fillReply(const QString &body, const QHash<QString, QString> &values);

/// A day as a reply states it, and the screen: «22/11/2026». The portal shows plain text without direction
/// marks, in which the hyphens of ISO 8601 turn the parts of a date around after Arabic letters; strokes keep
/// their order. Empty for a null date.
[[nodiscard]] QString dayInReply(QDate day);

/// The variables that still stand in a text that an officer may have edited: sending is blocked while there
/// are any.
[[nodiscard]] QStringList unfilledVariables(const QString &text);

} // namespace tawasul
