// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/toast.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>

#include <utility>

#include "ui/shared/iconbutton.h"
#include "ui/shared/strip.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

// Long enough to read two lines and to reach the button.
constexpr std::chrono::seconds kPatience{8};
constexpr int kWidest = 640;

bool isTrouble(Tone tone)
{
    return tone == Tone::Danger || tone == Tone::Warning;
}

} // namespace

Toast::Toast(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_strip(new Strip(theme, this))
{
    setObjectName(QStringLiteral("toast"));
    setMaximumWidth(kWidest);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_strip);
    auto *away = new IconButton(theme, Icon::X, tr("Close the message"));
    away->setObjectName(QStringLiteral("toastClose"));
    away->setFocusPolicy(Qt::TabFocus);
    m_strip->setEnd(away);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &Toast::putAway);
    connect(away, &QAbstractButton::clicked, this, &Toast::putAway);
    connect(m_strip, &Strip::actionChosen, this, [this] {
        const std::function<void()> act = m_word.act;
        putAway();
        if (act)
            act();
    });
    hide();
}

void Toast::say(Tone tone, const QString &sentence)
{
    say(tone, sentence, {}, nullptr);
}

void Toast::say(Tone tone, const QString &sentence, const QString &action, std::function<void()> act)
{
    Word word{tone, sentence, action, std::move(act)};
    if (isHidden() || !isTrouble(m_word.tone) || isTrouble(tone))
        show(std::move(word));
    else
        m_next = std::move(word);
}

void Toast::show(Word word)
{
    m_word = std::move(word);
    QFrame::show();
    m_strip->say(m_word.tone, m_word.sentence, m_word.action);
    if (isTrouble(m_word.tone))
        m_patience.stop();
    else
        m_patience.start();
}

void Toast::putAway()
{
    hide();
    if (auto next = std::exchange(m_next, std::nullopt))
        show(std::move(*next));
}

QString Toast::sentence() const
{
    return isVisible() ? m_strip->message() : QString();
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_patience.stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    if (!isTrouble(m_word.tone) && isVisible())
        m_patience.start();
    QFrame::leaveEvent(event);
}

} // namespace tawasul
