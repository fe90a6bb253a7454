// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/veil.h"

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>

#include "ui/theme/theme.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kVeil = 110; // of 255

}

Veil::Veil(const Theme &theme, QWidget &window)
    : QFrame(&window)
    , m_theme(theme)
    , m_window(window)
{
    new QHBoxLayout(this);
    window.installEventFilter(this);
    hide();
}

void Veil::setCard(QWidget *card)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->addStretch();
    row->addWidget(card, 0, Qt::AlignCenter);
    row->addStretch();
}

void Veil::rise()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    setGeometry(m_window.rect());
    show();
    raise();
    stops().front()->setFocus(Qt::OtherFocusReason);
}

void Veil::fall()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

bool Veil::letGo()
{
    giveUp();
    return true;
}

bool Veil::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) { // shortcuts of the window behind rest meanwhile
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

// The focus goes round among the stops.
bool Veil::focusNextPrevChild(bool next)
{
    if (!isVisible()) // the card is being put away
        return QFrame::focusNextPrevChild(next);
    const std::vector<QWidget *> all = stops();
    if (all.empty()) { // for now there is nothing to do but wait
        setFocus(Qt::OtherFocusReason);
        return true;
    }
    const auto at =
        std::find_if(all.begin(), all.end(), [](const QWidget *each) { return each->hasFocus(); });
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    const std::ptrdiff_t now = at == all.end() ? 0 : at - all.begin();
    all[static_cast<std::size_t>((now + (next ? 1 : count - 1)) % count)]->setFocus(
        next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

bool Veil::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        setGeometry(m_window.rect());
    return QFrame::eventFilter(watched, event);
}

void Veil::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return giveUp();
    event->accept();
}

void Veil::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, kVeil));
}

} // namespace tawasul
