// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/samplecases.h"
#include "tests/support/sampleworklist.h"
#include "ui/casefile/casepane.h"
#include "ui/conflicts/conflictspage.h"
#include "ui/documents/documentpane.h"
#include "ui/endofday/endofdaypage.h"
#include "ui/outbox/outboxpage.h"
#include "ui/proposals/proposalspage.h"
#include "ui/shell/shell.h"
#include "ui/signin/signinpage.h"
#include "ui/supervision/boardpage.h"
#include "ui/supervision/dayopeningpage.h"
#include "ui/theme/theme.h"
#include "ui/worklist/worklistpage.h"

#include <QtGui/QImage>
#include <QtWidgets/QStackedWidget>

#include <functional>
#include <memory>

namespace tawasul {

/// The window of the desk with its real screens, wired to each other as app/desk wires them, and to sample
/// data where the profile would be. The clock stands still.
class TourStage
{
public:
    TourStage(const Theme &theme, Language language, QSize size);
    ~TourStage();

    /// The first page; made when it is asked for.
    [[nodiscard]] SignInPage &signIn();

    // The window of somebody who is signed in; made when one of them is asked for.
    [[nodiscard]] Shell &shell();
    [[nodiscard]] WorklistPage &list();
    [[nodiscard]] CasePane &pane();
    [[nodiscard]] OutboxPage &outbox();
    [[nodiscard]] ConflictsPage &conflicts();
    [[nodiscard]] ProposalsPage &proposals();
    [[nodiscard]] EndOfDayPage &endOfDay();
    // The pages of a supervisor, who is signed in from the first of them on.
    [[nodiscard]] DayOpeningPage &dayOpening();
    [[nodiscard]] BoardPage &board();
    [[nodiscard]] FakeSource &source() { return m_source; }
    [[nodiscard]] std::vector<CaseHead> &heads() { return m_heads; }

    /// The list has its rows and the keyboard.
    void fillList();
    void setLink(SyncStatus::Link link, const std::function<void(SyncStatus &)> &change = {});
    void setDensity(Density density);

    /// The case stands in the list and is open beside it.
    void openCase(const OpenedCase &opened, const Actor &officer = samples::officer());
    /// The acts wait to be sent or for a choice, the list beside them is full, and the link is as given.
    void setItems(const std::vector<OutboxItem> &items, SyncStatus::Link link = SyncStatus::Link::Online,
                  int others = 0);
    /// The page takes the place of the list, with the keyboard in it.
    void showOutbox();
    void showConflicts();
    void showProposals(const std::vector<OwnProposal> &all);
    void showEndOfDay();
    void showDayOpening();
    void showBoard();

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] DisplayLocale locale() const { return m_locale; }
    [[nodiscard]] QStackedWidget &window() { return m_window; }

    /// A part of the screen by its object name, which must be there.
    template<class W>
    [[nodiscard]] W &part(const char *name)
    {
        W *found = m_window.findChild<W *>(QString::fromLatin1(name));
        if (!found)
            qFatal("the tour finds no %s", name);
        return *found;
    }

    /// Runs the event loop until it is so; ends the program when it never is.
    void waitFor(const std::function<bool()> &so);
    /// Lets layouts and answers come to rest.
    void settle();
    /// What is on the screen once nothing moves any more, menus and popovers included.
    [[nodiscard]] QImage picture();

private:
    void makeShell();
    void addSections();
    void supervise();
    void serveDocuments();
    [[nodiscard]] QImage look();

    const Theme &m_theme;
    const DisplayLocale m_locale;
    samples::StoppedClock m_clock{samples::now()};
    std::vector<CaseHead> m_heads;
    FakeSource m_source;
    QStackedWidget m_window;
    SignInPage *m_signIn = nullptr;
    Shell *m_shell = nullptr;
    WorklistPage *m_list = nullptr;
    CasePane *m_pane = nullptr;
    OutboxPage *m_outbox = nullptr;
    ConflictsPage *m_conflicts = nullptr;
    ProposalsPage *m_proposals = nullptr;
    int m_worklistSection = 0;
    int m_outboxSection = 0;
    int m_conflictsSection = 0;
    int m_proposalsSection = 0;
    EndOfDayPage *m_endOfDay = nullptr;
    int m_endOfDaySection = 0;
    DayOpeningPage *m_dayOpening = nullptr;
    BoardPage *m_board = nullptr;
    int m_dayOpeningSection = 0;
    int m_boardSection = 0;
    SyncStatus m_status;
};

} // namespace tawasul
