// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/displaylocale.h"
#include "models/sync/syncstatus.h"
#include "ui/shared/veil.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

class BusyMark;
class Button;
class Note;
class PlainLabel;
class Theme;

/// What stays behind, beside what the status counts.
struct LeftBehind
{
    bool carried = false; ///< all that waits goes with any other account of this machine, too
    bool unwritten =
        false; ///< something typed is only in memory, since the disk refuses it: leaving loses it
};

/// What leaving ends.
enum class Leaving { SigningOut, Closing };

/// Asks whoever signs out or closes the window while something is unsent whether to stay until it is: over
/// the whole window, which waits behind it. What is recorded is kept either way.
class LeavingCard : public Veil
{
    Q_OBJECT

public:
    /// Lies over \p window and follows its size; hidden until ask().
    LeavingCard(const Theme &theme, DisplayLocale locale, QWidget &window);

    /// Begins to ask, with the first choice in the focus.
    void ask(const SyncStatus &status, const LeftBehind &behind = {}, Leaving leaving = Leaving::SigningOut);
    /// The disk took what was typed, or refused it.
    void setUnwritten(bool unwritten);
    /// What is unsent now. Whoever stays is let go when nothing waits any more.
    void setSyncStatus(const SyncStatus &status);
    [[nodiscard]] bool isStaying() const { return m_isStaying; }

Q_SIGNALS:
    /// Chosen, or everything has been sent.
    void leaveChosen();
    /// First to what is left.
    void endOfDayChosen();

protected:
    /// The buttons on screen, the first choice first.
    [[nodiscard]] std::vector<QWidget *> stops() const override;
    void giveUp() override;

private:
    [[nodiscard]] QWidget *makeCard();
    void name();
    void say(const SyncStatus &status);
    void rank(const SyncStatus &status);
    [[nodiscard]] std::vector<Button *> choices() const;
    void stay();
    void leave();

    DisplayLocale m_locale;
    PlainLabel *m_title;
    PlainLabel *m_words;
    Note *m_busy;
    Button *m_stay;
    Button *m_leave;
    Button *m_day;
    Button *m_cancel;
    QHBoxLayout *m_first = nullptr; ///< staying and leaving, in the order of their worth
    SyncStatus m_status;
    int m_parkedBefore = 0;
    LeftBehind m_behind;
    Leaving m_leaving = Leaving::SigningOut;
    bool m_isStaying = false;
    bool m_staysFirst = true;
};

} // namespace tawasul
