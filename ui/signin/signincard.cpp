// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signincard.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/tooltip.h"
#include "ui/shared/brandmark.h"
#include "ui/shared/busymark.h"
#include "ui/shared/button.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/note.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/strip.h"
#include "ui/signin/passwordfield.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kWidth = 400;
constexpr int kBrand = 44;

QVBoxLayout *makeColumn(int spacing)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(spacing);
    return column;
}

} // namespace

SignInCard::SignInCard(const Theme &theme, QWidget *parent)
    : Card(parent)
    , m_theme(theme)
    , m_error(new Strip(theme))
    , m_username(new TextField)
    , m_password(new PasswordField(theme))
    , m_layout(new PlainLabel(TextRole::Caption))
    , m_caps(new Note(new IconMark(theme, Icon::AlertTriangle, Ink::Warning, iconsize::medium)))
    , m_signIn(new Button(theme, ButtonKind::Primary, tr("Sign in")))
    , m_busy(new Note(new BusyMark(theme, iconsize::medium)))
    , m_offline(new Note(new IconMark(theme, Icon::CloudOff, Ink::Warning, iconsize::medium)))
    , m_unsent(new Note(new IconMark(theme, Icon::CloudUp, Ink::Info, iconsize::medium)))
{
    setObjectName(QStringLiteral("signInCard"));
    m_error->setObjectName(QStringLiteral("signInError"));
    m_username->setObjectName(QStringLiteral("username"));
    m_password->setObjectName(QStringLiteral("password"));
    m_layout->setObjectName(QStringLiteral("keyboardLayout"));
    m_caps->setObjectName(QStringLiteral("capsWarning"));
    m_signIn->setObjectName(QStringLiteral("signIn"));
    m_busy->setObjectName(QStringLiteral("busyNote"));
    m_offline->setObjectName(QStringLiteral("offlineNote"));
    m_unsent->setObjectName(QStringLiteral("unsentNote"));

    column().setContentsMargins(space::broad, space::broad, space::broad, space::broad);
    column().setSpacing(space::wide);
    column().addLayout(makeHead());
    column().addSpacing(space::tiny);
    column().addWidget(m_error);
    column().addLayout(makeUsername());
    column().addLayout(makePassword());
    column().addWidget(m_signIn);
    column().addWidget(m_busy);
    column().addWidget(m_offline);
    column().addWidget(m_unsent);
    connectFields();
    fit();
    connect(&m_theme, &Theme::changed, this, &SignInCard::fit);
}

QLayout *SignInCard::makeHead()
{
    auto *words = makeColumn(0);
    //: The product's name on the sign-in card
    words->addWidget(new PlainLabel(TextRole::Section, tr("Tawasul – request processing")));
    auto *head = new QHBoxLayout;
    head->setSpacing(space::medium);
    head->addWidget(new BrandMark(kBrand));
    head->addLayout(words, 1);
    return head;
}

QLayout *SignInCard::makeUsername()
{
    auto *label = new PlainLabel(TextRole::Caption, tr("User name"));
    label->setBuddy(m_username);
    m_username->setAccessibleName(label->text());
    auto *column = makeColumn(space::small);
    column->addWidget(label);
    column->addWidget(m_username);
    return column;
}

QLayout *SignInCard::makePassword()
{
    auto *label = new PlainLabel(TextRole::Caption, tr("Password"));
    label->setBuddy(m_password);
    m_password->setAccessibleName(label->text());
    auto *line = new QHBoxLayout;
    line->addWidget(label, 1);
    line->addWidget(m_layout);
    auto *column = makeColumn(space::small);
    column->addLayout(line);
    column->addWidget(m_password);
    column->addWidget(m_caps);
    return column;
}

void SignInCard::connectFields()
{
    for (TextField *each : {m_username, static_cast<TextField *>(m_password)}) {
        each->installEventFilter(this);
        connect(each, &QLineEdit::textEdited, this, &SignInCard::clearError);
    }
    connect(m_username, &QLineEdit::returnPressed, this, [this] {
        if (m_password->text().isEmpty() && !m_username->text().isEmpty())
            m_password->setFocus(Qt::TabFocusReason);
        else
            submit();
    });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInCard::submit);
    connect(m_signIn, &QPushButton::clicked, this, &SignInCard::submit);
}

void SignInCard::fit()
{
    setFixedWidth(m_theme.scaled(kWidth));
}

void SignInCard::prefill(const SignInForm &form)
{
    m_username->setText(form.username);
    m_password->setText(form.password);
    if (form.username.isEmpty())
        m_username->setFocus(Qt::OtherFocusReason);
    else if (form.password.isEmpty())
        m_password->setFocus(Qt::OtherFocusReason);
    else
        m_signIn->setFocus(Qt::OtherFocusReason);
}

SignInForm SignInCard::form() const
{
    return {m_username->text(), m_password->text()};
}

void SignInCard::setOfflineNote(const QString &text)
{
    m_offline->say(text);
}

void SignInCard::setUnsentNote(const QString &text)
{
    m_unsent->say(text);
}

void SignInCard::setBusy(bool busy)
{
    m_isBusy = busy;
    // Read-only, not disabled: disabling would throw the focus away.
    m_username->setReadOnly(busy);
    m_password->setReadOnly(busy);
    if (busy && m_signIn->hasFocus())
        m_password->setFocus(Qt::OtherFocusReason);
    m_signIn->setEnabled(!busy);
    m_busy->say(busy ? tr("Checking user name and password…") : QString());
    if (busy)
        clearError();
}

void SignInCard::showError(const QString &text, SignInField wrong)
{
    m_error->say(Tone::Danger, text);
    TextField &culprit = field(wrong);
    culprit.setInvalid(true);
    culprit.setFocus(Qt::OtherFocusReason);
    culprit.selectAll();
}

bool SignInCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const KeyboardState next = afterKey(m_keyboard, *static_cast<QKeyEvent *>(event));
        if (next != m_keyboard) {
            m_keyboard = next;
            showKeyboard();
        }
    }
    return Card::eventFilter(watched, event);
}

void SignInCard::submit()
{
    if (m_isBusy)
        return;
    const SignInForm form{m_username->text().trimmed(), m_password->text()};
    if (form.username.isEmpty())
        showError(tr("The user name is required."), SignInField::Username);
    else if (form.password.isEmpty())
        showError(tr("The password is required."), SignInField::Password);
    else
        Q_EMIT signInRequested(form);
}

void SignInCard::clearError()
{
    m_error->clear();
    m_username->setInvalid(false);
    m_password->setInvalid(false);
}

void SignInCard::showKeyboard()
{
    switch (m_keyboard.layout) {
    case KeyboardState::Layout::Arabic:
        m_layout->setText(QStringLiteral("ع"));
        m_layout->setAccessibleName(tr("The keyboard writes Arabic"));
        break;
    case KeyboardState::Layout::Latin:
        m_layout->setText(QStringLiteral("EN"));
        m_layout->setAccessibleName(tr("The keyboard writes Latin letters"));
        break;
    case KeyboardState::Layout::Unknown:
        break;
    }
    m_layout->setToolTip(plainTooltip(m_layout->accessibleName()));
    m_caps->say(m_keyboard.capsLock ? tr("Caps Lock is on") : QString());
}

TextField &SignInCard::field(SignInField which) const
{
    return which == SignInField::Username ? *m_username : *m_password;
}

} // namespace tawasul
