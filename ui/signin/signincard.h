// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/card.h"
#include "ui/signin/keyboardstate.h"
#include "ui/signin/signinform.h"

namespace tawasul {

class Button;
class Note;
class PasswordField;
class PlainLabel;
class Strip;
class TextField;
class Theme;

/// The card in which an officer gives user name and password; the sign-in page and the lock screen show it.
/// It knows nothing of sessions: it asks by a signal and is told by calls.
class SignInCard : public Card
{
    Q_OBJECT

public:
    explicit SignInCard(const Theme &theme, QWidget *parent = nullptr);

    /// Puts the last user into the form and the focus into the first empty field.
    void prefill(const SignInForm &form);
    [[nodiscard]] SignInForm form() const;

    /// A quiet line such as "offline sign-in, last sync yesterday 17:20"; empty removes it.
    void setOfflineNote(const QString &text);

    /// Who left unsent work on this machine, in words; empty removes it.
    void setUnsentNote(const QString &text);

    /// While an answer is awaited nothing can be changed or sent again; the focus stays.
    void setBusy(bool busy);

    /// What went wrong and what to do. The wrong field gets the focus with its text selected, and keeps it.
    void showError(const QString &text, SignInField wrong);

Q_SIGNALS:
    void signInRequested(const tawasul::SignInForm &form);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QLayout *makeHead();
    [[nodiscard]] QLayout *makeUsername();
    [[nodiscard]] QLayout *makePassword();
    void connectFields();
    void fit();
    void submit();
    void clearError();
    void showKeyboard();
    [[nodiscard]] TextField &field(SignInField which) const;

    const Theme &m_theme;
    Strip *m_error;
    TextField *m_username;
    PasswordField *m_password;
    PlainLabel *m_layout; ///< which script the keys write
    Note *m_caps;
    Button *m_signIn;
    Note *m_busy;
    Note *m_offline;
    Note *m_unsent;
    KeyboardState m_keyboard;
    bool m_isBusy = false;
};

} // namespace tawasul
