// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QTextCursor>

#include <vector>

#include "ui/shared/textarea.h"

namespace tawasul {

class Theme;

/// The reply as it is written: a template whose variables follow the fields around it until somebody writes
/// over them. What is still missing stands as {label}, highlighted; Tab goes from one to the next. Always
/// right to left: the beneficiary reads Arabic.
class ReplyEdit : public TextArea
{
    Q_OBJECT

public:
    explicit ReplyEdit(const Theme &theme, QWidget *parent = nullptr);

    /// Starts anew from a template.
    void setTemplate(const QString &body, const QHash<QString, QString> &values);
    /// Fills again what still follows its field.
    void setValues(const QHash<QString, QString> &values);
    /// A text that was written before: only its gaps follow the fields.
    void restore(const QString &text, const QHash<QString, QString> &values);

    [[nodiscard]] QString text() const { return toPlainText(); }
    [[nodiscard]] QStringList gaps() const;
    /// Whether a person has written in it since setTemplate().
    [[nodiscard]] bool isEdited() const { return m_edited; }

    /// Selects the next gap after the cursor, or the first; false when there is none.
    bool goToGap(bool fromStart = false);

Q_SIGNALS:
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Slot
    {
        QString variable;
        QTextCursor range; ///< what stands for it now
        QString shown;
    };

    void write(QTextCursor &cursor, const QString &body, const QHash<QString, QString> &values);
    void addSlot(QTextCursor &cursor, const QString &variable, const QString &value);
    void textChangedByHand();
    void highlight();
    void turn();
    void fit();

    const Theme &m_theme;
    std::vector<Slot> m_slots;
    bool m_writing = false;
    bool m_edited = false;
};

} // namespace tawasul
