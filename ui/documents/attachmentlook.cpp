// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/attachmentlook.h"

#include <QtCore/QCoreApplication>

#include "models/arabic/bidi.h"

namespace tawasul {

namespace {

struct AttachmentWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::AttachmentWords)
};

constexpr int kLongestExtension = 5;

QString extensionOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString tail = dot < 0 ? QString() : name.sliced(dot + 1).trimmed();
    return tail.isEmpty() || tail.size() > kLongestExtension ? QString() : tail.toUpper();
}

bool agrees(const QString &extension, const QString &mediaType)
{
    if (extension.isEmpty() || mediaType.isEmpty())
        return true;
    if (mediaType == u"application/pdf")
        return extension == u"PDF";
    if (mediaType == u"image/jpeg")
        return extension == u"JPG" || extension == u"JPEG";
    if (mediaType == u"image/png")
        return extension == u"PNG";
    return !mediaType.startsWith(u"image/") || (extension != u"EXE" && extension != u"PDF");
}

Icon iconOf(const QString &mediaType)
{
    if (mediaType == u"application/pdf")
        return Icon::FileTypePdf;
    return mediaType.startsWith(u"image/") ? Icon::Photo : Icon::File;
}

} // namespace

AttachmentLook attachmentLook(const Attachment &attachment)
{
    const QString bare = withoutControls(attachment.name);
    AttachmentLook look;
    look.extension = extensionOf(bare);
    look.name = isolateAny(bare);
    if (look.name.isEmpty())
        look.name = AttachmentWords::tr("File without a name");
    look.deceptive = hasBidiControls(attachment.name) || !agrees(look.extension, attachment.mediaType);
    look.icon = iconOf(attachment.mediaType);
    return look;
}

} // namespace tawasul
