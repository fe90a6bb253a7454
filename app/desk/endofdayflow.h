// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/notekeeper.h"
#include "models/desk/desk.h"
#include "ui/endofday/endofday.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

namespace tawasul {

class EndOfDayPage;

/// Gathers what is left at the end of the day while its page is in sight, and brings the note to whoever
/// keeps it. GUI thread.
class EndOfDayFlow : public QObject
{
    Q_OBJECT

public:
    EndOfDayFlow(Desk &desk, NoteKeeper &note, EndOfDayPage &page);

private:
    void gather();
    void gatherEnding();
    void publish();
    void showNote();

    Desk &m_desk;
    NoteKeeper &m_note;
    QPointer<EndOfDayPage> m_page;
    EndOfDay m_day;
};

} // namespace tawasul
