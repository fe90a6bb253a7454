// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QTextCursor>

#include <vector>

#include "ui/shared/textarea.h"

namespace tawasul {

class Theme;

/// The reply as it is written: a template whose variables follow the fields around it until somebody writes
/// over them. What is still missing stands as {label}, highlighted; Tab goes from one to the next. Right to
/// left to begin with: the beneficiary reads Arabic.
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

    /// The whole reply; it can be lower, and scrolls then.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();

protected:
    bool focusNextPrevChild(bool next) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void resizeEvent(QResizeEvent *event) override;

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
    void fit();

    const Theme &m_theme;
    std::vector<Slot> m_slots;
    int m_whole = 0; ///< pixels of height
    bool m_fitLater = false;
    bool m_writing = false;
    bool m_edited = false;
};

} // namespace tawasul
