// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace tawasul {

class Theme;

/// The marks that rows of the worklist carry, each with its meaning.
class MarkLegend : public QWidget
{
    Q_OBJECT

public:
    explicit MarkLegend(const Theme &theme, QWidget *parent = nullptr);
};

} // namespace tawasul
