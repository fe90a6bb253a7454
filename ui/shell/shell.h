// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "models/arabic/displaylocale.h"
#include "models/domain/clock.h"
#include "models/domain/clockcheck.h"
#include "models/domain/person.h"
#include "models/sync/syncstatus.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace tawasul {

class LeavingCard;
class Navigation;
struct SecurityStatus;
class Shortcuts;
class Splitter;
class StatusLine;
class Toast;
class TopBar;
class TrainingBand;

/// How an officer likes the window divided, for each direction of reading; app/ keeps it with the settings.
struct ShellLayout
{
    int listWidthRightToLeft = 320; ///< of the list beside an open case, logical pixels
    int listWidthLeftToRight = 320;

    friend bool operator==(const ShellLayout &, const ShellLayout &) = default;
};

/// The window of somebody who is signed in: top bar, navigation, one section at a time with the case beside
/// it, and the status line. Holds pages that others made; decides nothing about them.
class Shell : public QWidget
{
    Q_OBJECT

public:
    /// What a section is.
    enum class Beside {
        Case,    ///< an open case stands beside it
        Nothing, ///< it takes the whole width
    };

    Shell(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent = nullptr);
    ~Shell() override;

    /// Adds a page to the navigation, in order; answers its section. The shell owns the page.
    int addSection(Icon icon, const QString &title, QWidget *page, Beside beside);
    /// A word in the navigation over the sections that are added after it.
    void addGroup(const QString &title);
    void setBadge(int section, int count, Tone tone);
    void setSection(int section);
    [[nodiscard]] int section() const;

    /// The pane that shows the open case; owned by the shell from here on, hidden until openCase().
    void setCasePane(QWidget *pane);
    /// Shows the case beside the first section that stands beside cases; the list shrinks.
    void openCase();
    void closeCase();
    [[nodiscard]] bool isCaseOpen() const { return m_caseOpen; }

    void setOfficer(const Actor &officer);
    void setTraining(bool training);
    void setDensity(Density density);
    /// How attachments are opened on this device, for the user's menu.
    void setSecurity(const SecurityStatus &status);
    void setSyncStatus(const SyncStatus &status);
    /// How the clock of this machine stands to the time that is shown.
    void setClock(const ClockCheck &check);
    /// Called every few seconds: date and «since when» follow the clock.
    void tick();
    void clearSearch();

    /// What is asked of somebody who signs out while something is unsent.
    [[nodiscard]] LeavingCard &leaving() { return *m_leaving; }

    /// Where a word on what was just done appears.
    [[nodiscard]] Toast &toast() { return *m_toast; }

    [[nodiscard]] ShellLayout shellLayout() const { return m_layout; }
    void setShellLayout(const ShellLayout &layout);
    /// Further shortcuts of the window, working under an Arabic keyboard too.
    [[nodiscard]] Shortcuts &shortcuts() { return *m_shortcuts; }

Q_SIGNALS:
    void searchEdited(const QString &typed);
    /// The officer went on from the search to the rows.
    void searchLeft();
    void sectionChanged(int section);
    void caseClosed();
    void nextCaseRequested();
    void previousCaseRequested();
    void syncRequested();
    void schemeRequested(tawasul::Scheme scheme);
    void textPercentRequested(int percent);
    void densityRequested(tawasul::Density density);
    void languageRequested(tawasul::Language language);
    void endOfDayRequested();
    void signOutRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void lay();
    void connectParts();
    void addShortcuts();
    void showCase();
    void rememberWidth();
    [[nodiscard]] int &listWidth();
    void focusPane(int step);
    void beginSearch();
    void orderTabs();
    void fitNavigation();

    const Theme &m_theme;
    const Clock &m_clock;
    DisplayLocale m_locale;
    TrainingBand *m_training;
    TopBar *m_top;
    Navigation *m_navigation;
    Splitter *m_splitter;
    QStackedWidget *m_pages;
    QWidget *m_case = nullptr;
    StatusLine *m_status;
    Shortcuts *m_shortcuts;
    Toast *m_toast;
    LeavingCard *m_leaving;
    std::vector<Beside> m_beside;
    ShellLayout m_layout;
    SyncStatus m_sync;
    bool m_caseOpen = false;
};

} // namespace tawasul
