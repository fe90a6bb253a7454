// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/digits.h"

namespace tawasul {

namespace {

constexpr char16_t kArabicIndicZero = u'\u0660';
constexpr char16_t kExtendedArabicIndicZero = u'\u06F0';

constexpr bool isDigitOf(char16_t unit, char16_t zero)
{
    return unit >= zero && unit <= zero + 9;
}

/// Every digit of the three shapes written from `zero` on; one allocation, for the copy.
QString withDigitsFrom(QStringView text, char16_t zero)
{
    QString result = text.toString();
    for (QChar &character : result) {
        const char16_t unit = character.unicode();
        for (const char16_t from : {u'0', kArabicIndicZero, kExtendedArabicIndicZero}) {
            if (isDigitOf(unit, from))
                character = QChar(zero + (unit - from));
        }
    }
    return result;
}

} // namespace

QString asciiDigits(QStringView text)
{
    return withDigitsFrom(text, u'0');
}

QString localDigits(QStringView text, Digits digits)
{
    return withDigitsFrom(text, digits == Digits::European ? u'0' : kArabicIndicZero);
}

QString groupedNumber(qint64 number, Digits digits)
{
    constexpr qsizetype kGroup = 3;
    QString text = QString::number(number);
    const qsizetype first = number < 0 ? 1 : 0;
    for (qsizetype at = text.size() - kGroup; at > first; at -= kGroup)
        text.insert(at, digits == Digits::European ? u',' : u'\u066C');
    return localDigits(text, digits);
}

} // namespace tawasul
