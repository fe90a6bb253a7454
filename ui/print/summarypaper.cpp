// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/summarypaper.h"

#include <QtGui/QPainter>

#include <array>
#include <utility>

#include "models/arabic/bidi.h"
#include "ui/print/barcode.h"
#include "ui/print/papertext.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

namespace tawasul {

namespace {

// Tenths of a point throughout.
constexpr qreal kEdge = 480;
constexpr qreal kFootEdge = 330;
constexpr qreal kGap = 90;
constexpr qreal kMark = 420;
constexpr qreal kBarsWidth = 1750;
constexpr qreal kBarsHeight = 300;
constexpr qreal kSignHeight = 980;
constexpr qreal kHeading = 210;
constexpr qreal kLine = 6;
constexpr int kBody = 105;
constexpr int kSmall = 85;
constexpr int kReplyLines = 4; ///< the least that is left to the reply

// How tight the middle of the sheet is set.
struct Fit
{
    qreal scale = 1;
    int factLines = 3; ///< of each value at most
};
constexpr std::array kFits{Fit{1, 3},    Fit{0.94, 3}, Fit{0.88, 3}, Fit{0.82, 3},
                           Fit{0.82, 2}, Fit{0.76, 2}, Fit{0.76, 1}};

/// The form, painted part by part from the top; without a painter it is only measured.
class SummaryForm
{
public:
    SummaryForm(const CaseSummary &summary, const QRectF &sheet)
        : m_summary(summary)
        , m_paper(tokensOf(Scheme::Light))
        , m_sheet(sheet)
        , m_area(sheet.adjusted(kEdge, kEdge * 0.8, -kEdge, -kFootEdge))
    {
    }

    bool paint(QPainter &painter)
    {
        const Fit fit = bestFit();
        m_painter = &painter;
        m_isCut = false;
        layOut(fit, replyLines(fit));
        paintSign();
        paintFoot();
        paintWatermark(painter, m_sheet, m_summary.stamp);
        return !m_isCut;
    }

private:
    [[nodiscard]] qreal bottom() const { return m_area.bottom() - kSignHeight - kGap * 2; }
    [[nodiscard]] bool isArabic() const { return m_summary.direction == Qt::RightToLeft; }

    Fit bestFit()
    {
        m_painter = nullptr;
        for (const Fit &fit : kFits) {
            m_isCut = false;
            if (layOut(fit, 0) <= bottom() && !m_isCut)
                return fit;
        }
        // Then what is long is cut, and says so: first the reply, and values where it would not be enough.
        for (const Fit &fit : kFits) {
            if (fit.scale < 0.8 && replyLines(fit) >= kReplyLines)
                return fit;
        }
        return kFits.back();
    }

    // How many lines of the reply have room; 0: all of it.
    int replyLines(const Fit &fit)
    {
        const auto painter = std::exchange(m_painter, nullptr);
        const bool wasCut = m_isCut;
        int lines = 0;
        if (layOut(fit, 0) > bottom()) {
            const qreal one = layOut(fit, 1);
            const qreal each = layOut(fit, 2) - one;
            lines = each > 0 ? std::max(1, 1 + static_cast<int>((bottom() - one) / each)) : 1;
        }
        m_painter = painter;
        m_isCut = wasCut;
        return lines;
    }

    // Everything from the top to the end of the reply; answers where that is.
    qreal layOut(const Fit &fit, int replyLines)
    {
        m_fit = fit;
        m_top = m_area.top();
        header();
        titleRow();
        unconfirmedBand();
        for (const FactGroup &group : m_summary.groups)
            factGroup(group.title, group.facts);
        factGroup(m_summary.standing, m_summary.decision);
        reply(replyLines);
        return m_top;
    }

    [[nodiscard]] PaperInk ink(int size, QFont::Weight weight, const QColor &color) const
    {
        return {size, weight, color, m_summary.direction, false, false};
    }
    [[nodiscard]] int scaled(int size) const { return qRound(size * m_fit.scale); }
    [[nodiscard]] qreal scaled(qreal length) const { return length * m_fit.scale; }

    // A part of the width, counted from where reading begins.
    [[nodiscard]] QRectF part(qreal begin, qreal width, qreal top, qreal height) const
    {
        const qreal left = isArabic() ? m_area.right() - begin - width : m_area.left() + begin;
        return {left, top, width, height};
    }

    qreal write(const QRectF &area, const QString &text, const PaperInk &how, int lines = 0)
    {
        const PaperExtent extent = paintText(m_painter, area, text, how, lines, m_summary.continued);
        m_isCut = m_isCut || extent.cut;
        return extent.height;
    }

    void rule(qreal top, qreal thick, const QColor &color)
    {
        if (m_painter)
            m_painter->fillRect(QRectF(m_area.left(), top, m_area.width(), thick), color);
    }

    void header()
    {
        constexpr qreal kSide = 2130;
        qreal start = m_top;
        for (const QString &line : m_summary.issuer)
            start += write(part(0, kSide, start, 0), line, ink(98, QFont::DemiBold, m_paper.ink));
        if (m_painter)
            paintBrandMark(*m_painter, QRectF(m_area.center().x() - kMark / 2, m_top + 40, kMark, kMark));
        qreal end = m_top;
        constexpr qreal kLabel = 780;
        const qreal begin = m_area.width() - kSide;
        for (const auto &[label, value] : m_summary.reference) {
            write(part(begin, kLabel, end, 0), label, ink(90, QFont::Normal, m_paper.text3));
            end += write(part(begin + kLabel, kSide - kLabel, end, 0), value,
                         ink(92, QFont::Medium, m_paper.text), 1);
        }
        m_top = std::max({start, end, m_top + kMark + 80}) + kGap;
        rule(m_top, 16, m_paper.ink);
        rule(m_top + 26, kLine, m_paper.ink);
        m_top += kGap + 60;
    }

    void titleRow()
    {
        const qreal width = m_area.width() - kBarsWidth - kGap;
        qreal end =
            m_top + write(part(0, width, m_top, 0), m_summary.title, ink(190, QFont::Bold, m_paper.ink));
        end += write(part(0, width, end, 0), m_summary.service, ink(118, QFont::Medium, m_paper.text2), 2);
        const QRectF bars = part(m_area.width() - kBarsWidth, kBarsWidth, m_top, kBarsHeight);
        if (m_painter)
            paintBars(*m_painter, bars, code128(m_summary.number));
        PaperInk number = ink(110, QFont::DemiBold, m_paper.text);
        number.centred = true;
        const qreal under =
            write(bars.translated(0, kBarsHeight + 10), isolateId(m_summary.number), number, 1);
        m_top = std::max(end, bars.bottom() + 10 + under) + kGap;
    }

    void unconfirmedBand()
    {
        if (m_summary.unconfirmed.isEmpty())
            return;
        const ToneColors &tone = m_paper.tone(Tone::Warning);
        constexpr qreal kWord = 1280;
        const qreal top = m_top + kGap * 0.6;
        const QRectF word = part(kGap, kWord, top, 0);
        const QRectF why = part(kGap + kWord, m_area.width() - kWord - kGap * 2, top, 0);
        const PaperInk loud = ink(165, QFont::Bold, tone.text);
        const PaperInk quiet = ink(95, QFont::Medium, tone.text);
        const qreal height = std::max(paintText(nullptr, word, m_summary.unconfirmed, loud).height,
                                      paintText(nullptr, why, m_summary.unconfirmedWhy, quiet).height)
            + kGap * 1.2;
        if (m_painter) {
            m_painter->setPen(QPen(tone.text, 12));
            m_painter->setBrush(tone.background);
            m_painter->drawRoundedRect(QRectF(m_area.left(), m_top, m_area.width(), height), 60, 60);
        }
        write(word, m_summary.unconfirmed, loud);
        write(why, m_summary.unconfirmedWhy, quiet);
        m_top += height + kGap;
    }

    void heading(const QString &title)
    {
        const QRectF bar(m_area.left(), m_top, m_area.width(), scaled(kHeading));
        if (m_painter) {
            m_painter->fillRect(bar, m_paper.tone(Tone::Brand).background);
            m_painter->fillRect(part(0, 30, m_top, bar.height()), m_paper.ink);
        }
        write(part(kGap, m_area.width() - kGap, m_top + scaled(20.0), 0), title,
              ink(scaled(kBody), QFont::DemiBold, m_paper.ink), 1);
        m_top = bar.bottom() + scaled(50.0);
    }

    void factGroup(const QString &title, const std::vector<Fact> &facts)
    {
        if (facts.empty())
            return;
        heading(title);
        constexpr int kColumns = 4;
        constexpr int kWide = 2;
        const qreal column = (m_area.width() - kGap * 2) / kColumns;
        int at = 0;
        qreal row = 0;
        for (const Fact &fact : facts) {
            const int span = fact.wide ? kWide : 1;
            if (at + span > kColumns) {
                m_top += row;
                row = 0;
                at = 0;
            }
            row = std::max(row, oneFact(fact, kGap + column * at, column * span - kGap));
            at += span;
        }
        m_top += row + scaled(30.0);
    }

    qreal oneFact(const Fact &fact, qreal begin, qreal width)
    {
        qreal down = write(part(begin, width, m_top, 0), fact.label,
                           ink(scaled(kSmall), QFont::Normal, m_paper.text3));
        // An identifier reads left to right wherever it stands.
        const QString value =
            fact.reading == Reading::Identifier ? isolateId(fact.value) : isolateAny(fact.value);
        down += write(part(begin, width, m_top + down, 0), value,
                      ink(scaled(kBody), QFont::Medium, m_paper.text), m_fit.factLines);
        if (!fact.second.isEmpty())
            down += write(part(begin, width, m_top + down, 0), isolateAny(fact.second),
                          ink(scaled(kSmall + 5), QFont::Normal, m_paper.text2), m_fit.factLines);
        return down + scaled(55.0);
    }

    void reply(int lines)
    {
        heading(m_summary.replyTitle);
        PaperInk how = ink(scaled(kBody), QFont::Normal, m_paper.text);
        how.direction = paragraphDirection(m_summary.reply, m_summary.direction);
        m_top += write(part(kGap, m_area.width() - kGap * 2, m_top, 0), m_summary.reply, how, lines);
    }

    // At the foot of the sheet, wherever the rest has ended.
    void paintSign()
    {
        const qreal top = m_area.bottom() - kSignHeight;
        rule(top - kGap, kLine, m_paper.controlBorder);
        const qreal half = m_area.width() * 0.58;
        constexpr qreal kLabel = 1060;
        const qreal row = kSignHeight / static_cast<qreal>(m_summary.signLabels.size() + 1);
        qreal at = top + row * 0.25;
        bool isName = true;
        for (const QString &label : m_summary.signLabels) {
            write(part(kGap, kLabel, at, 0), label, ink(kBody, QFont::Normal, m_paper.text2));
            const QRectF line = part(kGap + kLabel, half - kLabel - kGap * 2, at, row);
            if (std::exchange(isName, false))
                write(line, isolateAny(m_summary.signer), ink(kBody, QFont::DemiBold, m_paper.text), 1);
            m_painter->setPen(QPen(m_paper.controlBorder, 6, Qt::DotLine));
            m_painter->drawLine(QPointF(line.left(), at + 165), QPointF(line.right(), at + 165));
            at += row;
        }
        const QRectF stamp = part(half + kGap, m_area.width() - half - kGap, top, kSignHeight - kGap);
        m_painter->setPen(QPen(m_paper.controlBorder, 8, Qt::DashLine));
        m_painter->setBrush(Qt::NoBrush);
        m_painter->drawRoundedRect(stamp, 80, 80);
        PaperInk label = ink(95, QFont::Normal, m_paper.text3);
        label.centred = true;
        write(stamp.adjusted(kGap, kGap * 0.6, -kGap, 0), m_summary.stampLabel, label);
    }

    void paintFoot()
    {
        PaperInk how = ink(76, QFont::Normal, m_paper.text3);
        how.centred = true;
        rule(m_area.bottom() + 20, kLine, m_paper.border);
        write(QRectF(m_area.left(), m_area.bottom() + 45, m_area.width(), 0), m_summary.foot, how, 2);
    }

    const CaseSummary &m_summary;
    const Tokens &m_paper;
    const QRectF m_sheet;
    const QRectF m_area; ///< within the edges
    QPainter *m_painter = nullptr;
    Fit m_fit;
    qreal m_top = 0;
    bool m_isCut = false;
};

} // namespace

bool paintSummary(QPainter &painter, const QRectF &sheet, const CaseSummary &summary)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(summary.direction);
    return SummaryForm(summary, sheet).paint(painter);
}

QImage summaryPicture(const CaseSummary &summary, int dotsPerInch)
{
    const qreal scale = dotsPerInch / 72.0 / kPaperUnit;
    QImage picture((kSheetOfPaper * scale).toSize(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.scale(scale, scale);
    paintSummary(painter, QRectF(QPointF(), kSheetOfPaper), summary);
    return picture;
}

} // namespace tawasul
