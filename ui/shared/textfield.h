// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QLineEdit>

namespace tawasul {

/// A line edit whose text keeps to the start edge (digits and Latin would jump to the left in Arabic), and
/// that can be marked as wrong.
class TextField : public QLineEdit
{
    Q_OBJECT

public:
    explicit TextField(QWidget *parent = nullptr);

    void setInvalid(bool invalid);
    [[nodiscard]] bool isInvalid() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void align();
};

} // namespace tawasul
