// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/bidi.h"

#include <unicode/ubidi.h>

#include <algorithm>

namespace tawasul {

namespace {

constexpr QChar kLeftToRightIsolate(u'\u2066');
constexpr QChar kFirstStrongIsolate(u'\u2068');
constexpr QChar kPopIsolate(u'\u2069');

bool isBidiControl(QChar character)
{
    const char16_t unit = character.unicode();
    return unit == u'\u061C' || unit == u'\u200E' || unit == u'\u200F'
        || (unit >= u'\u202A' && unit <= u'\u202E') || (unit >= u'\u2066' && unit <= u'\u2069');
}

QString isolated(QChar opening, QStringView text)
{
    const QString bare = withoutControls(text);
    if (bare.isEmpty())
        return bare;
    QString result;
    result.reserve(bare.size() + 2);
    result += opening;
    for (const QChar character : bare)
        result += character.direction() == QChar::DirB ? QChar(u' ') : character;
    result += kPopIsolate;
    return result;
}

} // namespace

QString isolateId(QStringView value)
{
    return isolated(kLeftToRightIsolate, value);
}

QString isolateAny(QStringView text)
{
    return isolated(kFirstStrongIsolate, text);
}

QString withoutControls(QStringView text)
{
    QString result = text.toString();
    if (hasBidiControls(text))
        result.removeIf(isBidiControl);
    return result;
}

bool hasBidiControls(QStringView text)
{
    return std::any_of(text.begin(), text.end(), isBidiControl);
}

Qt::LayoutDirection paragraphDirection(QStringView text, Qt::LayoutDirection otherwise)
{
    switch (ubidi_getBaseDirection(text.utf16(), static_cast<int32_t>(text.size()))) {
    case UBIDI_LTR:
        return Qt::LeftToRight;
    case UBIDI_RTL:
        return Qt::RightToLeft;
    default:
        return otherwise;
    }
}

} // namespace tawasul
