// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/conflicts/conflictstory.h"

namespace tawasul {

class Theme;

/// Both versions side by side, a field a row, mine first; what a value was before stands under its label.
class Comparison : public QWidget
{
    Q_OBJECT

public:
    explicit Comparison(const Theme &theme, QWidget *parent = nullptr);

    void present(const ConflictStory &story);

private:
    const Theme &m_theme;
    QWidget *m_content = nullptr;
};

} // namespace tawasul
