// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtWidgets/QFocusFrame>

namespace tawasul {

class Theme;

/// Draws a 2 px ring around the button, box or tab that has the keyboard, once it is used by keyboard. Inputs
/// mark themselves by their own edge, lists by their row.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(const Theme &theme);
    ~FocusRing() override;

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

    /// The widget that has the ring now, or none.
    [[nodiscard]] QWidget *marked() const;

private:
    void mark(QWidget *widget);

    const Theme &m_theme;
    QPointer<QFocusFrame> m_frame; // lives in the marked widget's window and goes with it
};

} // namespace tawasul
