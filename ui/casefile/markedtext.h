// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QTextEdit>

#include <vector>

#include "models/domain/identifiers.h"

namespace tawasul {

class Theme;

/// A text written by somebody else, for reading, each paragraph in the direction of its own letters: numbers
/// of persons in it carry an icon and a tone, tell what they are as a tooltip, and are copied by a click. As
/// high as its text, or as a number of lines.
class MarkedText : public QTextEdit
{
    Q_OBJECT

public:
    explicit MarkedText(const Theme &theme, QWidget *parent = nullptr);

    /// `found` are the numbers of the text with their places in it, as the identifier check found them.
    void present(const QString &text, const std::vector<FoundIdentifier> &found);

    /// No more than so many lines are shown; 0: all.
    void setLineLimit(int lines);
    [[nodiscard]] int lineLimit() const { return m_lineLimit; }
    [[nodiscard]] bool isCut() const;

Q_SIGNALS:
    /// The height was fitted to a new width or text.
    void fitted();

    /// A number was copied.
    void numberCopied(const QString &digits);

protected:
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    /// The icon of a number: painted over blanks, since an object in the text could part from its number at
    /// the end of a line.
    struct Mark
    {
        int position = 0; ///< of the first blank
        IdentifierValidity validity = IdentifierValidity::Invalid;
    };

    void write();
    void writeNumber(QTextCursor &cursor, const FoundIdentifier &one);
    void turnParagraphs();
    void paintMark(QPainter &painter, const Mark &mark);
    void fit();
    [[nodiscard]] int wholeHeight() const;
    [[nodiscard]] int linesHeight(int lines) const;

    const Theme &m_theme;
    std::vector<Mark> m_marks;
    QString m_original;
    std::vector<FoundIdentifier> m_found;
    int m_lineLimit = 0;
};

} // namespace tawasul
