// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

#include "ui/theme/tokens.h"

#include <functional>
#include <optional>

namespace tawasul {

class Strip;
class Theme;

/// A word on what was just done, with at most one thing to do about it, such as taking it back. It has a
/// place of its own in a layout, so that no row and no button lies under it. Good news goes by itself;
/// trouble stays until it is read away, and good news waits behind it. Never takes the focus.
class Toast : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(const Theme &theme, QWidget *parent = nullptr);

    void say(Tone tone, const QString &sentence);
    void say(Tone tone, const QString &sentence, const QString &action, std::function<void()> act);

    [[nodiscard]] QString sentence() const;

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Word
    {
        Tone tone = Tone::Info;
        QString sentence;
        QString action;
        std::function<void()> act;
    };

    void show(Word word);
    void putAway();

    Strip *m_strip;
    QTimer m_patience;
    Word m_word; ///< what is shown
    std::optional<Word> m_next;
};

} // namespace tawasul
