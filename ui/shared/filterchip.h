// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPushButton>

namespace tawasul {

/// A filter that is on or off, with how many rows it would show.
class FilterChip : public QPushButton
{
    Q_OBJECT

public:
    explicit FilterChip(const QString &label, QWidget *parent = nullptr);

    /// The count as the number formatter writes it; empty while it is not known.
    void setCount(const QString &shown);

    /// As wide as when it is checked, which makes its words bolder.
    [[nodiscard]] QSize sizeHint() const override;
    /// Where there is no room for that, as it always was.
    [[nodiscard]] QSize minimumSizeHint() const override { return QPushButton::sizeHint(); }

private:
    QString m_label;
};

} // namespace tawasul
