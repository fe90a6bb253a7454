// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/textfield.h"

namespace tawasul {

class Theme;

/// A password, with a button inside the field that shows and hides it.
class PasswordField : public TextField
{
    Q_OBJECT

public:
    explicit PasswordField(const Theme &theme, QWidget *parent = nullptr);

private:
    void reveal(bool shown);

    const Theme &m_theme;
    QAction *m_show;
};

} // namespace tawasul
