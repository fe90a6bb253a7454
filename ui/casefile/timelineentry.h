// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace tawasul {

class Button;
class PlainLabel;
class Theme;
struct HistoryLine;

/// One step of the timeline: a mark on the line at the start edge, words beside it, the reply on demand.
class TimelineEntry : public QWidget
{
    Q_OBJECT

public:
    TimelineEntry(const Theme &theme, const HistoryLine &line, bool last, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void toggleReply();

    const Theme &m_theme;
    bool m_last;
    PlainLabel *m_reply = nullptr;
    Button *m_toggle = nullptr;
};

} // namespace tawasul
