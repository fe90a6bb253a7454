// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/assignsheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "ui/decisions/labelledfield.h"
#include "ui/shared/button.h"
#include "ui/shared/card.h"
#include "ui/shared/casewords.h"
#include "ui/shared/countedtext.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/errortext.h"
#include "ui/shared/filterchip.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/note.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/strip.h"
#include "ui/shared/textarea.h"
#include "ui/supervision/orderview.h"
#include "ui/supervision/ruleform.h"
#include "ui/supervision/staffpicker.h"
#include "ui/theme/metrics.h"

#include <algorithm>

namespace tawasul {

namespace {

/// After the last change of a choice: nobody wants a dry run of every key.
constexpr std::chrono::milliseconds kAskAfter{200};
constexpr int kTextHeight = 54; ///< of one line; more are scrolled to

template<class W>
W *withName(W *widget, const char *name)
{
    widget->setObjectName(QString::fromLatin1(name));
    return widget;
}

// What all of them have in common; empty when they differ.
template<class F>
QString common(const std::vector<CaseHeader> &cases, F part)
{
    if (cases.empty())
        return {};
    const QString first = part(cases.front());
    const bool same =
        std::all_of(cases.begin(), cases.end(), [&](const CaseHeader &each) { return part(each) == first; });
    return same ? first : QString();
}

} // namespace

AssignSheet::AssignSheet(const Theme &theme, const BoardWords &words, const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_words(words)
    , m_clock(clock)
    , m_orders(words)
    , m_title(withName(new PlainLabel(TextRole::Section), "assignTitle"))
    , m_message(withName(new Strip(theme), "assignMessage"))
    , m_scroll(new QScrollArea)
    , m_selection(withName(new FilterChip({}), "assignSelection"))
    , m_rule(withName(new FilterChip(tr("By rule")), "assignByRule"))
    , m_ruleForm(new RuleForm(theme, words))
    , m_staffPicker(new StaffPicker(theme, words))
    , m_text(withName(new TextArea, "assignText"))
    , m_note(withName(new Note(new IconMark(theme, Icon::InfoCircle, Ink::Info, iconsize::medium)),
                      "assignNote"))
    , m_view(new OrderView(theme, words, m_orders))
    , m_summary(withName(new ElidedLabel(TextRole::Secondary), "assignSummary"))
    , m_confirm(
          withName(new Button(theme, ButtonKind::Primary, tr("Carry out the assignment")), "assignConfirm"))
    , m_retry(
          withName(new Button(theme, ButtonKind::Secondary, tr("Retry those that failed")), "assignRetry"))
    , m_other(withName(new Button(theme, ButtonKind::Secondary, tr("Assign them to another officer")),
                       "assignOther"))
    , m_undo(withName(new Button(theme, ButtonKind::Secondary, {}), "assignUndo"))
    , m_sendAgain(
          withName(new Button(theme, ButtonKind::Secondary, tr("Send again", "an order")), "assignSendAgain"))
    , m_withdraw(
          withName(new Button(theme, ButtonKind::Secondary, tr("Withdraw the order")), "assignWithdraw"))
    , m_setAside(
          withName(new Button(theme, ButtonKind::Secondary, tr("Put the order on hold")), "assignSetAside"))
{
    setObjectName(QStringLiteral("assignSheet"));
    setProperty("sheet", true);
    setFocusPolicy(Qt::ClickFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::medium, space::wide, space::medium);
    column->setSpacing(space::medium);
    column->addLayout(makeHead());
    column->addWidget(m_message);
    column->addWidget(makeBody(), 1);
    column->addWidget(makeRule(this));
    column->addLayout(makeFoot());
    m_asking.setSingleShot(true);
    m_asking.setInterval(kAskAfter);
    connectParts();
}

QLayout *AssignSheet::makeHead()
{
    auto *close =
        withName(new IconButton(m_theme, Icon::X, tr("Close (%1)").arg(isolateId(u"Esc"))), "closeAssign");
    connect(close, &QToolButton::clicked, this, &AssignSheet::closeRequested);
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(close);
    return row;
}

QWidget *AssignSheet::makeWay()
{
    auto *way = new QWidget;
    auto *group = new QButtonGroup(this);
    auto *row = new QHBoxLayout(way);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::snug);
    for (FilterChip *chip : {m_selection, m_rule}) {
        group->addButton(chip);
        row->addWidget(chip);
    }
    row->addStretch(1);
    return way;
}

QWidget *AssignSheet::makeBody()
{
    m_choices = new QWidget;
    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(space::medium);
    m_text->setFixedHeight(m_theme.scaled(kTextHeight));
    auto *reason = new LabelledField(m_theme, tr("Reason for the history (optional)"), m_text);
    choices->addWidget(makeWay());
    choices->addWidget(m_ruleForm);
    choices->addWidget(new LabelledField(m_theme, tr("To whom"), m_staffPicker));
    choices->addWidget(reason);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    // Room for the ring around whatever stands at an edge.
    column->setContentsMargins(space::tiny, space::tiny, space::tiny, space::tiny);
    column->setSpacing(space::wide);
    column->addWidget(m_choices);
    column->addWidget(m_note);
    column->addWidget(m_view);
    column->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(body);
    return m_scroll;
}

QLayout *AssignSheet::makeFoot()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::snug);
    for (Button *button : {m_confirm, m_undo, m_sendAgain, m_withdraw, m_setAside})
        row->addWidget(button);
    row->addWidget(m_summary, 1);
    row->addStretch(1);
    auto *more = new QHBoxLayout;
    more->setSpacing(space::snug);
    for (Button *button : {m_retry, m_other})
        more->addWidget(button);
    more->addStretch(1);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(space::snug);
    rows->addLayout(more);
    rows->addLayout(row);
    return rows;
}

void AssignSheet::connectParts()
{
    connect(&m_asking, &QTimer::timeout, this, &AssignSheet::ask);
    connect(m_selection, &QPushButton::clicked, this, [this] { chooseWay(false); });
    connect(m_rule, &QPushButton::clicked, this, [this] { chooseWay(true); });
    connect(m_ruleForm, &RuleForm::edited, this, [this] {
        m_ruleForm->showProblems();
        edited();
    });
    connect(m_staffPicker, &StaffPicker::chosenChanged, this, &AssignSheet::edited);
    connect(m_view, &OrderView::substituteChosen, this,
            [this](const PersonId &id) { m_staffPicker->choose(id); });
    connect(m_confirm, &QPushButton::clicked, this, &AssignSheet::confirm);
    connectSteps();
}

// --- what may be chosen
// -------------------------------------------------------------------------------------

void AssignSheet::setOwnSection(const QString &section)
{
    m_ruleForm->setOwnSection(section);
}

void AssignSheet::setReference()
{
    m_ruleForm->setStaff(m_staff);
}

void AssignSheet::setStaff(const std::vector<Colleague> &staff)
{
    m_staff = staff;
    m_ruleForm->setStaff(staff);
    offerRecipients();
}

void AssignSheet::setBoard(const Board &board)
{
    m_board = board;
    offerRecipients();
}

void AssignSheet::setOffline(bool offline)
{
    if (std::exchange(m_offline, offline) != offline)
        showTrial();
}

void AssignSheet::offerRecipients()
{
    const std::optional<AssignmentRule> rule = m_byRule ? m_ruleForm->rule() : std::nullopt;
    m_staffPicker->setRecipients(recipientsOf(m_staff, m_board,
                                              m_byRule ? (rule ? rule->section : QString()) : m_section,
                                              m_byRule ? QString() : m_region, m_clock.now()));
}

void AssignSheet::open(const std::vector<CaseHeader> &cases, const std::optional<PersonId> &to)
{
    m_wishes.clear();
    for (const CaseHeader &each : cases)
        m_wishes.push_back({each.id, each.version, {}});
    m_section = common(cases, [](const CaseHeader &each) { return each.section; });
    m_region = common(cases, [](const CaseHeader &each) { return each.region; });
    m_byRule = false;
    begin(to);
}

void AssignSheet::open(const AssignmentRule &rule, const std::optional<PersonId> &to)
{
    m_wishes.clear();
    m_section = m_region = QString();
    m_byRule = true;
    m_ruleForm->setRule(rule);
    begin(to);
}

void AssignSheet::open(const RecordedOrder &order)
{
    m_followed = {};
    m_recorded = order;
    m_busy = false;
    m_message->clear();
    showResult();
}

void AssignSheet::begin(const std::optional<PersonId> &to)
{
    m_followed = {};
    m_recorded.reset();
    m_asked.reset();
    m_trial.reset();
    m_busy = false;
    m_message->clear();
    m_text->clear();
    m_title->setText(tr("Reassignment"));
    setAccessibleName(m_title->text());
    m_choices->show();
    const int count = static_cast<int>(m_wishes.size());
    m_selection->setText(
        countedText(tr("%n selected request(s)", nullptr, count), count, m_words.locale().digits));
    m_selection->setAccessibleName(m_selection->text());
    m_selection->setVisible(count > 0);
    m_scroll->verticalScrollBar()->setValue(0);
    m_staffPicker->choose(to);
    chooseWay(m_byRule);
}

void AssignSheet::chooseWay(bool byRule)
{
    m_byRule = byRule;
    (byRule ? m_rule : m_selection)->setChecked(true);
    m_ruleForm->setVisible(byRule);
    edited();
}

void AssignSheet::focusFirst()
{
    if (m_recorded)
        setFocus(Qt::OtherFocusReason);
    else
        m_staffPicker->focusFirst();
}

// --- the dry run
// --------------------------------------------------------------------------------------------

std::optional<AssignmentOrder> AssignSheet::present() const
{
    const std::optional<PersonId> to = m_staffPicker->chosen();
    if (!to)
        return std::nullopt;
    AssignmentOrder order;
    if (m_byRule) {
        order.rule = m_ruleForm->rule();
        order.to = *to;
        return order.rule ? std::optional(order) : std::nullopt;
    }
    order.cases = m_wishes;
    for (AssignmentWish &wish : order.cases)
        wish.to = *to;
    return order.cases.empty() ? std::nullopt : std::optional(order);
}

void AssignSheet::edited()
{
    if (m_recorded)
        return;
    offerRecipients();
    m_message->clear();
    // The same choices again have their answer already.
    if (m_asked && present() == m_asked)
        return showTrial();
    m_asked.reset();
    m_trial.reset();
    showTrial();
    m_asking.start();
}

void AssignSheet::askAgain()
{
    if (m_recorded || m_busy)
        return;
    m_asked.reset();
    m_trial.reset();
    showTrial();
    m_asking.start();
}

void AssignSheet::ask()
{
    m_asked = present();
    if (!m_asked)
        return;
    AssignmentOrder trial = *m_asked;
    trial.isDryRun = true;
    Q_EMIT trialWanted(trial);
}

void AssignSheet::setTrial(const AssignmentOrder &asked, const Result<AssignmentTrial> &trial)
{
    AssignmentOrder plain = asked;
    plain.isDryRun = false;
    if (m_recorded || plain != m_asked)
        return;
    m_trial = trial;
    showTrial();
}

bool AssignSheet::mayConfirm() const
{
    if (m_recorded || m_busy || !m_trial || !*m_trial || present() != m_asked)
        return false;
    const std::vector<AssignmentVerdict> &results = (*m_trial)->results;
    return countOf(results, AssignmentOutcome::Refused) < static_cast<int>(results.size());
}

void AssignSheet::showTrial()
{
    if (m_recorded)
        return;
    const bool shown = m_trial && *m_trial;
    m_view->setVisible(shown);
    if (shown) {
        m_view->presentTrial(**m_trial);
        // What would come of it is seen, also where there is little room; once it has been laid out.
        QTimer::singleShot(0, m_view, [this] {
            m_scroll->ensureVisible(0, m_view->y() + std::min(m_view->height(), m_scroll->height() / 2), 0,
                                    0);
        });
    }
    m_summary->setText(shown ? m_view->heading() : QString());
    if (m_trial && !*m_trial)
        m_message->say(Tone::Danger, errorSentence(m_trial->error()));
    const std::optional<AssignmentOrder> now = present();
    if (!now)
        m_note->say(m_byRule
                        ? tr("Choose whose requests they are and to whom they go. What would come of it is "
                             "shown here before anything happens.")
                        : tr("Choose to whom the requests go. What would come of it is shown here before "
                             "anything happens."));
    else if (!m_trial)
        m_note->say(tr("What would come of it is being worked out…"));
    else if (shown && m_offline)
        m_note->say(
            tr("There is no connection. The order is recorded on this device and carried out once the "
               "connection returns; the central system then judges each request anew."));
    else
        m_note->say({});
    showButtons();
}

void AssignSheet::confirm()
{
    if (!mayConfirm())
        return;
    m_busy = true;
    AssignmentOrder order = *m_asked;
    order.text = m_text->toPlainText().trimmed().left(kLongestAssignmentText);
    showButtons();
    Q_EMIT confirmed(order);
}

void AssignSheet::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        confirm();
    else
        QFrame::keyPressEvent(event);
}

} // namespace tawasul
