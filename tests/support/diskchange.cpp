// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/diskchange.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr qint64 kSector = 512;

void apply(QByteArray &image, const DiskChange &change)
{
    if (change.isTruncation)
        image.resize(change.offset, '\0');
    else
        overwrite(image, change.bytes, change.offset);
}

void applyInPart(QByteArray &image, const DiskChange &change, const Lot &drawn)
{
    if (change.isTruncation)
        return apply(image, change);
    qint64 begin = 0;
    while (begin < change.bytes.size()) {
        const qint64 toBoundary = kSector - (change.offset + begin) % kSector;
        const qint64 length = std::min(toBoundary, change.bytes.size() - begin);
        if (drawn(2) == 0)
            overwrite(image, QByteArrayView(change.bytes).sliced(begin, length), change.offset + begin);
        begin += length;
    }
}

} // namespace

void overwrite(QByteArray &image, QByteArrayView bytes, qint64 offset)
{
    if (image.size() < offset + bytes.size())
        image.resize(offset + bytes.size(), '\0');
    std::copy(bytes.begin(), bytes.end(), image.begin() + offset);
}

void applyAll(QByteArray &image, const std::vector<DiskChange> &changes)
{
    for (const DiskChange &change : changes)
        apply(image, change);
}

void applyAfterCut(QByteArray &image, const std::vector<DiskChange> &changes, const Lot &drawn)
{
    for (const DiskChange &change : changes) {
        switch (drawn(3)) {
        case 0:
            break;
        case 1:
            apply(image, change);
            break;
        default:
            applyInPart(image, change, drawn);
        }
    }
}

} // namespace tawasul
