// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/conflictspage.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/digits.h"
#include "ui/conflicts/conflictcard.h"
#include "ui/conflicts/conflictdelegate.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rowtable.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kListWidth = 300;

} // namespace

ConflictsPage::ConflictsPage(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(locale)
    , m_model(clock, m_words)
    , m_count(new PlainLabel(TextRole::Secondary))
    , m_table(new RowTable(theme))
    , m_delegate(new ConflictDelegate(theme, m_model, m_words, *m_table))
    , m_card(new ConflictCard(theme, locale))
    , m_list(makeList())
    , m_parked(makeParked())
    , m_empty(new Card)
    , m_bodies(new QStackedLayout(this))
{
    setObjectName(QStringLiteral("conflictsPage"));
    auto *empty =
        new EmptyState(theme,
                       {Icon::CircleCheck,
                        tr("No conflicts"),
                        tr("Acts that do not agree with the central version appear here for a choice."),
                        {},
                        Ink::Success});
    empty->setObjectName(QStringLiteral("stateNoConflicts"));
    m_empty->column().addWidget(new PlainLabel(TextRole::PageTitle, tr("Conflicts")));
    m_empty->column().addWidget(empty, 1);
    m_bodies->addWidget(new Card); // before the first snapshot
    m_bodies->addWidget(m_parked);
    m_bodies->addWidget(m_empty);

    connect(m_table, &RowTable::currentRowChanged, this, &ConflictsPage::showCurrent);
    connect(m_table, &RowTable::rowChosen, m_card, &ConflictCard::focusChoices);
    connect(&m_theme, &Theme::changed, this, [this] { m_delegate->updateFonts(); });
    connectCard();
}

QWidget *ConflictsPage::makeList()
{
    m_table->setObjectName(QStringLiteral("conflictsView"));
    m_table->setAccessibleName(tr("Conflicts"));
    m_table->setItemDelegate(m_delegate);
    m_table->setModel(&m_model);
    m_table->keepOneCurrent();
    m_table->setRowHeight(rowHeight(Density::Comfortable));
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < kOutboxColumns; ++column)
        m_table->setColumnHidden(column, true);

    auto *title = new PlainLabel(TextRole::PageTitle, tr("Conflicts"));
    title->setObjectName(QStringLiteral("conflictsTitle"));
    m_count->setObjectName(QStringLiteral("conflictsCount"));
    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::wide, space::medium, space::wide, space::medium);
    head->setSpacing(space::tiny);
    head->addWidget(title);
    head->addWidget(m_count);
    auto *list = new Card;
    const int edge = space::hair;
    list->column().setContentsMargins(edge, edge, edge, edge);
    list->column().setSpacing(0);
    list->column().addLayout(head);
    list->column().addWidget(makeRule(list));
    list->column().addWidget(m_table, 1);
    return list;
}

QWidget *ConflictsPage::makeParked()
{
    auto *parked = new QWidget;
    auto *row = new QHBoxLayout(parked);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    row->addWidget(m_list);
    row->addWidget(m_card, 1);
    return parked;
}

void ConflictsPage::connectCard()
{
    connect(m_card, &ConflictCard::openRequested, this, [this] { Q_EMIT caseChosen(current()->act.caseId); });
    connect(m_card, &ConflictCard::decideAnewRequested, this,
            [this] { Q_EMIT decideAnewRequested(current()->act.caseId, current()->act.id); });
    connect(m_card, &ConflictCard::takeTheirsRequested, this, [this] {
        choose();
        Q_EMIT takeTheirsRequested(m_choice->act);
    });
    connect(m_card, &ConflictCard::resendRequested, this, [this] {
        choose();
        Q_EMIT retryRequested(m_choice->act);
    });
}

// --- news
// ---------------------------------------------------------------------------------------------------

void ConflictsPage::setItems(const std::vector<OutboxItem> &items)
{
    std::vector<OutboxItem> parked;
    std::copy_if(items.begin(), items.end(), std::back_inserter(parked),
                 [](const OutboxItem &item) { return item.state == OutboxState::Parked; });
    const int rows = m_model.rowCount();
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_model.setItems(std::move(parked));
    if (m_choice) {
        const int row = m_model.rowOf(m_choice->act);
        // Still here, and it was tried again meanwhile: the answer came faster than the snapshots.
        if (row < 0 || m_model.itemAt(row).tries != m_choice->tries)
            m_choice.reset();
    }
    m_known = true;
    showAll();
    m_wanted = {};
    if (hadFocus && m_model.rowCount() < rows)
        focusRows();
}

void ConflictsPage::setReference(const ReferencePtr &reference)
{
    m_reference = reference;
    showCurrent();
}

void ConflictsPage::tick()
{
    m_model.tick();
    showCurrent();
}

void ConflictsPage::show(const ActId &act)
{
    m_wanted = act;
    showAll();
}

void ConflictsPage::focusRows()
{
    if (m_model.rowCount() > 1)
        m_table->setFocus(Qt::ShortcutFocusReason);
    else
        m_card->focusChoices();
}

// --- choices
// ------------------------------------------------------------------------------------------------

void ConflictsPage::choose()
{
    m_choice = Choice{current()->act.id, current()->tries};
    showCurrent();
}

void ConflictsPage::choiceFailed(const Error &error)
{
    const std::optional<Choice> failed = std::exchange(m_choice, std::nullopt);
    showCurrent();
    if (failed && current() && current()->act.id == failed->act)
        m_card->sayFailed(error);
}

// --- what is shown
// ------------------------------------------------------------------------------------------

const OutboxItem *ConflictsPage::current() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_model.rowCount() ? &m_model.itemAt(row) : nullptr;
}

void ConflictsPage::showAll()
{
    if (const int row = m_model.rowOf(m_wanted); row >= 0) {
        m_wanted = {};
        m_table->setCurrentRow(row);
    }
    const int rows = m_model.rowCount();
    m_list->setVisible(rows > 1);
    m_count->setText(localDigits(tr("%n act(s) need a choice", nullptr, rows), m_words.locale().digits));
    if (m_known)
        m_bodies->setCurrentWidget(rows > 0 ? m_parked : m_empty);
    showCurrent();
}

void ConflictsPage::showCurrent()
{
    static const Reference none;
    const OutboxItem *item = current();
    if (!item)
        return;
    m_card->present(*item, m_reference ? *m_reference : none, m_model.now());
    m_card->setBusy(m_choice && m_choice->act == item->act.id);
}

void ConflictsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_list->setFixedWidth(m_theme.scaled(kListWidth));
}

} // namespace tawasul
