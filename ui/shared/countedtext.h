// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include "models/arabic/bidi.h"
#include "models/arabic/digits.h"

namespace tawasul {

/// A sentence in which %n stood for that number, with its digits in the officer's shape and its thousands
/// apart.
[[nodiscard]] inline QString countedText(QString sentence, int number, Digits digits)
{
    constexpr int kThousand = 1000;
    if (number >= kThousand)
        sentence.replace(QString::number(number), isolateId(groupedNumber(number, digits)));
    return localDigits(sentence, digits);
}

} // namespace tawasul
