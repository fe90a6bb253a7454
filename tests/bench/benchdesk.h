// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/openprofile.h"
#include "models/sync/networktransport.h"

#include <functional>

namespace tawasul {

/// Turns the event loop until it is so; ends the program when that takes over three minutes.
void waitFor(const std::function<bool()> &so);

/// Milliseconds of processor that the work cost this process, all its threads.
[[nodiscard]] double processorOf(const std::function<void()> &work);

/// A profile opened as the program opens it, with its real threads and files, and no centre within reach
/// unless one is named. GUI thread.
class BenchDesk
{
public:
    explicit BenchDesk(const QString &folder,
                       const QUrl &centre = QUrl(QStringLiteral("http://127.0.0.1:9")));
    ~BenchDesk();
    BenchDesk(const BenchDesk &) = delete;
    BenchDesk &operator=(const BenchDesk &) = delete;

    /// Without tokens the engine waits; see OpenProfile::begin().
    void begin(const Actor &officer, std::optional<SessionTokens> tokens = std::nullopt);

    [[nodiscard]] OpenProfile &profile() { return *m_profile; }
    [[nodiscard]] Desk &desk() { return m_profile->desk(); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    LoopExecutor m_gui;
    std::unique_ptr<NetworkTransport> m_transport;
    ThreadExecutor m_network;
    std::unique_ptr<OpenProfile> m_profile;
};

} // namespace tawasul
