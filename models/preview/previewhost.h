// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/executor.h"
#include "models/preview/previewpage.h"
#include "models/preview/previewsettings.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace tawasul {

class PreviewMail;

/// The desk's side of the sealed worker: gets pages of documents that nobody here dares to parse (invariant
/// I9). One worker a document, a spare one always ready; a worker that dies, hangs or lies is an Error and
/// nothing else. Codes: see PreviewRefusal.
///
/// app/ makes one thread for run(), which blocks until stop(). Everything else is for the GUI thread, which
/// never waits here; answers come through its executor.
class PreviewHost
{
public:
    using Answer = std::function<void(PreviewAnswer answer)>;

    PreviewHost(PreviewSettings settings, const Clock &clock, Executor &gui);
    /// run() must have returned.
    ~PreviewHost();
    PreviewHost(const PreviewHost &) = delete;
    PreviewHost &operator=(const PreviewHost &) = delete;

    /// Asks for a page; the number is for cancel(). The answer comes once, never inside this call, and not at
    /// all after cancel() or once this object is gone. A page ahead may be asked for again as a visible one.
    quint64 request(PageRequest page, Answer answer);
    /// Nobody waits any more; a worker that is busy with it only for that is stopped soon.
    void cancel(quint64 id);
    /// Drops the pages and refusals remembered of a document, and its worker: it left the cache, or the
    /// officer wants it tried again.
    void forget(const QString &sha256);

    /// The preview thread's whole life. At its end no worker is left.
    void run();
    /// Any thread; run() returns soon.
    void stop();

private:
    using Waiting = std::unordered_map<quint64, Answer>;

    PreviewSettings m_settings;
    const Clock &m_clock;
    Executor &m_gui;
    std::unique_ptr<PreviewMail> m_mail;
    std::shared_ptr<Waiting> m_waiting; ///< the GUI thread's; answers under way outlive this object
    quint64 m_lastId = 0;
};

} // namespace tawasul
