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
    QString folder;    ///< of its profile
    QString envelopes; ///< the machine's folder, which all desks share
    QUrl centre;
    int officer = 0; ///< of officersOfTheRun()
    std::uint64_t seed = 1;
};

/// Shared by all: none of them becomes as long as no case ever is.
inline constexpr int kProcessCases = 60;

/// The password of everybody in runs with processes.
[[nodiscard]] QString passwordOfTheRun();

/// Works like an officer in a hurry until the standard input ends, then drains its outbox, and follows the
/// centre until it is killed. Tells each act on the standard output once it is recorded, "recorded ACT CASE",
/// each that it is about to close, "closes ACT", how many are left while it drains, "left N", and "drained".
[[nodiscard]] int runDeskProcess(const DeskProcessOptions &options);

} // namespace tawasul
