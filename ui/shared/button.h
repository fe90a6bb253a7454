// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPushButton>

#include "ui/theme/icon.h"

namespace tawasul {

class Theme;

/// The weight of a button. One primary a pane; danger stands alone at the far end.
enum class ButtonKind {
    Primary,
    Secondary,
    Danger,
    Ghost,
};

/// A push button of the house; its text is a verbal noun.
class Button : public QPushButton
{
    Q_OBJECT

public:
    Button(const Theme &theme, ButtonKind kind, const QString &text, QWidget *parent = nullptr);

    void setGlyph(Icon icon);
    /// For the pane in which another button is the first choice now.
    void setKind(ButtonKind kind);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    /// Qt centres text and icon apart from each other when a style sheet draws the button; here they stay a
    /// pair.
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();
    [[nodiscard]] int glyphRoom() const;
    [[nodiscard]] int wordsWidth(const QString &words) const;
    [[nodiscard]] QColor inkColor() const;

    const Theme &m_theme;
    ButtonKind m_kind;
};

} // namespace tawasul
