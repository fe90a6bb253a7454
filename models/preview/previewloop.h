// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/preview/pagecache.h"
#include "models/preview/previewmail.h"
#include "models/preview/previewsettings.h"

#include <functional>

namespace tawasul {

/// The preview thread: who gets which worker, and when one has to go. Waits in poll() and nowhere else but
/// for the kernel to tidy up a worker that died. Everything of it is on that thread.
class PreviewLoop
{
public:
    /// `answer` is called on the preview thread.
    using Deliver = std::function<void(quint64 id, PreviewAnswer answer)>;

    PreviewLoop(const PreviewSettings &settings, const Clock &clock, PreviewMail &mail, Deliver deliver);
    ~PreviewLoop();
    PreviewLoop(const PreviewLoop &) = delete;
    PreviewLoop &operator=(const PreviewLoop &) = delete;

    /// Until the mail says stop.
    void run();

private:
    using Session = std::unique_ptr<PreviewSession>;

    void readMail();
    void take(PreviewMail::Ask &letter);
    void take(const PreviewMail::Cancel &letter);
    void take(const PreviewMail::Forget &letter);

    void answerWhatIsKnown();
    void assign();
    [[nodiscard]] bool place(PreviewJob &job);
    void begin(PreviewSession &session, PreviewJob job);
    void makeRoomFor(const PreviewJob &job);
    void keepSpare();
    void startWorker();
    void failThoseWithoutWorker();

    void waitAndRead();
    void finish(PreviewSession &session, const std::optional<PreviewAnswer> &answer);
    void expireDue();
    void sweep();
    [[nodiscard]] int pollTimeout() const;

    [[nodiscard]] PreviewSession *sessionOf(const QString &sha256) const;
    [[nodiscard]] PreviewSession *sessionIn(PreviewSession::Stage stage) const;
    [[nodiscard]] PreviewSession *longestIdle() const;
    [[nodiscard]] int count(PreviewSession::Stage stage) const;
    [[nodiscard]] bool isBeingMade(bool visible) const;

    const PreviewSettings &m_settings;
    const Clock &m_clock;
    PreviewMail &m_mail;
    Deliver m_deliver;
    PageCache m_cache;
    std::vector<PreviewJob> m_queue; ///< by priority, then in the order asked
    std::vector<Session> m_sessions;
    std::vector<WorkerProcess> m_dying; ///< killed, not yet reaped
    std::optional<Error> m_cannotStart; ///< why no worker can be had; until somebody asks again
};

} // namespace tawasul
