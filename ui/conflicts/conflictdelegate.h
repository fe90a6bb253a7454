// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

#include "models/itemmodels/outboxmodel.h"
#include "ui/outbox/outboxwords.h"
#include "ui/worklist/rowbrush.h"

namespace tawasul {

class RowTable;

/// Paints the parked acts in one narrow column: the act and since when, the case and what is the matter.
class ConflictDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ConflictDelegate(const Theme &theme, const OutboxModel &model, const OutboxWords &words, RowTable &table);

    void updateFonts() { m_fonts = RowFonts(m_theme); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const OutboxModel &m_model;
    const OutboxWords &m_words;
    const RowTable &m_table;
    RowFonts m_fonts;
};

} // namespace tawasul
