// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStringBuilder>
#include <QtCore/QTemporaryDir>

#include <memory>

namespace tawasul {

/// A directory for one test, in memory where the machine offers that: tests that sync thousands of times do
/// not wait for a disk, and none of them cuts real power.
[[nodiscard]] inline std::unique_ptr<QTemporaryDir> makeScratchDirectory()
{
    const QString memory = QStringLiteral("/dev/shm");
    const QString place = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    return std::make_unique<QTemporaryDir>(QString(place % u"/tawasul-test-XXXXXX"));
}

} // namespace tawasul
