// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/samplepage.h"

#include <QtCore/QStringList>
#include <QtGui/QFont>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>

namespace tawasul {

namespace {

constexpr int kEdge = 48;
constexpr int kWide = 499;
constexpr int kRow = 34;

void writeRows(QPainter &painter)
{
    const QStringList rows{QStringLiteral("الاسم"), QStringLiteral("رقم الجواز"),
                           QStringLiteral("تاريخ الإصدار"), QStringLiteral("تاريخ الانتهاء"),
                           QStringLiteral("مكان الإصدار")};
    for (int row = 0; row < rows.size(); ++row) {
        const QRect cell(kEdge, 120 + row * kRow, kWide, kRow);
        const QRect words = cell.adjusted(12, 0, -12, 0);
        painter.setPen(QColor(0xD2D6DB));
        painter.drawRect(cell);
        painter.setPen(QColor(0x5B6470));
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, rows[row]);
        painter.setPen(QColor(0x111927));
        painter.drawText(words.adjusted(0, 0, -178, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QStringLiteral("قيمة تجريبية"));
    }
}

} // namespace

QImage samplePage(QSize devicePixels, int number)
{
    QImage page(devicePixels, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::RightToLeft);
    painter.scale(devicePixels.width() / kSamplePage.width(), devicePixels.width() / kSamplePage.width());
    painter.fillRect(QRect(kEdge, 44, kWide, 6), QColor(0x1B8354));
    painter.setPen(QColor(0x111927));
    QFont font = QGuiApplication::font();
    font.setPixelSize(18);
    painter.setFont(font);
    painter.drawText(QRect(kEdge, 66, kWide, 30), Qt::AlignLeft,
                     QStringLiteral("نموذج تجريبي – ليس وثيقة رسمية (%1)").arg(number + 1));
    font.setPixelSize(12);
    painter.setFont(font);
    writeRows(painter);
    for (int line = 0; line < 12; ++line) {
        const bool last = line % 4 == 3;
        painter.fillRect(QRect(last ? 240 : kEdge, 330 + line * 26, last ? 307 : kWide, 8), QColor(0xE5E7EB));
    }
    return page;
}

} // namespace tawasul
