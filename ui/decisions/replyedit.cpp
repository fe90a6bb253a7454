// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/replyedit.h"

#include <QtCore/QMimeData>
#include <QtCore/QRegularExpression>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QTextBlock>
#include <QtGui/QTextDocumentFragment>

#include "ui/decisions/replyvalues.h"
#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kFewestLines = 5;

const QRegularExpression &gapPattern()
{
    static const QRegularExpression kGap(QStringLiteral("\\{[^{}\\n]+\\}"));
    return kGap;
}

QString shownFor(const QString &variable, const QString &value)
{
    return value.isEmpty() ? QString(u'{' % variableLabel(variable) % u'}') : value;
}

} // namespace

ReplyEdit::ReplyEdit(const Theme &theme, QWidget *parent)
    : TextArea(parent)
    , m_theme(theme)
{
    setProperty("flat", true);
    setFrameShape(QFrame::NoFrame);
    // Room for the cursor at a line's end: it would be cut off.
    document()->setDocumentMargin(space::hair);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLayoutDirection(Qt::RightToLeft);
    connect(this, &QPlainTextEdit::textChanged, this, &ReplyEdit::textChangedByHand);
    connect(&m_theme, &Theme::changed, this, &ReplyEdit::highlight);
}

void ReplyEdit::setTemplate(const QString &body, const QHash<QString, QString> &values)
{
    const QScopedValueRollback writing(m_writing, true);
    m_slots.clear();
    m_edited = false;
    clear();
    QTextCursor cursor(document());
    write(cursor, body, values);
    document()->clearUndoRedoStacks();
    moveCursor(QTextCursor::Start);
    highlight();
    fit();
}

void ReplyEdit::restore(const QString &text, const QHash<QString, QString> &values)
{
    // Gaps carry the label on screen; back to the variable, so that they follow their field again.
    static const std::array kVariables{"missing_documents", "details", "office",        "operation_number",
                                       "executed_at",       "section", "target_section"};
    QString body = text;
    for (const char *name : kVariables) {
        const QString variable = QString::fromLatin1(name);
        body.replace(QString(u'{' % variableLabel(variable) % u'}'), QString(u'{' % variable % u'}'));
    }
    setTemplate(body, values);
    m_edited = true;
}

void ReplyEdit::write(QTextCursor &cursor, const QString &body, const QHash<QString, QString> &values)
{
    static const QRegularExpression kVariable(QStringLiteral("\\{([a-z][a-z_]*)\\}"));
    qsizetype done = 0;
    for (auto matches = kVariable.globalMatch(body); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        cursor.insertText(body.sliced(done, match.capturedStart() - done));
        addSlot(cursor, match.captured(1), values.value(match.captured(1)));
        done = match.capturedEnd();
    }
    cursor.insertText(body.sliced(done));
}

void ReplyEdit::addSlot(QTextCursor &cursor, const QString &variable, const QString &value)
{
    const QString shown = shownFor(variable, value);
    const int begin = cursor.position();
    cursor.insertText(shown);
    QTextCursor range(document());
    // What is written right behind a value is not part of it.
    range.setKeepPositionOnInsert(true);
    range.setPosition(begin);
    range.setPosition(begin + static_cast<int>(shown.size()), QTextCursor::KeepAnchor);
    m_slots.push_back({variable, range, shown});
}

void ReplyEdit::setValues(const QHash<QString, QString> &values)
{
    const QScopedValueRollback writing(m_writing, true);
    for (Slot &slot : m_slots) {
        const QString shown = shownFor(slot.variable, values.value(slot.variable));
        if (shown == slot.shown)
            continue;
        const int begin = slot.range.selectionStart();
        slot.range.insertText(shown);
        slot.range.setPosition(begin);
        slot.range.setPosition(begin + static_cast<int>(shown.size()), QTextCursor::KeepAnchor);
        slot.shown = shown;
    }
    highlight();
    fit();
}

QStringList ReplyEdit::gaps() const
{
    return gapsIn(toPlainText());
}

bool ReplyEdit::goToGap(bool fromStart)
{
    const QTextCursor from = fromStart ? QTextCursor(document()) : textCursor();
    const QTextCursor found = document()->find(gapPattern(), from);
    if (found.isNull())
        return false;
    setTextCursor(found);
    ensureCursorVisible();
    return true;
}

bool ReplyEdit::focusNextPrevChild(bool next)
{
    // Tab stays in the reply while something is missing in it.
    return (next && goToGap()) || TextArea::focusNextPrevChild(next);
}

QMimeData *ReplyEdit::createMimeDataFromSelection() const
{
    auto *content = new QMimeData;
    content->setText(rawText(textCursor().selection().toPlainText()));
    return content;
}

void ReplyEdit::textChangedByHand()
{
    fit();
    if (m_writing)
        return;
    m_edited = true;
    // Whoever writes over a value takes it from its field.
    std::erase_if(m_slots, [](const Slot &slot) { return slot.range.selectedText() != slot.shown; });
    highlight();
    Q_EMIT edited();
}

void ReplyEdit::highlight()
{
    const ToneColors &colors = m_theme.tokens().tone(Tone::Warning);
    QList<QTextEdit::ExtraSelection> marks;
    for (QTextCursor gap = document()->find(gapPattern()); !gap.isNull();
         gap = document()->find(gapPattern(), gap)) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = gap;
        mark.format.setBackground(colors.background);
        mark.format.setForeground(colors.text);
        mark.format.setFontWeight(QFont::DemiBold);
        mark.format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        mark.format.setUnderlineColor(colors.text);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void ReplyEdit::resizeEvent(QResizeEvent *event)
{
    TextArea::resizeEvent(event);
    // Later: a bar that comes or goes resizes the text in the middle of being laid out.
    if (!std::exchange(m_fitLater, true))
        QMetaObject::invokeMethod(this, &ReplyEdit::fit, Qt::QueuedConnection);
}

void ReplyEdit::fit()
{
    m_fitLater = false;
    // The document's own size counts paragraphs that were never painted as one line each; asked for its
    // place, a paragraph is laid out.
    qreal text = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        text += document()->documentLayout()->blockBoundingRect(block).height();
    const qreal least = fontMetrics().lineSpacing() * kFewestLines;
    const int whole = qCeil(std::max(text, least) + 2 * document()->documentMargin()) + space::snug;
    if (whole != m_whole) {
        m_whole = whole;
        setMaximumHeight(m_whole);
        updateGeometry();
    }
    // A bar that comes or goes changes the width, and everything is measured anew.
    setVerticalScrollBarPolicy(height() < m_whole ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

QSize ReplyEdit::sizeHint() const
{
    return {TextArea::sizeHint().width(), m_whole};
}

QSize ReplyEdit::minimumSizeHint() const
{
    const int least = fontMetrics().lineSpacing() * kFewestLines + space::snug;
    return {TextArea::minimumSizeHint().width(), std::min(least, m_whole)};
}

} // namespace tawasul
