// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

namespace tawasul {

class Theme;

/// The band across the top of every window that shows invented data.
class TrainingBand : public QFrame
{
    Q_OBJECT

public:
    explicit TrainingBand(const Theme &theme, QWidget *parent = nullptr);
};

} // namespace tawasul
