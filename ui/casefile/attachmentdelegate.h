// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace tawasul {

class Theme;

/// Paints a file of a case: icon, name, badge of its real extension, and under them size and documents.
class AttachmentDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        Sha256 = Qt::UserRole,
        Badge,
        Details,
        Glyph,
        Deceptive,
    };

    static constexpr int kRowHeight = 52;

    AttachmentDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;

    const Theme &m_theme;
};

} // namespace tawasul
