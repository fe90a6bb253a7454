// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/searchquestion.h"

#include "models/arabic/ftsquery.h"
#include "models/arabic/searchterms.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr qsizetype kTrigram = 3; // shorter text is in no trigram index

QString quoted(QString term)
{
    term.replace(u'"', QStringLiteral("\"\""));
    return QStringLiteral("\"%1\"").arg(term);
}

/// The digits of a number that was typed with gaps, as one word; empty when there is anything else in it.
QString digitsOf(const QStringList &terms)
{
    QString digits;
    for (const QString &term : terms) {
        for (const QChar character : term) {
            if (character >= u'0' && character <= u'9')
                digits += character;
            else if (character.isLetterOrNumber())
                return {};
        }
    }
    return digits;
}

} // namespace

SearchQuestion searchQuestion(const QString &typed)
{
    SearchQuestion question{ftsQuery(typed), {}};
    const QStringList terms = searchTerms(typed);
    const bool allLongEnough =
        std::all_of(terms.begin(), terms.end(), [](const QString &term) { return term.size() >= kTrigram; });
    if (!terms.isEmpty() && allLongEnough) {
        QStringList phrases;
        for (const QString &term : terms)
            phrases += quoted(term);
        question.fragments += phrases.join(u' ');
    }
    const QString digits = digitsOf(terms);
    if (digits.size() >= kTrigram && !(terms.size() == 1 && terms.front() == digits))
        question.fragments += quoted(digits);
    return question;
}

} // namespace tawasul
