// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractTableModel>

#include "models/domain/caseheader.h"
#include "models/domain/clock.h"
#include "ui/supervision/boardwords.h"
#include "ui/theme/tokens.h"

namespace tawasul {

enum class CaseColumn { Request, Officer, Status, Deadline };
inline constexpr int kCaseColumns = 4;

/// The cases behind a mark of the board, in the order they were answered in: the most urgent first.
class CaseListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    CaseListModel(const BoardWords &words, const Clock &clock, QObject *parent = nullptr);

    void setCases(std::vector<CaseHeader> cases);
    [[nodiscard]] const std::vector<CaseHeader> &cases() const { return m_cases; }
    [[nodiscard]] const CaseHeader &caseAt(int row) const { return m_cases[static_cast<std::size_t>(row)]; }

    [[nodiscard]] QString officer(const CaseHeader &of) const;
    /// The day of the deadline, or of the end of a closed one.
    [[nodiscard]] QString day(const CaseHeader &of) const;
    /// «متأخر 3 أيام عمل»; empty when no clock runs, or the calendar is not known.
    [[nodiscard]] QString left(const CaseHeader &of) const;
    [[nodiscard]] Tone leftTone(const CaseHeader &of) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const CaseHeader &of, CaseColumn column) const;

    const BoardWords &m_words;
    const Clock &m_clock;
    std::vector<CaseHeader> m_cases;
};

} // namespace tawasul
