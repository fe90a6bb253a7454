// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/displaylocale.h"
#include "ui/documents/popover.h"

namespace tawasul {

class TextField;
class Theme;

/// Asks for the number of a page.
class GoToPage : public Popover
{
    Q_OBJECT

public:
    GoToPage(const Theme &theme, DisplayLocale locale, int pages, QWidget *parent);

Q_SIGNALS:
    /// From 0.
    void pageChosen(int page);

private:
    void choose();

    int m_pages;
    TextField *m_number;
};

} // namespace tawasul
