// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/focusring.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFocusEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractSlider>
#include <QtWidgets/QTabBar>

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kRing = 2;

class RingFrame : public QFocusFrame
{
public:
    explicit RingFrame(const Theme &theme)
        : m_theme(theme)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.tokens().focus, kRing));
        const QRectF ring = QRectF(rect()).adjusted(1, 1, -1, -1);
        // Chips are rounder than buttons: follow them.
        const bool pill = widget() && widget()->property("kind").toString() == QLatin1StringView("chip");
        const qreal corner = pill ? ring.height() / 2 : radius::control + space::tiny - 1;
        painter.drawRoundedRect(ring, corner, corner);
    }

private:
    const Theme &m_theme;
};

bool takesRing(const QObject *object)
{
    return qobject_cast<const QAbstractButton *>(object) || qobject_cast<const QTabBar *>(object)
        || qobject_cast<const QAbstractSlider *>(object) || object->property("ring").toBool();
}

bool byKeyboard(Qt::FocusReason reason)
{
    // A window coming back to the front is nobody's key press.
    return reason != Qt::MouseFocusReason && reason != Qt::PopupFocusReason
        && reason != Qt::ActiveWindowFocusReason;
}

} // namespace

FocusRing::FocusRing(const Theme &theme)
    : m_theme(theme)
{
    QCoreApplication::instance()->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

QWidget *FocusRing::marked() const
{
    return m_frame ? m_frame->widget() : nullptr;
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && takesRing(watched)) {
        if (byKeyboard(static_cast<QFocusEvent *>(event)->reason()))
            mark(static_cast<QWidget *>(watched));
    } else if (event->type() == QEvent::FocusOut && m_frame && watched == m_frame->widget()) {
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            mark(nullptr);
    }
    return false;
}

void FocusRing::mark(QWidget *widget)
{
    if (!m_frame)
        m_frame = new RingFrame(m_theme);
    m_frame->setWidget(widget);
}

} // namespace tawasul
