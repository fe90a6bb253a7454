// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/searchterms.h"

#include "models/arabic/fold.h"

namespace tawasul {

namespace {

/// Control characters separate too: a NUL would end the statement's text in the middle of a quoted word.
bool separates(QChar character)
{
    return character.isSpace() || character.category() == QChar::Other_Control;
}

QStringView withoutEdgePunctuation(QStringView word)
{
    while (!word.isEmpty() && !isWordCharacter(word.front()))
        word = word.sliced(1);
    while (!word.isEmpty() && !isWordCharacter(word.back()))
        word.chop(1);
    return word;
}

} // namespace

QStringList searchTerms(QStringView userText)
{
    const QString folded = foldForSearch(userText);
    QStringList terms;
    qsizetype at = 0;
    while (at < folded.size() && terms.size() < kMaxSearchTerms) {
        qsizetype end = at;
        while (end < folded.size() && !separates(folded[end]))
            ++end;
        const QStringView word = withoutEdgePunctuation(QStringView(folded).sliced(at, end - at));
        if (!word.isEmpty())
            terms += word.toString();
        at = end + 1;
    }
    return terms;
}

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || character.isSurrogate();
}

} // namespace tawasul
