// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/pagerange.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <algorithm>

#include "models/arabic/bidi.h"
#include "models/arabic/digits.h"

namespace tawasul {

namespace {

struct LabelWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::LabelWords)
};

} // namespace

std::optional<std::pair<int, int>> pageRange(const QString &typed, int pages)
{
    static const QRegularExpression kRange(
        QStringLiteral("^\\s*([0-9]{1,6})\\s*(?:[-–—,،]\\s*([0-9]{1,6})\\s*)?$"));
    const QRegularExpressionMatch match = kRange.match(asciiDigits(withoutControls(typed)));
    if (!match.hasMatch())
        return std::nullopt;
    int first = match.captured(1).toInt();
    int last = match.captured(2).isEmpty() ? first : match.captured(2).toInt();
    if (first > last)
        std::swap(first, last);
    if (first < 1 || last > pages)
        return std::nullopt;
    return std::pair(first - 1, last - 1);
}

QString rangeText(int first, int last, Digits digits)
{
    const QString begin = localDigits(QString::number(first + 1), digits);
    if (first == last)
        return begin;
    return begin % u'–' % localDigits(QString::number(last + 1), digits);
}

QString labelWord(const QStringList &documents, const std::vector<DocumentChoice> &choices)
{
    QStringList words;
    for (const QString &document : documents) {
        const auto found = std::find_if(choices.begin(), choices.end(),
                                        [&](const DocumentChoice &each) { return each.code == document; });
        if (document == kNoDocument)
            words.append(LabelWords::tr("None of the documents"));
        else
            words.append(isolateAny(found == choices.end() ? document : found->name));
    }
    return words.join(LabelWords::tr(", ", "between documents"));
}

QString labelsText(const PageLabels &labels, const std::vector<DocumentChoice> &choices, Digits digits)
{
    QStringList parts;
    for (const PageLabel &label : labels)
        //: %1 pages such as 1–2, %2 the document they show
        parts.append(
            LabelWords::tr("%1 %2", "pages")
                .arg(rangeText(label.first, label.last, digits), labelWord({label.document}, choices)));
    return parts.join(LabelWords::tr(", ", "between documents"));
}

} // namespace tawasul
