// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signinpage.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>

#include "models/arabic/bidi.h"
#include "ui/shared/button.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/trainingband.h"
#include "ui/signin/signincard.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <array>

namespace tawasul {

SignInPage::SignInPage(const Theme &theme, Language language, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_training(new TrainingBand(theme, this))
    , m_card(new SignInCard(theme, this))
{
    setObjectName(QStringLiteral("signInPage"));
    m_training->hide();
    connect(m_card, &SignInCard::signInRequested, this, &SignInPage::signInRequested);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, space::wide);
    column->setSpacing(0);
    column->addWidget(m_training);
    // Two to three: a card in the exact middle looks as if it had slipped.
    column->addStretch(2);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_card);
    column->addLayout(middle);
    column->addStretch(3);
    column->addLayout(makeSwitches(language));
}

QLayout *SignInPage::makeSwitches(Language language)
{
    const bool arabic = language == Language::Arabic;
    // Each language is named in itself, for whoever cannot read the other.
    auto *other = new Button(m_theme, ButtonKind::Ghost,
                             arabic ? QStringLiteral("English") : QStringLiteral("العربية"));
    other->setObjectName(QStringLiteral("otherLanguage"));
    other->setGlyph(Icon::Language);
    connect(other, &QPushButton::clicked, this,
            [this, arabic] { Q_EMIT languageRequested(arabic ? Language::English : Language::Arabic); });

    m_otherLanguage = other;

    auto *scheme = new Button(m_theme, ButtonKind::Ghost, tr("Theme"));
    scheme->setObjectName(QStringLiteral("schemeSwitch"));
    scheme->setGlyph(Icon::Contrast);
    scheme->setMenu(makeSchemeMenu());

    auto *row = new QHBoxLayout;
    row->setSpacing(space::tiny);
    row->addStretch(1);
    row->addWidget(other);
    row->addWidget(scheme);
    row->addStretch(1);
    return row;
}

QMenu *SignInPage::makeSchemeMenu()
{
    const std::array<std::pair<Scheme, QString>, kSchemes.size()> names{{
        {Scheme::Light, tr("Light", "theme")},
        {Scheme::Dark, tr("Dark", "theme")},
        {Scheme::HighContrast, tr("High contrast", "theme")},
    }};
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(menu);
    for (const auto &[scheme, name] : names) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(m_theme.appearance().scheme == scheme);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, wanted = scheme] { Q_EMIT schemeRequested(wanted); });
    }
    return menu;
}

void SignInPage::prefill(const SignInForm &form)
{
    m_card->prefill(form);
}

SignInForm SignInPage::form() const
{
    return m_card->form();
}

void SignInPage::setTraining(bool training)
{
    m_training->setVisible(training);
}

void SignInPage::setOfflineNote(const QString &text)
{
    m_card->setOfflineNote(text);
}

void SignInPage::setUnsent(const std::vector<UnsentOf> &accounts)
{
    const auto isCarried = [](const UnsentOf &each) { return each.carried == each.waiting; };
    QStringList sentences;
    if (const QString names =
            named(accounts, [&](const UnsentOf &each) { return isCarried(each) ? each.waiting : 0; });
        !names.isEmpty())
        sentences.append(
            tr("Waiting on this device to be sent: %1. It is sent once its account signs in, or any other "
               "account on this device; no other account can read it.")
                .arg(names));
    if (const QString names =
            named(accounts, [&](const UnsentOf &each) { return isCarried(each) ? 0 : each.waiting; });
        !names.isEmpty())
        sentences.append(
            tr("Waiting on this device to be sent: %1. It is sent once its account signs in.").arg(names));
    if (const QString names = named(accounts, [](const UnsentOf &each) { return each.stopped; });
        !names.isEmpty())
        sentences.append(
            tr("Kept on this device: %1. It is not sent before its account signs in and decides on it.")
                .arg(names));
    m_card->setUnsentNote(sentences.join(u'\n')); // a line each
}

QString SignInPage::named(const std::vector<UnsentOf> &accounts,
                          const std::function<int(const UnsentOf &)> &countOf) const
{
    constexpr int kNamed = 4;
    QStringList names;
    int others = 0;
    for (const UnsentOf &account : accounts) {
        const int count = countOf(account);
        if (count > 0 && names.size() < kNamed)
            names.append(
                tr("%1 (%n act(s))", "%1 an officer's name", count).arg(isolateAny(account.officer)));
        else if (count > 0)
            ++others;
    }
    if (others > 0)
        names.append(tr("and %n other account(s)", nullptr, others));
    return names.join(tr(", ", "between the names of a list"));
}

void SignInPage::setBusy(bool busy)
{
    m_card->setBusy(busy);
    m_otherLanguage->setEnabled(!busy); // the page that is made anew would not know of the attempt
}

void SignInPage::showError(const QString &text, SignInField wrong)
{
    m_card->showError(text, wrong);
}

} // namespace tawasul
