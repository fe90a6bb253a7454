// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtGui/QImage>
#include <QtWidgets/QAbstractScrollArea>

#include <optional>

#include "ui/documents/pagelayout.h"
#include "ui/documents/pagelight.h"
#include "ui/documents/textlayer.h"

namespace tawasul {

class DocumentSearch;
class Theme;

/// The pages of a document, or the place where they will be: one at a time, or under each other. Left to
/// right in any language: pages do not mirror, and a scroll bar of a right-to-left layout would run
/// backwards.
class PageCanvas : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PageCanvas(const Theme &theme, QWidget *parent = nullptr);

    /// The sizes of all pages in points, as they are turned; an unknown one stands in as A4. Their pictures
    /// go. `turns`: their quarter turns to the right; what is missing is upright.
    void setPages(const std::vector<QSizeF> &points, std::vector<int> turns = {});
    /// A page is of another size than was believed; its picture goes, and what is looked at stays in sight.
    void setPageSize(int page, QSizeF points);
    /// Under each other instead of one at a time; the current page stays in sight.
    void setContinuous(bool continuous);
    [[nodiscard]] bool isContinuous() const { return m_continuous; }
    /// Brings the beginning of a page into sight.
    void setCurrent(int page);
    [[nodiscard]] int current() const { return m_current; }

    /// The picture of a page; one of another size is stretched until the right one comes. One that is larger
    /// by the magnifier's power is looked at through it.
    void setPicture(int page, const QImage &picture);
    [[nodiscard]] QSize pictureSize(int page) const { return m_pictures.value(page).size(); }
    void dropPicture(int page);
    /// Says so in the place of a page that cannot be shown.
    void setProblem(int page, const QString &sentence);
    [[nodiscard]] bool hasProblem(int page) const { return m_problems.contains(page); }
    /// It is tried again.
    void dropProblem(int page);
    /// Pages that nobody would miss at first glance: they are marked, and shown like any other.
    void setNearlyBlank(const QSet<int> &pages);

    /// Another document: what was selected and lit goes.
    void leaveText();
    /// What is written on a page: it can be selected.
    void setText(int page, const PageText &text);
    void dropText(int page) { m_text.drop(page); }
    [[nodiscard]] const PageText *textOf(int page) const { return m_text.textOf(page); }
    void selectText(int page, TextRange range);
    /// All text of the current page.
    void selectPage();
    [[nodiscard]] QString selectedText() const { return m_text.selected(); }
    /// What is selected, and where the end of it that moves stands.
    [[nodiscard]] const TextLayer &textLayer() const { return m_text; }
    /// Every place that is found is lit, the current one more; the search outlives the canvas.
    void lightHitsOf(const DocumentSearch &search) { m_search = &search; }
    /// Brings a box of the page into sight, if it is not.
    void reveal(int page, const QRectF &box);
    /// Where a box of the page, in points as it lies in the file, is seen in the viewport.
    [[nodiscard]] QRectF placeOf(int page, const QRectF &box) const;

    void setZoom(PageZoom zoom);
    [[nodiscard]] PageZoom zoom() const { return m_zoom; }
    void setLight(const PageLight &light);
    [[nodiscard]] const PageLight &light() const { return m_light; }
    /// A lens that follows the pointer, or the arrow keys.
    void setMagnifier(bool on);
    [[nodiscard]] bool hasMagnifier() const { return m_lens.has_value(); }
    /// The page under the lens, or -1.
    [[nodiscard]] int magnifiedPage() const;
    /// The size in which that page is wanted for the lens.
    [[nodiscard]] QSize magnifiedPixels() const;

    [[nodiscard]] int percent() const;
    /// The exact size in which the current page is wanted, as it is turned.
    [[nodiscard]] QSize devicePixels() const { return devicePixels(m_current); }
    [[nodiscard]] QSize devicePixels(int page) const;
    /// The room for pages, in device pixels.
    [[nodiscard]] QSize roomPixels() const;
    /// The pages in sight, the current one first.
    [[nodiscard]] std::vector<int> visiblePages() const;
    [[nodiscard]] bool isWaiting() const { return !m_pictures.contains(m_current); }

Q_SIGNALS:
    /// Other pages, or other sizes of them, are wanted now.
    void viewChanged();
    /// Another page came to be the one that is read, by scrolling.
    void currentChanged(int page);
    /// Turned over the edge of the page: +1 or -1.
    void pageTurned(int step);
    /// Ctrl and wheel: +1 larger, -1 smaller; what is under the pointer stays there.
    void zoomStepped(int step);
    /// Esc while the lens is over the page.
    void magnifierLeft();
    /// Other pixels are wanted for the lens.
    void magnifierMoved();
    /// A page that could not be shown is to be tried again.
    void retryRequested(int page);
    /// Other text is selected now, or none.
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    // A point of a page, as a share of its size: survives another layout.
    struct Spot
    {
        int page = 0;
        QPointF share;
    };

    // A point of a page, in points as it lies in the file.
    struct TextPoint
    {
        int page = 0;
        QPointF point;
    };

    [[nodiscard]] QPoint offset() const;
    [[nodiscard]] QSizeF points(int page) const;
    [[nodiscard]] Spot spotAt(QPoint inViewport) const;
    void bring(const Spot &spot, QPoint inViewport);
    void layOut();
    void layOutAround(QPoint inViewport);
    void noticeCurrent();
    void readOn(int step);
    bool moveLens(int key);
    [[nodiscard]] int turn(int page) const;
    [[nodiscard]] QSizeF uprightPoints(int page) const;
    [[nodiscard]] TextPoint textPointAt(QPoint inViewport) const;
    bool beginSelection(const QMouseEvent &event, TextLayer::By by);
    bool moveSelection(const QKeyEvent &event);
    bool moveEnd(const QKeyEvent &event);
    void followText(QPoint inViewport);
    void selectTo(QPoint inViewport);
    void scrollAlong();
    void endSelecting();
    void paintCaret(QPainter &painter) const;
    void tellSelection();
    void paintMarks(QPainter &painter, int page) const;
    void paintHits(QPainter &painter, int page) const;
    [[nodiscard]] QRect lensRect() const;
    void showCursor();
    void paintPage(QPainter &painter, int page, const QRect &place) const;
    void paintPicture(QPainter &painter, const QRectF &place, const QImage &picture, const QRect &seen) const;
    [[nodiscard]] QImage litPart(const QRectF &place, const QImage &picture, const QRect &part) const;
    void paintSkeleton(QPainter &painter, const QRect &page) const;
    void paintProblem(QPainter &painter, const QRect &page, const QString &sentence) const;
    [[nodiscard]] QRect problemWords(const QRect &page) const;
    void placeRetries();
    void paintBlankTag(QPainter &painter, const QRect &page) const;
    void paintLens(QPainter &painter) const;

    const Theme &m_theme;
    std::vector<QSizeF> m_points;
    std::vector<int> m_turns;
    TextLayer m_text;
    const DocumentSearch *m_search = nullptr;
    bool m_isSelecting = false; ///< the button is held
    QPoint m_selectedTo;        ///< the pointer then, in the viewport or beyond it
    QTimer m_scrolling;         ///< while it is beyond
    bool m_isOverText = false;
    PageZoom m_zoom;
    bool m_continuous = false;
    int m_current = 0;
    PageLayout m_layout;
    QHash<int, QImage> m_pictures;
    QHash<int, QImage> m_details; ///< for the lens
    QHash<int, QString> m_problems;
    QHash<int, QWidget *> m_retries; ///< a button for each of them
    QSet<int> m_nearlyBlank;
    PageLight m_light;
    /// The parts in sight as they are lit: they are painted far oftener than they change.
    struct Lit
    {
        qint64 picture = 0; ///< QImage::cacheKey()
        QRectF place;       ///< of the whole page, from the corner of the part
        PageLight light;
        QImage part;
    };
    mutable std::vector<Lit> m_lit;   ///< the latest last
    std::optional<QPoint> m_lens;     ///< its middle in the viewport
    std::optional<QPoint> m_panFrom;  ///< the pointer, while it drags the paper
    std::optional<QPoint> m_zoomSpot; ///< stays where it is while the zoom changes
    int m_wheel = 0;                  ///< of a step of the wheel, turned so far
    bool m_isSpaceHeld = false;
    bool m_isPanned = false; ///< space was held to drag, not to read on
    bool m_isLayingOut = false;
};

} // namespace tawasul
