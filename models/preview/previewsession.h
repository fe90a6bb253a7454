// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/framesocket.h"
#include "models/preview/posture.h"
#include "models/preview/previewerror.h"
#include "models/preview/previewjob.h"
#include "models/preview/previewsettings.h"
#include "models/preview/workerprocess.h"

#include <QtCore/QHash>

#include <chrono>
#include <optional>

namespace tawasul {

using MonotonicTime = std::chrono::milliseconds; ///< as Clock::monotonic()

/// One worker, from its start to its end, and the one document that it sees. On the preview thread.
class PreviewSession
{
public:
    enum class Stage {
        Starting, ///< has not said Hello
        Spare,    ///< ready, without a document
        Working,
        Idle,  ///< has a document, nothing to do
        Spent, ///< must go; whatever it says now is not read
    };

    PreviewSession(WorkerProcess process, const PreviewPatience &patience, MonotonicTime now);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] int socket() const { return m_process.socket(); }
    [[nodiscard]] const QString &sha256() const { return m_sha256; } ///< empty before there is a document
    [[nodiscard]] PreviewJob &job() { return m_job; }                ///< while Working
    [[nodiscard]] MonotonicTime deadline() const { return m_deadline; }
    /// As its Hello said, once it has said it; also of one that must go because of it.
    [[nodiscard]] std::optional<Posture> posture() const { return m_posture; }
    /// What the document is by its content, as soon as the worker has told it; also of one that it refused.
    [[nodiscard]] std::optional<DocumentKind> documentKind() const { return m_kind; }
    /// Since when it does what it does.
    [[nodiscard]] MonotonicTime since() const { return m_since; }

    /// Spare or Idle with that very document: starts on the job. An answer at once is a refusal.
    [[nodiscard]] std::optional<PreviewOutcome> begin(PreviewJob job, MonotonicTime now);

    /// Asks, behind what it is at, for the size of a page that somebody waits for already: the worker need
    /// not wait for the question when it comes to it. Nothing when it is known or asked for.
    void askSizeAhead(int page);
    /// Working on a page whose size was asked for ahead and is not here yet.
    [[nodiscard]] bool awaitsSizeAhead() const
    {
        return m_stage == Stage::Working && m_question == Question::Size && m_isAhead;
    }

    /// Reads what has arrived. An answer, if there is one, is the job's; look at stage() afterwards.
    [[nodiscard]] std::optional<PreviewOutcome> receive(MonotonicTime now);

    /// Of the page that the latest answer is about, whatever has been begun since: the worker paints the next
    /// one meanwhile. A null image when there is no memory for it.
    [[nodiscard]] QImage fetchPixels();

    /// The deadline has passed. An answer, if there is one, is the job's; none when it has only yielded.
    [[nodiscard]] std::optional<PreviewOutcome> expire();

    /// Somebody else is waiting: gives up soon after it began, unless it is ready by then.
    void yieldSoon();
    [[nodiscard]] bool yields() const { return m_yields; }

    /// Goes as soon as it is not Working; its answer is not to be remembered.
    void retire();
    [[nodiscard]] bool retires() const { return m_retires; }

    /// Kills the worker; the process is left for reaping.
    [[nodiscard]] WorkerProcess takeProcess();

private:
    enum class Question { None, Hello, Open, Unlock, Size, Render, Text, Findings };

    void enter(Stage stage, MonotonicTime now);
    [[nodiscard]] std::optional<PreviewOutcome> refuse(PreviewRefusal refusal, const QString &detail = {});
    [[nodiscard]] std::optional<PreviewOutcome> finish(PreviewOutcome outcome, MonotonicTime now);
    [[nodiscard]] std::optional<PreviewOutcome> readAnswer(const ReceivedFrame &received, MonotonicTime now);
    [[nodiscard]] std::optional<PreviewOutcome> readFailure(const FailedFrame &failed, MonotonicTime now);
    [[nodiscard]] std::optional<PreviewOutcome> diedAlone();
    [[nodiscard]] bool acceptHello(const HelloFrame &hello, MonotonicTime now);
    [[nodiscard]] bool acceptOpened(const OpenedFrame &opened);
    [[nodiscard]] bool acceptSized(const SizedFrame &sized, int page);
    /// The answer to what was asked ahead, as long as nobody waits for it; false when it is none.
    [[nodiscard]] bool takesAhead(const ReceivedFrame &received);
    [[nodiscard]] bool acceptRendered(const RenderedFrame &rendered) const;
    [[nodiscard]] std::optional<PreviewOutcome> takeText(const TextFrame &frame, MonotonicTime now);
    [[nodiscard]] std::optional<PreviewOutcome> takeFindings(const FindingsFrame &frame, MonotonicTime now);
    [[nodiscard]] std::optional<PreviewOutcome> open(MonotonicTime now);
    [[nodiscard]] std::optional<PreviewOutcome> unlock(MonotonicTime now);
    [[nodiscard]] std::optional<PreviewOutcome> readLocked(MonotonicTime now);
    [[nodiscard]] std::optional<PreviewOutcome> askNext(MonotonicTime now);
    [[nodiscard]] std::optional<PreviewOutcome> askPage(MonotonicTime now);
    [[nodiscard]] std::optional<PreviewOutcome> askSize();
    [[nodiscard]] std::optional<PreviewOutcome> askText(MonotonicTime now);
    [[nodiscard]] std::optional<PreviewOutcome> askFindings();
    [[nodiscard]] std::optional<PreviewOutcome> askPixels();
    [[nodiscard]] std::optional<PreviewOutcome> takePixels(MonotonicTime now);

    WorkerProcess m_process;
    PreviewPatience m_patience;
    Stage m_stage = Stage::Starting;
    Question m_question = Question::Hello;
    quint32 m_sequence = 0; ///< given to the latest question
    quint32 m_asked = 0;    ///< of the question whose answer is waited for
    struct Ahead
    {
        quint32 sequence = 0; ///< 0: nothing was asked
        int page = 0;
    };
    Ahead m_ahead;
    bool m_isAhead = false; ///< the question was asked before its page came up
    MonotonicTime m_since{};
    MonotonicTime m_deadline{};
    std::chrono::milliseconds m_startCost{};
    std::optional<Posture> m_posture;
    bool m_yields = false;
    bool m_retires = false;

    QString m_sha256;
    std::optional<DocumentKind> m_kind;
    DocumentFacts m_facts;      ///< what Opened said
    QHash<int, QSizeF> m_sizes; ///< points, of the pages asked for so far
    PreviewJob m_job;
    bool m_isLocked = false; ///< by a password; then there are no facts
    quint32 m_unlocks = 0;   ///< passwords tried
    Descriptor m_secretMemory;
    struct Pixels
    {
        QSize size;
        Descriptor memory;
        quint32 number = 0; ///< by which the worker knows it again
    };
    Pixels m_painting;      ///< being written by the worker
    Pixels m_painted;       ///< not fetched yet
    quint32 m_memories = 0; ///< numbers given
    Pixels m_spare; ///< fetched: the next page of that size need not wait for the kernel to clear another
    Descriptor m_textMemory;
};

} // namespace tawasul
