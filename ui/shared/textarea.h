// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPlainTextEdit>

namespace tawasul {

/// Several lines of text that read in the direction of the layout, also when a paragraph begins with Latin or
/// digits. Tab moves on, as in every other field.
class TextArea : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextArea(QWidget *parent = nullptr);

    void setInvalid(bool invalid);

protected:
    void changeEvent(QEvent *event) override;

private:
    void align();
};

} // namespace tawasul
