// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/verdictmodel.h"

#include "models/arabic/bidi.h"
#include "models/arabic/tooltip.h"
#include "ui/shared/rawtext.h"

#include <algorithm>

namespace tawasul {

VerdictModel::VerdictModel(const OrderWords &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{
}

void VerdictModel::setVerdicts(std::vector<AssignmentVerdict> verdicts, OrderStage stage)
{
    beginResetModel();
    m_verdicts = std::move(verdicts);
    m_stage = stage;
    std::stable_partition(m_verdicts.begin(), m_verdicts.end(), [](const AssignmentVerdict &each) {
        return each.outcome == AssignmentOutcome::Refused;
    });
    endResetModel();
}

int VerdictModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_verdicts.size());
}

int VerdictModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kVerdictColumns;
}

QString VerdictModel::text(int row, VerdictColumn column) const
{
    const AssignmentVerdict &of = at(row);
    switch (column) {
    case VerdictColumn::Request:
        //: In the place of the number of a request that may not be seen
        return of.number.isEmpty() ? tr("A request out of reach") : isolateId(of.number);
    case VerdictColumn::Way:
        return m_words.way(of);
    case VerdictColumn::Fate:
        break;
    }
    return m_words.verdict(of, m_stage);
}

QVariant VerdictModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString shown = text(index.row(), static_cast<VerdictColumn>(index.column()));
    if (role == Qt::DisplayRole)
        return shown;
    if (role == Qt::AccessibleTextRole)
        return rawText(shown);
    return role == Qt::ToolTipRole ? QVariant(plainTooltip(shown)) : QVariant();
}

QVariant VerdictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < rowCount() ? QVariant(rawText(text(section, VerdictColumn::Request))) : QVariant();
    switch (static_cast<VerdictColumn>(section)) {
    case VerdictColumn::Request:
        return tr("Request");
    case VerdictColumn::Way:
        return tr("From whom to whom");
    case VerdictColumn::Fate:
        return m_stage == OrderStage::Answered ? tr("Result") : tr("What it becomes");
    }
    return {};
}

} // namespace tawasul
