// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QVariant>
#include <QtGui/QFont>
#include <QtGui/QIcon>

#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace tawasul {

class FocusRing;

/// How long something may move: pressing, a sheet opening, a pane sliding.
enum class Motion {
    Press,
    Sheet,
    Pane,
};

/// Which token an icon takes its colour from; it follows the scheme by itself.
enum class Ink {
    Text,
    Text2,
    Text3,
    Ink,
    OnFill,
    Info,
    Brand,
    Warning,
    Lavender,
    Success,
    Danger,
    Neutral,
};

[[nodiscard]] Ink inkOf(Tone tone);

/// The look of the running program: style, palette, one style sheet, fonts and icons, all made from the
/// tokens and changed together while the program runs. One lives in app/desk; widgets receive a reference.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &app);
    ~Theme() override;

    void apply(const Appearance &appearance);
    [[nodiscard]] const Appearance &appearance() const { return m_appearance; }

    [[nodiscard]] const Tokens &tokens() const { return tokensOf(m_appearance.scheme); }
    [[nodiscard]] QColor color(Ink ink) const;
    [[nodiscard]] QFont font(TextRole role) const { return fontOf(role, m_appearance.textPercent); }

    /// Logical pixels grown with the officer's text size: heights of rows and controls, never gaps or edges.
    [[nodiscard]] int scaled(int pixels) const { return tawasul::scaled(pixels, m_appearance); }

    /// Milliseconds; zero when motion is reduced.
    [[nodiscard]] int duration(Motion motion) const;

    /// An icon that follows the scheme, with its own disabled form, mirrored where it should be.
    [[nodiscard]] QIcon icon(Icon icon, Ink ink = Ink::Text2) const;

    /// For delegates, which know the colour, ratio and direction they paint with.
    [[nodiscard]] QPixmap pixmap(Icon icon, const QColor &color, int side, qreal ratio,
                                 Qt::LayoutDirection direction) const;

Q_SIGNALS:
    /// After palette, style sheet and fonts have changed; for widgets that keep measurements.
    void changed();

private:
    friend class Fitting;

    QApplication &m_app;
    Appearance m_appearance;
    IconPress m_press;
    FocusRing *m_ring = nullptr;
};

/// While it lives, widgets are made undressed; at its end all of them get the style sheet, once. For whoever
/// puts a whole window together, or a large part of one: Qt styles a widget anew each time one of its
/// ancestors finds a parent. Nothing is painted meanwhile. One inside another does nothing.
class Fitting
{
public:
    explicit Fitting(const Theme &theme);
    ~Fitting();
    Fitting(const Fitting &) = delete;
    Fitting &operator=(const Fitting &) = delete;

private:
    const Theme &m_theme;
    const bool m_isInner;
};

} // namespace tawasul
