// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "models/desk/supervision.h"
#include "ui/supervision/orderwords.h"
#include "ui/theme/theme.h"

#include <functional>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

class PlainLabel;

/// One thing that was recorded: what, when, how it stands, and what may be done about it.
struct RecordLine
{
    struct Step
    {
        QString word;
        std::function<void()> take;
    };

    QString text;
    QString detail;
    QString note; ///< what is to be known before a step; may be empty
    ChipLook state;
    std::vector<Step> steps;
};

/// A list of recorded things under a heading, each with its buttons. Of many the first are shown.
class RecordList : public QWidget
{
    Q_OBJECT

public:
    RecordList(const Theme &theme, const QString &title, const QString &nothing, QWidget *parent = nullptr);

    void present(std::vector<RecordLine> lines);

Q_SIGNALS:
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeLine(const RecordLine &line);

    const Theme &m_theme;
    QVBoxLayout *m_lines;
    QWidget *m_empty;
    QStringList
        m_shown; ///< what the lines say, so that a button with the keyboard stays while nothing changes
};

} // namespace tawasul
