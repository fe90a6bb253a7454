// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/theme/theme.h"

namespace tawasul {

class ElidedLabel;
class IconMark;

/// An icon and a few words in the status line.
class StatusItem : public QWidget
{
    Q_OBJECT

public:
    StatusItem(const Theme &theme, Icon icon, QWidget *parent = nullptr);

    /// No tone: as quiet as the line itself.
    void say(Icon icon, const QString &text, std::optional<Tone> tone);
    [[nodiscard]] QString text() const;

private:
    IconMark *m_mark;
    ElidedLabel *m_label;
};

} // namespace tawasul
