// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QStyledItemDelegate>

#include "models/itemmodels/worklistmodel.h"
#include "ui/worklist/rowbrush.h"
#include "ui/worklist/worklistwords.h"

#include <span>

namespace tawasul {

class RowTable;

/// Paints the rows of the worklist: four columns of two lines, or, beside an open case, everything in one
/// narrow column.
class WorklistDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    WorklistDelegate(const Theme &theme, const WorklistModel &model, const WorklistWords &words,
                     RowTable &table);

    void setCompact(bool compact) { m_compact = compact; }
    [[nodiscard]] bool isCompact() const { return m_compact; }
    /// Folded terms of the search, marked where they occur in numbers and names.
    void setSearchTerms(const QStringList &terms) { m_terms = terms; }
    void updateFonts() { m_fonts = RowFonts(m_theme); }

    /// Pixels in which the lines of a row have room, whatever its density says.
    [[nodiscard]] int leastHeight() const;
    /// How many lines a row of the narrow form needs in that width.
    [[nodiscard]] int compactLines(int width) const;
    void setCompactLines(int lines) { m_compactLines = lines; }

    /// Logical pixels in which the widest status is seen whole.
    [[nodiscard]] int statusWidth() const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    using MarkSpan = std::span<const RowMark>;

    // The two lines of a cell.
    struct Lines
    {
        QRect first;
        QRect second;
    };

    void paintUnread(const RowBrush &brush, const QRect &cell, int column) const;
    void paintRequest(const RowBrush &brush, const QRect &cell, const CaseHead &head) const;
    void paintApplicant(const RowBrush &brush, const QRect &cell, const CaseHead &head) const;
    void paintDeadline(const RowBrush &brush, const QRect &cell, const CaseHead &head) const;
    void paintCompact(const RowBrush &brush, const QRect &cell, const CaseHead &head) const;
    void paintCompactName(const RowBrush &brush, const QRect &line, const CaseHead &head,
                          MarkSpan marks) const;
    [[nodiscard]] MarkSpan paintMarks(const RowBrush &brush, const QRect &room, MarkSpan marks) const;
    void paintReason(const RowBrush &brush, const QRect &line, const Urgency &urgency) const;
    [[nodiscard]] Lines linesOf(const QRect &cell, const QFont &first, const QFont &second,
                                int between) const;
    [[nodiscard]] QColor toneText(const Urgency &urgency) const;
    [[nodiscard]] QColor barColor(const Urgency &urgency) const;

    const Theme &m_theme;
    const WorklistModel &m_model;
    const WorklistWords &m_words;
    const RowTable &m_table;
    RowFonts m_fonts;
    QStringList m_terms;
    bool m_compact = false;
    int m_compactLines = 2;
};

} // namespace tawasul
