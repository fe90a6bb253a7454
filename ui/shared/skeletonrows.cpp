// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/skeletonrows.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kBreathMilliseconds = 1600;
constexpr int kWidestHint = 480;

// The two lines of a cell: start and width as parts of the row, by column.
struct Block
{
    qreal start;
    qreal width;
    bool second;
};

constexpr std::array kBlocks{Block{0.02, 0.16, false}, Block{0.02, 0.11, true},  Block{0.34, 0.20, false},
                             Block{0.34, 0.10, true},  Block{0.66, 0.10, false}, Block{0.86, 0.12, false}};

} // namespace

SkeletonRows::SkeletonRows(const Theme &theme, int rows, int rowHeight, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rows(rows)
    , m_rowHeight(rowHeight)
{
    setAccessibleName(tr("Loading"));
    m_breath.setKeyValues({{0.0, 1.0}, {0.5, 0.5}, {1.0, 1.0}});
    m_breath.setDuration(kBreathMilliseconds);
    m_breath.setLoopCount(-1);
    connect(&m_breath, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

QSize SkeletonRows::sizeHint() const
{
    return {kWidestHint, m_rows * m_theme.scaled(m_rowHeight)};
}

void SkeletonRows::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = m_theme.tokens();
    const int row = m_theme.scaled(m_rowHeight);
    const int line = m_theme.scaled(space::medium);
    painter.setOpacity(m_breath.state() == QAbstractAnimation::Running ? m_breath.currentValue().toDouble()
                                                                       : 1.0);
    for (int index = 0; index < m_rows; ++index) {
        const int top = index * row;
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.marks.track);
        for (const Block &block : kBlocks) {
            const int y = top + row / 2 + (block.second ? space::tiny : -line - space::hair);
            const QRect rect(qRound(width() * block.start), y, qRound(width() * block.width), line);
            painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), this->rect(), rect), radius::small,
                                    radius::small);
        }
        painter.fillRect(QRect(0, top + row - 1, width(), 1), tokens.marks.track);
    }
}

void SkeletonRows::showEvent(QShowEvent *)
{
    if (!m_theme.appearance().reducedMotion)
        m_breath.start();
}

void SkeletonRows::hideEvent(QHideEvent *)
{
    m_breath.stop();
}

} // namespace tawasul
