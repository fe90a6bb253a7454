// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/sheet.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainterPath>

#include <array>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal kMargin = 48;
const QColor kInk(0x1f, 0x2a, 0x37);
const QColor kQuiet(0x6b, 0x72, 0x80);
const QColor kRule(0xd0, 0xd5, 0xdd);

// A number or date after Arabic letters would be turned around piece by piece: on paper it stands in an
// isolate.
QString isolated(const QString &ascii)
{
    return QString(QChar(0x2066) % ascii % QChar(0x2069));
}

} // namespace

QString issuerOf(const Sheet &sheet)
{
    const auto employer = sheet.places.find(u"employer"_s);
    const bool isEmployer =
        sheet.document->code == u"establishment_letter"_s && employer != sheet.places.end();
    return isEmployer ? employer->second : sheet.document->issuer;
}

SheetForm sheetForm(const QString &document)
{
    static const QStringList kBooklets{u"old_passport"_s, u"new_passport"_s, u"passport_copy"_s};
    static const QStringList kCards{u"national_id"_s, u"iqama"_s, u"visitor_id"_s};
    static const QStringList kVisas{u"visit_visa"_s, u"entry_visa"_s, u"exit_visa"_s};
    static const QStringList kLetters{u"establishment_letter"_s, u"travel_evidence"_s, u"medical_report"_s,
                                      u"relationship_proof"_s};
    static const QStringList kStatements{u"loss_statement"_s, u"head_consent"_s, u"power_of_attorney"_s,
                                         u"worker_consent"_s, u"marriage_contract"_s};
    if (kBooklets.contains(document))
        return SheetForm::Booklet;
    if (kCards.contains(document))
        return SheetForm::Card;
    if (kVisas.contains(document))
        return SheetForm::Visa;
    if (kLetters.contains(document))
        return SheetForm::Letter;
    return kStatements.contains(document) ? SheetForm::Statement : SheetForm::Form;
}

QFont sampleFont(int size, bool bold)
{
    QFont font;
    font.setFamilies({u"Noto Sans Arabic"_s, u"IBM Plex Sans Arabic"_s, u"Noto Sans"_s, u"DejaVu Sans"_s});
    font.setPixelSize(size);
    font.setBold(bold);
    // Hinted outlines depend on what was drawn before; unhinted ones are the font's own.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

SheetPainter::SheetPainter(const DemoTexts &texts, QPainter &painter)
    : m_texts(texts)
    , m_painter(painter)
{
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing
                             | QPainter::SmoothPixmapTransform);
    // Without it AlignLeft stays left for Arabic too.
    m_painter.setLayoutDirection(Qt::RightToLeft);
}

void SheetPainter::text(const QRectF &frame, const QString &words, int size, bool bold,
                        Qt::Alignment alignment, const QColor &colour)
{
    const int flags = static_cast<int>(alignment) | Qt::TextWordWrap;
    // Long foreign names: smaller rather than cut.
    constexpr int kSmallest = 4;
    int fitting = size;
    while (fitting > kSmallest) {
        const QRectF needed = QFontMetricsF(sampleFont(fitting, bold)).boundingRect(frame, flags, words);
        if (needed.height() <= frame.height() + 1 && needed.width() <= frame.width() + 1)
            break;
        --fitting;
    }
    m_painter.setFont(sampleFont(fitting, bold));
    m_painter.setPen(colour);
    m_painter.drawText(frame, flags, words);
}

void SheetPainter::watermark(const QRectF &frame, qreal size)
{
    // As one shape: where the letters of a word join, a see-through pen would show the overlap. Made once:
    // FreeType's hinting remembers earlier glyphs, so that the outlines of a second time may differ a little.
    constexpr int kDrawnAt = 200;
    static const QPainterPath kShape = [](const QString &word) {
        QPainterPath shape;
        shape.setFillRule(Qt::WindingFill);
        shape.addText(QPointF(0, 0), sampleFont(kDrawnAt, true), word);
        return shape.translated(-shape.boundingRect().center());
    }(m_texts.watermark.section(u' ', 0, 0));
    QColor colour(0xb4, 0x23, 0x18);
    colour.setAlphaF(0.13F);
    m_painter.save();
    m_painter.translate(frame.center());
    m_painter.rotate(-34);
    m_painter.scale(size / kDrawnAt, size / kDrawnAt);
    m_painter.fillPath(kShape, colour);
    m_painter.restore();
}

void SheetPainter::portrait(const QRectF &frame, Gender gender)
{
    m_painter.save();
    m_painter.setClipRect(frame);
    m_painter.fillRect(frame, QColor(0xdd, 0xe3, 0xea));
    m_painter.setPen(Qt::NoPen);
    const qreal width = frame.width();
    const QPointF head(frame.center().x(), frame.top() + frame.height() * 0.40);
    const QColor body(0x8d, 0x99, 0xa8);
    m_painter.setBrush(body);
    m_painter.drawEllipse(QPointF(head.x(), frame.bottom() + frame.height() * 0.06), width * 0.44,
                          frame.height() * 0.36);
    if (gender == Gender::Woman)
        m_painter.drawEllipse(head, width * 0.29, frame.height() * 0.29);
    m_painter.setBrush(QColor(0xb9, 0xa8, 0x98));
    m_painter.drawEllipse(head, width * 0.20, frame.height() * 0.20);
    m_painter.restore();
    m_painter.setPen(QPen(kRule, 0.8));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(frame);
}

void SheetPainter::codeBlock(const QRectF &frame, Dice &dice)
{
    constexpr int kCells = 21;
    const qreal cell = frame.width() / kCells;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    for (int y = 0; y < kCells; ++y) {
        for (int x = 0; x < kCells; ++x) {
            if (dice.chance(47))
                m_painter.fillRect(QRectF(frame.left() + x * cell, frame.top() + y * cell, cell, cell), kInk);
        }
    }
    m_painter.restore();
}

void SheetPainter::roundStamp(const QPointF &centre, qreal radius, const QColor &colour, const QString &words,
                              Dice &dice)
{
    m_painter.save();
    m_painter.translate(centre);
    m_painter.rotate(dice.between(-24, 24));
    m_painter.setOpacity(0.62);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(colour, 1.8));
    m_painter.drawEllipse(QPointF(0, 0), radius, radius);
    m_painter.setPen(QPen(colour, 0.8));
    m_painter.drawEllipse(QPointF(0, 0), radius * 0.88, radius * 0.88);
    m_painter.drawLine(QPointF(-radius * 0.8, radius * 0.30), QPointF(radius * 0.8, radius * 0.30));
    m_painter.drawLine(QPointF(-radius * 0.8, -radius * 0.30), QPointF(radius * 0.8, -radius * 0.30));
    const QRectF middle(-radius * 0.8, -radius * 0.28, radius * 1.6, radius * 0.56);
    text(middle, words, static_cast<int>(radius * 0.22), true, Qt::AlignCenter, colour);
    text(middle.translated(0, radius * 0.5), m_texts.pageWord(u"stamp"_s).front(),
         static_cast<int>(radius * 0.2), false, Qt::AlignCenter, colour);
    text(middle.translated(0, -radius * 0.52), u"\u2605"_s, static_cast<int>(radius * 0.3), false,
         Qt::AlignCenter, colour);
    m_painter.restore();
}

void SheetPainter::signature(const QRectF &frame, Dice &dice)
{
    QPainterPath path(frame.topLeft() + QPointF(0, frame.height() * 0.6));
    QPointF at = path.currentPosition();
    for (int i = 0; i < 5; ++i) {
        const QPointF next(frame.left() + frame.width() * (i + 1) / 5.0,
                           frame.top() + frame.height() * dice.between(15, 85) / 100.0);
        path.cubicTo(at + QPointF(frame.width() * 0.12, -frame.height() * dice.between(-60, 90) / 100.0),
                     next + QPointF(-frame.width() * 0.14, frame.height() * dice.between(-60, 90) / 100.0),
                     next);
        at = next;
    }
    m_painter.setPen(QPen(QColor(0x1f, 0x3a, 0x8a), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPath(path);
}

qreal SheetPainter::rows(const Sheet &sheet, const QRectF &frame, qreal rowHeight, bool ruled)
{
    const qreal labelWidth = frame.width() * 0.34;
    qreal y = frame.top();
    for (const DocumentText::Row &row : sheet.document->rows) {
        const QRectF label(frame.right() - labelWidth, y, labelWidth, rowHeight);
        const QRectF value(frame.left(), y, frame.width() - labelWidth, rowHeight);
        if (ruled) {
            m_painter.fillRect(label, QColor(0xf3, 0xf5, 0xf7));
            m_painter.setPen(QPen(kRule, 0.8));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRect(label);
            m_painter.drawRect(value);
        }
        const qreal inset = ruled ? 8 : 2;
        text(label.adjusted(inset, 0, -inset, 0), row.label, 11, false, Qt::AlignLeft | Qt::AlignVCenter,
             kQuiet);
        text(value.adjusted(inset, 0, -inset, 0), filled(row.value, sheet.places), 12, true);
        y += rowHeight;
    }
    return y;
}

// Label over value, two beside each other, from the right; a name has a line of its own.
void SheetPainter::columns(const Sheet &sheet, const QRectF &frame)
{
    struct Place
    {
        const DocumentText::Row *row;
        int line;
        bool isSecond;
        bool isWide;
    };
    std::vector<Place> places;
    int lines = 0;
    bool half = false; // the line has room for one more
    for (const DocumentText::Row &row : sheet.document->rows) {
        const bool wide = row.value.contains(u"name}"_s);
        const bool second = half && !wide;
        if (!second)
            ++lines;
        places.push_back({&row, lines - 1, second, wide});
        half = !wide && !second;
    }
    const qreal width = frame.width() / 2;
    const qreal height = frame.height() / lines;
    const auto small = static_cast<int>(std::clamp(height * 0.34, 5.0, 9.0));
    for (const Place &place : places) {
        const qreal wide = place.isWide ? frame.width() : width;
        const qreal right = frame.right() - (place.isSecond ? width : 0);
        const QRectF cell(right - wide, frame.top() + place.line * height, wide, height);
        text(QRectF(cell.left() + 3, cell.top(), cell.width() - 6, height * 0.42), place.row->label, small,
             false, Qt::AlignLeft | Qt::AlignVCenter, kQuiet);
        text(QRectF(cell.left() + 3, cell.top() + height * 0.40, cell.width() - 6, height * 0.58),
             filled(place.row->value, sheet.places), small + 2, true);
    }
}

void SheetPainter::letterhead(const Sheet &sheet)
{
    static constexpr std::array<QRgb, 6> kColours{0x1b5e3f, 0x17456b, 0x6b2d3c, 0x3d4b66, 0x5b4a1f, 0x234f52};
    // One colour for an issuer, so that two papers of one office look alike.
    std::size_t sum = 0;
    for (const QChar character : sheet.document->issuer)
        sum += character.unicode();
    const QColor colour(kColours[sum % kColours.size()]);
    const QRectF top(kMargin, 40, kSheet.width() - 2 * kMargin, 64);
    // A neutral ornament: not the emblem of any authority.
    m_painter.save();
    m_painter.translate(top.center());
    m_painter.setPen(QPen(colour, 1.4));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawEllipse(QPointF(0, 0), 25, 25);
    for (int i = 0; i < 2; ++i) {
        m_painter.drawRect(QRectF(-14, -14, 28, 28));
        m_painter.rotate(45);
    }
    m_painter.restore();
    const qreal half = top.width() * 0.42;
    text(QRectF(top.right() - half, top.top() + 4, half, 20), m_texts.pageWord(u"kingdom"_s).front(), 11,
         false, Qt::AlignLeft | Qt::AlignVCenter, kQuiet);
    text(QRectF(top.right() - half, top.top() + 24, half, 24), issuerOf(sheet), 14, true,
         Qt::AlignLeft | Qt::AlignVCenter, colour);
    const auto number = sheet.places.find(u"document_number"_s);
    const QRectF left(top.left(), top.top() + 8, half * 0.8, 18);
    text(left,
         QString(m_texts.pageWord(u"number"_s).front() % u": "_s
                 % (number == sheet.places.end() ? QString() : isolated(number->second))),
         10, false, Qt::AlignLeft | Qt::AlignVCenter, kQuiet);
    text(left.translated(0, 18),
         QString(m_texts.pageWord(u"date"_s).front() % u": "_s
                 % isolated(sheet.written.toString(Qt::ISODate))),
         10, false, Qt::AlignLeft | Qt::AlignVCenter, kQuiet);
    m_painter.setPen(QPen(colour, 2));
    m_painter.drawLine(QPointF(kMargin, 116), QPointF(kSheet.width() - kMargin, 116));
}

void SheetPainter::paintEdges(const Sheet &sheet)
{
    const QRectF page(QPointF(0, 0), kSheet);
    watermark(page, 150);
    const QRectF foot(kMargin, kSheet.height() - 34, kSheet.width() - 2 * kMargin, 16);
    const QColor red(0xb4, 0x23, 0x18);
    text(foot, m_texts.watermark, 9, true, Qt::AlignLeft | Qt::AlignVCenter, red);
    text(foot,
         filled(m_texts.pageWord(u"page"_s).front(),
                {{u"page"_s, QString::number(sheet.page)}, {u"pages"_s, QString::number(sheet.pages)}}),
         9, false, Qt::AlignRight | Qt::AlignVCenter, kQuiet);
    text(QRectF(kMargin, 14, kSheet.width() - 2 * kMargin, 14), m_texts.watermark, 8, false,
         Qt::AlignHCenter | Qt::AlignVCenter, red);
}

} // namespace tawasul
