// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/waitingbox.h"

#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>

#include "ui/shared/busymark.h"
#include "ui/shared/button.h"
#include "ui/shared/card.h"
#include "ui/shared/note.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr std::chrono::milliseconds kPatience{1'000};
constexpr int kWidth = 220;

} // namespace

WaitingBox::WaitingBox(const Theme &theme)
    : m_note(new Note(new BusyMark(theme, iconsize::medium)))
    , m_stop(new Button(theme, ButtonKind::Secondary, tr("Stop waiting")))
{
    setObjectName(QStringLiteral("waitingBox"));
    setLayoutDirection(QGuiApplication::layoutDirection());
    auto *card = new Card;
    card->column().setSpacing(space::medium);
    m_note->setLive();
    m_note->setMinimumWidth(theme.scaled(kWidth));
    card->column().addWidget(m_note);
    m_stop->setObjectName(QStringLiteral("stopWaiting"));
    m_stop->setAutoDefault(true);
    card->column().addWidget(m_stop, 0, Qt::AlignHCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &WaitingBox::appear);
    connect(m_stop, &QPushButton::clicked, this, &WaitingBox::givenUp);
    hide();
}

void WaitingBox::layOver(QWidget &room)
{
    setParent(&room);
    room.installEventFilter(this);
    hide();
}

void WaitingBox::setWaiting(bool waiting, const QString &sentence)
{
    m_sentence = sentence;
    if (!waiting) {
        m_patience.stop();
        if (m_stop->hasFocus())
            parentWidget()->parentWidget()->setFocus(Qt::OtherFocusReason);
        hide();
    } else if (isVisibleTo(parentWidget())) {
        m_note->say(sentence);
    } else if (!m_patience.isActive()) {
        m_patience.start();
    }
}

void WaitingBox::appear()
{
    m_note->say(m_sentence);
    show();
    raise();
    place();
}

void WaitingBox::place()
{
    adjustSize();
    const QRect room = parentWidget()->rect();
    move(room.center().x() - width() / 2, room.top() + std::max(0, room.height() / 3 - height() / 2));
}

bool WaitingBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisibleTo(parentWidget()))
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace tawasul
