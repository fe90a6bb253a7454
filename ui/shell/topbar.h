// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

#include "models/arabic/displaylocale.h"
#include "ui/shared/syncwords.h"

namespace tawasul {

class SearchField;
class StatusChip;
class Theme;
class UserMenu;

/// Brand, search, a word about the link when something is the matter, and who is signed in.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    TopBar(const Theme &theme, DisplayLocale locale, QWidget *parent = nullptr);

    [[nodiscard]] SearchField &search() { return *m_search; }
    [[nodiscard]] UserMenu &user() { return *m_user; }

    /// Shows the chip while the link is loud, and nothing while all is well.
    void setLink(const LinkLook &look);

private:
    void fit();

    const Theme &m_theme;
    SearchField *m_search;
    StatusChip *m_link;
    UserMenu *m_user;
};

} // namespace tawasul
