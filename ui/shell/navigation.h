// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

#include <vector>

#include "ui/theme/theme.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

class NavigationEntry;

/// The sections of the program, one under the other; a rail of icons in a narrow window. Holds only what
/// works.
class Navigation : public QFrame
{
    Q_OBJECT

public:
    explicit Navigation(const Theme &theme, QWidget *parent = nullptr);

    void add(Icon icon, const QString &title);
    /// A word over the sections that follow; not in a rail, where there is no room for it.
    void addGroup(const QString &title);
    void setCurrent(int section);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    /// A number beside the title; empty: none.
    void setBadge(int section, const QString &shown, Tone tone);
    void setRail(bool rail);

Q_SIGNALS:
    void chosen(int section);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();

    const Theme &m_theme;
    QVBoxLayout *m_column;
    std::vector<NavigationEntry *> m_entries;
    std::vector<QWidget *> m_groups;
    int m_current = -1;
    bool m_rail = false;
};

} // namespace tawasul
