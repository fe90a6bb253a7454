// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/sync/syncstatus.h"
#include "ui/endofday/endofdaywords.h"
#include "ui/shared/card.h"

namespace tawasul {

class Button;
class LeftoverList;
class PlainLabel;
class Strip;
class TextArea;
class Theme;

/// «نهاية الدوام»: what is not sent, what needs a choice, what was begun and what ends on the next working
/// day, each a step away; and a note for the next sign-in of this account.
class EndOfDayPage : public Card
{
    Q_OBJECT

public:
    EndOfDayPage(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent = nullptr);

    void setReference(const ReferencePtr &reference);
    void setDay(const EndOfDay &day);
    void setSyncStatus(const SyncStatus &status);
    /// What was left before; what is being typed is not overwritten.
    void setNote(const HandoverNote &note);
    /// What was typed before this page was made and is not saved: goes on here.
    void continueNote(const QString &typed);
    /// Why the note cannot be kept; nothing: it is kept again.
    void sayNote(const std::optional<Error> &failure);
    void focusFirst();

    [[nodiscard]] QString note() const;
    [[nodiscard]] QString plainText() const;

Q_SIGNALS:
    void caseChosen(const tawasul::CaseId &id);
    void outboxRequested();
    void conflictsRequested();
    void noteEdited(const QString &note);
    /// Stays until everything is sent, or leaves: the same question as in the menu.
    void signOutRequested();
    /// The page is in sight.
    void shown();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeLists();
    QWidget *makeNote();
    QWidget *makeFoot();
    void showAll();
    void fillNote(const QString &text);

    const Theme &m_theme;
    const Clock &m_clock;
    EndOfDayWords m_words;
    PlainLabel *m_date;
    PlainLabel *m_ready;
    LeftoverList *m_waiting;
    LeftoverList *m_parked;
    LeftoverList *m_drafts;
    LeftoverList *m_ending;
    TextArea *m_note;
    PlainLabel *m_noteSaved;
    Strip *m_noteStrip;
    PlainLabel *m_copied;
    Button *m_copy;
    Button *m_signOut;
    EndOfDay m_day;
    SyncStatus m_status;
    bool m_wasTyped = false;
    bool m_isFilling = false; ///< with what was written before
};

} // namespace tawasul
