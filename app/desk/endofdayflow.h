// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"
#include "ui/endofday/endofday.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace tawasul {

class EndOfDayPage;

/// Gathers what is left at the end of the day while its page is in sight, and keeps the note as it is typed:
/// a moment after each change, going on trying when the disk refuses. GUI thread.
class EndOfDayFlow : public QObject
{
    Q_OBJECT

public:
    EndOfDayFlow(Desk &desk, EndOfDayPage &page);
    /// What was typed last is given to the journal first.
    ~EndOfDayFlow() override;

    /// The note as it is, now.
    void saveNote();

private:
    void gather();
    void gatherEnding();
    void publish();
    void noteSaved(const QString &text, const Outcome &saved);

    Desk &m_desk;
    QPointer<EndOfDayPage> m_page;
    EndOfDay m_day;
    std::optional<QString> m_unsaved;
    QTimer m_pause;
};

} // namespace tawasul
