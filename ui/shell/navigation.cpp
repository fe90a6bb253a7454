// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include <QtCore/QVariant>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

#include "ui/shared/plainlabel.h"
#include "ui/shell/navigationentry.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kFull = 232;
constexpr int kRail = 64;

} // namespace

Navigation::Navigation(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Navigation"));
    m_column->setSpacing(space::tiny);
    m_column->addStretch(1);
    fit();
    connect(&m_theme, &Theme::changed, this, &Navigation::fit);
}

void Navigation::add(Icon icon, const QString &title)
{
    const int section = count();
    auto *entry = new NavigationEntry(m_theme, icon, title, this);
    entry->setObjectName(QStringLiteral("section%1").arg(section));
    entry->setRail(m_rail);
    m_column->insertWidget(m_column->count() - 1, entry);
    m_entries.push_back(entry);
    connect(entry, &QAbstractButton::clicked, this, [this, section] { Q_EMIT chosen(section); });
}

void Navigation::addGroup(const QString &title)
{
    auto *group = new PlainLabel(TextRole::Caption, title, this);
    group->setObjectName(QStringLiteral("navigationGroup"));
    group->setContentsMargins(space::medium, space::medium, space::medium, 0);
    group->setVisible(!m_rail);
    m_column->insertWidget(m_column->count() - 1, group);
    m_groups.push_back(group);
}

void Navigation::setCurrent(int section)
{
    m_current = section;
    m_entries[static_cast<std::size_t>(section)]->setChecked(true);
}

void Navigation::setBadge(int section, const QString &shown, Tone tone)
{
    m_entries[static_cast<std::size_t>(section)]->setBadge(shown, tone);
}

void Navigation::setRail(bool rail)
{
    if (rail == m_rail)
        return;
    m_rail = rail;
    for (NavigationEntry *entry : m_entries)
        entry->setRail(rail);
    for (QWidget *group : m_groups)
        group->setVisible(!rail);
    fit();
}

void Navigation::fit()
{
    const int side = m_rail ? space::snug : space::medium;
    m_column->setContentsMargins(side, space::medium, side, space::medium);
    setFixedWidth(m_rail ? m_theme.scaled(kRail) : m_theme.scaled(kFull));
}

void Navigation::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    // The edge towards the pages; a style sheet would not turn it.
    const QRect edge(width() - tokens.edge, 0, tokens.edge, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), edge), tokens.border);
}

} // namespace tawasul
