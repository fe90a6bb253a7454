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

constexpr int kColumn = 178;
const char16_t *const kValue = u"قيمة تجريبية";

QStringList rowNames()
{
    return {QStringLiteral("الاسم"), QStringLiteral("رقم الجواز"), QStringLiteral("تاريخ الإصدار"),
            QStringLiteral("تاريخ الانتهاء"), QStringLiteral("مكان الإصدار")};
}

QString heading(int number)
{
    return QStringLiteral("نموذج تجريبي – ليس وثيقة رسمية (%1)").arg(number + 1);
}

QFont pageFont(int pixels)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(pixels);
    return font;
}

void writeRows(QPainter &painter)
{
    const QStringList rows = rowNames();
    for (int row = 0; row < rows.size(); ++row) {
        const QRect cell(kEdge, 120 + row * kRow, kWide, kRow);
        const QRect words = cell.adjusted(12, 0, -12, 0);
        painter.setPen(QColor(0xD2D6DB));
        painter.drawRect(cell);
        painter.setPen(QColor(0x5B6470));
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, rows[row]);
        painter.setPen(QColor(0x111927));
        painter.drawText(words.adjusted(0, 0, -kColumn, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QString::fromUtf16(kValue));
    }
}

// Lines that begin at their right edge.
class SampleText
{
public:
    void write(const QString &words, const QFont &font, double right, double top, double height)
    {
        const QFontMetricsF metrics(font);
        if (!m_text.isEmpty())
            m_text += u'\n';
        for (qsizetype at = 0; at < words.size(); ++at) {
            const double from = metrics.horizontalAdvance(words.left(at));
            const double to = metrics.horizontalAdvance(words.left(at + 1));
            if (!words[at].isSpace())
                m_pieces.push_back({{m_text.size(), m_text.size() + 1},
                                    QRectF(right - to, top, std::max(to - from, 0.5), height),
                                    m_line});
            m_text += words[at];
        }
        ++m_line;
    }
    [[nodiscard]] PageText text() const { return {m_text, m_pieces, true}; }

private:
    QString m_text;
    std::vector<TextPiece> m_pieces;
    int m_line = 0;
};

} // namespace

PageText samplePageText(int number)
{
    constexpr int kPicture = 2;
    if (number == kPicture)
        return {};
    SampleText text;
    text.write(heading(number), pageFont(18), kEdge + kWide, 66, 28);
    const QStringList rows = rowNames();
    for (int row = 0; row < rows.size(); ++row) {
        const double top = 120 + row * kRow + 8;
        text.write(rows[row], pageFont(12), kEdge + kWide - 12, top, 19);
        text.write(QString::fromUtf16(kValue), pageFont(12), kEdge + kWide - 12 - kColumn, top, 19);
    }
    return text.text();
}

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
    painter.setFont(pageFont(18));
    painter.drawText(QRect(kEdge, 66, kWide, 30), Qt::AlignLeft, heading(number));
    painter.setFont(pageFont(12));
    writeRows(painter);
    for (int line = 0; line < 12; ++line) {
        const bool last = line % 4 == 3;
        painter.fillRect(QRect(last ? 240 : kEdge, 330 + line * 26, last ? 307 : kWide, 8), QColor(0xE5E7EB));
    }
    return page;
}

} // namespace tawasul
