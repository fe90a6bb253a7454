// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QLabel>

#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

namespace tawasul {

/// A label of one text role that never interprets markup, keeps to the start edge whatever its text begins
/// with, and speaks its text raw to a screen reader.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(TextRole role, const QString &text = {}, QWidget *parent = nullptr);

    /// Hides QLabel::setText so that the accessible name follows.
    void setText(const QString &text);

    /// Colours the text by a tone; none returns to the colour of the role.
    void setTone(std::optional<Tone> tone);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void align();
};

} // namespace tawasul
