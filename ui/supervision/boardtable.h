// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtWidgets/QTableView>

#include "ui/supervision/boardwords.h"

#include <optional>

namespace tawasul {

class Theme;

/// What a chart of the board shows, as a table: for whoever reads by ear, and for whoever wants the numbers.
class BoardTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Kind { Officers, Days, Flow, Ages };

    BoardTableModel(Kind kind, const BoardWords &words, QObject *parent = nullptr);

    void setBoard(const Board &board);
    /// What is behind the cell; nothing behind one that counts nothing.
    [[nodiscard]] std::optional<BoardQuestion> question(const QModelIndex &index) const;
    /// The number in the cell; nothing in a cell of words.
    [[nodiscard]] std::optional<int> count(const QModelIndex &index) const;
    [[nodiscard]] bool isOfNumbers(int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] QString heading(int column) const;
    [[nodiscard]] const OfficerLoad &officer(int row) const;

    Kind m_kind;
    const BoardWords &m_words;
    Board m_board;
};

/// Walks cell by cell; Enter or a double click asks what is behind the number. It is as wide as its place as
/// long as that leaves numbers readable: words give way first, and have a tooltip.
class BoardTableView : public QTableView
{
    Q_OBJECT

public:
    BoardTableView(const Theme &theme, BoardTableModel &model, const QString &name,
                   QWidget *parent = nullptr);

Q_SIGNALS:
    void asked(const tawasul::BoardQuestion &question);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyboardSearch(const QString &) override {}

private:
    void fit();
    void fitColumns();
    /// What a column takes when nothing in it is cut.
    [[nodiscard]] int wholeWidth(int column) const;
    void ask(const QModelIndex &index);

    const Theme &m_theme;
    BoardTableModel &m_model;
    std::vector<int> m_whole; ///< the whole width of each column
};

} // namespace tawasul
