// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/caselistmodel.h"

#include "models/arabic/bidi.h"
#include "models/arabic/tooltip.h"
#include "ui/shared/casewords.h"
#include "ui/shared/rawtext.h"

namespace tawasul {

CaseListModel::CaseListModel(const BoardWords &words, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
    , m_clock(clock)
{
}

void CaseListModel::setCases(std::vector<CaseHeader> cases)
{
    beginResetModel();
    m_cases = std::move(cases);
    endResetModel();
}

int CaseListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cases.size());
}

int CaseListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kCaseColumns;
}

QString CaseListModel::officer(const CaseHeader &of) const
{
    return m_words.officer(of.assignee.value_or(PersonName()));
}

QString CaseListModel::day(const CaseHeader &of) const
{
    return of.closedAt ? m_words.day(riyadhDate(*of.closedAt)) : m_words.day(of.deadline().day);
}

QString CaseListModel::left(const CaseHeader &of) const
{
    const ReferencePtr &reference = m_words.reference();
    if (!isOpen(of.status) || !reference || !reference->calendar.isUsable())
        return {};
    if (of.status == CaseStatus::Returned)
        return BoardWords::standing(Standing::Waiting);
    return timeLeftText(timeLeft(of.deadline(), m_clock.now(), reference->calendar), m_words.locale().digits);
}

Tone CaseListModel::leftTone(const CaseHeader &of) const
{
    const std::optional<Standing> standing = standingOf(of, m_clock.now());
    if (standing == Standing::Overdue)
        return Tone::Danger;
    return standing == Standing::Today ? Tone::Warning : Tone::Neutral;
}

QString CaseListModel::text(const CaseHeader &of, CaseColumn column) const
{
    switch (column) {
    case CaseColumn::Request:
        //: %1 a request number, %2 a service
        return tr("%1, %2", "a request").arg(isolateId(of.number), m_words.service(of.subService));
    case CaseColumn::Officer:
        return officer(of);
    case CaseColumn::Status:
        return statusLook(of.status, of.statusText).word;
    case CaseColumn::Deadline:
        break;
    }
    const QString rest = left(of);
    //: %1 a date, %2 such as 3 working days late
    return rest.isEmpty() ? day(of) : tr("%1, %2", "a deadline").arg(day(of), rest);
}

QVariant CaseListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CaseHeader &of = caseAt(index.row());
    const QString shown = text(of, static_cast<CaseColumn>(index.column()));
    if (role == Qt::DisplayRole)
        return shown;
    if (role == Qt::AccessibleTextRole)
        return rawText(shown);
    if (role == Qt::ToolTipRole)
        return plainTooltip(shown);
    return {};
}

QVariant CaseListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < rowCount() ? QVariant(caseAt(section).number) : QVariant();
    switch (static_cast<CaseColumn>(section)) {
    case CaseColumn::Request:
        return tr("Request");
    case CaseColumn::Officer:
        return tr("Officer");
    case CaseColumn::Status:
        return tr("Status");
    case CaseColumn::Deadline:
        return tr("Deadline");
    }
    return {};
}

} // namespace tawasul
