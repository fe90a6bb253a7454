// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/previewjob.h"
#include "models/preview/previewsettings.h"
#include "models/preview/workerprocess.h"

#include <chrono>
#include <optional>

namespace tawasul {

/// One tawasul-upright and the one picture that it looks at. On the preview thread.
class OrientationCheck
{
public:
    using Time = std::chrono::milliseconds; ///< as Clock::monotonic()

    /// `picture`: a page as it lies in its file, in the pixels in which it was asked for; `dotsPerInch` of
    /// it.
    OrientationCheck(WorkerProcess process, QImage picture, int dotsPerInch, const PreviewPatience &patience,
                     Time now);

    [[nodiscard]] int socket() const { return m_process.socket(); }
    [[nodiscard]] Time deadline() const { return m_deadline; }

    /// Reads what has arrived. The answer comes once; then, as after expire(), the process has to go. Errors
    /// preview.worker_broken when it was not shut in as this desk asks, preview.crashed, preview.lied.
    [[nodiscard]] std::optional<PreviewOutcome> receive(Time now);
    /// The deadline has passed: preview.timeout.
    [[nodiscard]] PreviewOutcome expire() const;
    /// Kills it; the process is left for reaping.
    [[nodiscard]] WorkerProcess takeProcess();

private:
    [[nodiscard]] std::optional<PreviewOutcome> ask(const HelloFrame &hello, Time now);

    static constexpr quint32 kSequence = 1;

    WorkerProcess m_process;
    QImage m_picture; ///< until it is sent
    int m_dotsPerInch;
    PreviewPatience m_patience;
    Time m_deadline;
    bool m_isAsked = false;
};

} // namespace tawasul
