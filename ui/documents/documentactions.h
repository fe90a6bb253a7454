// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

#include <map>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
class QWidget;
QT_END_NAMESPACE

namespace tawasul {

class Theme;

/// What can be done with a document on the screen, each with its key: one table for the menu, the buttons and
/// the keyboard. They work wherever the pane is, also in a window of its own.
class DocumentActions : public QObject
{
    Q_OBJECT

public:
    enum class Kind {
        ZoomIn,
        ZoomOut,
        FitWidth,
        FitPage,
        GoTo,
        Continuous,
        Strip,
        TurnRight,
        TurnLeft,
        TurnAll,
        Upright,
        Magnifier,
        Light,
        Invert,
        Label,
        NextUnlabelled,
        RetryPage,
        Find,
        FindNext,
        FindPrevious,
        Copy,
        SelectPage,
        Print,
        Window,
    };

    /// The actions belong to `owner`, which must outlive this object.
    DocumentActions(const Theme &theme, QWidget &owner);

    [[nodiscard]] QAction &of(Kind kind) const { return *m_actions.at(kind); }
    /// All that has no button of its own in the narrowest pane, in groups.
    void fill(QMenu &menu) const;
    /// With a page on the screen or without.
    void setEnabled(bool enabled);

Q_SIGNALS:
    void chosen(tawasul::DocumentActions::Kind kind);

private:
    std::map<Kind, QAction *> m_actions;
};

} // namespace tawasul
