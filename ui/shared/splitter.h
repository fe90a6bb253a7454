// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QSplitter>

namespace tawasul {

/// A horizontal splitter whose parts stay within it in either direction: from right to left Qt 6.4 lays them
/// one pixel too far, and the start edge of the first one is cut.
class Splitter : public QSplitter
{
    Q_OBJECT

public:
    explicit Splitter(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void keepWithin();
};

} // namespace tawasul
