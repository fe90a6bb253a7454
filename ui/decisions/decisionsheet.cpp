// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/decisionsheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

#include "models/arabic/bidi.h"
#include "models/domain/workflow.h"
#include "ui/decisions/choicebox.h"
#include "ui/decisions/documentpicks.h"
#include "ui/decisions/labelledfield.h"
#include "ui/decisions/prooffields.h"
#include "ui/decisions/replycard.h"
#include "ui/decisions/replyedit.h"
#include "ui/decisions/replyvalues.h"
#include "ui/decisions/sheetwords.h"
#include "ui/shared/button.h"
#include "ui/shared/card.h"
#include "ui/shared/casewords.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/strip.h"
#include "ui/shared/textarea.h"
#include "ui/shared/textfield.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kTextHeight = 120;

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
    , m_clock(clock)
    , m_locale(locale)
    , m_title(withName(new PlainLabel(TextRole::Section), "sheetTitle"))
    , m_message(withName(new Strip(theme), "sheetMessage"))
    , m_replaced(withName(new Strip(theme), "replyReplaced"))
    , m_scroll(new QScrollArea)
    , m_proofChoice(makeProofChoice())
    , m_reason(withName(new ChoiceBox(tr("Choose a reason")), "reason"))
    , m_template(withName(new ChoiceBox(tr("Choose a reply")), "template"))
    , m_section(withName(new ChoiceBox(tr("Choose a section")), "toSection"))
    , m_subService(withName(new ChoiceBox(tr("Choose a service")), "toSubService"))
    , m_proof(new ProofFields(theme, locale))
    , m_documents(new DocumentPicks(locale))
    , m_reply(new ReplyCard(theme))
    , m_text(withName(new TextArea, "text"))
    , m_reasonRow(new LabelledField(theme, {}, m_reason))
    , m_templateRow(new LabelledField(theme, tr("Reply template"), m_template))
    , m_sectionRow(new LabelledField(theme, {}, m_section))
    , m_subServiceRow(new LabelledField(theme, tr("Service in that section"), m_subService))
    , m_documentsRow(new LabelledField(theme, tr("Missing documents"), m_documents))
    , m_replyRow(new LabelledField(theme, tr("Reply, as the applicant will read it"), m_reply))
    , m_textRow(new LabelledField(theme, {}, m_text))
    , m_confirm(withName(new Button(theme, ButtonKind::Primary, {}), "confirm"))
    , m_dangerous(withName(new Button(theme, ButtonKind::Danger, {}), "confirmReject"))
    , m_discard(withName(new Button(theme, ButtonKind::Ghost, tr("Discard the draft")), "discardDraft"))
{
    setObjectName(QStringLiteral("decisionSheet"));
    setProperty("sheet", true);
    m_text->setFixedHeight(kTextHeight);
    makeFields();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addLayout(makeHead());
    column->addWidget(m_message);
    column->addWidget(m_scroll, 1);
    column->addWidget(makeRule(this));
    column->addLayout(makeFoot());
    connectFields();
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

QWidget *DecisionSheet::makeProofChoice()
{
    auto *choice = new QWidget;
    m_executed = withName(new QRadioButton(tr("Executed: the operation number is at hand")), "executed");
    m_awaiting = withName(new QRadioButton(tr("Approved, awaiting execution")), "awaiting");
    auto *explanation =
        withName(new PlainLabel(TextRole::Secondary,
                                tr("Without an operation number the request waits as “Awaiting "
                                   "execution”, and no reply that says done "
                                   "is offered.")),
                 "awaitingMeans");
    explanation->setWordWrap(true);
    explanation->hide();
    connect(m_awaiting, &QRadioButton::toggled, explanation, &QWidget::setVisible);
    choice->setObjectName(QStringLiteral("proofChoice"));
    choice->setAccessibleName(tr("Execution"));
    auto *column = new QVBoxLayout(choice);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addWidget(m_executed);
    column->addWidget(m_awaiting);
    column->addWidget(explanation);
    return choice;
}

void DecisionSheet::makeFields()
{
    auto *page = new QWidget;
    m_fields = new QVBoxLayout(page);
    m_fields->setContentsMargins(margins(space::hair, 0, space::snug, space::hair, layoutDirection()));
    m_fields->setSpacing(space::medium);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_proofChoice, m_reasonRow, m_templateRow, m_proof, m_sectionRow,
                                          m_subServiceRow, m_documentsRow, m_replaced, m_replyRow, m_textRow})
        m_fields->addWidget(part);
    m_fields->addStretch(1);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    page->installEventFilter(this);
    m_scroll->viewport()->installEventFilter(this);
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

void DecisionSheet::connectFields()
{
    connect(m_executed, &QRadioButton::toggled, this, [this] {
        offerReasons(m_reason->chosen());
        if (m_executed->isChecked())
            m_proof->proposeNow(m_clock.now());
        fieldEdited();
    });
    connect(m_reason, &QComboBox::currentIndexChanged, this, [this] {
        offerTemplates({});
        fieldEdited();
    });
    connect(m_template, &QComboBox::currentIndexChanged, this, [this] {
        takeTemplate();
        fieldEdited();
    });
    connect(m_section, &QComboBox::currentIndexChanged, this, [this] {
        offerSubServices({});
        fieldEdited();
    });
    connect(m_subService, &QComboBox::currentIndexChanged, this, &DecisionSheet::fieldEdited);
    connect(m_proof, &ProofFields::edited, this, &DecisionSheet::fieldEdited);
    connect(m_documents, &DocumentPicks::edited, this, &DecisionSheet::fieldEdited);
    connect(&m_reply->edit(), &ReplyEdit::edited, this, &DecisionSheet::fieldEdited);
    connect(m_replaced, &Strip::actionChosen, this, &DecisionSheet::bringReplyBack);
    connect(m_text, &QPlainTextEdit::textChanged, this, &DecisionSheet::fieldEdited);
}

void DecisionSheet::open(const Case &seen, ReferencePtr reference, const DecisionForm &begun)
{
    const QSignalBlocker quiet(this);
    m_case = seen;
    m_reference = std::move(reference);
    m_type = begun.type;
    m_allowed = true;
    setBusy(false);
    m_message->clear();
    // Nothing of the case before may stay: the same template would look unchanged.
    m_otherReplies = begun.otherReplies;
    m_template->setChoices({}, {});
    m_reply->edit().setTemplate({}, {});
    nameParts();
    {
        const QSignalBlocker executed(m_executed);
        const bool mustBeExecuted = seen.status == CaseStatus::AwaitingExecution;
        // Of two that exclude each other, the one that is on cannot be switched off.
        (begun.executed || mustBeExecuted ? m_executed : m_awaiting)->setChecked(true);
    }
    {
        const QSignalBlocker text(m_text);
        m_text->setPlainText(begun.text);
    }
    m_proof->fill(begun);
    const SubService *service = m_reference->subService(seen.subService);
    m_documents->offer(service ? service->requiredDocuments : QStringList(), *m_reference);
    m_documents->setPicked(begun.missingDocuments);
    offerTargets(begun);
    offerReasons(begun.reason);
    offerTemplates(begun.templateCode);
    // What the template says by itself goes on following its fields.
    if (!begun.reply.isEmpty() && begun.reply != m_reply->edit().text())
        m_reply->edit().restore(begun.reply, values());
    m_choice = choice();
    m_replaced->clear();
    showParts();
    if (showsProof())
        m_proof->proposeNow(m_clock.now());
    m_reply->edit().setValues(values());
    m_discard->setVisible(isWorthKeeping(begun) && !begun.reply.isEmpty());
    clearProblems();
    m_scroll->ensureVisible(0, 0);
}

void DecisionSheet::setSeen(const Case &seen, bool stillAllowed)
{
    const bool changedMeanwhile = seen.version != m_case.version || seen.status != m_case.status;
    m_case = seen;
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

void DecisionSheet::nameParts()
{
    m_title->setText(actWord(m_type));
    setAccessibleName(m_title->text());
    m_reasonRow->setLabel(reasonLabel(m_type));
    m_textRow->setLabel(textLabel(m_type));
    m_sectionRow->setLabel(m_type == ActType::Transfer ? tr("Refer to the section")
                                                       : tr("Competent section"));
    const bool reject = m_type == ActType::Reject;
    Button &confirm = reject ? *m_dangerous : *m_confirm;
    confirm.setText(confirmWord(m_type));
    confirm.setAccessibleName(confirm.text());
    confirm.setToolTip(isolateId(u"Ctrl+Enter"));
    confirm.setAccessibleDescription(QStringLiteral("Ctrl+Enter"));
    m_dangerous->setVisible(reject);
    m_confirm->setVisible(!reject);
}

ReplySituation DecisionSheet::situation() const
{
    return {m_type, m_case.section, needsExecutionProof(m_case, *m_reference), m_executed->isChecked()};
}

const ReplyTemplate *DecisionSheet::replyTemplate() const
{
    return m_reference && decides(m_type) ? m_reference->replyTemplate(m_template->chosen()) : nullptr;
}

bool DecisionSheet::uses(QLatin1StringView variable) const
{
    const ReplyTemplate *reply = replyTemplate();
    return reply && reply->body.ar.contains(QString(u'{' % variable % u'}'));
}

bool DecisionSheet::showsProof() const
{
    if (m_type != ActType::Complete || !m_executed->isChecked())
        return false;
    return needsExecutionProof(m_case, *m_reference) || uses(QLatin1StringView("operation_number"));
}

CaseStatus DecisionSheet::statusAfter() const
{
    switch (m_type) {
    case ActType::Return:
        return CaseStatus::Returned;
    case ActType::Reject:
        return CaseStatus::Rejected;
    case ActType::Complete:
        return needsExecutionProof(m_case, *m_reference) && !m_executed->isChecked()
            ? CaseStatus::AwaitingExecution
            : CaseStatus::Completed;
    default:
        return m_case.status;
    }
}

QHash<QString, QString> DecisionSheet::values() const
{
    return replyValues(m_case, *m_reference, form());
}

DecisionForm DecisionSheet::form() const
{
    DecisionForm form;
    form.type = m_type;
    form.reason = m_reason->chosen();
    form.executed = m_executed->isChecked();
    m_proof->read(form);
    form.templateCode = decides(m_type) ? m_template->chosen() : QString();
    form.reply = decides(m_type) ? m_reply->edit().text() : QString();
    form.otherReplies = m_otherReplies;
    form.otherReplies.remove(form.templateCode);
    form.missingDocuments = m_documents->picked();
    form.toSection = m_section->chosen();
    form.toSubService = m_type == ActType::Transfer ? m_subService->chosen() : QString();
    form.text = m_text->toPlainText();
    return form;
}

void DecisionSheet::offerReasons(const QString &chosen)
{
    const std::vector<const Reason *> offered = offeredReasons(*m_reference, situation());
    QList<std::pair<QString, QString>> choices;
    for (const Reason *reason : offered)
        choices.emplaceBack(reason->code, named(reason->name, m_locale.language));
    m_reason->setChoices(choices, chosen);
    // Completing is the ordinary end and its first reason the ordinary one; returning and rejecting are
    // reasoned by a person.
    if (m_type == ActType::Complete && m_reason->currentIndex() < 0 && !choices.isEmpty()) {
        const QSignalBlocker quiet(m_reason);
        m_reason->setCurrentIndex(0);
    }
    offerTemplates(m_template->chosen());
}

void DecisionSheet::offerTemplates(const QString &chosen)
{
    const Reason *reason = m_reference->reason(m_reason->chosen());
    QList<std::pair<QString, QString>> choices;
    if (reason && decides(m_type)) {
        const std::vector<const ReplyTemplate *> offered =
            offeredTemplates(*m_reference, *reason, situation());
        for (const ReplyTemplate *reply : offered)
            choices.emplaceBack(reply->code, templateName(*reply, offered));
    }
    const QString before = m_template->chosen();
    m_template->setChoices(choices, chosen);
    if (m_template->currentIndex() < 0 && !choices.isEmpty()) {
        const QSignalBlocker quiet(m_template);
        m_template->setCurrentIndex(0);
    }
    if (m_template->chosen() != before || m_reply->edit().text().isEmpty())
        takeTemplate();
}

DecisionSheet::Choice DecisionSheet::choice() const
{
    return {m_executed->isChecked(), m_reason->chosen(), m_template->chosen()};
}

void DecisionSheet::takeTemplate()
{
    // What a person wrote is never written over: it waits for its template to be chosen again, or for one
    // click on the strip.
    ReplyEdit &edit = m_reply->edit();
    const bool written = edit.isEdited() && !edit.text().trimmed().isEmpty();
    if (written && m_choice.templateCode != m_template->chosen()) {
        m_otherReplies.insert(m_choice.templateCode, edit.text());
        m_before = m_choice;
        m_replaced->say(Tone::Info,
                        tr("The reply that was written is kept, and replaced here by the template."),
                        tr("Undo"));
    }
    const ReplyTemplate *reply = replyTemplate();
    const QString kept = m_otherReplies.take(m_template->chosen());
    if (kept.isEmpty())
        edit.setTemplate(reply ? reply->body.ar : QString(), values());
    else
        edit.restore(kept, values());
    m_choice = choice();
}

void DecisionSheet::bringReplyBack()
{
    const Choice before = m_before;
    (before.executed ? m_executed : m_awaiting)->setChecked(true);
    offerReasons(before.reason);
    offerTemplates(before.templateCode);
    m_replaced->clear();
    fieldEdited();
    m_reply->edit().setFocus(Qt::OtherFocusReason);
}

void DecisionSheet::offerTargets(const DecisionForm &begun)
{
    QList<std::pair<QString, QString>> choices;
    for (const Section &section : m_reference->sections) {
        if (section.code != m_case.section)
            choices.emplaceBack(section.code, named(section.name, m_locale.language));
    }
    m_section->setChoices(choices, begun.toSection);
    offerSubServices(begun.toSubService);
}

void DecisionSheet::offerSubServices(const QString &chosen)
{
    QList<std::pair<QString, QString>> choices;
    for (const SubService &service : m_reference->subServices) {
        if (service.section == m_section->chosen())
            choices.emplaceBack(service.code, named(service.name, m_locale.language));
    }
    m_subService->setChoices(choices, chosen);
    m_subService->setEnabled(!choices.isEmpty());
}

void DecisionSheet::showParts()
{
    const bool decision = decides(m_type);
    const bool transfer = m_type == ActType::Transfer;
    m_proofChoice->setVisible(m_type == ActType::Complete && needsExecutionProof(m_case, *m_reference)
                              && m_case.status != CaseStatus::AwaitingExecution);
    m_reasonRow->setVisible(m_type != ActType::Note);
    m_templateRow->setVisible(decision && m_template->count() > 1);
    m_proof->setVisible(showsProof());
    m_sectionRow->setVisible(transfer || uses(QLatin1StringView("target_section")));
    m_subServiceRow->setVisible(transfer);
    m_documentsRow->setVisible(uses(QLatin1StringView("missing_documents")) && !m_documents->isEmpty());
    m_replyRow->setVisible(decision && replyTemplate());
    m_textRow->setVisible(!decision);
    m_reply->present(m_case, statusAfter(), *m_reference);
}

void DecisionSheet::fieldEdited()
{
    if (!m_reference)
        return;
    showParts();
    m_reply->edit().setValues(values());
    clearProblems();
    if (std::exchange(m_problemSaid, false))
        m_message->clear();
    m_choice = choice();
    const DecisionForm now = form();
    m_discard->setVisible(isWorthKeeping(now));
    Q_EMIT changed(now);
}

void DecisionSheet::focusFirst()
{
    const Problem problem = firstProblem();
    clearProblems();
    if (problem.field == &m_reply->edit())
        m_reply->edit().goToGap(true);
    QWidget *first = problem.field ? problem.field
        : decides(m_type)          ? static_cast<QWidget *>(&m_reply->edit())
                                   : m_text;
    first->setFocus(Qt::TabFocusReason);
    keepFocusInSight();
}

bool DecisionSheet::eventFilter(QObject *watched, QEvent *event)
{
    // Parts come and go, and a reply grows: what is being written stays where it can be seen. Later, since
    // the scroll bar learns of it after this.
    if (event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &DecisionSheet::keepFocusInSight, Qt::QueuedConnection);
    return QFrame::eventFilter(watched, event);
}

void DecisionSheet::keepFocusInSight()
{
    QWidget *now = focusWidget();
    QWidget *page = m_scroll->widget();
    if (!now || !page->isAncestorOf(now))
        return;
    QRect room(now->mapTo(page, QPoint(0, -space::broad)),
               now->size() + QSize(0, space::broad)); // with its label
    const int high = m_scroll->viewport()->height();
    if (now == &m_reply->edit()) {
        // The whole reply, or the place in it where something is missing.
        room = QRect(m_replyRow->mapTo(page, QPoint(0, 0)), m_replyRow->size());
        if (room.height() > high && m_reply->edit().textCursor().hasSelection()) {
            room = m_reply->edit().cursorRect();
            room.moveTopLeft(now->mapTo(page, room.topLeft()));
        }
    }
    QScrollBar &bar = *m_scroll->verticalScrollBar();
    if (room.bottom() + space::snug > bar.value() + high)
        bar.setValue(room.bottom() + space::snug - high);
    if (room.top() - space::snug < bar.value())
        bar.setValue(std::max(0, room.top() - space::snug));
}

void DecisionSheet::goOn()
{
    QWidget *now = focusWidget();
    if (now == m_reason && m_reason->currentIndex() < 0) {
        m_reason->showPopup();
        return;
    }
    const Problem problem = firstProblem();
    clearProblems();
    if (!problem.field) {
        (m_type == ActType::Reject ? m_dangerous : m_confirm)->setFocus(Qt::TabFocusReason);
        return;
    }
    if (problem.field == &m_reply->edit())
        m_reply->edit().goToGap(true);
    problem.field->setFocus(Qt::TabFocusReason);
    keepFocusInSight();
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
    if (m_busy || !m_allowed || !m_reference)
        return;
    const Problem problem = firstProblem();
    if (problem.field) {
        m_message->say(Tone::Danger, problem.sentence);
        m_problemSaid = true;
        if (problem.field == &m_reply->edit())
            m_reply->edit().goToGap(true);
        problem.field->setFocus(Qt::TabFocusReason);
        keepFocusInSight();
        return;
    }
    Q_EMIT confirmed(form());
}

DecisionSheet::Problem DecisionSheet::mark(LabelledField *row, const QString &sentence)
{
    row->setProblem(sentence);
    return {&row->field(), sentence};
}

DecisionSheet::Problem DecisionSheet::firstProblem()
{
    clearProblems();
    const DecisionForm now = form();
    if (m_type != ActType::Note && now.reason.isEmpty())
        return mark(m_reasonRow, tr("A reason is required."));
    if (showsProof()) {
        QString sentence;
        if (QWidget *field = m_proof->firstProblem(m_clock.now(), sentence))
            return {field, sentence};
    }
    if (m_type == ActType::Transfer) {
        if (now.toSection.isEmpty())
            return mark(m_sectionRow, tr("The section is required."));
        if (now.toSubService.isEmpty())
            return mark(m_subServiceRow, tr("The service in that section is required."));
    }
    if (!decides(m_type)) {
        const bool required = m_type == ActType::Note || m_type == ActType::Escalate;
        return required && now.text.trimmed().isEmpty() ? mark(m_textRow, textMissing(m_type)) : Problem{};
    }
    if (now.reply.trimmed().isEmpty())
        return {mark(m_replyRow, tr("The reply is empty.")).field ? &m_reply->edit() : nullptr,
                tr("The reply is empty.")};
    const QStringList gaps = m_reply->edit().gaps();
    if (gaps.isEmpty())
        return {};
    QStringList shown;
    for (const QString &gap : gaps)
        shown.append(isolateAny(gap));
    const QString sentence = tr("Still missing in the reply: %1.").arg(shown.join(tr(", ")));
    m_replyRow->setProblem(sentence);
    return {&m_reply->edit(), sentence};
}

void DecisionSheet::clearProblems()
{
    for (LabelledField *row :
         {m_reasonRow, m_templateRow, m_sectionRow, m_subServiceRow, m_documentsRow, m_replyRow, m_textRow})
        row->setProblem({});
    m_proof->clearProblems();
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
