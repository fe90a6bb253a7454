// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <vector>

#include "ui/casefile/casefacts.h"

namespace tawasul {

/// Facts in two columns, label over value, under the title of whom they are about.
class FactGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FactGrid(QWidget *parent = nullptr);

    /// Facts that are shown already stay as they are, with the keyboard and the selection in them.
    void present(const std::vector<FactGroup> &groups);

private:
    std::vector<FactGroup> m_groups;
    QWidget *m_content = nullptr;
};

} // namespace tawasul
