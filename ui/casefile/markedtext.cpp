// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/markedtext.h"

#include <QtCore/QMimeData>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtGui/QTextDocument>
#include <QtGui/QTextLayout>
#include <QtWidgets/QToolTip>

#include "models/arabic/bidi.h"
#include "models/arabic/tooltip.h"
#include "ui/shared/casewords.h"
#include "ui/shared/copytext.h"
#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

// Figure spaces: as wide as a digit, and no line breaks at them.
constexpr QChar kBlank(0x2007);
constexpr int kBlanks = 2;
constexpr int kMarkSide = 14;

struct NumberLook
{
    Icon icon;
    Tone tone;
};

NumberLook lookOf(IdentifierValidity validity)
{
    switch (validity) {
    case IdentifierValidity::Valid:
        return {Icon::CircleCheck, Tone::Success};
    case IdentifierValidity::Doubtful:
        return {Icon::HelpCircle, Tone::Warning};
    case IdentifierValidity::Invalid:
        break;
    }
    return {Icon::CircleX, Tone::Danger};
}

} // namespace

MarkedText::MarkedText(const Theme &theme, QWidget *parent)
    : QTextEdit(parent)
    , m_theme(theme)
{
    setProperty("flat", true);
    setReadOnly(true);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setMouseTracking(true);
    document()->setDocumentMargin(0);
    connect(&m_theme, &Theme::changed, this, &MarkedText::write);
}

void MarkedText::present(const QString &text, const std::vector<FoundIdentifier> &found)
{
    m_original = text;
    m_found = found;
    write();
}

void MarkedText::setLineLimit(int lines)
{
    m_lineLimit = lines;
    fit();
}

bool MarkedText::isCut() const
{
    (void)document()->size(); // laid out to the end
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines += block.layout()->lineCount();
    return m_lineLimit > 0 && lines > m_lineLimit;
}

void MarkedText::write()
{
    document()->setDefaultFont(m_theme.font(TextRole::Body));
    clear();
    m_marks.clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock(); // one layout, not one for each piece
    QTextCharFormat plain;
    plain.setForeground(m_theme.tokens().text);
    qsizetype done = 0;
    for (const FoundIdentifier &one : m_found) {
        cursor.insertText(withoutControls(QStringView(m_original).sliced(done, one.position - done)), plain);
        writeNumber(cursor, one);
        done = one.position + one.length;
    }
    cursor.insertText(withoutControls(QStringView(m_original).sliced(done)), plain);
    turnParagraphs();
    cursor.endEditBlock();
    fit();
}

void MarkedText::turnParagraphs()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const Qt::LayoutDirection direction = paragraphDirection(block.text(), layoutDirection());
        QTextBlockFormat format;
        format.setLayoutDirection(direction);
        format.setAlignment(startEdge(direction));
        QTextCursor(block).mergeBlockFormat(format);
    }
}

void MarkedText::writeNumber(QTextCursor &cursor, const FoundIdentifier &one)
{
    const ToneColors &colors = m_theme.tokens().tone(lookOf(one.validity).tone);
    QTextCharFormat number;
    number.setForeground(colors.text);
    number.setBackground(colors.background);
    number.setFontWeight(QFont::DemiBold);
    number.setAnchor(true);
    number.setAnchorHref(one.digits);
    m_marks.push_back({cursor.position(), one.validity});
    cursor.insertText(
        QString(QString(kBlanks, kBlank) % isolateId(m_original.sliced(one.position, one.length))), number);
}

void MarkedText::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    QPainter painter(viewport());
    for (const Mark &mark : m_marks)
        paintMark(painter, mark);
}

void MarkedText::paintMark(QPainter &painter, const Mark &mark)
{
    QTextCursor edge(document());
    edge.setPosition(mark.position);
    const QRect first = cursorRect(edge);
    edge.setPosition(mark.position + kBlanks);
    const QRect last = cursorRect(edge);
    const NumberLook look = lookOf(mark.validity);
    const int side = m_theme.scaled(kMarkSide);
    QRect room(0, 0, side, side);
    room.moveCenter((first.center() + last.center()) / 2);
    painter.drawPixmap(room,
                       m_theme.pixmap(look.icon, m_theme.tokens().tone(look.tone).text, side,
                                      devicePixelRatioF(), Qt::LeftToRight));
}

QMimeData *MarkedText::createMimeDataFromSelection() const
{
    QString text = textCursor().selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    // The blanks under an icon stand in no text that anybody wrote.
    text.remove(kBlank);
    auto *content = new QMimeData;
    content->setText(rawText(text));
    return content;
}

bool MarkedText::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString digits = anchorAt(viewport()->mapFromGlobal(help->globalPos()));
        const auto found = std::find_if(m_found.begin(), m_found.end(),
                                        [&](const FoundIdentifier &one) { return one.digits == digits; });
        if (found == m_found.end()) {
            QToolTip::hideText();
            return true;
        }
        const QString kind = identifierWord(found->kind);
        const QString says = found->validity == IdentifierValidity::Valid
            ? tr("%1, valid. A click copies it.").arg(kind)
            : found->validity == IdentifierValidity::Doubtful
            ? tr("%1, the check digit could not be confirmed. A click copies it.").arg(kind)
            : tr("%1, the check digit is wrong. A click copies it.").arg(kind);
        QToolTip::showText(help->globalPos(), plainTooltip(says), this);
        return true;
    }
    return QTextEdit::event(event);
}

void MarkedText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        write();
}

void MarkedText::mouseMoveEvent(QMouseEvent *event)
{
    QTextEdit::mouseMoveEvent(event);
    const bool overNumber = !anchorAt(event->position().toPoint()).isEmpty();
    viewport()->setCursor(overNumber ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void MarkedText::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    const QString digits = anchorAt(event->position().toPoint());
    if (digits.isEmpty() || textCursor().hasSelection())
        return;
    copyText(digits);
    QToolTip::showText(event->globalPosition().toPoint(), plainTooltip(tr("Copied")), this);
    Q_EMIT numberCopied(digits);
}

void MarkedText::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

void MarkedText::wheelEvent(QWheelEvent *event)
{
    // It has no scroll bar of its own: the page around it moves.
    event->ignore();
}

void MarkedText::fit()
{
    document()->setTextWidth(viewport()->width());
    const int whole = wholeHeight();
    setFixedHeight(isCut() ? linesHeight(m_lineLimit) : whole);
    Q_EMIT fitted();
}

int MarkedText::wholeHeight() const
{
    return qCeil(document()->size().height()) + space::hair;
}

// Lines are of different heights where letters of another script or a number stand in them.
int MarkedText::linesHeight(int lines) const
{
    qreal bottom = 0;
    int counted = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && counted < lines; block = block.next()) {
        const qreal top = document()->documentLayout()->blockBoundingRect(block).top();
        const QTextLayout &layout = *block.layout();
        for (int line = 0; line < layout.lineCount() && counted < lines; ++line, ++counted)
            bottom = top + layout.lineAt(line).rect().bottom();
    }
    return qFloor(bottom);
}

} // namespace tawasul
