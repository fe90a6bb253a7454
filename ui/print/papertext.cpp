// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/papertext.h"

#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

#include "ui/theme/metrics.h"
#include "ui/theme/typography.h"

namespace tawasul {

namespace {

constexpr qreal kLeading = 1.12; ///< of the height that the font asks for: Arabic breathes

QTextOption optionOf(const PaperInk &ink)
{
    QTextOption option;
    option.setTextDirection(ink.direction);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const Qt::LayoutDirection other = ink.direction == Qt::RightToLeft ? Qt::LeftToRight : Qt::RightToLeft;
    option.setAlignment(ink.centred ? Qt::AlignHCenter : startEdge(ink.atEnd ? other : ink.direction));
    return option;
}

/// The text broken into lines of that width.
class BrokenText
{
public:
    BrokenText(const QString &text, const PaperInk &ink, qreal width)
        : m_layout(text, paperFont(ink.size, ink.weight))
    {
        m_layout.setTextOption(optionOf(ink));
        m_layout.setCacheEnabled(true);
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition(QPointF(0, m_height));
            m_height += line.height() * kLeading;
        }
        m_layout.endLayout();
    }

    [[nodiscard]] int lines() const { return m_layout.lineCount(); }
    [[nodiscard]] qreal height() const { return m_height; }
    /// Where the line begins in the text.
    [[nodiscard]] int begin(int line) const { return m_layout.lineAt(line).textStart(); }
    void draw(QPainter &painter, QPointF at) const { m_layout.draw(&painter, at); }

private:
    QTextLayout m_layout;
    qreal m_height = 0;
};

// The longest beginning of the text that fits with the words behind it: lines are whole, and of the last one
// words are taken off until there is room.
QString shortened(const QString &text, const PaperInk &ink, qreal width, int lines, const QString &continued)
{
    const BrokenText whole(text, ink, width);
    QString kept = text.left(whole.begin(lines)).trimmed();
    while (!kept.isEmpty()) {
        const QString tried = kept % u"… " % continued;
        if (BrokenText(tried, ink, width).lines() <= lines)
            return tried;
        const auto space = kept.lastIndexOf(u' ');
        kept.truncate(space > kept.size() / 2 ? space : kept.size() - 1);
    }
    return continued;
}

} // namespace

QFont paperFont(int size, QFont::Weight weight)
{
    QFont font = fontOf(TextRole::Body, 100);
    font.setPixelSize(size);
    font.setWeight(weight);
    return font;
}

PaperExtent paintText(QPainter *painter, const QRectF &area, const QString &text, const PaperInk &ink,
                      int lines, const QString &continued)
{
    if (text.isEmpty())
        return {};
    QString shown = text;
    shown.replace(u'\n', QChar::LineSeparator);
    PaperExtent extent;
    if (lines > 0 && BrokenText(shown, ink, area.width()).lines() > lines) {
        shown = shortened(shown, ink, area.width(), lines, continued);
        extent.cut = true;
    }
    const BrokenText broken(shown, ink, area.width());
    extent.height = broken.height();
    if (painter) {
        painter->setPen(ink.color);
        broken.draw(*painter, area.topLeft());
    }
    return extent;
}

} // namespace tawasul
