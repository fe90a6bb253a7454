// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/shared/rowtable.h"
#include "ui/supervision/caselistmodel.h"
#include "ui/theme/theme.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

namespace tawasul {

class Button;
class PlainLabel;
class Strip;

/// The table of it: ranges are selected by Shift and the arrows, all by Ctrl+A; what is selected can be
/// carried away by the mouse.
class CaseTable : public RowTable
{
    Q_OBJECT

public:
    CaseTable(const Theme &theme, CaseListModel &model, QWidget *parent = nullptr);

    void setCarriable(bool carriable) { m_carriable = carriable; }
    [[nodiscard]] std::vector<int> selectedRows() const;

Q_SIGNALS:
    /// The keyboard went on where the last row is.
    void endPassed();
    // Places are of the screen.
    void carryBegan(const QPoint &place);
    void carryMoved(const QPoint &place);
    void carryEnded(const QPoint &place);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_carriable = true;
    bool m_carrying = false;
    bool m_waits = false; ///< the press may begin a carry of the whole selection, or choose one row
    QPoint m_pressed;
};

/// The cases behind a mark: which, how many of them are selected, and what may be done with those. Of many
/// the first are shown, which it says, and more of them by a button or by walking on past the last one.
class CaseListPanel : public QWidget
{
    Q_OBJECT

public:
    CaseListPanel(const Theme &theme, const BoardWords &words, const Clock &clock, QWidget *parent = nullptr);

    /// What is behind the cases that are shown.
    struct Rest
    {
        bool isMore = false;    ///< there are others, less urgent than these
        std::optional<int> all; ///< how many there are with these; nothing: nobody counted
    };

    /// The question is under way: its name, and rows to come.
    void wait(const QString &title);
    void setCases(std::vector<CaseHeader> cases, Rest rest);
    void setUnread(const QString &sentence);

    /// In the order of the list.
    [[nodiscard]] std::vector<CaseHeader> selected() const;
    [[nodiscard]] CaseTable &table() const { return *m_table; }
    [[nodiscard]] const CaseListModel &model() const { return *m_model; }
    void focusRows();

Q_SIGNALS:
    void closeRequested();
    void reassignRequested();
    /// Those after the last one are wanted, too.
    void moreRequested();
    void caseChosen(const tawasul::CaseId &id);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *makeHead();
    void askMore();
    void goOn(int row);
    [[nodiscard]] QString counted() const;
    void count();
    void fitColumns();

    const Theme &m_theme;
    const BoardWords &m_words;
    CaseListModel *m_model;
    PlainLabel *m_title;
    PlainLabel *m_count;
    Button *m_reassign;
    Button *m_more;
    Rest m_rest;
    std::optional<int> m_goOn; ///< the row that is first of those asked for
    Strip *m_strip;
    CaseTable *m_table;
    QStackedLayout *m_bodies;
    QWidget *m_waiting;
    QWidget *m_empty;
};

} // namespace tawasul
