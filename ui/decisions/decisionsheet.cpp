// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/decisionsheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>

#include "models/arabic/bidi.h"
#include "models/arabic/tooltip.h"
#include "ui/decisions/decisionfields.h"
#include "ui/decisions/sheetwords.h"
#include "ui/shared/button.h"
#include "ui/shared/card.h"
#include "ui/shared/casewords.h"
#include "ui/shared/clockwords.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/strip.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

template<class W>
W *withName(W *widget, const char *name)
{
    widget->setObjectName(QString::fromLatin1(name));
    return widget;
}

} // namespace

DecisionSheet::DecisionSheet(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_locale(locale)
    , m_title(withName(new PlainLabel(TextRole::Section), "sheetTitle"))
    , m_message(withName(new Strip(theme), "sheetMessage"))
    , m_fields(new DecisionFields(theme, clock, locale))
    , m_confirm(withName(new Button(theme, ButtonKind::Primary, {}), "confirm"))
    , m_dangerous(withName(new Button(theme, ButtonKind::Danger, {}), "confirmReject"))
    , m_discard(withName(new Button(theme, ButtonKind::Ghost, tr("Discard the draft")), "discardDraft"))
{
    setObjectName(QStringLiteral("decisionSheet"));
    setProperty("sheet", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addLayout(makeHead());
    column->addWidget(m_message);
    column->addWidget(m_fields, 1);
    column->addWidget(makeRule(this));
    column->addLayout(makeFoot());
    connect(m_fields, &DecisionFields::edited, this, &DecisionSheet::fieldEdited);
}

QLayout *DecisionSheet::makeHead()
{
    auto *close =
        withName(new IconButton(m_theme, Icon::X, tr("Close, keeping the draft (%1)").arg(isolateId(u"Esc"))),
                 "closeSheet");
    connect(close, &QToolButton::clicked, this, &DecisionSheet::closeRequested);
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(close);
    return row;
}

QLayout *DecisionSheet::makeFoot()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::snug);
    for (Button *button : {m_confirm, m_dangerous, m_discard}) {
        button->setAutoDefault(true);
        row->addWidget(button);
    }
    row->addStretch(1);
    for (Button *button : {m_confirm, m_dangerous})
        connect(button, &QPushButton::clicked, this, &DecisionSheet::confirm);
    connect(m_discard, &QPushButton::clicked, this, &DecisionSheet::draftDiscarded);
    return row;
}

void DecisionSheet::open(const Case &seen, ReferencePtr reference, const DecisionForm &begun)
{
    const QSignalBlocker quiet(this);
    m_case = seen;
    m_type = begun.type;
    m_proposal = begun.proposal;
    m_allowed = true;
    setBusy(false);
    m_message->clear();
    nameParts();
    m_fields->open(seen, std::move(reference), begun);
    m_discard->setVisible(isWorthKeeping(begun) && !begun.reply.isEmpty());
}

void DecisionSheet::setSeen(const Case &seen, bool stillAllowed)
{
    const bool changedMeanwhile = seen.version != m_case.version || seen.status != m_case.status;
    m_case = seen;
    m_fields->setSeen(seen);
    m_allowed = stillAllowed;
    setBusy(m_busy);
    if (!stillAllowed)
        m_message->say(
            Tone::Danger,
            tr("The request changed meanwhile and this act is no longer possible. The text is kept "
               "as a draft."));
    else if (changedMeanwhile)
        m_message->say(Tone::Warning,
                       tr("The request changed while this was written. The text is kept. Review the history "
                          "before confirming."));
}

void DecisionSheet::setClock(const ClockCheck &check)
{
    const auto look = clockLook(check, m_locale);
    m_fields->warnOfClock(look ? look->execution : QString());
}

void DecisionSheet::nameParts()
{
    m_title->setText(actWord(m_type));
    setAccessibleName(m_title->text());
    const bool reject = m_type == ActType::Reject;
    Button &confirm = reject ? *m_dangerous : *m_confirm;
    confirm.setText(confirmWord(m_type));
    confirm.setAccessibleName(confirm.text());
    confirm.setToolTip(plainTooltip(isolateId(u"Ctrl+Enter")));
    confirm.setAccessibleDescription(QStringLiteral("Ctrl+Enter"));
    m_dangerous->setVisible(reject);
    m_confirm->setVisible(!reject);
}

void DecisionSheet::fieldEdited()
{
    if (std::exchange(m_problemSaid, false))
        m_message->clear();
    const DecisionForm now = form();
    m_discard->setVisible(isWorthKeeping(now));
    Q_EMIT changed(now);
}

DecisionForm DecisionSheet::form() const
{
    DecisionForm form = m_fields->form();
    form.proposal = m_proposal; // no field of the sheet
    return form;
}

void DecisionSheet::focusFirst()
{
    if (!m_fields->goToMissing())
        m_fields->goToText();
}

void DecisionSheet::goOn()
{
    if (m_fields->offerWhatIsMissing() || m_fields->goToMissing())
        return;
    (m_type == ActType::Reject ? m_dangerous : m_confirm)->setFocus(Qt::TabFocusReason);
}

void DecisionSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->modifiers().testFlag(Qt::ControlModifier)) {
        goOn();
        return;
    }
    QFrame::keyPressEvent(event);
}

void DecisionSheet::confirm()
{
    if (m_busy || !m_allowed || m_type == ActType::Unknown)
        return;
    if (const QString missing = m_fields->tellMissing(); !missing.isEmpty()) {
        m_message->say(Tone::Danger, missing);
        m_problemSaid = true;
        m_fields->keepFocusInSight();
        return;
    }
    Q_EMIT confirmed(form());
}

void DecisionSheet::setBusy(bool busy)
{
    m_busy = busy;
    for (Button *button : {m_confirm, m_dangerous})
        button->setEnabled(!busy && m_allowed);
}

void DecisionSheet::showError(const QString &sentence)
{
    setBusy(false);
    m_message->say(Tone::Danger, sentence);
}

void DecisionSheet::tell(const QString &sentence)
{
    m_message->say(Tone::Info, sentence);
}

} // namespace tawasul
