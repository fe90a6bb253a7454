// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/attachmentlook.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>

#include "models/arabic/bidi.h"

namespace tawasul {

namespace {

struct AttachmentWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::AttachmentWords)
};

constexpr int kLongestExtension = 5;
constexpr int kLongestQuoted = 12; ///< of what follows the last point, when a sentence repeats it
constexpr int kMostMarks = 8;      ///< that a sentence lists
constexpr int kManySpaces = 4;     ///< push what follows out of sight

struct HiddenSign
{
    char32_t sign;
    QLatin1StringView mark; ///< as Unicode abbreviates it, but for POP: "PDF" would be taken for a type
};

// What is not seen and yet changes what is, by the names that people may know; others go by their numbers.
constexpr std::array kKnown{
    HiddenSign{U'\u00AD', QLatin1StringView("SHY")},    HiddenSign{U'\u034F', QLatin1StringView("CGJ")},
    HiddenSign{U'\u061C', QLatin1StringView("ALM")},    HiddenSign{U'\u200B', QLatin1StringView("ZWSP")},
    HiddenSign{U'\u200C', QLatin1StringView("ZWNJ")},   HiddenSign{U'\u200D', QLatin1StringView("ZWJ")},
    HiddenSign{U'\u200E', QLatin1StringView("LRM")},    HiddenSign{U'\u200F', QLatin1StringView("RLM")},
    HiddenSign{U'\u202A', QLatin1StringView("LRE")},    HiddenSign{U'\u202B', QLatin1StringView("RLE")},
    HiddenSign{U'\u202C', QLatin1StringView("POP")},    HiddenSign{U'\u202D', QLatin1StringView("LRO")},
    HiddenSign{U'\u202E', QLatin1StringView("RLO")},    HiddenSign{U'\u2060', QLatin1StringView("WJ")},
    HiddenSign{U'\u2066', QLatin1StringView("LRI")},    HiddenSign{U'\u2067', QLatin1StringView("RLI")},
    HiddenSign{U'\u2068', QLatin1StringView("FSI")},    HiddenSign{U'\u2069', QLatin1StringView("PDI")},
    HiddenSign{U'\uFEFF', QLatin1StringView("ZWNBSP")},
};

/// Letters and signs by their kind, and blank all the same.
bool isBlankFiller(char32_t character)
{
    constexpr std::array<char32_t, 8> kFillers{0x034F, 0x115F, 0x1160, 0x17B4,
                                               0x17B5, 0x2800, 0x3164, 0xFFA0};
    return std::find(kFillers.begin(), kFillers.end(), character) != kFillers.end();
}

/// Signs of Arabic and other scripts that Unicode counts among the formats, and that are drawn: U+06DD and
/// the like.
bool isDrawnFormat(char32_t character)
{
    return (character >= 0x0600 && character <= 0x0605) || character == 0x06DD || character == 0x070F
        || character == 0x0890 || character == 0x0891 || character == 0x08E2 || character == 0x110BD
        || character == 0x110CD;
}

// The types of documents by the extensions they go by; those of one line are one type.
const std::array<QStringList, 12> &families()
{
    static const std::array<QStringList, 12> kFamilies{{
        {QStringLiteral("PDF")},
        {QStringLiteral("JPEG"), QStringLiteral("JPG"), QStringLiteral("JFIF"), QStringLiteral("JPE")},
        {QStringLiteral("PNG")},
        {QStringLiteral("GIF")},
        {QStringLiteral("BMP"), QStringLiteral("DIB")},
        {QStringLiteral("TIFF"), QStringLiteral("TIF")},
        {QStringLiteral("WEBP")},
        {QStringLiteral("HEIC"), QStringLiteral("HEIF"), QStringLiteral("HEICS"), QStringLiteral("HIF"),
         QStringLiteral("AVIF"), QStringLiteral("AVIFS")},
        {QStringLiteral("DOC"), QStringLiteral("DOCX")},
        {QStringLiteral("XLS"), QStringLiteral("XLSX")},
        {QStringLiteral("TXT")},
        {QStringLiteral("RTF")},
    }};
    return kFamilies;
}

/// The first name of the family, empty for anything else.
QString familyOf(const QString &extension)
{
    for (const QStringList &family : families()) {
        if (family.contains(extension, Qt::CaseInsensitive))
            return family.front();
    }
    return {};
}

/// The name as a system takes it that drops points and spaces at its end: photo.exe. is a program there.
QString withoutEnd(const QString &name)
{
    qsizetype length = name.size();
    while (length > 0 && (name[length - 1] == u'.' || name[length - 1].isSpace()))
        --length;
    return name.first(length);
}

QString extensionOf(const QString &whole)
{
    const QString name = withoutEnd(whole);
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString tail = dot < 0 ? QString() : name.sliced(dot + 1).trimmed();
    return tail.isEmpty() || tail.size() > kLongestExtension ? QString() : tail.toUpper();
}

/// "PDF" of photo.pdf.exe: what a hasty eye takes for the type.
QString feignedExtension(const QString &whole)
{
    const QString name = withoutEnd(whole);
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot <= 0)
        return {};
    const QString before = name.first(dot).trimmed();
    const QString feigned = familyOf(extensionOf(before));
    return feigned.isEmpty() || feigned == familyOf(extensionOf(name)) ? QString() : extensionOf(before);
}

QString familyOfMedia(const QString &mediaType)
{
    if (mediaType == u"application/pdf")
        return QStringLiteral("PDF");
    return mediaType.startsWith(u"image/") ? familyOf(mediaType.sliced(6)) : QString();
}

/// Whether a name with this extension may hold that type; nothing is said of types that are not known here.
bool agrees(const QString &extension, const QString &family)
{
    return extension.isEmpty() || family.isEmpty() || familyOf(extension) == family;
}

Icon iconOf(const QString &mediaType)
{
    if (mediaType == u"application/pdf")
        return Icon::FileTypePdf;
    return mediaType.startsWith(u"image/") ? Icon::Photo : Icon::File;
}

/// In Persian, Urdu and other scripts these stand between letters for good reason.
bool joinsLetters(char32_t character, char32_t before, char32_t after)
{
    return (character == U'\u200C' || character == U'\u200D') && QChar::isLetter(before)
        && (QChar::isLetter(after) || QChar::isMark(after));
}

bool isHidden(char32_t character, char32_t before, char32_t after)
{
    if (isBlankFiller(character))
        return true;
    switch (QChar::category(character)) {
    case QChar::Other_Format:
        return !isDrawnFormat(character) && !joinsLetters(character, before, after);
    case QChar::Other_Control: // white space is made one blank elsewhere
        return !QChar::isSpace(character);
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString markOf(char32_t character)
{
    const auto *known = std::find_if(kKnown.begin(), kKnown.end(),
                                     [character](const HiddenSign &each) { return each.sign == character; });
    if (known != kKnown.end())
        return u'[' % known->mark % u']';
    return QStringLiteral("[U+%1]").arg(quint32(character), 4, 16, QLatin1Char('0')).toUpper();
}

/// The name with its hidden signs as marks, and without them.
struct BareName
{
    QString marked;
    QString bare;
    QStringList marks; ///< each once
};

BareName bareName(const QString &name)
{
    BareName result;
    const QList<uint> signs = name.toUcs4();
    for (qsizetype at = 0; at < signs.size(); ++at) {
        const char32_t sign = signs[at];
        const char32_t before = at > 0 ? signs[at - 1] : 0;
        const char32_t after = at + 1 < signs.size() ? signs[at + 1] : 0;
        if (!isHidden(sign, before, after)) {
            result.marked += QChar::fromUcs4(sign); // QString's own would leave U+FEFF out
            result.bare += QChar::fromUcs4(sign);
            continue;
        }
        const QString mark = markOf(sign);
        result.marked += mark;
        if (!result.marks.contains(mark))
            result.marks.append(mark);
    }
    return result;
}

bool hasManySpaces(const QString &name)
{
    int run = 0;
    return std::any_of(name.begin(), name.end(), [&run](QChar character) {
        run = character.isSpace() ? run + 1 : 0; // wide ones and those that do not break among them
        return run >= kManySpaces;
    });
}

/// What follows the last point of the name, and the point: short, since it may be anything.
QString quotedEnding(const QString &name)
{
    const QString bare = withoutEnd(name);
    const QString ending = bare.sliced(bare.lastIndexOf(u'.')).trimmed();
    return ending.size() > kLongestQuoted ? QString(ending.first(kLongestQuoted) % u'…') : ending;
}

void addTricks(AttachmentLook &look, const BareName &name, const Attachment &attachment,
               const QString &content)
{
    const auto id = [](const QString &value) { return isolateId(value); };
    const auto add = [&look](const QString &brief, const QString &sentence) {
        look.brief.append(brief);
        look.tricks.append(sentence);
    };
    const QString extension = look.extension;
    const QString declared = familyOfMedia(attachment.mediaType);
    if (!content.isEmpty() && !agrees(extension, familyOf(content)))
        add(AttachmentWords::tr("content %1, name %2").arg(id(content), id(extension)),
            AttachmentWords::tr("The content is %1; the name says %2.").arg(id(content), id(extension)));
    else if (!content.isEmpty() && !agrees(content, declared))
        add(AttachmentWords::tr("content %1, declared %2").arg(id(content), id(declared)),
            AttachmentWords::tr("The content is %1; it was declared as %2.").arg(id(content), id(declared)));
    else if (content.isEmpty() && !agrees(extension, declared))
        add(AttachmentWords::tr("declared %1, name %2").arg(id(declared), id(extension)),
            AttachmentWords::tr("The file was declared as %1; the name says %2.")
                .arg(id(declared), id(extension)));
    if (const QString feigned = feignedExtension(name.bare); !feigned.isEmpty())
        add(AttachmentWords::tr("two extensions"),
            AttachmentWords::tr("The name has two extensions: it looks like %1 and ends in %2.")
                .arg(id(feigned), id(quotedEnding(name.bare))));
    if (!name.marks.isEmpty())
        //: %1 marks such as [RLO]
        add(AttachmentWords::tr("hidden signs"),
            AttachmentWords::tr("The name holds hidden signs, shown as %1: it may read otherwise elsewhere.")
                .arg(id(name.marks.mid(0, kMostMarks).join(u' '))));
    if (hasManySpaces(name.bare))
        add(AttachmentWords::tr("many spaces"),
            AttachmentWords::tr("The name holds many spaces, so that its end may be out of sight."));
}

} // namespace

AttachmentLook attachmentLook(const Attachment &attachment, const QString &content)
{
    const BareName name = bareName(attachment.name);
    AttachmentLook look;
    look.extension = extensionOf(name.bare);
    look.name = isolateAny(name.marked.simplified());
    look.spoken = name.bare.simplified();
    if (look.spoken.isEmpty())
        look.spoken = AttachmentWords::tr("File without a name");
    if (look.name.isEmpty())
        look.name = look.spoken;
    addTricks(look, name, attachment, content);
    look.deceptive = !look.tricks.isEmpty();
    look.icon = iconOf(attachment.mediaType);
    return look;
}

} // namespace tawasul
