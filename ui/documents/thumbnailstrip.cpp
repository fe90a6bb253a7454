// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/thumbnailstrip.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyledItemDelegate>

#include "ui/documents/blanktag.h"
#include "ui/documents/thumbnailmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr QSize kPicture(84, 112);
constexpr int kWidth = 124;
constexpr int kKept = 60; ///< pages on either side of those in sight whose pictures are kept
constexpr std::chrono::milliseconds kRest{80}; ///< pages that only pass by are not drawn

class ThumbnailDelegate : public QStyledItemDelegate
{
public:
    ThumbnailDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] int wordsHeight() const
    {
        return QFontMetrics(m_theme.font(TextRole::Caption)).height() + space::hair;
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, kPicture.height() + 2 * wordsHeight() + 2 * space::snug};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->setLayoutDirection(option.direction);
        const QRectF room = QRectF(option.rect).adjusted(2, 2, -2, -2);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(chosen ? tokens.selected : tokens.hover);
            painter->drawRoundedRect(room, radius::control, radius::control);
        }
        if (chosen || option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(
                QPen(option.state.testFlag(QStyle::State_HasFocus) ? tokens.focus : tokens.ink, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(room, radius::control, radius::control);
        }
        paintPicture(*painter, option.rect, index.data(ThumbnailModel::PictureRole).value<QImage>());
        if (index.data(ThumbnailModel::NearlyBlankRole).toBool())
            paintTag(*painter, option.rect);
        paintWords(*painter, option, index);
        painter->restore();
    }

private:
    void paintPicture(QPainter &painter, const QRect &room, const QImage &picture) const
    {
        const Tokens &tokens = m_theme.tokens();
        const QSize size = picture.isNull() ? QSize(kPicture.height() * 5 / 7, kPicture.height())
                                            : picture.size().scaled(kPicture, Qt::KeepAspectRatio);
        QRect place(QPoint(0, 0), size);
        place.moveCenter({room.center().x(), room.top() + space::snug + kPicture.height() / 2});
        if (picture.isNull())
            painter.fillRect(place, tokens.surface);
        else
            painter.drawImage(place, picture);
        painter.setPen(QPen(tokens.border, tokens.edge));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(place).adjusted(-0.5, -0.5, 0.5, 0.5));
    }

    void paintTag(QPainter &painter, const QRect &room) const
    {
        QRect tag = blankTagRect(m_theme, room, Qt::LeftToRight);
        tag.moveCenter({room.center().x(), room.top() + space::snug + kPicture.height() / 2});
        paintBlankTag(painter, m_theme, tag);
    }

    void paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const Tokens &tokens = m_theme.tokens();
        const int high = wordsHeight();
        QRect line(option.rect.left() + space::tiny,
                   option.rect.top() + space::snug + kPicture.height() + space::hair,
                   option.rect.width() - 2 * space::tiny, high);
        const QFont font = m_theme.font(TextRole::Caption);
        painter.setFont(font);
        painter.setPen(tokens.text);
        painter.drawText(line, Qt::AlignCenter, index.data(Qt::DisplayRole).toString());
        line.translate(0, high);
        painter.setPen(tokens.text2);
        painter.drawText(line, Qt::AlignCenter,
                         QFontMetrics(font).elidedText(index.data(ThumbnailModel::LabelRole).toString(),
                                                       Qt::ElideRight, line.width()));
    }

    const Theme &m_theme;
};

} // namespace

ThumbnailStrip::ThumbnailStrip(const Theme &theme, DisplayLocale locale, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_pages(new ThumbnailModel(locale, this))
{
    setObjectName(QStringLiteral("thumbnailStrip"));
    setAccessibleName(tr("Strip of pages"));
    setModel(m_pages);
    setItemDelegate(new ThumbnailDelegate(theme, this));
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &ThumbnailStrip::wantThoseInSight);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_rest.start(kRest); });
    connect(&m_theme, &Theme::changed, this, &ThumbnailStrip::fit);
    fit();
}

void ThumbnailStrip::fit()
{
    setFixedWidth(m_theme.scaled(kWidth));
    scheduleDelayedItemsLayout();
}

QSize ThumbnailStrip::sizeHint() const
{
    return {width(), kPicture.height()};
}

void ThumbnailStrip::reset(int pages)
{
    const QScopedValueRollback<bool> quiet(m_quiet, true);
    m_asked.clear();
    m_pages->reset(pages);
    m_rest.start(kRest);
}

void ThumbnailStrip::setPicture(int page, const QImage &picture)
{
    m_pages->setPicture(page, picture);
}

void ThumbnailStrip::redraw(int first, int last)
{
    for (int page = first; page <= last; ++page) {
        m_pages->dropPicture(page);
        m_asked.remove(page);
    }
    m_rest.start(kRest);
}

void ThumbnailStrip::setLabels(const QHash<int, QString> &labels)
{
    m_pages->setLabels(labels);
}

void ThumbnailStrip::setNearlyBlank(const QSet<int> &pages)
{
    m_pages->setNearlyBlank(pages);
}

void ThumbnailStrip::stopWaiting()
{
    m_rest.stop();
    const QSet<int> asked = std::exchange(m_asked, {});
    for (const int page : asked) {
        if (!m_pages->hasPicture(page))
            Q_EMIT thumbnailDropped(page);
    }
}

void ThumbnailStrip::setCurrent(int page)
{
    const QScopedValueRollback<bool> quiet(m_quiet, true);
    const QModelIndex index = m_pages->index(page);
    if (!index.isValid() || currentIndex() == index)
        return;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

std::pair<int, int> ThumbnailStrip::marked() const
{
    const QModelIndexList rows = selectionModel()->selectedIndexes();
    if (rows.isEmpty())
        return {currentIndex().row(), currentIndex().row()};
    const auto [first, last] =
        std::minmax_element(rows.begin(), rows.end(),
                            [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    return {first->row(), last->row()};
}

void ThumbnailStrip::currentChanged(const QModelIndex &now, const QModelIndex &before)
{
    QListView::currentChanged(now, before);
    if (!m_quiet && now.isValid())
        Q_EMIT pageChosen(now.row());
}

void ThumbnailStrip::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    m_rest.start(kRest);
}

void ThumbnailStrip::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    m_rest.start(kRest);
}

void ThumbnailStrip::wantThoseInSight()
{
    if (!isVisible())
        return;
    const QSize box = (QSizeF(kPicture) * devicePixelRatioF()).toSize();
    const int count = m_pages->rowCount();
    const int top = std::max(0, indexAt({width() / 2, 0}).row());
    const int inSight = viewport()->height() / std::max(1, sizeHintForRow(0)) + 1;
    dropThoseFar(top - kKept, top + inSight + kKept);
    for (int page = top; page < count; ++page) {
        if (visualRect(m_pages->index(page)).top() > viewport()->height())
            break;
        if (m_pages->hasPicture(page) || m_asked.contains(page))
            continue;
        m_asked.insert(page);
        Q_EMIT thumbnailWanted(page, box);
    }
}

// Of a long document only what is near is kept; the host remembers more, within its bounds.
void ThumbnailStrip::dropThoseFar(int first, int last)
{
    const auto isFar = [first, last](int page) { return page < first || page > last; };
    const QSet<int> asked = m_asked;
    for (const int page : asked) {
        if (!isFar(page))
            continue;
        m_asked.remove(page);
        if (!m_pages->hasPicture(page))
            Q_EMIT thumbnailDropped(page);
    }
    const QList<int> pictures = m_pages->pictures();
    for (const int page : pictures) {
        if (isFar(page))
            m_pages->dropPicture(page);
    }
}

} // namespace tawasul
