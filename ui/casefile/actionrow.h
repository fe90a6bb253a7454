// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <vector>

#include "models/domain/act.h"
#include "ui/theme/icon.h"

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace tawasul {

class Button;
class IconButton;
class PlainLabel;
class Theme;

/// What may be done to the case, and nothing else: the primary act first, rejecting alone at the far end.
/// What does not fit goes into a menu.
class ActionRow : public QWidget
{
    Q_OBJECT

public:
    explicit ActionRow(const Theme &theme, QWidget *parent = nullptr);

    /// `why` is said when nothing is allowed.
    void show(const std::vector<ActType> &allowed, const QString &why);

    /// The button that the keyboard starts from; nullptr when nothing is allowed.
    [[nodiscard]] QWidget *first() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void actChosen(ActType act);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Entry
    {
        ActType act;
        Button *button;
        bool allowed = false;
    };

    void fit();
    void fillMenu();

    const Theme &m_theme;
    std::vector<Entry> m_entries; ///< in the order of reading
    IconButton *m_more;
    QMenu *m_menu;
    PlainLabel *m_why;
};

} // namespace tawasul
