// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/ftsquery.h"

#include "models/arabic/searchterms.h"

namespace tawasul {

std::optional<QString> ftsQuery(QStringView userText)
{
    QStringList terms = searchTerms(userText);
    if (terms.isEmpty())
        return std::nullopt;
    for (QString &term : terms) {
        term.replace(u'"', QStringLiteral("\"\""));
        term = QStringLiteral("\"%1\"").arg(term);
    }
    // Side by side means AND, and forgives a word in which unicode61 finds no letter; the operator AND would
    // then match nothing at all.
    QString query = terms.join(u' ');
    query += u'*';
    return query;
}

} // namespace tawasul
