// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/visualorder.h"

#include <unicode/ubidi.h>

#include <algorithm>
#include <memory>

namespace tawasul {

namespace {

using Bidi = std::unique_ptr<UBiDi, decltype(&ubidi_close)>;

bool isShape(QChar character)
{
    const char16_t unit = character.unicode();
    return (unit >= u'\uFB00' && unit <= u'\uFDFF') || (unit >= u'\uFE70' && unit <= u'\uFEFC');
}

std::vector<ReadingPlace> leftToRight(qsizetype size)
{
    std::vector<ReadingPlace> places(static_cast<std::size_t>(size));
    for (qsizetype i = 0; i < size; ++i)
        places[static_cast<std::size_t>(i)].seen = i;
    return places;
}

} // namespace

std::vector<ReadingPlace> readingOrder(QStringView seen, Qt::LayoutDirection paragraph)
{
    const Bidi bidi(ubidi_open(), &ubidi_close);
    UErrorCode problem = U_ZERO_ERROR;
    std::vector<int32_t> order(static_cast<std::size_t>(seen.size()));
    if (bidi != nullptr && !seen.isEmpty()) {
        ubidi_setReorderingMode(bidi.get(), UBIDI_REORDER_INVERSE_LIKE_DIRECT);
        ubidi_setPara(bidi.get(), seen.utf16(), static_cast<int32_t>(seen.size()),
                      paragraph == Qt::RightToLeft ? 1 : 0, nullptr, &problem);
        ubidi_getVisualMap(bidi.get(), order.data(), &problem);
    }
    const auto isOfLine = [&seen](int32_t at) { return at >= 0 && at < seen.size(); };
    if (bidi == nullptr || U_FAILURE(problem) || !std::all_of(order.begin(), order.end(), isOfLine))
        return leftToRight(seen.size()); // no memory: better than nothing
    std::vector<ReadingPlace> places;
    places.reserve(order.size());
    for (const int32_t at : order)
        places.push_back({at, ubidi_getLevelAt(bidi.get(), at) % 2 == 1});
    return places;
}

QString withoutShapes(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar character : text) {
        if (!isShape(character)) {
            plain += character;
            continue;
        }
        // Marks that stand alone are shapes over a space.
        QString letters = QString(character).normalized(QString::NormalizationForm_KC);
        if (letters.size() > 1 && letters.startsWith(u' '))
            letters.remove(0, 1);
        plain += letters;
    }
    return plain;
}

} // namespace tawasul
