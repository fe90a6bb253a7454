// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/supervision/orderwords.h"
#include "ui/theme/theme.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

class LoadChangeBars;
class PlainLabel;
class RowTable;
class VerdictModel;

/// What an order would do, or did: loads before and after, refusals by their reasons, and each case.
class OrderView : public QWidget
{
    Q_OBJECT

public:
    OrderView(const Theme &theme, const BoardWords &words, const OrderWords &orders,
              QWidget *parent = nullptr);

    void presentTrial(const AssignmentTrial &trial);
    void presentResult(const RecordedOrder &order);
    [[nodiscard]] const VerdictModel &model() const { return *m_model; }
    [[nodiscard]] QString heading() const;

Q_SIGNALS:
    /// Somebody stands in for the officer that was chosen.
    void substituteChosen(const tawasul::PersonId &id);

private:
    void present(const QString &heading, const std::vector<AssignmentVerdict> &verdicts,
                 const std::vector<LoadChange> &loads, OrderStage stage);
    [[nodiscard]] QWidget *makeGroup(const RefusalGroup &group, bool isTrial);
    void fitColumns();
    void fitRows();

    const Theme &m_theme;
    const BoardWords &m_words;
    const OrderWords &m_orders;
    VerdictModel *m_model;
    PlainLabel *m_heading;
    PlainLabel *m_unsure;
    LoadChangeBars *m_bars;
    QVBoxLayout *m_groups;
    RowTable *m_table;
};

} // namespace tawasul
