// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>
#include <QtWidgets/QAbstractScrollArea>

namespace tawasul {

class Theme;

/// How large a page is shown.
struct PageZoom
{
    enum class Fit { Width, Page, Free };

    Fit fit = Fit::Width;
    int percent = 100; ///< of the page's own size at 96 dots per inch, when Free

    friend bool operator==(PageZoom, PageZoom) = default;
};

/// The size of a page in logical pixels in a room; `points` is its size in points (1/72 inch).
[[nodiscard]] QSize pageSize(QSizeF points, QSize room, PageZoom zoom);
/// What that size is in per cent of the page's own.
[[nodiscard]] int shownPercent(QSizeF points, QSize size);

/// One page of a document, or the place where it will be. Left to right in any language: pages do not mirror,
/// and a scroll bar of a right-to-left layout would run backwards.
class PageCanvas : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PageCanvas(const Theme &theme, QWidget *parent = nullptr);

    /// The page to be shown, whose picture may not be here yet. An unknown size stands in as A4.
    void setPage(QSizeF points);
    /// The picture; one of another size is stretched until the right one comes.
    void setPicture(const QImage &picture);
    void setZoom(PageZoom zoom);
    [[nodiscard]] PageZoom zoom() const { return m_zoom; }

    [[nodiscard]] int percent() const;
    /// The exact size in which the page is wanted.
    [[nodiscard]] QSize devicePixels() const { return devicePixels(m_points); }
    /// The same of another page, were it shown here.
    [[nodiscard]] QSize devicePixels(QSizeF points) const;
    [[nodiscard]] bool isWaiting() const { return m_picture.isNull(); }

    void scrollToTop();

Q_SIGNALS:
    /// Another size is wanted now.
    void sizeChanged();
    /// Turned over the edge of the page: +1 or -1.
    void pageTurned(int step);
    /// Ctrl and wheel: +1 larger, -1 smaller.
    void zoomStepped(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QSize room() const;
    void layOut();
    void paintSkeleton(QPainter &painter, const QRect &page) const;

    const Theme &m_theme;
    QSizeF m_points;
    PageZoom m_zoom;
    QSize m_size;
    QImage m_picture;
};

} // namespace tawasul
