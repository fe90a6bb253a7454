// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

#include "models/arabic/displaylocale.h"
#include "models/desk/desk.h"

namespace tawasul {

class Button;
class PlainLabel;
class TextField;
class Theme;

/// Somebody else's work on the case that waits to be judged of: who proposed what, and when; what they wrote
/// on demand; to adopt it, which opens the sheet with it, or to dismiss it in place. One at a time, the
/// oldest first. Hidden while there is none.
class ProposalCard : public QFrame
{
    Q_OBJECT

public:
    ProposalCard(const Theme &theme, DisplayLocale locale, QWidget *parent = nullptr);

    /// `allowed` is what the person at the screen may do to the case.
    void present(const OpenedCase &opened, const std::vector<ActType> &allowed, Instant now);
    /// Nothing, or the sheet stands over it.
    void clear();
    /// A dismissal was not recorded; what was typed is still there.
    void showError(const QString &sentence);

    /// The one that is shown; empty while none is.
    [[nodiscard]] ActId proposal() const;
    [[nodiscard]] bool canAdopt() const;

Q_SIGNALS:
    void adoptRequested(const ActId &proposal);
    void dismissRequested(const ActId &proposal, const QString &why);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeWords();
    QWidget *makeActs(const Theme &theme);
    QWidget *makeDismissal(const Theme &theme);
    void showText(bool show);
    void askWhy(bool asks);
    void dismiss();

    DisplayLocale m_locale;
    PlainLabel *m_title;
    PlainLabel *m_byline;
    PlainLabel *m_why;
    PlainLabel *m_facts;
    PlainLabel *m_text;
    Button *m_toggle;
    Button *m_adopt;
    Button *m_dismiss;
    QWidget *m_dismissal = nullptr;
    TextField *m_reason;
    PlainLabel *m_problem;
    ActId m_proposal;
    bool m_canAdopt = false;
    bool m_isTextShown = false;
};

} // namespace tawasul
