// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPlainTextEdit>

namespace tawasul {

/// Several lines of text. What is written turns them: each paragraph reads in the direction of its own
/// letters, and all stand at the edge where the first one begins; that of the layout as long as there are no
/// letters. Tab moves on, as in every other field.
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
