// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/barcode.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <exception>

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace tawasul {

namespace {

constexpr qsizetype kLongest = 40; ///< beyond it the bars are too narrow for an office printer
constexpr int kQuiet = 10;         ///< narrow bars of white at each end, as ISO/IEC 15417 asks

bool isPrintable(QChar c)
{
    return c >= u' ' && c <= u'~';
}

} // namespace

std::vector<bool> code128(const QString &text)
{
    if (text.isEmpty() || text.size() > kLongest || !std::all_of(text.begin(), text.end(), isPrintable))
        return {};
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::Code128);
        writer.setMargin(0);
        const ZXing::BitMatrix matrix = writer.encode(text.toStdWString(), 0, 1);
        std::vector<bool> bars;
        for (int column = 0; column < matrix.width(); ++column)
            bars.push_back(matrix.get(column, 0));
        return bars;
    } catch (const std::exception &) { // what it cannot write
        return {};
    }
}

void paintBars(QPainter &painter, const QRectF &area, const std::vector<bool> &bars)
{
    if (bars.empty())
        return;
    const qreal narrow = area.width() / static_cast<qreal>(bars.size() + 2 * kQuiet);
    for (std::size_t begin = 0; begin < bars.size();) {
        std::size_t end = begin;
        while (end < bars.size() && bars[end] == bars[begin])
            ++end;
        if (bars[begin])
            painter.fillRect(QRectF(area.left() + narrow * static_cast<qreal>(begin + kQuiet), area.top(),
                                    narrow * static_cast<qreal>(end - begin), area.height()),
                             Qt::black);
        begin = end;
    }
}

} // namespace tawasul
