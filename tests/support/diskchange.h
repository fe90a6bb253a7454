// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <functional>
#include <vector>

namespace tawasul {

/// What a program asked of a file since it was last synced: a write, or with no bytes a truncation to
/// `offset`.
struct DiskChange
{
    QByteArray bytes;
    qint64 offset = 0;
    bool isTruncation = false;
};

/// One of so many, by lot.
using Lot = std::function<int(int below)>;

void overwrite(QByteArray &image, QByteArrayView bytes, qint64 offset);
void applyAll(QByteArray &image, const std::vector<DiskChange> &changes);
/// As a power cut does it: each change by itself is lost, kept, or in part, in whole sectors of 512 bytes.
void applyAfterCut(QByteArray &image, const std::vector<DiskChange> &changes, const Lot &drawn);

} // namespace tawasul
