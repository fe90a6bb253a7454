// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/leavingcard.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/digits.h"
#include "ui/shared/busymark.h"
#include "ui/shared/button.h"
#include "ui/shared/card.h"
#include "ui/shared/note.h"
#include "ui/shared/plainlabel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kWidth = 640;

} // namespace

LeavingCard::LeavingCard(const Theme &theme, DisplayLocale locale, QWidget &window)
    : Veil(theme, window)
    , m_locale(locale)
    , m_title(new PlainLabel(TextRole::Section))
    , m_words(new PlainLabel(TextRole::Body))
    , m_busy(new Note(new BusyMark(theme, iconsize::medium)))
    , m_stay(new Button(theme, ButtonKind::Primary, tr("Stay until everything is sent")))
    , m_leave(new Button(theme, ButtonKind::Secondary, QString()))
    , m_day(new Button(theme, ButtonKind::Ghost, tr("End of the day")))
    , m_cancel(new Button(theme, ButtonKind::Ghost, tr("Cancel")))
{
    setObjectName(QStringLiteral("leaving"));
    m_title->setObjectName(QStringLiteral("leavingTitle"));
    m_words->setObjectName(QStringLiteral("leavingWords"));
    m_words->setWordWrap(true);
    m_busy->setObjectName(QStringLiteral("leavingBusy"));
    m_stay->setObjectName(QStringLiteral("leavingStay"));
    m_leave->setObjectName(QStringLiteral("leavingLeave"));
    m_day->setObjectName(QStringLiteral("leavingEndOfDay"));
    m_cancel->setObjectName(QStringLiteral("leavingCancel"));
    name();
    setCard(makeCard());
    connect(m_stay, &QPushButton::clicked, this, &LeavingCard::stay);
    connect(m_leave, &QPushButton::clicked, this, &LeavingCard::leave);
    connect(m_day, &QPushButton::clicked, this, [this] {
        giveUp();
        Q_EMIT endOfDayChosen();
    });
    connect(m_cancel, &QPushButton::clicked, this, &LeavingCard::giveUp);
}

QWidget *LeavingCard::makeCard()
{
    auto *card = new Card;
    card->setFixedWidth(theme().scaled(kWidth));
    QVBoxLayout &column = card->column();
    column.setContentsMargins(space::broad, space::broad, space::broad, space::broad);
    column.setSpacing(space::wide);
    column.addWidget(m_title);
    column.addWidget(m_words);
    column.addWidget(m_busy);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::medium);
    m_first = new QHBoxLayout;
    m_first->setSpacing(space::medium);
    m_first->addWidget(m_stay);
    m_first->addWidget(m_leave);
    buttons->addLayout(m_first);
    buttons->addStretch();
    buttons->addWidget(m_day);
    buttons->addWidget(m_cancel);
    column.addLayout(buttons);
    return card;
}

// Whoever closes the window did not ask for anything else.
void LeavingCard::name()
{
    const bool closes = m_leaving == Leaving::Closing;
    m_title->setText(closes ? tr("Close the window", "title of the card that asks before it")
                            : tr("Sign out"));
    m_leave->setText(closes ? tr("Close now", "the window, though something is unsent or unsaved")
                            : tr("Sign out now"));
}

void LeavingCard::ask(const SyncStatus &status, const LeftBehind &behind, Leaving leaving)
{
    m_leaving = leaving;
    name();
    m_behind = behind;
    m_isStaying = false;
    m_parkedBefore = status.parked;
    m_stay->setVisible(status.free > 0);
    m_busy->say({});
    say(status);
    rise();
}

// Staying is worth it while something goes; without a connection it may take the night.
void LeavingCard::rank(const SyncStatus &status)
{
    m_staysFirst = status.free > 0 && status.link == SyncStatus::Link::Online && !m_behind.unwritten;
    m_stay->setKind(m_staysFirst ? ButtonKind::Primary : ButtonKind::Secondary);
    m_leave->setKind(m_staysFirst || m_isStaying || m_behind.unwritten ? ButtonKind::Secondary
                                                                       : ButtonKind::Primary);
    m_cancel->setKind(m_behind.unwritten && !m_staysFirst ? ButtonKind::Primary : ButtonKind::Ghost);
    for (Button *button : choices()) {
        if (button == m_stay || button == m_leave)
            m_first->addWidget(button); // at the end: those before it were taken there already
    }
}

std::vector<Button *> LeavingCard::choices() const
{
    std::vector<Button *> all{m_stay, m_leave, m_day, m_cancel};
    if (!m_staysFirst)
        std::swap(all[0], all[1]);
    if (m_behind.unwritten)
        std::rotate(all.begin(), all.end() - 1, all.end()); // going back loses nothing
    std::erase_if(all, [](const Button *each) { return each->isHidden(); });
    return all;
}

std::vector<QWidget *> LeavingCard::stops() const
{
    const std::vector<Button *> all = choices();
    return {all.begin(), all.end()};
}

void LeavingCard::setSyncStatus(const SyncStatus &status)
{
    if (!isVisible())
        return;
    say(status);
    if (!m_isStaying)
        return;
    if (status.parked > m_parkedBefore) // it was not sent: whoever recorded it decides what becomes of it
        ask(status, m_behind, m_leaving);
    else if (status.free == 0 && !m_behind.unwritten) // nobody chose to lose that
        leave();
}

void LeavingCard::setUnwritten(bool unwritten)
{
    if (!isVisible() || m_behind.unwritten == unwritten)
        return;
    m_behind.unwritten = unwritten;
    say(m_status);
    setSyncStatus(m_status);
}

void LeavingCard::say(const SyncStatus &status)
{
    m_status = status;
    rank(status);
    QStringList sentences;
    if (m_behind.unwritten)
        sentences.append(
            m_leaving == Leaving::Closing
                ? tr("What was typed last could not be saved on this device, and is lost by closing the "
                     "window now. Saving is tried again by itself; freeing some space on the disk may help.")
                : tr("What was typed last could not be saved on this device, and is lost by signing out "
                     "now. Saving is tried again by itself; freeing some space on the disk may help."));
    if (status.waiting > 0)
        sentences.append(tr("%n act(s) of this account have not been sent to the central system.", nullptr,
                            status.waiting));
    if (status.parked > 0)
        sentences.append(tr("%n act(s) of this account need a choice.", nullptr, status.parked));
    if (status.orders > 0)
        //: Orders of a supervisor: cases given to others, leaves. No other account carries them.
        sentences.append(
            tr("%n order(s) of this account have not been answered by the central system. They are "
               "sent only once this account signs in here again.",
               nullptr, status.orders));
    // What a person has to do something about is not sent by signing in.
    if (status.waiting + status.parked > 0)
        sentences.append(
            status.parked == 0 && status.free == status.waiting
                ? tr(
                    "Everything recorded is kept on this device, and is sent once this account signs in here "
                    "again.")
                : tr("Everything recorded is kept on this device. What needs a choice or is held back is not "
                     "sent before this account signs in here again and decides on it."));
    if (status.free > 0 && m_behind.carried)
        sentences.append(
            tr("What waits to be sent also goes once any other account signs in on this device, and that "
               "account cannot read it."));
    if (status.waiting + status.orders > 0 && status.link != SyncStatus::Link::Online)
        sentences.append(tr("There is no connection to the central system now."));
    m_words->setText(
        localDigits(sentences.join(u'\n'), m_locale.digits)); // a line each: they are read one by one
}

void LeavingCard::stay()
{
    m_isStaying = true;
    m_stay->hide();
    m_busy->say(m_leaving == Leaving::Closing
                    ? tr("The window closes by itself once everything has been sent…")
                    : tr("Signing out by itself once everything has been sent…"));
    m_leave->setFocus(Qt::OtherFocusReason);
    setSyncStatus(m_status);
}

void LeavingCard::leave()
{
    hide();
    Q_EMIT leaveChosen();
}

void LeavingCard::giveUp()
{
    m_isStaying = false;
    fall();
}

} // namespace tawasul
