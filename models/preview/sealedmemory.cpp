// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/sealedmemory.h"

#include "models/preview/frame.h"
#include "models/preview/previewerror.h"

#include <QtCore/QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>

namespace tawasul {

namespace {

constexpr unsigned kMemoryFlags = MFD_CLOEXEC | MFD_ALLOW_SEALING;
constexpr int kFixedSize = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;

bool copyFile(int from, int into, quint64 size)
{
    quint64 copied = 0;
    while (copied < size) {
        const ssize_t now = ::sendfile(into, from, nullptr, size - copied);
        if (now > 0)
            copied += quint64(now);
        else if (now == 0 || errno != EINTR)
            return false; // 0: the file became shorter under our hands
    }
    return true;
}

/// Of the final size and sealed against changing that; empty when the system has none.
Descriptor makeSharedMemory(const char *name, quint64 bytes)
{
    Descriptor memory(::memfd_create(name, kMemoryFlags));
    if (!memory || ::ftruncate(memory.number(), off_t(bytes)) != 0
        || ::fcntl(memory.number(), F_ADD_SEALS, kFixedSize) != 0)
        return {};
    return memory;
}

/// Read, not mapped: no page fault of ours depends on what the worker does to the memory.
bool readAll(const Descriptor &memory, void *into, quint64 bytes, quint64 from = 0)
{
    auto *place = static_cast<uchar *>(into);
    for (quint64 done = 0; done < bytes;) {
        const ssize_t now = ::pread(memory.number(), place + done, bytes - done, off_t(from + done));
        if (now > 0)
            done += quint64(now);
        else if (now == 0 || errno != EINTR)
            return false;
    }
    return true;
}

quint64 pixelBytes(QSize size)
{
    return quint64(size.width()) * quint64(size.height()) * kBytesPerPixel;
}

} // namespace

Result<SealedDocument> sealDocument(const QString &path)
{
    // Not blocking: something that is no file must not hold the thread.
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat facts = {};
    if (!file || ::fstat(file.number(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return previewError(PreviewRefusal::FileMissing, QString::fromLocal8Bit(std::strerror(errno)));
    if (facts.st_size <= 0)
        return previewError(PreviewRefusal::Empty);
    const auto size = quint64(facts.st_size);
    if (size > kMaximumDocumentBytes)
        return previewError(PreviewRefusal::TooLarge);

    Descriptor memory(::memfd_create("tawasul-document", kMemoryFlags));
    if (!memory || !copyFile(file.number(), memory.number(), size))
        return previewError(PreviewRefusal::FileMissing, QString::fromLocal8Bit(std::strerror(errno)));
    // Writing is sealed as well, or another holder could change the document while it is parsed.
    if (::fcntl(memory.number(), F_ADD_SEALS, kFixedSize | F_SEAL_WRITE) != 0)
        return previewError(PreviewRefusal::FileMissing, QString::fromLocal8Bit(std::strerror(errno)));
    return SealedDocument{std::move(memory), quint32(size)};
}

Descriptor shareSecret(const Secret &secret)
{
    const QByteArray &utf8 = secret.utf8();
    if (utf8.isEmpty() || utf8.size() > qsizetype(kMaximumPasswordBytes))
        return {};
    // Not sealed against writing, or nobody could overwrite it.
    Descriptor memory(::memfd_create("tawasul-secret", kMemoryFlags));
    if (!memory || ::pwrite(memory.number(), utf8.constData(), std::size_t(utf8.size()), 0) != utf8.size()
        || ::fcntl(memory.number(), F_ADD_SEALS, kFixedSize) != 0)
        return {};
    return memory;
}

void overwriteSecret(const Descriptor &memory, const Secret &secret)
{
    const QByteArray nothing(secret.utf8().size(), '\0');
    if (memory)
        (void)!::pwrite(memory.number(), nothing.constData(), std::size_t(nothing.size()), 0);
}

Descriptor makePixelMemory(QSize size)
{
    return makeSharedMemory("tawasul-pixels", pixelBytes(size));
}

Descriptor shareGrey(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const auto row = std::size_t(grey.width());
    Descriptor memory(::memfd_create("tawasul-grey", kMemoryFlags));
    if (grey.isNull() || !memory)
        return {};
    for (int y = 0; y < grey.height(); ++y) {
        if (::pwrite(memory.number(), grey.constScanLine(y), row, off_t(std::size_t(y) * row))
            != ssize_t(row))
            return {};
    }
    if (::fcntl(memory.number(), F_ADD_SEALS, kFixedSize | F_SEAL_WRITE) != 0)
        return {};
    return memory;
}

Descriptor makeTextMemory()
{
    return makeSharedMemory("tawasul-text", kTextBytes);
}

std::optional<std::vector<TextGlyph>> copyGlyphs(const Descriptor &memory, quint32 count)
{
    std::vector<TextGlyph> glyphs(std::min(count, kMaximumGlyphs));
    if (!readAll(memory, glyphs.data(), glyphs.size() * sizeof(TextGlyph)))
        return {};
    return glyphs;
}

QImage copyPixels(const Descriptor &memory, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull() || quint64(image.sizeInBytes()) != pixelBytes(size))
        return {};
    constexpr QRgb kOpaque = 0xff000000U;
    constexpr quint64 kPiece = quint64(256) << 10; // what a processor keeps at hand
    uchar *bits = image.bits();
    const quint64 bytes = pixelBytes(size);
    for (quint64 done = 0; done < bytes; done += kPiece) {
        const quint64 piece = std::min(kPiece, bytes - done);
        if (!readAll(memory, bits + done, piece, done))
            return {};
        auto *pixel = reinterpret_cast<QRgb *>(bits + done);
        std::for_each(pixel, pixel + piece / kBytesPerPixel, [](QRgb &one) { one |= kOpaque; });
    }
    return image;
}

} // namespace tawasul
