// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

#include "models/itemmodels/outboxmodel.h"
#include "ui/outbox/outboxwords.h"
#include "ui/worklist/rowbrush.h"

namespace tawasul {

class RowTable;

/// Paints the rows of the outbox: one line a cell, and two for the reason.
class OutboxDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    OutboxDelegate(const Theme &theme, const OutboxModel &model, const OutboxWords &words, RowTable &table);

    void updateFonts() { m_fonts = RowFonts(m_theme); }
    /// Logical pixels, with the padding, in which the column is seen whole; of the reason: at least.
    [[nodiscard]] int widthOf(OutboxColumn column) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintWhy(QPainter &painter, const QStyleOptionViewItem &option, const QString &text,
                  const QColor &color) const;

    const Theme &m_theme;
    const OutboxModel &m_model;
    const OutboxWords &m_words;
    const RowTable &m_table;
    RowFonts m_fonts;
};

} // namespace tawasul
