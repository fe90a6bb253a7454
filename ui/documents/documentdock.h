// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

namespace tawasul {

class DocumentPane;
class Theme;

/// Where the documents stand in the case: the pane itself, or a word that it is in a window of its own, as
/// for a second screen. It is the same pane in both, with all that it shows.
class DocumentDock : public QWidget
{
    Q_OBJECT

public:
    /// Takes the pane.
    DocumentDock(const Theme &theme, DocumentPane *pane, QWidget *parent = nullptr);
    ~DocumentDock() override;

    /// Back, unless what is asked or done over the window does not let go of it.
    void setOwnWindow(bool own);
    [[nodiscard]] bool hasOwnWindow() const { return m_window != nullptr; }

private:
    [[nodiscard]] QWidget *makeElsewhere();
    [[nodiscard]] bool mayCloseWindow() const;

    const Theme &m_theme;
    DocumentPane *m_pane;
    QStackedLayout *m_stack;
    QWidget *m_elsewhere = nullptr;
    QWidget *m_window = nullptr;
};

} // namespace tawasul
