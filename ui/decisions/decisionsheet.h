// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

#include "models/arabic/displaylocale.h"
#include "models/domain/clock.h"
#include "models/domain/clockcheck.h"
#include "ui/decisions/decisionform.h"

namespace tawasul {

class Button;
class DecisionFields;
class PlainLabel;
class Strip;
class Theme;

/// Where an act is written: in place over the facts, never a dialog. The button that confirms is always in
/// sight; it says what is missing instead of refusing in silence. Enter goes on to what is still
/// missing, and in the end to the button that confirms.
class DecisionSheet : public QFrame
{
    Q_OBJECT

public:
    DecisionSheet(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent = nullptr);

    /// Starts an act on the case as it is on screen; `begun` is a draft or a proposal to start from.
    void open(const Case &seen, ReferencePtr reference, const DecisionForm &begun);
    /// The case changed while the sheet was open: everything entered stays, and it says so.
    void setSeen(const Case &seen, bool stillAllowed);

    /// How the clock of this machine stands to the time that an operation was executed at.
    void setClock(const ClockCheck &check);

    [[nodiscard]] DecisionForm form() const;
    [[nodiscard]] const Case &seen() const { return m_case; }
    [[nodiscard]] ActType type() const { return m_type; }

    /// Where the keyboard belongs: the first thing that only a person can enter.
    void focusFirst();
    /// Asks for the act to be recorded, or says what is missing and goes there.
    void confirm();

    void setBusy(bool busy);
    void showError(const QString &sentence);
    /// Something worth knowing before going on.
    void tell(const QString &sentence);

Q_SIGNALS:
    void confirmed(const DecisionForm &form);
    void changed(const DecisionForm &form);
    void closeRequested();
    void draftDiscarded();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLayout *makeHead();
    QLayout *makeFoot();
    void nameParts();
    void fieldEdited();
    void goOn();

    const Theme &m_theme;
    DisplayLocale m_locale;
    Case m_case;
    ActType m_type = ActType::Unknown;
    ActId m_proposal; ///< that confirming it adopts
    bool m_busy = false;
    bool m_allowed = true;
    bool m_problemSaid = false; ///< the message says what is missing: the next edit takes it away

    PlainLabel *m_title;
    Strip *m_message;
    DecisionFields *m_fields;
    Button *m_confirm;
    Button *m_dangerous;
    Button *m_discard;
};

} // namespace tawasul
