// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractTableModel>

#include "ui/supervision/orderwords.h"

namespace tawasul {

enum class VerdictColumn { Request, Way, Fate };
inline constexpr int kVerdictColumns = 3;

/// What each case of an order becomes, or became; those that were refused first.
class VerdictModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit VerdictModel(const OrderWords &words, QObject *parent = nullptr);

    void setVerdicts(std::vector<AssignmentVerdict> verdicts, OrderStage stage);
    [[nodiscard]] const AssignmentVerdict &at(int row) const
    {
        return m_verdicts[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] OrderStage stage() const { return m_stage; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString text(int row, VerdictColumn column) const;

private:
    const OrderWords &m_words;
    std::vector<AssignmentVerdict> m_verdicts;
    OrderStage m_stage = OrderStage::Trial;
};

} // namespace tawasul
