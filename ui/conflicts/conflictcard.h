// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/displaylocale.h"
#include "models/domain/reference.h"
#include "models/store/outboxitem.h"
#include "ui/conflicts/conflictstory.h"
#include "ui/shared/card.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

class Button;
class ChoicePanel;
class Comparison;
class Note;
class PlainLabel;
class StatusChip;
class Strip;
class TechnicalDetails;
class Theme;

/// One parked act: what happened, both versions, and the choices with where each leads.
class ConflictCard : public Card
{
    Q_OBJECT

public:
    ConflictCard(const Theme &theme, DisplayLocale locale, QWidget *parent = nullptr);

    /// What is being asked, and what is selected, stays as long as there is nothing new to tell.
    void present(const OutboxItem &item, const Reference &reference, Instant now);
    /// A choice is being written down.
    void setBusy(bool busy);
    /// It could not be.
    void sayFailed(const Error &error);
    /// Gives the keyboard to the first choice that is possible.
    void focusChoices();

Q_SIGNALS:
    void openRequested();
    void takeTheirsRequested();
    void decideAnewRequested();
    void resendRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *makeHead();
    QWidget *makeBody();
    QWidget *makeChoices();
    void placeStory();

    const Theme &m_theme;
    DisplayLocale m_locale;
    PlainLabel *m_title;
    StatusChip *m_state;
    PlainLabel *m_about;
    Button *m_open;
    Strip *m_happened;
    Strip *m_failed;
    Comparison *m_comparison;
    TechnicalDetails *m_details;
    ChoicePanel *m_anew;
    ChoicePanel *m_theirs;
    ChoicePanel *m_resend;
    Note *m_busyNote;
    QVBoxLayout *m_body; ///< what scrolls
    QWidget *m_choices;
    ActId m_act;
    ConflictStory m_story;
};

} // namespace tawasul
