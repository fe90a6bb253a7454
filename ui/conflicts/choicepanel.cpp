// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/choicepanel.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include "ui/shared/plainlabel.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

Button *named(Button *button, const QString &name)
{
    button->setObjectName(name);
    return button;
}

} // namespace

ChoicePanel::ChoicePanel(const Theme &theme, const char *name, Icon glyph, Asks asks, QWidget *parent)
    : QWidget(parent)
    , m_asks(asks)
    , m_consequence(new PlainLabel(TextRole::Body))
    , m_question(new PlainLabel(TextRole::Value, tr("This cannot be taken back.")))
{
    const QString base = QString::fromLatin1(name);
    setObjectName(QString(base % u"Panel"));
    m_button = named(new Button(theme, ButtonKind::Secondary, {}), base);
    m_button->setGlyph(glyph);
    m_confirm = named(new Button(theme, ButtonKind::Danger, tr("Confirm")), QString(base % u"Confirm"));
    m_cancel = named(new Button(theme, ButtonKind::Ghost, tr("Cancel")), QString(base % u"Cancel"));
    m_consequence->setObjectName(QString(base % u"Consequence"));
    m_consequence->setWordWrap(true);
    m_question->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::snug);
    for (Button *button : {m_button, m_confirm, m_cancel})
        row->addWidget(button);
    row->addWidget(m_question, 1);
    row->addStretch(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::snug);
    column->addWidget(m_consequence, 1, Qt::AlignTop);
    column->addLayout(row);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_asks == Asks::Twice)
            ask(true);
        else
            Q_EMIT chosen();
    });
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        ask(false);
        Q_EMIT chosen();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] { ask(false); });
}

void ChoicePanel::present(const ChoiceOffer &offer)
{
    m_offer = offer;
    m_asking = false;
    m_consequence->setText(offer.consequence);
    m_button->setText(offer.button);
    m_button->setAccessibleName(offer.button);
    setAccessibleName(offer.button);
    m_button->setAccessibleDescription(m_consequence->accessibleName());
    setVisible(offer.offered);
    fit();
}

void ChoicePanel::setBusy(bool busy)
{
    // A button that goes grey would pass the keyboard on to anything: it waits here, and goes back.
    if (busy && m_button->hasFocus())
        setFocus(Qt::OtherFocusReason);
    m_busy = busy;
    fit();
    if (!busy && hasFocus())
        m_button->setFocus(Qt::TabFocusReason);
}

void ChoicePanel::ask(bool asking)
{
    m_asking = asking;
    fit();
    // The step back is where the keyboard lands: Enter twice decides nothing.
    (asking ? m_cancel : m_button)->setFocus(Qt::TabFocusReason);
}

void ChoicePanel::fit()
{
    m_button->setVisible(!m_asking);
    m_confirm->setVisible(m_asking);
    m_cancel->setVisible(m_asking);
    m_question->setVisible(m_asking);
    m_button->setEnabled(m_offer.possible && !m_busy);
}

void ChoicePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !m_asking)
        return QWidget::keyPressEvent(event);
    ask(false);
    event->accept();
}

} // namespace tawasul
