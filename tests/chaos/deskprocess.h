// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QUrl>

#include <cstdint>

namespace tawasul {

/// A desk as a process of its own, to be killed.
struct DeskProcessOptions
{
    QString folder; ///< of its profile
    QUrl centre;
    int officer = 0; ///< of officersOfTheRun()
    std::uint64_t seed = 1;
};

/// Shared by all: none of them becomes as long as no case ever is.
inline constexpr int kProcessCases = 60;

/// The password of everybody in runs with processes.
[[nodiscard]] QString passwordOfTheRun();

/// Works like an officer in a hurry until the standard input ends, then drains its outbox and ends with 0.
/// Tells each act on the standard output once it is recorded, "recorded ACT CASE", how many are left while it
/// drains, "left N", and "drained".
[[nodiscard]] int runDeskProcess(const DeskProcessOptions &options);

} // namespace tawasul
