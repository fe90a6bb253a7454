// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/textlines.h"

#include "models/arabic/visualorder.h"
#include "models/preview/quarterturn.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace tawasul {

namespace {

constexpr double kPointsPerMillipoint = 0.001;
constexpr double kLeastHeight = 1.0; ///< points; of what says that it has none
// In heights of a line.
constexpr double kWordGap = 0.3;   ///< a space that nobody wrote
constexpr double kLeastGap = 0.08; ///< one that was found where a mark hangs in the air is none
constexpr double kColumnGap = 3.0; ///< another line, though beside this one
constexpr double kMarkOverhang = 0.05;
/// Lines that are cut in pieces lie near each other in the order of their height.
constexpr std::size_t kNeighbours = 24;
constexpr quint32 kSameWidth = 2; ///< thousandths of a point that are nothing but rounding
/// Letters that follow one another, for the way in which a page is written to be told: a stamp at its side
/// has fewer.
constexpr int kFewSteps = 40;
constexpr double kFarStep = 1.5;   ///< heights of a line: from further away comes another one
constexpr double kMostSteps = 0.8; ///< of them go one way, or the page is written in several

struct Glyph
{
    char32_t character = 0;
    QRectF box;
    quint32 width = 0; ///< thousandths of a point, as it came
    bool beforeSpace = false;
    bool isMark = false;
};

/// Stays together whatever the direction.
struct Cluster
{
    QString text;
    QRectF box;
    bool beforeSpace = false; ///< to its right
};

struct Line
{
    std::vector<Glyph> glyphs;
    QRectF box;

    [[nodiscard]] double height() const { return std::max(box.height(), kLeastHeight); }
};

bool isMark(char32_t character)
{
    // Also as shapes: marks over nothing or over a tatweel.
    const bool shape =
        (character >= 0xfc5e && character <= 0xfc63) || (character >= 0xfe70 && character <= 0xfe7f);
    return shape || QChar::category(character) == QChar::Mark_NonSpacing
        || QChar::category(character) == QChar::Mark_Enclosing;
}

QRectF boxOf(const TextGlyph &raw)
{
    const auto points = [](quint32 edge) { return double(edge) * kPointsPerMillipoint; };
    return {QPointF(points(raw.left), points(raw.top)), QPointF(points(raw.right), points(raw.bottom))};
}

/// The way from one letter to the next, by the turn that makes it one to the right; nothing when the two do
/// not follow one another on a line. Boxes of letters are as high as their line, and mostly less wide.
std::optional<int> stepBetween(const QRectF &one, const QRectF &next)
{
    const QPointF way = next.center() - one.center();
    const bool level = std::abs(way.x()) > std::abs(way.y());
    const auto isAcross = [level](const QRectF &box) {
        return level ? box.width() <= box.height() : box.height() <= box.width();
    };
    const double far = level ? std::abs(way.x()) : std::abs(way.y());
    const double high = level ? one.height() : one.width();
    if (far == 0 || far > kFarStep * high || !isAcross(one) || !isAcross(next))
        return {};
    if (level)
        return way.x() > 0 ? 0 : 2;
    return way.y() > 0 ? 3 : 1;
}

/// By how many quarters to the right the page has to be turned to be read: each letter stands to the right of
/// the one before, in any script, as they come in the order of the eye.
int quartersToUpright(const std::vector<TextGlyph> &raw)
{
    std::array<int, 4> steps{};
    for (std::size_t i = 1; i < raw.size(); ++i) {
        if (isMark(raw[i].character) || isMark(raw[i - 1].character))
            continue;
        if (const auto step = stepBetween(boxOf(raw[i - 1]), boxOf(raw[i])))
            ++steps.at(std::size_t(*step));
    }
    const int all = std::accumulate(steps.begin(), steps.end(), 0);
    const auto most = std::max_element(steps.begin(), steps.end());
    return all >= kFewSteps && *most >= kMostSteps * all ? int(most - steps.begin()) : 0;
}

Glyph glyphOf(const TextGlyph &raw, int quarters)
{
    Glyph glyph;
    glyph.character = raw.character;
    glyph.box = quarterTurned(boxOf(raw), quarters);
    glyph.width = quarters % 2 == 0 ? raw.right - raw.left : raw.bottom - raw.top;
    glyph.beforeSpace = (raw.flags & kGlyphBeforeSpace) != 0U;
    glyph.isMark = isMark(glyph.character);
    return glyph;
}

/// Boxes without area are boxes, too.
QRectF around(const QRectF &one, const QRectF &other)
{
    return {QPointF(std::min(one.left(), other.left()), std::min(one.top(), other.top())),
            QPointF(std::max(one.right(), other.right()), std::max(one.bottom(), other.bottom()))};
}

bool isBeside(const Line &one, const Line &other)
{
    const double shared =
        std::min(one.box.bottom(), other.box.bottom()) - std::max(one.box.top(), other.box.top());
    const double least = std::min(one.height(), other.height());
    if (shared < least / 2 && one.box.center().y() != other.box.center().y())
        return false;
    const double gap =
        std::max(one.box.left(), other.box.left()) - std::min(one.box.right(), other.box.right());
    return gap < kColumnGap * std::max(one.height(), other.height());
}

void append(Line &line, Line &&more)
{
    line.box = line.glyphs.empty() ? more.box : around(line.box, more.box);
    line.glyphs.insert(line.glyphs.end(), more.glyphs.begin(), more.glyphs.end());
}

/// Each word is a line at first; what follows beside it joins it.
std::vector<Line> linesOf(const std::vector<TextGlyph> &raw, int quarters)
{
    std::vector<Line> lines;
    Line word;
    const auto settle = [&lines, &word] {
        if (word.glyphs.empty())
            return;
        if (!lines.empty() && isBeside(lines.back(), word))
            append(lines.back(), std::move(word));
        else
            lines.push_back(std::move(word));
        word = {};
    };
    for (const TextGlyph &one : raw) {
        if ((one.flags & kGlyphBeginsWord) != 0U)
            settle();
        Line letter;
        letter.glyphs.push_back(glyphOf(one, quarters));
        letter.box = letter.glyphs.back().box;
        append(word, std::move(letter));
    }
    settle();
    return lines;
}

/// Joins what was found far apart and stands beside each other, and brings lines into the order of the page.
std::vector<Line> inOrder(std::vector<Line> lines, Qt::LayoutDirection page)
{
    std::stable_sort(lines.begin(), lines.end(), [](const Line &one, const Line &other) {
        return one.box.center().y() < other.box.center().y();
    });
    std::vector<Line> joined;
    for (Line &line : lines) {
        const std::size_t first = joined.size() > kNeighbours ? joined.size() - kNeighbours : 0;
        const auto beside = std::find_if(joined.begin() + std::ptrdiff_t(first), joined.end(),
                                         [&line](const Line &one) { return isBeside(one, line); });
        if (beside != joined.end())
            append(*beside, std::move(line));
        else
            joined.push_back(std::move(line));
    }
    // Columns and the two sides of a form: rows from the top, and within a row as the page is read.
    for (auto row = joined.begin(); row != joined.end();) {
        const double bottom = row->box.center().y() + row->height() / 2;
        const auto next = std::find_if(row, joined.end(),
                                       [bottom](const Line &one) { return one.box.center().y() >= bottom; });
        std::stable_sort(row, next, [page](const Line &one, const Line &other) {
            return page == Qt::RightToLeft ? one.box.right() > other.box.right()
                                           : one.box.left() < other.box.left();
        });
        row = next;
    }
    return joined;
}

struct Letters
{
    qsizetype right = 0; ///< that are read to the left from the right
    qsizetype left = 0;
};

Letters count(const std::vector<Glyph> &glyphs)
{
    Letters letters;
    for (const Glyph &glyph : glyphs) {
        const QChar::Direction direction = QChar::direction(glyph.character);
        letters.right += direction == QChar::DirR || direction == QChar::DirAL ? 1 : 0;
        letters.left += direction == QChar::DirL ? 1 : 0;
    }
    return letters;
}

/// A name in the other script does not turn a line around; a line of the other script does.
Qt::LayoutDirection directionOf(const std::vector<Glyph> &line, Qt::LayoutDirection page)
{
    constexpr qsizetype kOutnumbered = 3;
    const auto [right, left] = count(line);
    if (right > kOutnumbered * left)
        return Qt::RightToLeft;
    return left > kOutnumbered * right ? Qt::LeftToRight : page;
}

Qt::LayoutDirection directionOf(const std::vector<Line> &lines)
{
    Letters all;
    for (const Line &line : lines) {
        const Letters letters = count(line.glyphs);
        all = {all.right + letters.right, all.left + letters.left};
    }
    return all.right > all.left ? Qt::RightToLeft : Qt::LeftToRight;
}

/// لا is drawn as one shape, which some programs note as its two letters: they then come in the order of
/// reading, each with one half of the shape. Letters of their own have widths of their own, unless all have
/// the same.
bool isLamAlef(const std::vector<Glyph> &glyphs, std::size_t at)
{
    if (at + 1 >= glyphs.size() || glyphs[at].character != U'ل')
        return false;
    const Glyph &alef = glyphs[at + 1];
    const bool isAlef =
        alef.character == U'ا' || alef.character == U'أ' || alef.character == U'إ' || alef.character == U'آ';
    const auto alike = [&alef](quint32 width) {
        return std::max(width, alef.width) - std::min(width, alef.width) <= kSameWidth;
    };
    const bool monospaced =
        (at > 0 && alike(glyphs[at - 1].width)) || (at + 2 < glyphs.size() && alike(glyphs[at + 2].width));
    return isAlef && alike(glyphs[at].width) && !monospaced;
}

QString lettersOf(char32_t character)
{
    return withoutShapes(QString::fromUcs4(&character, 1));
}

std::vector<Cluster> clustersOf(std::vector<Glyph> glyphs)
{
    // A mark has no width, or none of its own: it belongs to the letter that it stands over, and stays behind
    // it. One that begins at the edge of two letters hangs to the left of its own.
    std::stable_sort(glyphs.begin(), glyphs.end(),
                     [](const Glyph &one, const Glyph &other) { return one.box.left() < other.box.left(); });
    std::vector<Glyph> letters;
    std::copy_if(glyphs.begin(), glyphs.end(), std::back_inserter(letters),
                 [](const Glyph &glyph) { return !glyph.isMark; });
    std::vector<Cluster> clusters;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const Glyph &letter = letters[i];
        clusters.push_back({lettersOf(letter.character), letter.box, letter.beforeSpace});
        if (!isLamAlef(letters, i))
            continue;
        const Glyph &alef = letters[++i];
        clusters.back().text += lettersOf(alef.character);
        clusters.back().box = around(clusters.back().box, alef.box);
        clusters.back().beforeSpace = alef.beforeSpace;
    }
    for (const Glyph &mark : glyphs) {
        if (!mark.isMark)
            continue;
        const double reach =
            mark.box.center().x() + std::max(mark.box.height(), kLeastHeight) * kMarkOverhang;
        const auto next = std::upper_bound(clusters.begin(), clusters.end(), reach,
                                           [](double at, const Cluster &one) { return at < one.box.left(); });
        if (next == clusters.begin()) {
            clusters.insert(next, {lettersOf(mark.character), mark.box, mark.beforeSpace});
            continue;
        }
        Cluster &own = *std::prev(next);
        own.text += lettersOf(mark.character);
        own.beforeSpace = own.beforeSpace || mark.beforeSpace;
    }
    return clusters;
}

/// One unit for each cluster, which moves as the cluster does.
QChar signOf(const Cluster &cluster)
{
    if (cluster.text.isEmpty())
        return QChar::ObjectReplacementCharacter;
    const QChar first = cluster.text.front();
    if (!first.isHighSurrogate())
        return first;
    const char32_t whole =
        QChar::surrogateToUcs4(first, cluster.text.size() > 1 ? cluster.text.at(1) : QChar());
    switch (QChar::direction(whole)) {
    case QChar::DirL:
        return u'A';
    case QChar::DirR:
    case QChar::DirAL:
        return QChar(0x05d0);
    default:
        return QChar::ObjectReplacementCharacter;
    }
}

/// A text that grows by lines.
class Writer
{
public:
    /// The lines have been turned by so many quarters to the right.
    explicit Writer(int quarters)
        : m_quarters(quarters)
    {
    }

    void write(Line line, Qt::LayoutDirection page)
    {
        const Qt::LayoutDirection direction = directionOf(line.glyphs, page);
        const double height = line.height();
        const std::vector<Cluster> clusters = clustersOf(std::move(line.glyphs));
        QString seen;
        std::vector<const Cluster *> places; // of each unit; none for a space
        for (std::size_t i = 0; i < clusters.size(); ++i) {
            seen += signOf(clusters[i]);
            places.push_back(&clusters[i]);
            if (i + 1 == clusters.size())
                break;
            const double gap = clusters[i + 1].box.left() - clusters[i].box.right();
            if (gap > (clusters[i].beforeSpace ? kLeastGap : kWordGap) * height) {
                seen += u' ';
                places.push_back(nullptr);
            }
        }
        if (!m_text.isEmpty())
            m_text += u'\n';
        for (const ReadingPlace &place : readingOrder(seen, direction))
            write(places[std::size_t(place.seen)], place.mirrored);
        ++m_line;
    }

    [[nodiscard]] PageText text(bool complete) &&
    {
        return {std::move(m_text), std::move(m_pieces), complete, m_quarters};
    }

private:
    void write(const Cluster *cluster, bool mirrored)
    {
        if (cluster == nullptr) {
            m_text += u' ';
            return;
        }
        const qsizetype begin = m_text.size();
        const bool single = cluster->text.size() == 1;
        if (single && mirrored)
            m_text += cluster->text.front().mirroredChar();
        else
            m_text += cluster->text;
        m_pieces.push_back({{begin, m_text.size()}, quarterTurned(cluster->box, -m_quarters), m_line});
    }

    int m_quarters;
    QString m_text;
    std::vector<TextPiece> m_pieces;
    int m_line = 0;
};

/// What has no look of its own, and yet would turn around or end what is copied: the worker leaves it out.
bool isUnseen(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace

bool makeSense(const std::vector<TextGlyph> &glyphs)
{
    return std::all_of(glyphs.begin(), glyphs.end(), [](const TextGlyph &glyph) {
        const quint32 character = glyph.character;
        return character <= 0x10ffffU && !isUnseen(character) && (glyph.flags & ~kKnownGlyphFlags) == 0U
            && glyph.left <= glyph.right && glyph.top <= glyph.bottom;
    });
}

PageText readLines(const std::vector<TextGlyph> &glyphs, bool complete)
{
    const int quarters = quartersToUpright(glyphs);
    std::vector<Line> lines = linesOf(glyphs, quarters);
    const Qt::LayoutDirection page = directionOf(lines);
    Writer writer(quarters);
    for (Line &line : inOrder(std::move(lines), page))
        writer.write(std::move(line), page);
    return std::move(writer).text(complete);
}

} // namespace tawasul
