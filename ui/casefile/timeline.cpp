// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/timeline.h"

#include <QtWidgets/QVBoxLayout>

#include "ui/casefile/timelineentry.h"
#include "ui/shared/button.h"

namespace tawasul {

namespace {

constexpr std::size_t kFirst = 5;

}

Timeline::Timeline(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_rest(new Button(theme, ButtonKind::Ghost, {}, this))
{
    setObjectName(QStringLiteral("timeline"));
    m_rest->setObjectName(QStringLiteral("wholeHistory"));
    m_rest->setAutoDefault(true);
    m_rest->setProperty("flush", true);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_rest, 0, Qt::AlignLeading);
    connect(m_rest, &QPushButton::clicked, this, [this] {
        addUpTo(m_lines.size());
        offerRest();
        Q_EMIT grown();
    });
}

void Timeline::present(std::vector<HistoryLine> lines)
{
    if (m_entries && lines == m_lines)
        return;
    m_lines = std::move(lines);
    m_shown = 0;
    delete m_entries;
    m_entries = new QWidget(this);
    auto *entries = new QVBoxLayout(m_entries);
    entries->setContentsMargins(0, 0, 0, 0);
    entries->setSpacing(0);
    m_column->insertWidget(0, m_entries);
    addUpTo(std::min(kFirst, m_lines.size()));
    offerRest();
}

void Timeline::addUpTo(std::size_t count)
{
    for (; m_shown < count; ++m_shown)
        m_entries->layout()->addWidget(
            new TimelineEntry(m_theme, m_lines[m_shown], m_shown + 1 == m_lines.size()));
}

void Timeline::offerRest()
{
    const int rest = static_cast<int>(m_lines.size() - m_shown);
    m_rest->setVisible(rest > 0);
    if (rest == 0)
        return;
    m_rest->setText(tr("%n earlier step(s)", nullptr, rest));
    m_rest->setAccessibleName(m_rest->text());
}

} // namespace tawasul
