// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

namespace tawasul {

// Documents that nobody sent, written into a folder; each answers the names of its files.

/// One of each kind that is shown, whole: "whole-…".
[[nodiscard]] QStringList writeWhole(const QString &folder);
/// Mutants of documents that the program makes itself: "mutant-…".
[[nodiscard]] QStringList writeMutants(const QString &folder, int count, quint32 seed);
/// Small files that want all time or memory there is, a kind each: "bomb-…".
[[nodiscard]] QStringList writeBombs(const QString &folder);

/// Whether a file has to be shown unless it is locked or broken: no bomb, no mutant, and nothing that a
/// fuzzer left, by its name and those of its folders.
[[nodiscard]] bool isLegitimate(const QString &file);
/// Of writeWhole(): nothing excuses it.
[[nodiscard]] bool isWhole(const QString &file);

} // namespace tawasul
