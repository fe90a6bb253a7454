// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/orderview.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "ui/shared/button.h"
#include "ui/shared/countedtext.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rowtable.h"
#include "ui/supervision/loadchangebars.h"
#include "ui/supervision/twolinedelegate.h"
#include "ui/supervision/verdictmodel.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kRow = 48;
constexpr int kMostRowsSeen = 6; ///< more are scrolled to

class VerdictDelegate : public TwoLineDelegate
{
public:
    VerdictDelegate(const Theme &theme, const VerdictModel &model, const BoardWords &words,
                    const OrderWords &orders, RowTable &table)
        : TwoLineDelegate(theme, table)
        , m_model(model)
        , m_words(words)
        , m_orders(orders)
    {
    }

protected:
    void paintCell(const Cell &cell, const QModelIndex &index) const override
    {
        const auto &[brush, fonts, tokens, whole, above, below] = cell;
        const AssignmentVerdict &of = m_model.at(index.row());
        switch (static_cast<VerdictColumn>(index.column())) {
        case VerdictColumn::Request:
            brush.line(whole, fonts.value, tokens.text, m_model.text(index.row(), VerdictColumn::Request),
                       Qt::ElideMiddle);
            break;
        case VerdictColumn::Way:
            // Whose it was, and under it whose it is to be.
            brush.line(above, fonts.secondary, tokens.text2, m_words.officer(of.from.value_or(PersonName())));
            brush.icon(QRect(below.left(), below.top(), brush.iconSide(), below.height()), Icon::ArrowRight,
                       tokens.text3);
            brush.line(below.adjusted(brush.iconSide() + space::tiny, 0, 0, 0), fonts.secondary, tokens.text,
                       m_orders.recipient(of));
            break;
        case VerdictColumn::Fate: {
            const ChipLook look = OrderWords::look(of, m_model.stage());
            const bool isRefused = of.outcome == AssignmentOutcome::Refused;
            brush.word(isRefused ? above : whole, fonts.secondary, look);
            if (isRefused)
                brush.line(below, fonts.secondary, tokens.text2, refusalReason(of.reason));
            break;
        }
        }
    }

private:
    const VerdictModel &m_model;
    const BoardWords &m_words;
    const OrderWords &m_orders;
};

} // namespace

OrderView::OrderView(const Theme &theme, const BoardWords &words, const OrderWords &orders, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(words)
    , m_orders(orders)
    , m_model(new VerdictModel(orders, this))
    , m_heading(new PlainLabel(TextRole::Section))
    , m_unsure(new PlainLabel(TextRole::Secondary))
    , m_bars(new LoadChangeBars(theme, words, orders))
    , m_groups(new QVBoxLayout)
    , m_table(new RowTable(theme))
{
    setObjectName(QStringLiteral("orderView"));
    m_heading->setObjectName(QStringLiteral("orderHeading"));
    m_heading->setWordWrap(true);
    m_unsure->setObjectName(QStringLiteral("orderUnsure"));
    m_unsure->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("orderCases"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new VerdictDelegate(theme, *m_model, words, orders, *m_table));
    m_table->setAccessibleName(tr("Each request of the order"));
    m_table->setRowHeight(kRow);
    m_groups->setSpacing(space::tiny);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_heading);
    column->addWidget(m_unsure);
    column->addLayout(m_groups);
    column->addWidget(m_bars);
    column->addWidget(m_table);
    connect(m_table, &RowTable::widthChanged, this, &OrderView::fitColumns);
    connect(&m_theme, &Theme::changed, this, [this] {
        fitColumns();
        fitRows();
    });
}

QString OrderView::heading() const
{
    return m_heading->text();
}

void OrderView::presentTrial(const AssignmentTrial &trial)
{
    present(m_orders.trial(trial.results), trial.results, trial.loads, OrderStage::Trial);
    QStringList doubts;
    if (trial.unsure > 0)
        doubts.append(countedText(tr("The result of %n request(s) is not certain yet: it rests on orders "
                                     "that wait, or on data that is "
                                     "still being fetched.",
                                     nullptr, trial.unsure),
                                  trial.unsure, m_words.locale().digits));
    if (!trial.staffAt)
        doubts.append(tr("Leaves and accounts of the officers are not known on this device yet; the central "
                         "system takes them into account."));
    m_unsure->setText(doubts.join(u'\n'));
    m_unsure->setVisible(!doubts.isEmpty());
}

void OrderView::presentResult(const RecordedOrder &order)
{
    present(m_orders.result(order), order.results, order.loads, stageOf(order));
    m_unsure->hide();
}

void OrderView::present(const QString &heading, const std::vector<AssignmentVerdict> &verdicts,
                        const std::vector<LoadChange> &loads, OrderStage stage)
{
    m_heading->setText(heading);
    while (QLayoutItem *old = m_groups->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const RefusalGroup &group : refusals(verdicts))
        m_groups->addWidget(makeGroup(group, stage == OrderStage::Trial));
    m_bars->setChanges(loads);
    m_bars->setVisible(!loads.empty());
    m_model->setVerdicts(verdicts, stage);
    m_table->setVisible(!verdicts.empty());
    fitRows();
    fitColumns();
}

QWidget *OrderView::makeGroup(const RefusalGroup &group, bool isTrial)
{
    auto *line = new QWidget;
    line->setObjectName(QStringLiteral("refusalGroup"));
    auto *words = new PlainLabel(TextRole::Body, m_orders.refusal(group));
    words->setObjectName(QStringLiteral("refusalWords"));
    words->setWordWrap(true);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::snug);
    row->addWidget(new IconMark(m_theme, Icon::AlertCircle, Ink::Danger, iconsize::medium), 0, Qt::AlignTop);
    row->addWidget(words, 1);
    if (isTrial && group.substitute) {
        //: On a button: give the requests to whoever stands in; %1 a name
        auto *button = new Button(m_theme, ButtonKind::Secondary,
                                  tr("To the substitute: %1").arg(m_words.officer(*group.substitute)));
        button->setObjectName(QStringLiteral("toSubstitute"));
        connect(button, &QPushButton::clicked, this,
                [this, id = group.substitute->id] { Q_EMIT substituteChosen(id); });
        row->addWidget(button, 0, Qt::AlignVCenter);
    }
    return line;
}

void OrderView::fitRows()
{
    const int rows = std::min(m_model->rowCount(), kMostRowsSeen);
    m_table->setFixedHeight(rows * m_theme.scaled(kRow) + m_table->horizontalHeader()->sizeHint().height()
                            + 2);
}

void OrderView::fitColumns()
{
    const int all = m_table->viewport()->width();
    const int number = all * 2 / 9;
    const int way = all * 4 / 9;
    m_table->setColumnWidth(static_cast<int>(VerdictColumn::Request), number);
    m_table->setColumnWidth(static_cast<int>(VerdictColumn::Way), way);
    m_table->setColumnWidth(static_cast<int>(VerdictColumn::Fate), std::max(0, all - number - way));
}

} // namespace tawasul
