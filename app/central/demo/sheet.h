// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/demotexts.h"
#include "app/central/demo/dice.h"
#include "app/central/demo/places.h"
#include "app/central/demo/population.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>

namespace tawasul {

/// A4 in points: the coordinates in which sheets are painted.
inline constexpr QSizeF kSheet{595, 842};

/// One page of a sample file.
struct Sheet
{
    enum class Kind {
        Cover, ///< what the file holds
        Document,
        Stamps,     ///< a passport's page of visas and stamps
        Conditions, ///< the second page of a document of two
    };

    Kind kind = Kind::Document;
    const DocumentText *document = nullptr;
    Places places;
    Person holder;
    QDate issued;
    QDate written; ///< of the paper itself
    QDate expires;
    QStringList contents; ///< Cover: titles in order
    int page = 1;
    int pages = 1;
    quint64 ornament = 0; ///< decides colours and where stamps fall
};

/// The office or firm on whose paper it is.
[[nodiscard]] QString issuerOf(const Sheet &sheet);

/// How a document is laid out.
enum class SheetForm { Booklet, Card, Visa, Letter, Statement, Form };
[[nodiscard]] SheetForm sheetForm(const QString &document);

/// Paints a page right to left, with «عينة» across it and in words at its edges.
class SheetPainter
{
public:
    SheetPainter(const DemoTexts &texts, QPainter &painter);

    void paint(const Sheet &sheet);

    /// Only the identity page, card or visa, as a telephone would take it: fills `frame`.
    void paintDocument(const Sheet &sheet, const QRectF &frame);

    /// The size that paintDocument() would like, in points.
    [[nodiscard]] static QSizeF documentSize(const QString &document);

    /// «عينة» across a frame.
    void watermark(const QRectF &frame, qreal size);

private:
    void paintCover(const Sheet &sheet);
    void paintPaper(const Sheet &sheet);
    void paintStamps(const Sheet &sheet);
    void paintConditions(const Sheet &sheet);
    void paintScreenshot(const Sheet &sheet);
    void paintEdges(const Sheet &sheet);
    void paintBooklet(const Sheet &sheet, const QRectF &frame);
    void paintCard(const Sheet &sheet, const QRectF &frame);
    void paintCardBack(const Sheet &sheet, const QRectF &frame);
    void paintVisa(const Sheet &sheet, const QRectF &frame);

    void letterhead(const Sheet &sheet);
    qreal rows(const Sheet &sheet, const QRectF &frame, qreal rowHeight, bool ruled);
    void columns(const Sheet &sheet, const QRectF &frame);
    void portrait(const QRectF &frame, Gender gender);
    void roundStamp(const QPointF &centre, qreal radius, const QColor &colour, const QString &text,
                    Dice &dice);
    void portStamp(const QPointF &centre, const QString &kind, const QString &port, QDate day, Dice &dice);
    void signature(const QRectF &frame, Dice &dice);
    void codeBlock(const QRectF &frame, Dice &dice);

    void text(const QRectF &frame, const QString &words, int size, bool bold = false,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter,
              const QColor &colour = QColor(0x1f, 0x2a, 0x37));

    const DemoTexts &m_texts;
    QPainter &m_painter;
};

/// The sheet as an image of so many dots per inch, on white.
[[nodiscard]] QImage sheetImage(const DemoTexts &texts, const Sheet &sheet, int dotsPerInch);

/// The font of all samples: Noto Sans Arabic, or what the machine has instead.
[[nodiscard]] QFont sampleFont(int size, bool bold = false);

} // namespace tawasul
