// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/shared/language.h"
#include "ui/signin/signinform.h"
#include "ui/theme/tokens.h"

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace tawasul {

class SignInCard;
class Theme;
class TrainingBand;

/// An account, and what becomes of its acts that have not been acknowledged.
struct UnsentOf
{
    QString officer;
    int waiting = 0; ///< sent once its account signs in
    int carried = 0; ///< of the waiting, those that go with any other account, too
    int stopped = 0; ///< wait for what only its officer can do
};

/// The first page: the sign-in card in the middle, the training band above, and below the quiet switches of
/// language and theme, which must be within reach before anybody has signed in.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    /// \p language is the one the page is shown in; the switch offers the other.
    SignInPage(const Theme &theme, Language language, QWidget *parent = nullptr);

    void prefill(const SignInForm &form);
    /// What stands in the fields now.
    [[nodiscard]] SignInForm form() const;

    /// Shows the band that says the data is invented.
    void setTraining(bool training);

    void setOfflineNote(const QString &text);
    /// The accounts of this machine whose acts the centre has not acknowledged, with how many, and what they
    /// wait for.
    void setUnsent(const std::vector<UnsentOf> &accounts);
    void setBusy(bool busy);
    void showError(const QString &text, SignInField wrong = SignInField::Password);

Q_SIGNALS:
    void signInRequested(const tawasul::SignInForm &form);
    void languageRequested(tawasul::Language language);
    void schemeRequested(tawasul::Scheme scheme);

private:
    [[nodiscard]] QLayout *makeSwitches(Language language);
    [[nodiscard]] QMenu *makeSchemeMenu();
    /// «نورة (3 إجراءات)، فهد (إجراء واحد)», of those with more than none; empty when there are none.
    [[nodiscard]] QString named(const std::vector<UnsentOf> &accounts,
                                const std::function<int(const UnsentOf &)> &countOf) const;

    const Theme &m_theme;
    TrainingBand *m_training;
    SignInCard *m_card;
    QWidget *m_otherLanguage = nullptr;
};

} // namespace tawasul
