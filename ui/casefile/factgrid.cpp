// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/factgrid.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "models/arabic/tooltip.h"
#include "ui/shared/valuelabel.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kColumns = 2;

QLayout *makeCell(const Fact &fact)
{
    auto *cell = new QVBoxLayout;
    cell->setSpacing(0);
    auto *label = new PlainLabel(TextRole::Caption, fact.label);
    label->setWordWrap(true);
    auto *value = new ValueLabel(fact.label, fact.value, fact.reading);
    value->setObjectName(fact.name);
    value->setTone(fact.tone);
    if (!fact.code.isEmpty())
        value->setToolTip(plainTooltip(FactGrid::tr("Code: %1").arg(isolateId(fact.code))));
    label->setBuddy(value);
    cell->addWidget(label);
    cell->addWidget(value);
    if (!fact.second.isEmpty()) {
        auto *second = new PlainLabel(TextRole::Secondary, fact.second);
        second->setObjectName(QString(fact.name % u"Note"));
        second->setWordWrap(true);
        if (fact.tone)
            second->setTone(fact.tone);
        cell->addWidget(second);
    }
    cell->addStretch(1);
    return cell;
}

QLayout *makeGrid(const std::vector<Fact> &facts)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::wide);
    grid->setVerticalSpacing(space::medium);
    int row = 0;
    int column = 0;
    for (const Fact &fact : facts) {
        if (fact.wide && column > 0) {
            ++row;
            column = 0;
        }
        grid->addLayout(makeCell(fact), row, column, 1, fact.wide ? kColumns : 1);
        column += fact.wide ? kColumns : 1;
        if (column >= kColumns) {
            ++row;
            column = 0;
        }
    }
    for (int each = 0; each < kColumns; ++each)
        grid->setColumnStretch(each, 1);
    return grid;
}

} // namespace

FactGrid::FactGrid(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("factGrid"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void FactGrid::present(const std::vector<FactGroup> &groups)
{
    if (m_content && groups == m_groups)
        return;
    m_groups = groups;
    delete m_content;
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    for (const FactGroup &group : groups) {
        if (column->count() > 0)
            column->addSpacing(space::snug);
        column->addWidget(new PlainLabel(TextRole::TableMain, group.title));
        column->addLayout(makeGrid(group.facts));
    }
    layout()->addWidget(m_content);
}

} // namespace tawasul
