// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/screenshot.h"

#include <array>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

const QColor kInk(0x1f, 0x2a, 0x37);
const QColor kQuiet(0x6b, 0x72, 0x80);
const QColor kRule(0xd9, 0xdd, 0xe3);
const QColor kDanger(0xb4, 0x23, 0x18);

// One picture of a page, in the coordinates of its device.
class Screen
{
public:
    Screen(const DemoTexts &texts, const Sheet &sheet, QImage &image, bool telephone, qreal scale)
        : m_texts(texts)
        , m_sheet(sheet)
        , m_painter(&image)
        , m_size(image.size())
        , m_unit((telephone ? 2.4 : 1.25) * scale)
        , m_telephone(telephone)
        , m_dice(sheet.ornament, "screen")
    {
        static constexpr std::array<QRgb, 3> kThemes{0x0b6b4f, 0x14573a, 0x1f4e79};
        m_theme = QColor(kThemes[static_cast<std::size_t>(m_dice.below(3))]);
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        m_painter.setLayoutDirection(Qt::RightToLeft);
    }

    void paint();

private:
    void write(const QRectF &frame, const QString &words, int size, bool bold, const QColor &colour,
               Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);
    void bars();
    qreal steps(const QRectF &page);
    qreal fields(const QRectF &page);
    void message(const QRectF &page);
    void buttons(const QRectF &page);

    [[nodiscard]] QString place(const QString &key) const
    {
        const auto found = m_sheet.places.find(key);
        return found == m_sheet.places.end() ? QString() : found->second;
    }

    const DemoTexts &m_texts;
    const Sheet &m_sheet;
    QPainter m_painter;
    QSizeF m_size;
    qreal m_unit;
    bool m_telephone;
    Dice m_dice;
    QColor m_theme;
    qreal m_top = 0;
};

void Screen::write(const QRectF &frame, const QString &words, int size, bool bold, const QColor &colour,
                   Qt::Alignment alignment)
{
    m_painter.setFont(sampleFont(static_cast<int>(size * m_unit), bold));
    m_painter.setPen(colour);
    m_painter.drawText(frame, static_cast<int>(alignment) | Qt::TextWordWrap, words);
}

void Screen::bars()
{
    const QRectF all(QPointF(0, 0), m_size);
    m_painter.fillRect(all, QColor(0xf5, 0xf6, 0xf8));
    if (m_telephone) {
        const QRectF status(0, 0, m_size.width(), 28 * m_unit);
        m_painter.fillRect(status, m_theme.darker(130));
        write(status.adjusted(14 * m_unit, 0, -14 * m_unit, 0),
              QString(QString::number(m_dice.between(7, 23)) % u':'
                      % QStringLiteral("%1").arg(m_dice.below(60), 2, 10, QLatin1Char('0'))),
              11, true, Qt::white, Qt::AlignRight | Qt::AlignVCenter);
        write(status.adjusted(14 * m_unit, 0, -14 * m_unit, 0),
              QString(u"4G  "_s % QString::number(m_dice.between(9, 98)) % u'%'), 11, false, Qt::white);
        m_top = status.bottom();
    }
    const QRectF head(0, m_top, m_size.width(), 56 * m_unit);
    m_painter.fillRect(head, m_theme);
    write(head.adjusted(18 * m_unit, 0, -18 * m_unit, 0), m_texts.pageWord(u"screen_title"_s).front(), 18,
          true, Qt::white);
    write(head.adjusted(18 * m_unit, 0, -18 * m_unit, 0), m_texts.pageWord(u"screen_section"_s).front(), 12,
          false, QColor(255, 255, 255, 200), Qt::AlignRight | Qt::AlignVCenter);
    m_top = head.bottom();
}

qreal Screen::steps(const QRectF &page)
{
    const QStringList &names = m_texts.pageWord(u"screen_steps"_s);
    const qreal width = page.width() / static_cast<qreal>(names.size());
    const qreal y = page.top() + 64 * m_unit;
    m_painter.setPen(QPen(kRule, 2 * m_unit));
    m_painter.drawLine(QPointF(page.left() + width / 2, y), QPointF(page.right() - width / 2, y));
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QPointF centre(page.right() - (static_cast<qreal>(i) + 0.5) * width, y);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(i < 3 ? m_theme : QColor(0xc6, 0xcc, 0xd4));
        m_painter.drawEllipse(centre, 11 * m_unit, 11 * m_unit);
        write(QRectF(centre.x() - 11 * m_unit, y - 11 * m_unit, 22 * m_unit, 22 * m_unit),
              QString::number(i + 1), 11, true, Qt::white, Qt::AlignCenter);
        write(QRectF(centre.x() - width / 2, y + 14 * m_unit, width, 20 * m_unit), names[i], 10, false,
              kQuiet, Qt::AlignCenter);
    }
    return y + 48 * m_unit;
}

qreal Screen::fields(const QRectF &page)
{
    qreal y = page.top();
    for (const DocumentText::Row &row : m_sheet.document->rows) {
        if (row.value == u"{error_message}"_s)
            continue;
        const QRectF label(page.left(), y, page.width(), 20 * m_unit);
        const QRectF box(page.left(), y + 20 * m_unit, page.width(), 36 * m_unit);
        write(label, row.label, 11, false, kQuiet);
        m_painter.setPen(QPen(kRule, m_unit));
        m_painter.setBrush(Qt::white);
        m_painter.drawRoundedRect(box, 5 * m_unit, 5 * m_unit);
        write(box.adjusted(10 * m_unit, 0, -10 * m_unit, 0), filled(row.value, m_sheet.places), 13, false,
              kInk);
        y = box.bottom() + 10 * m_unit;
    }
    return y;
}

void Screen::message(const QRectF &page)
{
    const QRectF box(page.left(), page.top() + 8 * m_unit, page.width(), 92 * m_unit);
    m_painter.setPen(QPen(kDanger, 1.2 * m_unit));
    m_painter.setBrush(QColor(0xfd, 0xec, 0xea));
    m_painter.drawRoundedRect(box, 7 * m_unit, 7 * m_unit);
    const QRectF inner = box.adjusted(16 * m_unit, 8 * m_unit, -16 * m_unit, -8 * m_unit);
    write(QRectF(inner.left(), inner.top(), inner.width(), 24 * m_unit),
          QString(u"\u2715  "_s % m_texts.pageWord(u"screen_failed"_s).front()), 14, true, kDanger);
    write(QRectF(inner.left(), inner.top() + 24 * m_unit, inner.width(), 32 * m_unit),
          place(u"error_message"_s), 13, false, kInk);
    write(QRectF(inner.left(), inner.top() + 56 * m_unit, inner.width(), 18 * m_unit),
          QString(m_texts.pageWord(u"screen_reference"_s).front() % u": "_s % place(u"document_number"_s)),
          10, false, kQuiet);
}

void Screen::buttons(const QRectF &page)
{
    const qreal width = m_telephone ? page.width() * 0.47 : 150 * m_unit;
    const QRectF next(page.right() - width, page.top(), width, 40 * m_unit);
    const QRectF back(m_telephone ? page.left() : next.left() - width - 12 * m_unit, page.top(), width,
                      40 * m_unit);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(QColor(0xc6, 0xcc, 0xd4));
    m_painter.drawRoundedRect(next, 6 * m_unit, 6 * m_unit);
    write(next, m_texts.pageWord(u"screen_next"_s).front(), 13, true, Qt::white, Qt::AlignCenter);
    m_painter.setPen(QPen(m_theme, 1.2 * m_unit));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(back, 6 * m_unit, 6 * m_unit);
    write(back, m_texts.pageWord(u"screen_back"_s).front(), 13, true, m_theme, Qt::AlignCenter);
}

void Screen::paint()
{
    bars();
    const qreal side = m_telephone ? 20 * m_unit : m_size.width() * 0.17;
    QRectF page(side, m_top, m_size.width() - 2 * side, m_size.height() - m_top);
    write(QRectF(page.left(), page.top() + 12 * m_unit, page.width(), 28 * m_unit), place(u"service"_s), 16,
          true, kInk);
    page.setTop(steps(page));
    page.setTop(fields(page));
    message(page);
    page.setTop(page.top() + 118 * m_unit);
    buttons(page);
    SheetPainter(m_texts, m_painter).watermark(QRectF(QPointF(0, 0), m_size), m_size.height() * 0.25);
    write(QRectF(0, m_size.height() - 26 * m_unit, m_size.width(), 20 * m_unit), m_texts.watermark, 10, true,
          kDanger, Qt::AlignCenter);
}

} // namespace

QImage screenshotImage(const DemoTexts &texts, const Sheet &sheet, qreal scale)
{
    Dice dice(sheet.ornament, "device");
    const bool telephone = dice.chance(60);
    const QSize full = telephone ? QSize(1080, 1780) : QSize(1366, 820);
    QImage image(full * scale, QImage::Format_RGB32);
    Screen(texts, sheet, image, telephone, scale).paint();
    return image;
}

} // namespace tawasul
