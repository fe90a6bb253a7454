// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/textfield.h"

namespace tawasul {

class Theme;

/// The one search field of the window. Down or Enter goes on to what was found, Escape empties it.
class SearchField : public TextField
{
    Q_OBJECT

public:
    explicit SearchField(const Theme &theme, QWidget *parent = nullptr);

    /// Ready to be typed into, with what stands there selected.
    void begin();

Q_SIGNALS:
    /// The officer is done typing and wants the rows.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace tawasul
