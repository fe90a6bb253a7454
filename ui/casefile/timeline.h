// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <vector>

#include "ui/casefile/historylines.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

class Button;
class Theme;

/// The steps of a case, newest first. The first few are shown; the others are made when asked for, so that a
/// long history does not slow the opening of a case.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(const Theme &theme, QWidget *parent = nullptr);

    /// The same steps again stay as they are, opened replies among them.
    void present(std::vector<HistoryLine> lines);

    [[nodiscard]] int shownCount() const { return static_cast<int>(m_shown); }

Q_SIGNALS:
    /// More steps are shown now.
    void grown();

private:
    void addUpTo(std::size_t count);
    void offerRest();

    const Theme &m_theme;
    std::vector<HistoryLine> m_lines;
    std::size_t m_shown = 0;
    QWidget *m_entries = nullptr;
    QVBoxLayout *m_column;
    Button *m_rest;
};

} // namespace tawasul
