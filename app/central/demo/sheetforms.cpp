// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/mrzlines.h"
#include "app/central/demo/screenshot.h"
#include "app/central/demo/sheet.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QLinearGradient>
#include <QtGui/QPainterPath>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal kMargin = 48;
const QColor kQuiet(0x6b, 0x72, 0x80);
const QColor kRule(0xd0, 0xd5, 0xdd);

struct Tint
{
    QColor light;
    QColor dark;
};

Tint tintOf(const QString &document)
{
    if (document == u"national_id"_s)
        return {QColor(0xe3, 0xf1, 0xe6), QColor(0x1b, 0x5e, 0x3f)};
    if (document == u"iqama"_s)
        return {QColor(0xe6, 0xee, 0xf6), QColor(0x17, 0x45, 0x6b)};
    if (document == u"visitor_id"_s)
        return {QColor(0xf6, 0xee, 0xe1), QColor(0x7a, 0x4b, 0x12)};
    if (document == u"exit_visa"_s)
        return {QColor(0xec, 0xf4, 0xee), QColor(0x1b, 0x5e, 0x3f)};
    return {QColor(0xf2, 0xee, 0xf6), QColor(0x4a, 0x2f, 0x6b)};
}

} // namespace

QSizeF SheetPainter::documentSize(const QString &document)
{
    switch (sheetForm(document)) {
    case SheetForm::Booklet:
        return {354, 250}; // 125 by 88 mm
    case SheetForm::Card:
        return {260, 164}; // 85.6 by 54 mm, a little larger
    case SheetForm::Visa:
        return {440, 250};
    case SheetForm::Letter:
    case SheetForm::Statement:
    case SheetForm::Form:
        break;
    }
    return kSheet;
}

// Fine waves under everything, as on security paper.
static void guilloche(QPainter &painter, const QRectF &frame, const QColor &colour)
{
    QColor faint = colour;
    faint.setAlphaF(0.14F);
    painter.save();
    painter.setClipRect(frame);
    painter.setPen(QPen(faint, 0.5));
    painter.setBrush(Qt::NoBrush);
    // A PDF has such lines as outlines, which were most of its bytes: few curves, one path.
    constexpr int kLines = 18;
    const qreal half = frame.width() / 7;
    QPainterPath waves;
    for (int line = 0; line < kLines; ++line) {
        const qreal base = frame.top() + frame.height() * line / (kLines - 1.0);
        qreal swing = line % 2 == 0 ? 9 : -9;
        qreal x = frame.left() - half * (line % 3) / 3;
        waves.moveTo(x, base);
        for (; x < frame.right(); x += half, swing = -swing)
            waves.cubicTo(x + half / 3, base + swing, x + half * 2 / 3, base + swing, x + half, base);
    }
    painter.drawPath(waves);
    painter.restore();
}

void SheetPainter::paintBooklet(const Sheet &sheet, const QRectF &frame)
{
    const bool old = sheet.document->code == u"old_passport"_s;
    const QColor tone = old ? QColor(0x5f, 0x6b, 0x52) : QColor(0x2c, 0x4a, 0x6e);
    QLinearGradient paper(frame.topLeft(), frame.bottomRight());
    paper.setColorAt(0, QColor(0xf6, 0xf3, 0xea));
    paper.setColorAt(1, old ? QColor(0xe4, 0xde, 0xcc) : QColor(0xe6, 0xec, 0xf2));
    m_painter.setPen(QPen(kRule, 1));
    m_painter.setBrush(paper);
    m_painter.drawRoundedRect(frame, 8, 8);
    guilloche(m_painter, frame, tone);
    const qreal unit = frame.height() / 250;
    const QRectF inner = frame.adjusted(12 * unit, 8 * unit, -12 * unit, -8 * unit);
    text(QRectF(inner.left(), inner.top(), inner.width(), 18 * unit), sheet.document->title,
         static_cast<int>(11 * unit), true, Qt::AlignLeft | Qt::AlignVCenter, tone);
    text(QRectF(inner.left(), inner.top(), inner.width(), 18 * unit),
         QString(u"PASSPORT  "_s % sheet.holder.party.nationality), static_cast<int>(10 * unit), true,
         Qt::AlignRight | Qt::AlignVCenter, tone);
    // On a passport the picture is on the left in every country.
    portrait(QRectF(inner.left(), inner.top() + 26 * unit, 78 * unit, 100 * unit), sheet.holder.gender);
    columns(sheet,
            QRectF(inner.left() + 88 * unit, inner.top() + 24 * unit, inner.width() - 88 * unit, 152 * unit));
    const QRectF foot(frame.left(), frame.bottom() - 52 * unit, frame.width(), 52 * unit);
    m_painter.fillRect(foot.adjusted(1, 0, -1, -6), QColor(255, 255, 255, 190));
    QFont font;
    font.setFamilies({u"DejaVu Sans Mono"_s, u"Noto Sans Mono"_s, u"monospace"_s});
    font.setPixelSize(100);
    m_painter.save();
    const QStringList lines =
        passportMrz(sheet.holder.party, sheet.holder.gender == Gender::Man, sheet.expires);
    const qreal scale = (foot.width() - 24 * unit) / QFontMetricsF(font).horizontalAdvance(lines.front());
    m_painter.translate(foot.left() + 12 * unit, foot.top());
    m_painter.scale(scale, scale);
    m_painter.setFont(font);
    m_painter.setPen(QColor(0x16, 0x16, 0x16));
    m_painter.setLayoutDirection(Qt::LeftToRight);
    m_painter.drawText(QPointF(0, 20 * unit / scale), lines.front());
    m_painter.drawText(QPointF(0, 38 * unit / scale), lines.back());
    m_painter.setLayoutDirection(Qt::RightToLeft);
    m_painter.restore();
    watermark(frame, 74 * unit);
}

void SheetPainter::paintCard(const Sheet &sheet, const QRectF &frame)
{
    const Tint tint = tintOf(sheet.document->code);
    m_painter.setPen(QPen(tint.dark, 0.8));
    QLinearGradient face(frame.topRight(), frame.bottomLeft());
    face.setColorAt(0, tint.light);
    face.setColorAt(1, QColor(0xff, 0xff, 0xff));
    m_painter.setBrush(face);
    const qreal unit = frame.height() / 164;
    m_painter.drawRoundedRect(frame, 9 * unit, 9 * unit);
    guilloche(m_painter, frame.adjusted(2, 2, -2, -2), tint.dark);
    const QRectF inner = frame.adjusted(10 * unit, 7 * unit, -10 * unit, -7 * unit);
    text(QRectF(inner.left(), inner.top(), inner.width(), 15 * unit), sheet.document->title,
         static_cast<int>(12 * unit), true, Qt::AlignLeft | Qt::AlignVCenter, tint.dark);
    text(QRectF(inner.left(), inner.top() + 15 * unit, inner.width(), 11 * unit), sheet.document->issuer,
         static_cast<int>(8 * unit), false, Qt::AlignLeft | Qt::AlignVCenter, kQuiet);
    portrait(QRectF(inner.left(), inner.top() + 30 * unit, 62 * unit, 78 * unit), sheet.holder.gender);
    const auto number = sheet.places.find(sheet.document->code == u"national_id"_s ? u"national_id"_s
                                              : sheet.document->code == u"iqama"_s ? u"iqama"_s
                                                                                   : u"border"_s);
    text(QRectF(inner.left(), inner.bottom() - 24 * unit, 70 * unit, 16 * unit),
         number == sheet.places.end() ? QString() : number->second, static_cast<int>(10 * unit), true,
         Qt::AlignHCenter | Qt::AlignVCenter, tint.dark);
    columns(sheet,
            QRectF(inner.left() + 74 * unit, inner.top() + 28 * unit, inner.width() - 74 * unit,
                   inner.height() - 30 * unit));
    watermark(frame, 52 * unit);
}

void SheetPainter::paintCardBack(const Sheet &sheet, const QRectF &frame)
{
    const Tint tint = tintOf(sheet.document->code);
    const qreal unit = frame.height() / 164;
    Dice dice(sheet.ornament, "card-back");
    m_painter.setPen(QPen(tint.dark, 0.8));
    m_painter.setBrush(QColor(0xfb, 0xfb, 0xfb));
    m_painter.drawRoundedRect(frame, 9 * unit, 9 * unit);
    m_painter.fillRect(QRectF(frame.left(), frame.top() + 16 * unit, frame.width(), 26 * unit),
                       QColor(0x33, 0x33, 0x33));
    codeBlock(QRectF(frame.left() + 14 * unit, frame.top() + 58 * unit, 70 * unit, 70 * unit), dice);
    const QStringList &conditions = m_texts.pageWord(u"conditions"_s);
    for (int i = 0; i < 3; ++i)
        text(QRectF(frame.left() + 96 * unit, frame.top() + (56 + 26 * i) * unit, frame.width() - 108 * unit,
                    24 * unit),
             conditions[i], static_cast<int>(8 * unit), false, Qt::AlignLeft | Qt::AlignVCenter, kQuiet);
    watermark(frame, 52 * unit);
}

void SheetPainter::paintVisa(const Sheet &sheet, const QRectF &frame)
{
    const Tint tint = tintOf(sheet.document->code);
    const qreal unit = frame.height() / 250;
    Dice dice(sheet.ornament, "visa");
    m_painter.setPen(QPen(tint.dark, 1));
    m_painter.setBrush(QColor(0xff, 0xff, 0xff));
    m_painter.drawRect(frame);
    guilloche(m_painter, frame, tint.dark);
    const QRectF band(frame.left(), frame.top(), frame.width(), 40 * unit);
    m_painter.fillRect(band, tint.dark);
    text(band.adjusted(14 * unit, 0, -14 * unit, 0), sheet.document->title, static_cast<int>(16 * unit), true,
         Qt::AlignLeft | Qt::AlignVCenter, Qt::white);
    text(band.adjusted(14 * unit, 0, -14 * unit, 0), sheet.document->issuer, static_cast<int>(10 * unit),
         false, Qt::AlignRight | Qt::AlignVCenter, Qt::white);
    const QRectF body = frame.adjusted(14 * unit, 50 * unit, -14 * unit, -12 * unit);
    portrait(QRectF(body.left(), body.top(), 74 * unit, 94 * unit), sheet.holder.gender);
    codeBlock(QRectF(body.left() + 6 * unit, body.top() + 108 * unit, 62 * unit, 62 * unit), dice);
    columns(sheet, QRectF(body.left() + 92 * unit, body.top(), body.width() - 92 * unit, body.height()));
    watermark(frame, 80 * unit);
}

void SheetPainter::paintDocument(const Sheet &sheet, const QRectF &frame)
{
    switch (sheetForm(sheet.document->code)) {
    case SheetForm::Booklet:
        paintBooklet(sheet, frame);
        return;
    case SheetForm::Card:
        paintCard(sheet, frame);
        return;
    case SheetForm::Visa:
        paintVisa(sheet, frame);
        return;
    case SheetForm::Letter:
    case SheetForm::Statement:
    case SheetForm::Form:
        break;
    }
    m_painter.save();
    m_painter.translate(frame.topLeft());
    m_painter.scale(frame.width() / kSheet.width(), frame.width() / kSheet.width());
    m_painter.fillRect(QRectF(QPointF(0, 0), kSheet), Qt::white);
    paintPaper(sheet);
    watermark(QRectF(QPointF(0, 0), kSheet), 150);
    m_painter.restore();
}

void SheetPainter::paintPaper(const Sheet &sheet)
{
    Dice dice(sheet.ornament, "paper");
    letterhead(sheet);
    text(QRectF(kMargin, 132, kSheet.width() - 2 * kMargin, 34), sheet.document->title, 20, true,
         Qt::AlignCenter);
    const SheetForm form = sheetForm(sheet.document->code);
    const QString key = form == SheetForm::Letter ? u"letter"_s
        : form == SheetForm::Statement            ? u"statement"_s
                                                  : u"form"_s;
    const QRectF opening(kMargin, 182, kSheet.width() - 2 * kMargin, form == SheetForm::Form ? 26 : 84);
    text(opening, m_texts.pageWord(QString(u"openings/"_s % key)).front(), 12, false,
         Qt::AlignLeft | Qt::AlignTop);
    const qreal y =
        rows(sheet, QRectF(kMargin, opening.bottom() + 12, kSheet.width() - 2 * kMargin, 10), 34, true);
    text(QRectF(kMargin, y + 18, kSheet.width() - 2 * kMargin, 22),
         m_texts.pageWord(QString(u"closings/"_s % key)).front(), 12, false,
         Qt::AlignLeft | Qt::AlignVCenter);
    const QRectF sign(kMargin + 20, y + 66, 130, 44);
    if (form == SheetForm::Form) {
        codeBlock(QRectF(kMargin, y + 60, 74, 74), dice);
    } else {
        text(QRectF(sign.left(), sign.top() - 26, sign.width(), 20), m_texts.pageWord(u"signature"_s).front(),
             11, false, Qt::AlignHCenter | Qt::AlignVCenter, kQuiet);
        signature(sign, dice);
        m_painter.setPen(QPen(kRule, 1));
        m_painter.drawLine(sign.bottomLeft() + QPointF(0, 8), sign.bottomRight() + QPointF(0, 8));
    }
    static const QColor kStampInks[]{QColor(0x1d, 0x3f, 0x91), QColor(0x5b, 0x21, 0x7a),
                                     QColor(0x9a, 0x1c, 0x2e)};
    roundStamp(QPointF(kSheet.width() - 150 + dice.between(-20, 20), y + 110 + dice.between(-8, 16)), 52,
               kStampInks[dice.below(3)], issuerOf(sheet), dice);
}

void SheetPainter::paintCover(const Sheet &sheet)
{
    text(QRectF(kMargin, 90, kSheet.width() - 2 * kMargin, 40), m_texts.pageWord(u"cover_title"_s).front(),
         24, true, Qt::AlignCenter);
    text(QRectF(kMargin, 150, kSheet.width() - 2 * kMargin, 54),
         filled(m_texts.pageWord(u"cover_text"_s).front(), sheet.places), 13, false,
         Qt::AlignLeft | Qt::AlignTop);
    text(QRectF(kMargin, 206, kSheet.width() - 2 * kMargin, 44),
         filled(m_texts.pageWord(u"cover_people"_s).front(), sheet.places), 13, true,
         Qt::AlignLeft | Qt::AlignTop);
    qreal y = 262;
    const auto line = [&](const QString &title, const QString &page, bool head) {
        const QRectF row(kMargin, y, kSheet.width() - 2 * kMargin, 32);
        if (head)
            m_painter.fillRect(row, QColor(0xf3, 0xf5, 0xf7));
        m_painter.setPen(QPen(kRule, 0.8));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(row);
        text(row.adjusted(10, 0, -10, 0), title, 13, head);
        text(row.adjusted(10, 0, -10, 0), page, 13, head, Qt::AlignRight | Qt::AlignVCenter);
        y += 32;
    };
    line(m_texts.pageWord(u"cover_document"_s).front(), m_texts.pageWord(u"cover_page"_s).front(), true);
    for (const QString &entry : sheet.contents)
        line(entry.section(u'\t', 0, 0), entry.section(u'\t', 1, 1), false);
}

void SheetPainter::portStamp(const QPointF &centre, const QString &kind, const QString &port, QDate day,
                             Dice &dice)
{
    static const QColor kInks[]{QColor(0x1d, 0x3f, 0x91), QColor(0x1b, 0x6e, 0x4a), QColor(0x8a, 0x1c, 0x2e)};
    const QColor ink = kInks[dice.below(3)];
    m_painter.save();
    m_painter.translate(centre);
    m_painter.rotate(dice.between(-28, 28));
    m_painter.setOpacity(0.5 + dice.below(30) / 100.0);
    m_painter.setPen(QPen(ink, 1.6));
    m_painter.setBrush(Qt::NoBrush);
    const QRectF frame(-62, -34, 124, 68);
    dice.chance(50) ? m_painter.drawRoundedRect(frame, 10, 10) : m_painter.drawEllipse(frame);
    text(frame.adjusted(14, 8, -14, -44), kind, 10, true, Qt::AlignCenter, ink);
    text(frame.adjusted(8, 24, -8, -26), day.toString(u"dd.MM.yyyy"_s), 12, true, Qt::AlignCenter, ink);
    text(frame.adjusted(16, 42, -16, -6), port, 8, false, Qt::AlignCenter, ink);
    m_painter.restore();
}

void SheetPainter::paintStamps(const Sheet &sheet)
{
    Dice dice(sheet.ornament, "stamps");
    const QRectF spread(70, 120, kSheet.width() - 140, 330);
    m_painter.setPen(QPen(kRule, 1));
    m_painter.setBrush(QColor(0xf6, 0xf3, 0xea));
    m_painter.drawRoundedRect(spread, 8, 8);
    guilloche(m_painter, spread, QColor(0x5f, 0x6b, 0x52));
    text(QRectF(spread.left() + 14, spread.top() + 6, spread.width() - 28, 20),
         m_texts.pageWord(u"stamps_title"_s).front(), 10, false, Qt::AlignLeft | Qt::AlignVCenter, kQuiet);
    const QStringList &ports = m_texts.pageWord(u"ports"_s);
    QDate day = sheet.issued.addDays(dice.between(40, 200));
    for (int i = 0; i < 5; ++i) {
        const QPointF centre(spread.left() + 90 + (i % 3) * 135 + dice.between(-14, 14),
                             spread.top() + 90 + (i / 3) * 130 + dice.between(-16, 16));
        const QString kind = m_texts.pageWord(i % 2 == 0 ? u"entry"_s : u"exit"_s).front();
        portStamp(centre, kind, dice.pick(ports), day, dice);
        day = day.addDays(dice.between(20, 150));
    }
}

void SheetPainter::paintConditions(const Sheet &sheet)
{
    letterhead(sheet);
    text(QRectF(kMargin, 132, kSheet.width() - 2 * kMargin, 30),
         m_texts.pageWord(u"conditions_title"_s).front(), 17, true, Qt::AlignCenter);
    qreal y = 180;
    int number = 1;
    for (const QString &condition : m_texts.pageWord(u"conditions"_s)) {
        const QRectF row(kMargin, y, kSheet.width() - 2 * kMargin, 30);
        text(row.adjusted(0, 0, -26, 0), condition, 12);
        text(QRectF(row.right() - 22, row.top(), 22, row.height()), QString::number(number++), 12, true);
        y += 34;
    }
    Dice dice(sheet.ornament, "conditions");
    roundStamp(QPointF(kMargin + 90, y + 70), 50, QColor(0x1d, 0x3f, 0x91), issuerOf(sheet), dice);
}

void SheetPainter::paintScreenshot(const Sheet &sheet)
{
    // Smaller than it was: on paper nobody sees the difference, and the whole would be most of the file.
    const QImage screen = screenshotImage(m_texts, sheet, 0.5);
    const QSizeF size = QSizeF(screen.size()).scaled(kSheet - QSizeF(110, 190), Qt::KeepAspectRatio);
    const QRectF frame(QPointF((kSheet.width() - size.width()) / 2, 80), size);
    m_painter.drawImage(frame, screen);
    m_painter.setPen(QPen(kRule, 1));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(frame);
}

void SheetPainter::paint(const Sheet &sheet)
{
    switch (sheet.kind) {
    case Sheet::Kind::Cover:
        paintCover(sheet);
        break;
    case Sheet::Kind::Stamps:
        paintStamps(sheet);
        break;
    case Sheet::Kind::Conditions:
        paintConditions(sheet);
        break;
    case Sheet::Kind::Document: {
        if (sheet.document->code == u"error_screenshot"_s) {
            paintScreenshot(sheet);
            break;
        }
        const SheetForm form = sheetForm(sheet.document->code);
        if (form == SheetForm::Letter || form == SheetForm::Statement || form == SheetForm::Form) {
            paintPaper(sheet);
            break;
        }
        const QSizeF size = documentSize(sheet.document->code) * (form == SheetForm::Card ? 1.25 : 1.15);
        const QRectF frame(QPointF((kSheet.width() - size.width()) / 2, 110), size);
        paintDocument(sheet, frame);
        if (form == SheetForm::Card)
            paintCardBack(sheet, frame.translated(0, size.height() + 40));
        break;
    }
    }
    paintEdges(sheet);
}

QImage sheetImage(const DemoTexts &texts, const Sheet &sheet, int dotsPerInch)
{
    const qreal scale = dotsPerInch / 72.0;
    QImage image((kSheet * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    SheetPainter(texts, painter).paint(sheet);
    return image;
}

} // namespace tawasul
