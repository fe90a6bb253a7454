// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/attachmentlook.h"

#include <QtCore/QCoreApplication>

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
constexpr int kManySpaces = 4;     ///< push what follows out of sight

struct HiddenSign
{
    char16_t sign;
    QLatin1StringView mark; ///< as Unicode abbreviates it, but for POP: "PDF" would be taken for a type
};

// What is not seen and yet changes what is: the direction signs, and spaces without width.
constexpr std::array kHidden{
    HiddenSign{u'\u061C', QLatin1StringView("ALM")},    HiddenSign{u'\u200B', QLatin1StringView("ZWSP")},
    HiddenSign{u'\u200E', QLatin1StringView("LRM")},    HiddenSign{u'\u200F', QLatin1StringView("RLM")},
    HiddenSign{u'\u202A', QLatin1StringView("LRE")},    HiddenSign{u'\u202B', QLatin1StringView("RLE")},
    HiddenSign{u'\u202C', QLatin1StringView("POP")},    HiddenSign{u'\u202D', QLatin1StringView("LRO")},
    HiddenSign{u'\u202E', QLatin1StringView("RLO")},    HiddenSign{u'\u2060', QLatin1StringView("WJ")},
    HiddenSign{u'\u2066', QLatin1StringView("LRI")},    HiddenSign{u'\u2067', QLatin1StringView("RLI")},
    HiddenSign{u'\u2068', QLatin1StringView("FSI")},    HiddenSign{u'\u2069', QLatin1StringView("PDI")},
    HiddenSign{u'\uFEFF', QLatin1StringView("ZWNBSP")},
};

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

QString extensionOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString tail = dot < 0 ? QString() : name.sliced(dot + 1).trimmed();
    return tail.isEmpty() || tail.size() > kLongestExtension ? QString() : tail.toUpper();
}

/// "PDF" of photo.pdf.exe: what a hasty eye takes for the type.
QString feignedExtension(const QString &name)
{
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

const HiddenSign *hiddenSign(QChar character)
{
    const auto *found = std::find_if(kHidden.begin(), kHidden.end(), [character](const HiddenSign &each) {
        return each.sign == character.unicode();
    });
    return found == kHidden.end() ? nullptr : found;
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
    for (const QChar character : name) {
        const HiddenSign *hidden = hiddenSign(character);
        if (!hidden) {
            result.marked += character;
            result.bare += character;
            continue;
        }
        const QString mark = u'[' % hidden->mark % u']';
        result.marked += mark;
        if (!result.marks.contains(mark))
            result.marks.append(mark);
    }
    return result;
}

/// What follows the last point of the name, and the point: short, since it may be anything.
QString quotedEnding(const QString &name)
{
    const QString ending = name.sliced(name.lastIndexOf(u'.')).trimmed();
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
                .arg(id(name.marks.join(u' '))));
    if (name.bare.contains(QString(kManySpaces, u' ')))
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
