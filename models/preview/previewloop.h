// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/preview/orientationcheck.h"
#include "models/preview/pagecache.h"
#include "models/preview/previewmail.h"
#include "models/preview/previewsession.h"
#include "models/preview/previewsettings.h"

#include <functional>

namespace tawasul {

/// The preview thread: who gets which worker, and when one has to go. Waits in poll() and nowhere else but
/// for the kernel to tidy up a worker that died. Everything of it is on that thread.
class PreviewLoop
{
public:
    /// Whom it tells, on the preview thread.
    struct Listeners
    {
        std::function<void(quint64 id, PreviewOutcome outcome)> answered;
        /// For each page that is answered, before that.
        std::function<void(bool remembered)> pageServed;
        /// Of a document that is refused, before the answer that says so.
        std::function<void(QString sha256, DocumentKind kind)> kindLearned;
        std::function<void(Posture posture)> postureLearned; ///< of each worker that says Hello
        std::function<void(Error why)> workerMissed;         ///< none can be had for now
    };

    PreviewLoop(const PreviewSettings &settings, const Clock &clock, PreviewMail &mail, Listeners listeners);
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
    void take(const PreviewMail::ForgetAll &letter);
    void take(const PreviewMail::Shown &letter);
    void take(const PreviewMail::Retry &letter);

    void checkOrientation();
    void receiveOrientation();
    void endOrientation(PreviewOutcome outcome);
    void dropPictures(const std::function<bool(const PreviewJob &)> &isMeant);
    void answerWhatIsKnown();
    void answer(const PreviewJob &job, PreviewOutcome outcome);
    void assign();
    [[nodiscard]] bool place(PreviewJob &job);
    void begin(PreviewSession &session, PreviewJob job);
    void makeRoomFor(const PreviewJob &job);
    void shareWork();
    void askAhead();
    void keepSpare();
    void letGo(PreviewSession &idle);
    void startWorker();
    void missWorkers(const Error &why);
    void failThoseWithoutWorker();

    void waitAndRead();
    void settlePassword(const PreviewJob &job, const PreviewOutcome &outcome);
    void dropPassword(const QString &sha256);
    void dropOldPasswords();
    void finish(PreviewSession &session, std::optional<PreviewOutcome> outcome);
    [[nodiscard]] std::optional<PreviewOutcome> beginNext(PreviewSession &session);
    void expireDue();
    void sweep();
    [[nodiscard]] int pollTimeout() const;

    /// One with that document, an idle one if there is; nullptr when none has it.
    [[nodiscard]] PreviewSession *sessionOf(const QString &sha256) const;
    [[nodiscard]] PreviewSession *sessionIn(PreviewSession::Stage stage) const;
    [[nodiscard]] PreviewSession *longestIdle() const;
    [[nodiscard]] int count(PreviewSession::Stage stage) const;
    [[nodiscard]] bool isBeingMade(bool visible) const;

    const PreviewSettings &m_settings;
    const Clock &m_clock;
    PreviewMail &m_mail;
    Listeners m_listeners;
    PageCache m_cache;
    std::vector<PreviewJob> m_queue; ///< by priority, then in the order asked
    std::vector<Session> m_sessions;
    struct Password
    {
        std::shared_ptr<const Secret> secret;
        MonotonicTime used{}; ///< when a worker needed it last
    };
    /// Of documents that a worker has open by one: the next worker of the same document needs it again. Gone
    /// with forget(), with the idle worker that goes, with one that died of the document, with one that was
    /// wrong, and in any case once no worker has needed it for as long as one may be idle. Not while it is
    /// shown. What was drawn of the document goes with it: it asks for the password again.
    QHash<QString, Password> m_passwords;
    QString m_shown; ///< the document on the screen
    struct Picture
    {
        PreviewJob job;
        PageImage page;
    };
    std::vector<Picture> m_pictures; ///< whose orientation is asked for; the first is looked at
    std::unique_ptr<OrientationCheck> m_orientation;
    std::optional<Error> m_noOrientation; ///< why it cannot be told on this machine
    std::vector<WorkerProcess> m_dying;   ///< killed, not yet reaped
    std::optional<Error> m_cannotStart;   ///< why no worker can be had; until somebody asks again
};

} // namespace tawasul
