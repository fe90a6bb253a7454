// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

#include <optional>

#include "models/arabic/displaylocale.h"
#include "ui/shared/clockwords.h"
#include "ui/shared/syncwords.h"

namespace tawasul {

class StatusItem;
class Theme;

/// The bottom of the window: how it stands with the centre and what waits here, at all times, and today's
/// date in both calendars. Turns into a warning as a whole when something is the matter.
class StatusLine : public QFrame
{
    Q_OBJECT

public:
    StatusLine(const Theme &theme, DisplayLocale locale, QWidget *parent = nullptr);

    void say(const SyncStatus &status, Instant now);
    /// What is wrong with the machine's clock; nothing while all is well.
    void sayClock(const std::optional<ClockLook> &look);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fit();
    void announce(const LinkLook &look);
    void sayDate();
    [[nodiscard]] bool isRoomy() const;

    const Theme &m_theme;
    DisplayLocale m_locale;
    StatusItem *m_link;
    StatusItem *m_complete;
    StatusItem *m_waiting;
    StatusItem *m_parked;
    StatusItem *m_clock;
    StatusItem *m_date;
    QDate m_today;
    struct
    {
        QString sentence;
        QString moment;
    } m_lastComplete;
    std::optional<SyncStatus::Link> m_said;
};

} // namespace tawasul
