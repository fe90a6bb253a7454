// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/places.h"

namespace tawasul {

QString filled(const QString &text, const Places &places)
{
    QString result;
    qsizetype from = 0;
    while (true) {
        const qsizetype open = text.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0)
            break;
        const auto value = places.find(text.mid(open + 1, close - open - 1));
        result += QStringView(text).mid(from, open - from);
        result += value == places.end() ? text.mid(open, close - open + 1) : value->second;
        from = close + 1;
    }
    result += QStringView(text).mid(from);
    return result;
}

QString withArabicDigits(const QString &text)
{
    QString shaped = text;
    for (QChar &character : shaped) {
        if (character >= u'0' && character <= u'9')
            character = QChar(character.unicode() - u'0' + u'\u0660');
    }
    return shaped;
}

} // namespace tawasul
