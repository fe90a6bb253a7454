// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the canvas paints its pages, what stands in for them, and the lens over them.
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <array>

#include "ui/documents/blanktag.h"
#include "ui/documents/pagecanvas.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kLensPower = 2;

}

void PageCanvas::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.canvas);
    painter.drawRoundedRect(viewport()->rect(), radius::control, radius::control);
    const int last = m_layout.pageAt(offset().y() + viewport()->height());
    for (int page = m_layout.pageAt(offset().y()); page <= last; ++page)
        paintPage(painter, page, m_layout.place(page).translated(-offset()));
    paintCaret(painter);
    if (m_lens)
        paintLens(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.focus, 2));
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), radius::control,
                                radius::control);
    }
}

void PageCanvas::paintPage(QPainter &painter, int page, const QRect &place) const
{
    const Tokens &tokens = m_theme.tokens();
    const auto picture = m_pictures.constFind(page);
    if (m_problems.contains(page))
        paintProblem(painter, place, m_problems.value(page));
    else if (picture == m_pictures.constEnd())
        paintSkeleton(painter, place);
    else
        paintPicture(painter, place, *picture, viewport()->rect());
    paintMarks(painter, page);
    if (m_nearlyBlank.contains(page) && !m_problems.contains(page))
        paintBlankTag(painter, place);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.border, tokens.edge));
    painter.drawRect(QRectF(place).adjusted(-0.5, -0.5, 0.5, 0.5));
}

// Lit while it is painted: only what is in sight is worked on, and only when it is seen.
void PageCanvas::paintPicture(QPainter &painter, const QRectF &place, const QImage &picture,
                              const QRect &seen) const
{
    if (m_light.isPlain()) {
        painter.drawImage(place, picture);
        return;
    }
    const QRect part = place.toAlignedRect() & seen;
    if (part.isEmpty())
        return;
    painter.drawImage(part.topLeft(), litPart(place.translated(-part.topLeft()), picture, part));
}

QImage PageCanvas::litPart(const QRectF &place, const QImage &picture, const QRect &part) const
{
    constexpr std::size_t kKept = 6; // as many pages as fit into a window, and the lens
    const QSize size = (QSizeF(part.size()) * devicePixelRatioF()).toSize();
    const auto known = std::find_if(m_lit.begin(), m_lit.end(), [&](const Lit &one) {
        return one.picture == picture.cacheKey() && one.place == place && one.light == m_light
            && one.part.size() == size;
    });
    if (known != m_lit.end())
        return known->part;
    QImage lit(size, QImage::Format_RGB32);
    lit.setDevicePixelRatio(devicePixelRatioF());
    lit.fill(Qt::white);
    {
        QPainter light(&lit);
        light.setRenderHint(QPainter::SmoothPixmapTransform);
        light.drawImage(place, picture);
    }
    applyLight(lit, m_light);
    if (m_lit.size() >= kKept)
        m_lit.erase(m_lit.begin());
    m_lit.push_back({picture.cacheKey(), place, m_light, lit});
    return lit;
}

void PageCanvas::paintSkeleton(QPainter &painter, const QRect &page) const
{
    const Tokens &tokens = m_theme.tokens();
    painter.fillRect(page, tokens.surface);
    painter.setBrush(tokens.marks.track);
    painter.setPen(Qt::NoPen);
    // A heading and lines of text, as on most pages.
    constexpr std::array kLines{0.45, 0.0, 0.80, 0.72, 0.78, 0.0, 0.60, 0.76, 0.70, 0.0, 0.80, 0.52};
    const int step = std::max(page.height() / 24, 2);
    int top = page.top() + 2 * step;
    for (const double part : kLines) {
        const int width = qRound(page.width() * part);
        // Pages of this service begin at the right.
        const QRect line(page.right() - page.width() / 10 - width, top, width, step / 2);
        if (width > 0)
            painter.drawRoundedRect(line, radius::small, radius::small);
        top += step;
    }
}

// Under the icon.
QRect PageCanvas::problemWords(const QRect &page) const
{
    const int middle = page.top() + page.height() / 3;
    return {page.left() + space::wide, middle + space::snug, page.width() - 2 * space::wide,
            page.height() / 3};
}

// Each button stands under its words; a page out of sight has none that the keyboard would find.
void PageCanvas::placeRetries()
{
    const QFontMetrics metrics(m_theme.font(TextRole::Secondary));
    for (auto each = m_retries.constBegin(); each != m_retries.constEnd(); ++each) {
        const QRect page = m_layout.place(each.key()).translated(-offset());
        QWidget &button = *each.value();
        button.setVisible(!page.isEmpty() && page.intersects(viewport()->rect()));
        const QRect words =
            metrics.boundingRect(problemWords(page), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                                 m_problems.value(each.key()));
        button.resize(button.sizeHint());
        button.move(page.center().x() - button.width() / 2, words.bottom() + space::medium);
    }
}

// Calm, in a corner: there is little on the page that it could cover.
void PageCanvas::paintBlankTag(QPainter &painter, const QRect &page) const
{
    const QRect tag = blankTagRect(m_theme, page, QGuiApplication::layoutDirection());
    if (page.contains(tag))
        tawasul::paintBlankTag(painter, m_theme, tag);
}

void PageCanvas::paintProblem(QPainter &painter, const QRect &page, const QString &sentence) const
{
    const Tokens &tokens = m_theme.tokens();
    painter.fillRect(page, tokens.surface);
    const int side = m_theme.scaled(iconsize::huge);
    const QPoint middle(page.center().x(), page.top() + page.height() / 3);
    painter.drawPixmap(middle - QPoint(side / 2, side),
                       m_theme.pixmap(Icon::FileAlert, tokens.tone(Tone::Warning).text, side,
                                      devicePixelRatioF(), Qt::RightToLeft));
    painter.setFont(m_theme.font(TextRole::Secondary));
    painter.setPen(tokens.text2);
    painter.drawText(problemWords(page), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, sentence);
}

void PageCanvas::paintLens(QPainter &painter) const
{
    const int page = magnifiedPage();
    const QRect lens = lensRect();
    const QRectF place = QRectF(m_layout.place(page)).translated(-offset());
    // The point under the middle of the lens stays where it is; everything moves away from it.
    const QPointF middle = *m_lens;
    const QRectF large(middle - (middle - place.topLeft()) * kLensPower, place.size() * kLensPower);
    painter.save();
    QPainterPath edge;
    edge.addRoundedRect(lens, radius::card, radius::card);
    painter.setClipPath(edge);
    painter.fillRect(lens, m_theme.tokens().canvas);
    const QImage picture = m_details.contains(page) ? m_details.value(page) : m_pictures.value(page);
    if (!picture.isNull())
        paintPicture(painter, large, picture, lens);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.tokens().focus, 2));
    painter.drawPath(edge);
}

} // namespace tawasul
