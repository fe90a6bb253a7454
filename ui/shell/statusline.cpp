// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include <QtCore/QVariant>
#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "models/arabic/digits.h"
#include "models/arabic/tooltip.h"
#include "ui/shared/rawtext.h"
#include "ui/shell/statusitem.h"
#include "ui/theme/metrics.h"
#include "ui/theme/stylesheet.h"

namespace tawasul {

namespace {

StatusItem *makeItem(const Theme &theme, Icon icon, const char *name)
{
    auto *item = new StatusItem(theme, icon);
    item->setObjectName(QString::fromLatin1(name));
    return item;
}

} // namespace

StatusLine::StatusLine(const Theme &theme, DisplayLocale locale, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_locale(locale)
    , m_link(makeItem(theme, Icon::PlugConnected, "statusLink"))
    , m_complete(makeItem(theme, Icon::Refresh, "statusComplete"))
    , m_waiting(makeItem(theme, Icon::CloudUp, "statusWaiting"))
    , m_parked(makeItem(theme, Icon::GitMerge, "statusParked"))
    , m_clock(makeItem(theme, Icon::ClockExclamation, "statusClock"))
    , m_date(makeItem(theme, Icon::Calendar, "statusDate"))
{
    setObjectName(QStringLiteral("statusLine"));
    setProperty("bar", QStringLiteral("bottom"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, 0, space::wide, 0);
    row->setSpacing(space::broad);
    for (StatusItem *item : {m_link, m_complete, m_waiting, m_parked, m_clock})
        row->addWidget(item);
    m_clock->hide();
    row->addStretch(1);
    row->addWidget(m_date);
    fit();
    connect(&m_theme, &Theme::changed, this, &StatusLine::fit);
}

void StatusLine::say(const SyncStatus &status, Instant now)
{
    const auto shown = [this](const QString &text) { return localDigits(text, m_locale.digits); };
    const LinkLook look = linkLook(status, now, m_locale);
    m_link->say(look.icon, look.sentence,
                look.tone == Tone::Neutral ? std::nullopt : std::optional(look.tone));
    const QString today = readyToday(status, m_locale);
    m_link->setToolTip(plainTooltip(today));
    m_link->setAccessibleDescription(rawText(today));
    // A loud link says itself how old the data are.
    m_complete->setVisible(!look.isLoud() && status.completeAt);
    if (status.completeAt) {
        const QString moment = momentText(*status.completeAt, now, m_locale);
        m_lastComplete = {tr("Last complete synchronisation %1").arg(moment), moment};
        m_complete->setToolTip(plainTooltip(m_lastComplete.sentence));
    }
    m_waiting->say(Icon::CloudUp, shown(tr("%n item(s) waiting to be sent", nullptr, status.waiting)),
                   status.waiting > 0 ? std::optional(Tone::Info) : std::nullopt);
    m_parked->say(Icon::GitMerge, shown(tr("%n item(s) needing a choice", nullptr, status.parked)),
                  status.parked > 0 ? std::optional(Tone::Danger) : std::nullopt);
    m_today = riyadhDate(now);
    sayDate();
    setStyleProperty(*this, "tone", look.isLoud() ? QVariant(styleName(look.tone)) : QVariant());
    if (m_said && *m_said != status.link)
        announce(look);
    m_said = status.link;
}

void StatusLine::sayClock(const std::optional<ClockLook> &look)
{
    m_clock->setVisible(look.has_value());
    if (!look || m_clock->text() == look->word)
        return;
    m_clock->say(Icon::ClockExclamation, look->word, Tone::Warning);
    m_clock->setToolTip(plainTooltip(look->list));
    m_clock->setAccessibleName(rawText(look->word));
    m_clock->setAccessibleDescription(rawText(look->list));
    QAccessibleEvent alert(m_clock, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    sayDate();
}

// The date gives way first: a shorter one where the rest would be cut, then none; then the words of the last
// synchronisation, which are in its tooltip. What waits and what needs a choice is never cut.
void StatusLine::sayDate()
{
    m_date->setVisible(true);
    m_complete->say(Icon::Refresh, m_lastComplete.sentence, std::nullopt);
    m_date->say(Icon::Calendar, longDualDate(m_today, m_locale), std::nullopt);
    if (isRoomy())
        return;
    m_date->say(Icon::Calendar, isolateId(shortDate(m_today, m_locale)), std::nullopt);
    if (isRoomy())
        return;
    m_date->setVisible(false);
    if (isRoomy())
        return;
    m_complete->say(Icon::Refresh, m_lastComplete.moment, std::nullopt);
}

bool StatusLine::isRoomy() const
{
    return layout()->sizeHint().width() <= width();
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    sayDate();
}

void StatusLine::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    sayDate(); // what was measured before had not got its fonts
}

// Said aloud once, and the focus stays where it is.
void StatusLine::announce(const LinkLook &look)
{
    m_link->setAccessibleName(rawText(look.sentence));
    QAccessibleEvent alert(m_link, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void StatusLine::fit()
{
    setFixedHeight(m_theme.scaled(height::statusBar));
    if (m_today.isValid())
        sayDate();
}

} // namespace tawasul
