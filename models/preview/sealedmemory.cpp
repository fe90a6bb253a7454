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

Descriptor makePixelMemory(QSize size)
{
    Descriptor memory(::memfd_create("tawasul-pixels", kMemoryFlags));
    if (!memory || ::ftruncate(memory.number(), off_t(pixelBytes(size))) != 0
        || ::fcntl(memory.number(), F_ADD_SEALS, kFixedSize) != 0)
        return {};
    return memory;
}

QImage copyPixels(const Descriptor &memory, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull() || quint64(image.sizeInBytes()) != pixelBytes(size))
        return {};
    // Read, not mapped: no page fault of ours depends on what the worker does to the memory.
    uchar *bits = image.bits();
    for (quint64 done = 0; done < pixelBytes(size);) {
        const ssize_t now = ::pread(memory.number(), bits + done, pixelBytes(size) - done, off_t(done));
        if (now > 0)
            done += quint64(now);
        else if (now == 0 || errno != EINTR)
            return {};
    }
    constexpr QRgb kOpaque = 0xff000000U;
    auto *pixel = reinterpret_cast<QRgb *>(bits);
    std::for_each(pixel, pixel + pixelBytes(size) / kBytesPerPixel, [](QRgb &one) { one |= kOpaque; });
    return image;
}

} // namespace tawasul
