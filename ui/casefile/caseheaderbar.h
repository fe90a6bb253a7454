// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "models/arabic/displaylocale.h"
#include "models/domain/case.h"
#include "models/domain/clock.h"
#include "models/domain/clockcheck.h"
#include "models/domain/reference.h"
#include "models/sync/syncstatus.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

class Button;
class ElidedLabel;
class IconButton;
class IconMark;
class Note;
class PlainLabel;
class StatusChip;
class Theme;

/// What stays in sight whatever is scrolled: number, status, service, persons, and the deadline with the
/// clock that sets it.
class CaseHeaderBar : public QWidget
{
    Q_OBJECT

public:
    CaseHeaderBar(const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    void present(const Case &theCase, const ReferencePtr &reference, DisplayLocale locale);

    /// While the centre is not followed: until when it confirmed what is shown.
    void setSyncStatus(const SyncStatus &status);
    /// How far the clock can be relied on.
    void setDoubt(const ClockDoubt &doubt);

    void copyNumber() const;
    void explainDeadline();

    /// Where Tab leaves the header.
    [[nodiscard]] QWidget *lastStop() const;

    /// Whether this officer may print the summary: else there is no button for it.
    void setPrintAllowed(bool allowed);

Q_SIGNALS:
    void printRequested();

private:
    QLayout *makeStart();
    QLayout *makeEnd();
    void showDeadline();
    void showAge();

    const Theme &m_theme;
    const Clock &m_clock;
    ClockDoubt m_doubt;
    SyncStatus m_sync;
    Case m_case;
    ReferencePtr m_reference;
    DisplayLocale m_locale;
    ElidedLabel *m_number;
    IconButton *m_copy;
    IconButton *m_print;
    StatusChip *m_status;
    QHBoxLayout *m_marks;
    ElidedLabel *m_service;
    ElidedLabel *m_persons;
    Note *m_age;
    IconMark *m_clockMark;
    PlainLabel *m_left;
    PlainLabel *m_day;
    Button *m_why;
};

} // namespace tawasul
