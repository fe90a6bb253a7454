// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/fold.h"

#include <QtCore/QVarLengthArray>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>
#include <numeric>
#include <utility>

namespace tawasul {

namespace {

/// The text on its way through the steps; `origin` runs along when tracked and stays empty when not.
struct Draft
{
    QString text;
    std::vector<qsizetype> origin;
    bool tracked = false;
};

/// NFKC, case folding and the loss of default-ignorable characters in one go, closed under all three.
const UNormalizer2 *foldingNormaliser()
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *normaliser = unorm2_getNFKCCasefoldInstance(&status);
    Q_ASSERT(U_SUCCESS(status)); // compiled into ICU's common library; it cannot be missing
    return normaliser;
}

bool isInvisible(char32_t character)
{
    const auto c = static_cast<UChar32>(character);
    const bool arabicMark = c == 0x0640 || (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F)
        || c == 0x0670 || (c >= 0x06D6 && c <= 0x06ED);
    return arabicMark || u_charType(c) == U_FORMAT_CHAR
        || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

/// Letters that people write for one another, and digits. The Urdu and Kurdish forms of heh and yeh are here
/// because they, too, take a hamza above: a composed letter and its decomposed twin must fold alike.
char16_t foldedLetter(char16_t unit)
{
    switch (unit) {
    case u'آ':
    case u'أ':
    case u'إ':
    case u'ٱ':
        return u'ا';
    case u'ى':
    case u'ئ':
    case u'ی':
    case u'\u06D2': // yeh barree
    case u'\u06D3':
        return u'ي';
    case u'ؤ':
        return u'و';
    case u'ة':
    case u'ۀ':
    case u'\u06C1': // heh goal
    case u'\u06C2':
    case u'\u06D5': // ae
        return u'ه';
    case u'ک':
        return u'ك';
    default:
        break;
    }
    if (unit >= u'٠' && unit <= u'٩')
        return static_cast<char16_t>(u'0' + (unit - u'٠'));
    if (unit >= u'۰' && unit <= u'۹')
        return static_cast<char16_t>(u'0' + (unit - u'۰'));
    return unit;
}

/// The code point at that place; an unpaired surrogate stands for itself.
char32_t codePointAt(QStringView text, qsizetype at)
{
    const QChar unit = text[at];
    if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(unit, text[at + 1]);
    return unit.unicode();
}

qsizetype unitsOf(char32_t character)
{
    return QChar::requiresSurrogates(character) ? 2 : 1;
}

/// Takes invisible characters out, in place; says whether there were any.
bool dropInvisible(Draft &draft)
{
    QChar *const units = draft.text.data();
    const qsizetype size = draft.text.size();
    qsizetype written = 0;
    for (qsizetype at = 0; at < size;) {
        const char32_t character = codePointAt(draft.text, at);
        const qsizetype end = at + unitsOf(character);
        if (isInvisible(character)) {
            at = end;
            continue;
        }
        for (; at < end; ++at, ++written) {
            units[written] = units[at];
            if (draft.tracked)
                draft.origin[static_cast<size_t>(written)] = draft.origin[static_cast<size_t>(at)];
        }
    }
    draft.text.truncate(written);
    if (draft.tracked)
        draft.origin.resize(static_cast<size_t>(written));
    return written != size;
}

void appendNormalised(QString &out, QStringView segment)
{
    const UNormalizer2 *const normaliser = foldingNormaliser();
    const qsizetype before = out.size();
    int32_t room = static_cast<int32_t>(segment.size()) + 32;
    for (;;) {
        out.resize(before + room);
        UErrorCode status = U_ZERO_ERROR;
        const int32_t length =
            unorm2_normalize(normaliser, segment.utf16(), static_cast<int32_t>(segment.size()),
                             reinterpret_cast<char16_t *>(out.data()) + before, room, &status);
        if (status != U_BUFFER_OVERFLOW_ERROR) {
            Q_ASSERT(U_SUCCESS(status));
            out.truncate(before + length);
            return;
        }
        room = length;
    }
}

/// Where the stretch of text that normalises on its own, and begins at `start`, ends.
qsizetype endOfSegment(QStringView text, qsizetype start)
{
    const UNormalizer2 *const normaliser = foldingNormaliser();
    qsizetype at = start + unitsOf(codePointAt(text, start));
    while (at < text.size()) {
        const char32_t character = codePointAt(text, at);
        if (unorm2_hasBoundaryBefore(normaliser, static_cast<UChar32>(character)))
            break;
        at += unitsOf(character);
    }
    return at;
}

void normalise(Draft &draft)
{
    QString out;
    out.reserve(draft.text.size() + 32);
    if (!draft.tracked) {
        appendNormalised(out, draft.text);
        draft.text = std::move(out);
        return;
    }
    std::vector<qsizetype> origin;
    origin.reserve(draft.origin.size());
    const QStringView text = draft.text;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = endOfSegment(text, at);
        appendNormalised(out, text.sliced(at, end - at));
        origin.resize(static_cast<size_t>(out.size()), draft.origin[static_cast<size_t>(at)]);
        at = end;
    }
    draft.text = std::move(out);
    draft.origin = std::move(origin);
}

/// Steps 1 to 4 for any text, the long way. Invisible characters go first, so that none keeps a letter from
/// its accent, and again after normalising, which brings marks out of presentation forms; only then is a
/// second round needed.
void foldThoroughly(QStringView original, Draft &draft)
{
    draft.text = original.toString();
    if (draft.tracked) {
        draft.origin.resize(static_cast<size_t>(original.size()));
        std::iota(draft.origin.begin(), draft.origin.end(), qsizetype(0));
    }
    dropInvisible(draft);
    normalise(draft);
    if (dropInvisible(draft))
        normalise(draft);
    for (QChar &character : draft.text)
        character = QChar(foldedLetter(character.unicode()));
}

constexpr char16_t kSlow = u'\uFFFF'; // noncharacters, which no unit of the table folds to
constexpr char16_t kDropped = u'\uFFFE'; // the next lower one: both are >= kDropped

/// What becomes of a unit that no unit before it changes; kSlow for all others. Covers
/// the Latin, Arabic and general punctuation that nearly all text here is made of.
class SimpleFolds
{
public:
    SimpleFolds()
    {
        for (char16_t unit = 0; unit < kLowEnd; ++unit)
            m_low[unit] = foldOf(unit);
        for (char16_t unit = kPunctuationBegin; unit < kPunctuationEnd; ++unit)
            m_punctuation[unit - kPunctuationBegin] = foldOf(unit);
    }

    [[nodiscard]] char16_t operator[](char16_t unit) const
    {
        if (unit < kLowEnd)
            return m_low[unit];
        if (unit >= kPunctuationBegin && unit < kPunctuationEnd)
            return m_punctuation[unit - kPunctuationBegin];
        return kSlow;
    }

private:
    static constexpr char16_t kLowEnd = u'\u0700';
    static constexpr char16_t kPunctuationBegin = u'\u2000';
    static constexpr char16_t kPunctuationEnd = u'\u2070';

    static char16_t foldOf(char16_t unit)
    {
        if (isInvisible(unit))
            return kDropped;
        if (!unorm2_hasBoundaryBefore(foldingNormaliser(), unit))
            return kSlow;
        Draft draft;
        foldThoroughly(QStringView(&unit, 1), draft);
        return draft.text.size() == 1 ? draft.text.front().unicode() : kSlow;
    }

    std::array<char16_t, kLowEnd> m_low{};
    std::array<char16_t, kPunctuationEnd - kPunctuationBegin> m_punctuation{};
};

/// Steps 1 to 4: one pass that writes simple units at once and sends only the stretches between them the long
/// way.
class Folding
{
public:
    Folding(QStringView original, Draft &draft)
        : m_original(original)
        , m_draft(draft)
    {
        makeRoomFor(original.size());
    }

    void run()
    {
        for (qsizetype at = 0; at < m_original.size();) {
            const char16_t folded = m_folds[m_original[at].unicode()];
            if (folded == kSlow) {
                at = foldStretchAround(at);
                continue;
            }
            if (folded != kDropped) {
                append(QChar(folded), at);
                m_lastSimple = at;
            }
            ++at;
        }
        makeRoomFor(m_written);
    }

private:
    static const SimpleFolds &simpleFolds()
    {
        static const SimpleFolds folds;
        return folds;
    }

    void makeRoomFor(qsizetype units)
    {
        m_draft.text.resize(units);
        if (m_draft.tracked)
            m_draft.origin.resize(static_cast<size_t>(units));
    }

    void append(QChar unit, qsizetype origin)
    {
        m_draft.text.data()[m_written] = unit;
        if (m_draft.tracked)
            m_draft.origin[static_cast<size_t>(m_written)] = origin;
        ++m_written;
    }

    /// The stretch begins with the simple unit before, which an accent may join, and ends before the next
    /// simple unit, which joins nothing to its left; there the pass goes on.
    qsizetype foldStretchAround(qsizetype at)
    {
        qsizetype begin = at;
        if (m_lastSimple >= 0) {
            begin = m_lastSimple;
            --m_written;
        }
        qsizetype end = at + 1;
        while (end < m_original.size() && m_folds[m_original[end].unicode()] >= kDropped)
            ++end;

        Draft stretch;
        stretch.tracked = m_draft.tracked;
        foldThoroughly(m_original.sliced(begin, end - begin), stretch);
        const qsizetype room = m_written + stretch.text.size() + (m_original.size() - end);
        if (room > m_draft.text.size())
            makeRoomFor(room);
        for (qsizetype i = 0; i < stretch.text.size(); ++i)
            append(stretch.text[i], stretch.tracked ? begin + stretch.origin[static_cast<size_t>(i)] : 0);
        return end;
    }

    const SimpleFolds &m_folds = simpleFolds();
    QStringView m_original;
    Draft &m_draft;
    qsizetype m_written = 0;
    qsizetype m_lastSimple = -1; ///< in the original; -1 before the first
};

struct Gap
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// The white space after each word «عبد» that an Arabic word follows.
QVarLengthArray<Gap, 8> gapsAfterAbd(QStringView text)
{
    static constexpr QStringView abd = u"عبد";
    const auto belongsToWord = [](QChar c) { return c.isLetterOrNumber() || c.isMark() || c.isSurrogate(); };

    QVarLengthArray<Gap, 8> gaps;
    for (qsizetype at = text.indexOf(abd); at >= 0; at = text.indexOf(abd, at + abd.size())) {
        const qsizetype begin = at + abd.size();
        qsizetype end = begin;
        while (end < text.size() && text[end].isSpace())
            ++end;
        const bool startsWord = at == 0 || !belongsToWord(text[at - 1]);
        const bool wordFollows =
            end < text.size() && text[end].isLetter() && text[end].script() == QChar::Script_Arabic;
        if (startsWord && wordFollows && end > begin)
            gaps.append({ begin, end });
    }
    return gaps;
}

/// Step 5, closing all gaps in one pass.
void joinAbdNames(Draft &draft)
{
    const QVarLengthArray<Gap, 8> gaps = gapsAfterAbd(draft.text);
    if (gaps.isEmpty())
        return;
    QChar *const units = draft.text.data();
    auto gap = gaps.begin();
    qsizetype written = gap->begin;
    for (qsizetype at = gap->begin; at < draft.text.size(); ++at) {
        if (gap != gaps.end() && at == gap->begin) {
            at = gap->end;
            ++gap;
        }
        units[written] = units[at];
        if (draft.tracked)
            draft.origin[static_cast<size_t>(written)] = draft.origin[static_cast<size_t>(at)];
        ++written;
    }
    draft.text.truncate(written);
    if (draft.tracked)
        draft.origin.resize(static_cast<size_t>(written));
}

void foldInto(QStringView original, Draft &draft)
{
    Folding(original, draft).run();
    joinAbdNames(draft);
}

} // namespace

QString foldForSearch(QStringView original)
{
    Draft draft;
    foldInto(original, draft);
    return std::move(draft.text);
}

FoldedText foldWithOrigins(QStringView original)
{
    Draft draft;
    draft.tracked = true;
    foldInto(original, draft);
    draft.origin.push_back(original.size());
    return { std::move(draft.text), std::move(draft.origin) };
}

} // namespace tawasul
