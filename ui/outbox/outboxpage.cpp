// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxpage.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

#include "ui/outbox/outboxdelegate.h"
#include "ui/outbox/outboxdetail.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rowtable.h"
#include "ui/shared/strip.h"
#include "ui/shared/syncwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

// What gives way first when the page is narrow: it is in the details too.
constexpr std::array kGivingWay{OutboxColumn::Tries, OutboxColumn::NextTry, OutboxColumn::Since};

constexpr std::array kFixed{OutboxColumn::Act,   OutboxColumn::Case,  OutboxColumn::Since,
                            OutboxColumn::State, OutboxColumn::Tries, OutboxColumn::NextTry};

} // namespace

OutboxPage::OutboxPage(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent)
    : Card(parent)
    , m_theme(theme)
    , m_words(locale)
    , m_model(clock, m_words)
    , m_heading(new PlainLabel(TextRole::Body))
    , m_others(new PlainLabel(TextRole::Secondary))
    , m_today(new PlainLabel(TextRole::Secondary))
    , m_readiness(new PlainLabel(TextRole::Secondary))
    , m_ledger(new PlainLabel(TextRole::Secondary))
    , m_strip(new Strip(theme))
    , m_table(new RowTable(theme))
    , m_delegate(new OutboxDelegate(theme, m_model, m_words, *m_table))
    , m_detail(new OutboxDetail(theme, m_words))
    , m_empty(new EmptyState(
          theme,
          {Icon::CloudCheck,
           tr("Everything has been sent"),
           tr("Acts recorded without a connection wait here until the central system acknowledges them."),
           {},
           Ink::Success}))
{
    setObjectName(QStringLiteral("outboxPage"));
    m_heading->setObjectName(QStringLiteral("outboxHeading"));
    m_strip->setObjectName(QStringLiteral("outboxStrip"));
    m_empty->setObjectName(QStringLiteral("stateAllSent"));
    m_table->setObjectName(QStringLiteral("outboxView"));
    m_table->setAccessibleName(tr("Waiting to be sent"));
    m_table->setItemDelegate(m_delegate);
    m_table->setModel(&m_model);
    m_table->keepOneCurrent();
    const int edge = space::hair;
    column().setContentsMargins(edge, edge, edge, edge);
    column().setSpacing(0);
    column().addWidget(makeHead());
    auto *place = new QWidget;
    m_bodies = new QStackedLayout(place);
    m_rows = makeRows();
    m_bodies->addWidget(new QWidget); // before the first snapshot
    m_bodies->addWidget(m_rows);
    m_bodies->addWidget(m_empty);
    column().addWidget(place, 1);
    column().addWidget(makeFoot());

    connect(&m_model, &OutboxModel::changed, this, &OutboxPage::showAll);
    connect(m_table, &RowTable::currentRowChanged, this, &OutboxPage::showCurrent);
    connect(m_table, &RowTable::widthChanged, this, &OutboxPage::fitColumns);
    connect(m_table, &RowTable::rowChosen, this, [this] { Q_EMIT caseChosen(current()->act.caseId); });
    connect(&m_theme, &Theme::changed, this, [this] {
        m_delegate->updateFonts();
        fitColumns();
    });
    connectDetail();
}

QWidget *OutboxPage::makeHead()
{
    auto *head = new QWidget;
    auto *title = new PlainLabel(TextRole::PageTitle, tr("Waiting to be sent"));
    title->setObjectName(QStringLiteral("outboxTitle"));
    m_heading->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::tiny);
    words->addWidget(title);
    words->addWidget(m_heading);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(space::wide, space::medium, space::wide, space::medium);
    column->setSpacing(space::medium);
    column->addLayout(words);
    column->addWidget(m_strip);
    return head;
}

QWidget *OutboxPage::makeRows()
{
    auto *rows = new QWidget;
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(makeRule(rows));
    column->addWidget(m_detail);
    return rows;
}

QWidget *OutboxPage::makeFoot()
{
    auto *foot = new QWidget;
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(space::wide, space::small, space::wide, space::medium);
    column->setSpacing(space::tiny);
    m_others->setObjectName(QStringLiteral("outboxOthers"));
    m_today->setObjectName(QStringLiteral("outboxToday"));
    m_readiness->setObjectName(QStringLiteral("outboxReadiness"));
    m_ledger->setObjectName(QStringLiteral("outboxLedger"));
    for (PlainLabel *line : {m_others, m_today, m_readiness, m_ledger}) {
        line->setWordWrap(true);
        line->hide();
        column->addWidget(line);
    }
    return foot;
}

void OutboxPage::connectDetail()
{
    const auto wish = [this](auto signal, auto what) {
        connect(m_detail, signal, this, [this, what] {
            m_strip->clear();
            if (const OutboxItem *item = current())
                what(*item);
        });
    };
    wish(&OutboxDetail::openRequested,
         [this](const OutboxItem &item) { Q_EMIT caseChosen(item.act.caseId); });
    wish(&OutboxDetail::retryRequested,
         [this](const OutboxItem &item) { Q_EMIT retryRequested(item.act.id); });
    wish(&OutboxDetail::recallRequested,
         [this](const OutboxItem &item) { Q_EMIT recallRequested(item.act.id); });
    wish(&OutboxDetail::holdRequested, [this](const OutboxItem &item) { Q_EMIT holdRequested(item.act.id); });
    wish(&OutboxDetail::releaseRequested,
         [this](const OutboxItem &item) { Q_EMIT releaseRequested(item.act.id); });
    wish(&OutboxDetail::conflictRequested,
         [this](const OutboxItem &item) { Q_EMIT conflictRequested(item.act.id); });
}

// --- news
// ---------------------------------------------------------------------------------------------------

void OutboxPage::setItems(const std::vector<OutboxItem> &items)
{
    m_known = true;
    m_model.setItems(items);
    if (isVisible())
        Q_EMIT ledgerWanted();
}

void OutboxPage::ledgerUnread(const Error &error)
{
    m_ledger->setText(OutboxWords::ledgerUnread(error));
    m_ledger->setTone(Tone::Danger);
    m_ledger->show();
}

void OutboxPage::setLedger(const OutboxLedger &ledger)
{
    m_ledger->setText(m_words.ledger(ledger));
    m_ledger->setTone(ledger.unaccounted() == 0 ? std::nullopt : std::optional(Tone::Danger));
    m_ledger->show();
}

void OutboxPage::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    Q_EMIT ledgerWanted();
}

void OutboxPage::setSyncStatus(const SyncStatus &status)
{
    m_words.setStatus(status);
    m_model.setLinkUp(m_words.isLinkUp());
    m_others->setText(m_words.others());
    m_others->setVisible(status.others > 0);
    m_today->setText(readyToday(status, m_words.locale()));
    m_today->setVisible(status.today > 0);
    m_readiness->setText(m_words.readiness());
    m_readiness->setVisible(status.awaiting > 0);
}

void OutboxPage::tick()
{
    m_model.tick();
}

void OutboxPage::focusRows()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void OutboxPage::wishFailed(const Error &error)
{
    m_strip->say(Tone::Danger, OutboxWords::notSaved(error));
}

void OutboxPage::recallMissed()
{
    m_strip->say(Tone::Warning,
                 tr("It is too late to undo: the act is on its way to the central system. Another act can be "
                    "recorded on the request."));
}

// --- what is shown
// ------------------------------------------------------------------------------------------

const OutboxItem *OutboxPage::current() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_model.rowCount() ? &m_model.itemAt(row) : nullptr;
}

void OutboxPage::showAll()
{
    const int all = m_model.rowCount();
    const int parked = m_model.parkedCount();
    m_heading->setText(m_words.heading(all - parked, parked));
    m_heading->setVisible(all > 0);
    if (m_known)
        m_bodies->setCurrentWidget(all > 0 ? m_rows : m_empty);
    showCurrent();
}

void OutboxPage::showCurrent()
{
    const OutboxItem *item = current();
    if (!item)
        return;
    // What was said was said of another act.
    if (std::exchange(m_shown, item->act.id) != item->act.id)
        m_strip->clear();
    m_detail->present(*item, m_model.standingAt(m_table->currentRow()), m_model.now());
}

void OutboxPage::fitColumns()
{
    const int all = m_table->viewport()->width();
    int fixed = 0;
    for (const OutboxColumn column : kFixed)
        fixed += m_delegate->widthOf(column);
    const int least = m_delegate->widthOf(OutboxColumn::Why);
    for (const OutboxColumn column : kGivingWay) {
        const bool hide = fixed + least > all;
        m_table->setColumnHidden(static_cast<int>(column), hide);
        fixed -= hide ? m_delegate->widthOf(column) : 0;
    }
    for (const OutboxColumn column : kFixed)
        m_table->setColumnWidth(static_cast<int>(column), m_delegate->widthOf(column));
    m_table->setColumnWidth(static_cast<int>(OutboxColumn::Why), std::max(0, all - fixed));
}

} // namespace tawasul
