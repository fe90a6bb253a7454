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

class Button;
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

/// A list of recorded things under a heading, each with its buttons. Of many the first are shown, which it
/// says, and the others by a button.
class RecordList : public QWidget
{
    Q_OBJECT

public:
    RecordList(const Theme &theme, const BoardWords &words, const QString &title, const QString &nothing,
               QWidget *parent = nullptr);

    void present(std::vector<RecordLine> lines);

Q_SIGNALS:
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// The button that has the keyboard, to find it among those that take their place.
    struct Focus
    {
        QString name; ///< empty: none of them has it
        qsizetype place = 0;
        qsizetype lines = 0;
    };

    [[nodiscard]] QWidget *makeLine(const RecordLine &line);
    [[nodiscard]] QWidget *makeEnd();
    [[nodiscard]] QList<Button *> stepButtons() const;
    [[nodiscard]] Focus focusNow() const;
    void focusAgain(const Focus &before);
    void fill();
    void showMore();

    const Theme &m_theme;
    const BoardWords &m_words;
    std::vector<RecordLine> m_all;
    std::size_t m_most;
    PlainLabel *m_count;
    Button *m_more;
    QVBoxLayout *m_lines;
    QWidget *m_empty;
    QStringList
        m_shown; ///< what the lines say, so that a button with the keyboard stays while nothing changes
};

} // namespace tawasul
