// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/decisionfields.h"

#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

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
#include "ui/shared/casewords.h"
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

// A scroll area takes what is asked for as the least there is: so low that everything is in sight; where even
// that is too much the page scrolls, and nothing in it does.
class FieldsPage : public QWidget
{
public:
    [[nodiscard]] int heightForWidth(int width) const override
    {
        const int least = layout()->totalMinimumHeightForWidth(width);
        return least <= parentWidget()->height() ? least : layout()->totalHeightForWidth(width);
    }
};

} // namespace

DecisionFields::DecisionFields(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent)
    : QScrollArea(parent)
    , m_clock(clock)
    , m_locale(locale)
    , m_replaced(withName(new Strip(theme), "replyReplaced"))
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
{
    setObjectName(QStringLiteral("decisionFields"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setFixedHeight(kTextHeight);
    lay();
    connectFields();
}

void DecisionFields::lay()
{
    auto *page = new FieldsPage;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(margins(space::hair, 0, space::snug, space::hair, layoutDirection()));
    // Closer than fields stand elsewhere: in a window 960 pixels high the whole reply has to fit below them.
    column->setSpacing(space::snug);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_proofChoice, m_reasonRow, m_templateRow, m_proof, m_sectionRow,
                                          m_subServiceRow, m_documentsRow, m_replaced})
        column->addWidget(part);
    // The reply gives way before anything is cut: it scrolls by itself.
    m_replyRow->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_replyRow);
    column->addWidget(m_textRow);
    column->addStretch(1);
    setWidget(page);
    page->installEventFilter(this);
    viewport()->installEventFilter(this);
}

QWidget *DecisionFields::makeProofChoice()
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

void DecisionFields::warnOfClock(const QString &sentence)
{
    m_proof->warn(sentence);
}

void DecisionFields::connectFields()
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
    connect(m_subService, &QComboBox::currentIndexChanged, this, &DecisionFields::fieldEdited);
    connect(m_proof, &ProofFields::edited, this, &DecisionFields::fieldEdited);
    connect(m_documents, &DocumentPicks::edited, this, &DecisionFields::fieldEdited);
    connect(&m_reply->edit(), &ReplyEdit::edited, this, &DecisionFields::fieldEdited);
    connect(m_replaced, &Strip::actionChosen, this, &DecisionFields::bringReplyBack);
    connect(m_text, &QPlainTextEdit::textChanged, this, &DecisionFields::fieldEdited);
}

void DecisionFields::open(const Case &seen, ReferencePtr reference, const DecisionForm &begun)
{
    const QSignalBlocker quiet(this);
    m_case = seen;
    m_reference = std::move(reference);
    m_type = begun.type;
    // Nothing of the case before may stay: the same template would look unchanged.
    m_otherReplies = begun.otherReplies;
    m_template->setChoices({}, {});
    m_reply->edit().setTemplate({}, {});
    nameParts();
    fill(begun);
    m_choice = choice();
    m_replaced->clear();
    showParts();
    if (showsProof())
        m_proof->proposeNow(m_clock.now());
    m_reply->edit().setValues(values());
    clearProblems();
    ensureVisible(0, 0);
}

void DecisionFields::fill(const DecisionForm &begun)
{
    {
        const QSignalBlocker executed(*m_executed);
        const bool mustBeExecuted = m_case.status == CaseStatus::AwaitingExecution;
        // Of two that exclude each other, the one that is on cannot be switched off.
        (begun.executed || mustBeExecuted ? m_executed : m_awaiting)->setChecked(true);
    }
    {
        const QSignalBlocker text(m_text);
        m_text->setPlainText(begun.text);
    }
    m_proof->fill(begun);
    const SubService *service = m_reference->subService(m_case.subService);
    m_documents->offer(service ? service->requiredDocuments : QStringList(), *m_reference);
    m_documents->setPicked(begun.missingDocuments);
    offerTargets(begun);
    offerReasons(begun.reason);
    offerTemplates(begun.templateCode);
    // What the template says by itself goes on following its fields.
    if (!begun.reply.isEmpty() && begun.reply != m_reply->edit().text())
        m_reply->edit().restore(begun.reply, values());
}

void DecisionFields::nameParts()
{
    m_reasonRow->setLabel(reasonLabel(m_type));
    m_textRow->setLabel(textLabel(m_type));
    m_sectionRow->setLabel(m_type == ActType::Transfer ? tr("Refer to the section")
                                                       : tr("Competent section"));
}

void DecisionFields::showParts()
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

void DecisionFields::fieldEdited()
{
    if (!m_reference)
        return;
    showParts();
    m_reply->edit().setValues(values());
    clearProblems();
    m_choice = choice();
    Q_EMIT edited();
}

DecisionForm DecisionFields::form() const
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

// --- what is offered, and what follows from it

ReplySituation DecisionFields::situation() const
{
    return {m_type, m_case.section, needsExecutionProof(m_case, *m_reference), m_executed->isChecked()};
}

const ReplyTemplate *DecisionFields::replyTemplate() const
{
    return m_reference && decides(m_type) ? m_reference->replyTemplate(m_template->chosen()) : nullptr;
}

bool DecisionFields::uses(QLatin1StringView variable) const
{
    const ReplyTemplate *reply = replyTemplate();
    return reply && reply->body.ar.contains(QString(u'{' % variable % u'}'));
}

bool DecisionFields::showsProof() const
{
    if (m_type != ActType::Complete || !m_executed->isChecked())
        return false;
    return needsExecutionProof(m_case, *m_reference) || uses(QLatin1StringView("operation_number"));
}

CaseStatus DecisionFields::statusAfter() const
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

QHash<QString, QString> DecisionFields::values() const
{
    return replyValues(m_case, *m_reference, form());
}

void DecisionFields::offerReasons(const QString &chosen)
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

void DecisionFields::offerTemplates(const QString &chosen)
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

void DecisionFields::offerTargets(const DecisionForm &begun)
{
    QList<std::pair<QString, QString>> choices;
    for (const Section &section : m_reference->sections) {
        if (section.code != m_case.section)
            choices.emplaceBack(section.code, named(section.name, m_locale.language));
    }
    m_section->setChoices(choices, begun.toSection);
    offerSubServices(begun.toSubService);
}

void DecisionFields::offerSubServices(const QString &chosen)
{
    QList<std::pair<QString, QString>> choices;
    for (const SubService &service : m_reference->subServices) {
        if (service.section == m_section->chosen())
            choices.emplaceBack(service.code, named(service.name, m_locale.language));
    }
    m_subService->setChoices(choices, chosen);
    m_subService->setEnabled(!choices.isEmpty());
}

// --- the reply under another template

DecisionFields::Choice DecisionFields::choice() const
{
    return {m_executed->isChecked(), m_reason->chosen(), m_template->chosen()};
}

void DecisionFields::takeTemplate()
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

void DecisionFields::bringReplyBack()
{
    const Choice before = m_before;
    (before.executed ? m_executed : m_awaiting)->setChecked(true);
    offerReasons(before.reason);
    offerTemplates(before.templateCode);
    m_replaced->clear();
    fieldEdited();
    m_reply->edit().setFocus(Qt::OtherFocusReason);
}

// --- what is missing

DecisionFields::Problem DecisionFields::mark(LabelledField *row, const QString &sentence)
{
    row->setProblem(sentence);
    return {&row->field(), sentence};
}

DecisionFields::Problem DecisionFields::firstProblem()
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

void DecisionFields::clearProblems()
{
    for (LabelledField *row :
         {m_reasonRow, m_templateRow, m_sectionRow, m_subServiceRow, m_documentsRow, m_replyRow, m_textRow})
        row->setProblem({});
    m_proof->clearProblems();
}

bool DecisionFields::goToMissing()
{
    const Problem problem = firstProblem();
    clearProblems();
    if (!problem.field)
        return false;
    goTo(problem);
    return true;
}

void DecisionFields::goToText()
{
    (decides(m_type) ? static_cast<QWidget *>(&m_reply->edit()) : m_text)->setFocus(Qt::TabFocusReason);
    keepFocusInSight();
}

bool DecisionFields::offerWhatIsMissing()
{
    if (window()->focusWidget() != m_reason || m_reason->currentIndex() >= 0)
        return false;
    m_reason->showPopup();
    return true;
}

QString DecisionFields::tellMissing()
{
    const Problem problem = firstProblem();
    if (problem.field)
        goTo(problem);
    return problem.sentence;
}

void DecisionFields::goTo(const Problem &problem)
{
    if (problem.field == &m_reply->edit())
        m_reply->edit().goToGap(true);
    problem.field->setFocus(Qt::TabFocusReason);
    keepFocusInSight();
}

bool DecisionFields::eventFilter(QObject *watched, QEvent *event)
{
    // Parts come and go, and a reply grows: what is being written stays where it can be seen. Later, since
    // the scroll bar learns of it after this.
    if (event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &DecisionFields::keepFocusInSight, Qt::QueuedConnection);
    return QScrollArea::eventFilter(watched, event);
}

void DecisionFields::keepFocusInSight()
{
    QWidget *page = widget();
    QWidget *now = window()->focusWidget();
    if (!now || !page->isAncestorOf(now))
        return;
    QRect room(now->mapTo(page, QPoint(0, -space::broad)),
               now->size() + QSize(0, space::broad)); // with its label
    const int high = viewport()->height();
    if (now == &m_reply->edit()) {
        // The whole reply, or the place in it where something is missing.
        room = QRect(m_replyRow->mapTo(page, QPoint(0, 0)), m_replyRow->size());
        if (room.height() > high && m_reply->edit().textCursor().hasSelection()) {
            room = m_reply->edit().cursorRect();
            room.moveTopLeft(now->mapTo(page, room.topLeft()));
        }
    }
    QScrollBar &bar = *verticalScrollBar();
    if (room.bottom() + space::snug > bar.value() + high)
        bar.setValue(room.bottom() + space::snug - high);
    if (room.top() - space::snug < bar.value())
        bar.setValue(std::max(0, room.top() - space::snug));
}

} // namespace tawasul
