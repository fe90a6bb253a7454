// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/casecodec.h"
#include "models/store/checkupparts.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>

namespace tawasul {

namespace {

constexpr QStringView kFolder = u"attachments";
constexpr QStringView kPart = u".part";

void checkContent(const QString &path, const QString &sha256, AttachmentsCheckup &found)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        ++found.unreadable;
    else if (QString::fromLatin1(hash.result().toHex()) != sha256)
        ++found.wrongHash;
}

} // namespace

void listAttachments(const CheckupTask &task, AttachmentsCheckup &found, AttachmentNames &names)
{
    QDirIterator entries(task.fileOf(kFolder),
                         QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    while (entries.hasNext()) {
        entries.next();
        const QString name = entries.fileName();
        const qint64 size = entries.fileInfo().size();
        if (!entries.fileInfo().isFile() || entries.fileInfo().isSymLink()) {
            ++found.foreign;
        } else if (wire::isSha256(name)) {
            ++found.files;
            found.bytes += size;
            names.files.insert(name, size);
        } else if (name.endsWith(kPart) && wire::isSha256(name.chopped(kPart.size()))) {
            ++found.parts;
            found.partBytes += size;
        } else {
            ++found.foreign;
        }
    }
}

void compareAttachments(const CheckupTask &task, AttachmentsCheckup &found, const AttachmentNames &names)
{
    found.named = names.named.size();
    found.missing = found.named;
    found.isDeep = task.depth == CheckupDepth::Deep;
    for (auto file = names.files.cbegin(); file != names.files.cend(); ++file) {
        if (names.named.contains(file.key()))
            --found.missing;
        else if (names.isComplete)
            ++found.unneeded;
        const QString path = task.fileOf(kFolder) % u'/' % file.key();
        if (names.expected.value(file.key(), file.value()) != file.value())
            ++found.wrongSize;
        else if (found.isDeep)
            checkContent(path, file.key(), found);
        else if (!QFileInfo(path).isReadable())
            ++found.unreadable;
    }
}

} // namespace tawasul
