// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QWidget>

#include "ui/supervision/boardwords.h"
#include "ui/theme/theme.h"

#include <functional>
#include <optional>
#include <vector>

namespace tawasul {

/// One thing of a chart that can be pointed at.
struct ChartMark
{
    QRect area;    ///< as if left to right
    QString words; ///< what it says: the tooltip, and what a screen reader speaks
    int row = 0;
    int column = 0;
    std::optional<BoardQuestion> question; ///< nothing: what may be done with the row
};

/// A small painted chart. Each mark has words, is pointed at by the mouse, walked to by the arrow keys and
/// chosen by Enter, Space or a click. Subclasses lay the marks out and paint them, as if from left to right.
class Chart : public QWidget
{
    Q_OBJECT

public:
    /// What a chart whose marks reach its edges keeps free there, so that the ring has room; its layout
    /// gives it as much less of a margin.
    static constexpr int kRingRoom = 6;

    /// `name` is what a screen reader calls it; the current mark is its description.
    Chart(const Theme &theme, const BoardWords &words, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] const std::vector<ChartMark> &marks() const { return m_marks; }
    /// The mark that the keyboard is on; -1 while there are none.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int mark);
    /// Where the mark is on this widget.
    [[nodiscard]] QRect placeOf(int mark) const;
    /// What is drawn around it when it has the keyboard.
    [[nodiscard]] QRectF ringOf(int mark) const;

Q_SIGNALS:
    void asked(const tawasul::BoardQuestion &question);
    /// What may be done with the row; the place is of the screen.
    void menuAsked(int row, const QPoint &place);
    /// The current mark is elsewhere, in this widget's pixels.
    void currentMoved(const QRect &place);

protected:
    [[nodiscard]] virtual std::vector<ChartMark> layOut() const = 0;
    virtual void paintChart(QPainter &painter, const QRect &clip) const = 0;

    /// The values, the size or the fonts are others.
    void refresh();
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] const BoardWords &words() const { return m_words; }
    [[nodiscard]] QRect turned(const QRect &asIfLeftToRight) const;
    [[nodiscard]] int markAt(const QPoint &place) const;
    [[nodiscard]] int hovered() const { return m_hovered; }
    /// One line at the start edge of the room, shortened.
    void drawLine(QPainter &painter, const QRect &room, TextRole role, const QColor &color,
                  const QString &text, Qt::Alignment at = Qt::AlignLeading) const;
    /// A bar or column: in high contrast each standing has a pattern of its own.
    void fill(QPainter &painter, const QRect &area, const QColor &color, Qt::BrushStyle pattern) const;

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void choose(int mark);
    void hover(int mark);
    [[nodiscard]] int step(int rows, int columns) const;
    void describe();

    const Theme &m_theme;
    const BoardWords &m_words;
    std::vector<ChartMark> m_marks;
    int m_current = -1;
    int m_hovered = -1;
    bool m_byKeyboard = true;
};

/// The colour of a standing on the board, and its pattern where colours are not enough.
[[nodiscard]] QColor standingColor(const Tokens &tokens, Standing standing);
[[nodiscard]] Qt::BrushStyle standingPattern(Standing standing);

/// A swatch and a word for each thing that a chart tells apart, in one line.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QString word;
        std::function<QColor(const Tokens &)> color;
        Qt::BrushStyle pattern = Qt::SolidPattern;
    };

    ChartLegend(const Theme &theme, std::vector<Entry> entries, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    std::vector<Entry> m_entries;
};

/// Scrolls a chart that is higher than its place, and keeps its heading in sight.
class ChartScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit ChartScroll(Chart *chart, QWidget *parent = nullptr);

    /// Stands over the chart, as wide as it.
    void setHeading(QWidget *heading);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeHeading();

    QWidget *m_heading = nullptr;
};

} // namespace tawasul
