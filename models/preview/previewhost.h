// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/executor.h"
#include "models/preview/documentfacts.h"
#include "models/preview/posture.h"
#include "models/preview/previewjob.h"
#include "models/preview/previewpage.h"
#include "models/preview/previewsettings.h"

#include <QtCore/QCache>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace tawasul {

class PreviewMail;

/// The desk's side of the sealed worker: gets pages of documents that nobody here dares to parse (invariant
/// I9). A worker sees one document in its life, and a document one worker, or two where many of its pages are
/// looked at together; a spare one is always ready. A worker that dies, hangs or lies is an Error and
/// nothing else. Codes: see PreviewRefusal.
///
/// app/ makes one thread for run(), which blocks until stop(). Everything else is for the GUI thread, which
/// never waits here; answers come through its executor.
class PreviewHost
{
public:
    using Answer = std::function<void(PreviewAnswer answer)>;
    using FactsAnswer = std::function<void(Result<DocumentFacts> answer)>;
    using TextAnswer = std::function<void(Result<PageText> answer)>;
    using HitsAnswer = std::function<void(Result<PageHits> answer)>;
    using BlanknessAnswer = std::function<void(Result<PageBlankness> answer)>;
    using OrientationAnswer = std::function<void(Result<PageOrientation> answer)>;
    using FindingsAnswer = std::function<void(Result<DocumentFindings> answer)>;

    PreviewHost(PreviewSettings settings, const Clock &clock, Executor &gui);
    /// run() must have returned.
    ~PreviewHost();
    PreviewHost(const PreviewHost &) = delete;
    PreviewHost &operator=(const PreviewHost &) = delete;

    /// Asks for a page; the number is for cancel(). The answer comes once, never inside this call, and not at
    /// all after cancel() or once this object is gone. A page ahead may be asked for again as a visible one.
    quint64 request(PageRequest page, Answer answer);
    /// As above, for what a document is, without any of its pages.
    quint64 askFacts(DocumentRequest document, FactsAnswer answer);
    /// As above, for the text of one page, in the order in which it is read.
    quint64 askText(DocumentRequest document, int page, TextAnswer answer);
    /// As above, for where words occur on a page, in any spelling; they are looked for on the preview thread.
    quint64 askHits(DocumentRequest document, int page, QString words, HitsAnswer answer);
    /// As above, for whether the page may be marked as nearly blank (blankpage.h). Costs nothing more when
    /// that very picture was answered before; the picture itself is not remembered for it.
    quint64 askBlankness(PageRequest page, BlanknessAnswer answer);
    /// As above, for how the page lies, by what its picture shows: for scans, whose text tells nothing.
    /// Another sealed program is started for it, behind all that somebody waits for, and one at a time. Known
    /// once, it is remembered.
    quint64 askOrientation(PageRequest page, OrientationAnswer answer);
    /// Tries a password on a document that was refused as encrypted; facts when it opens, the same refusal
    /// when it does not, and the screen may ask again. A document that needs none opens with any. Once open,
    /// pages and all else may be asked for as of any other, until forget() or until nobody has looked at it
    /// for PreviewPatience::idle; its pages are then forgotten, too. One that is shown stays open. The
    /// password is in no log and overwritten when it is not needed any more.
    quint64 unlock(DocumentRequest document, std::shared_ptr<const Secret> password, FactsAnswer answer);
    /// As above, for what a document carries that could act on whoever opens it elsewhere. It is read, never
    /// run; what takes too long is told as partial. Asked once, it is remembered.
    quint64 askFindings(DocumentRequest document, FindingsAnswer answer);

    /// Nobody waits any more; a worker that is busy with it only for that is stopped soon.
    void cancel(quint64 id);
    /// Drops the pages and refusals remembered of a document, and its worker: it left the cache, or the
    /// officer wants it tried again.
    void forget(const QString &sha256);
    /// The document that is on the screen, empty for none: what opened it is kept as long as it is, however
    /// long nobody turns a page.
    void setShown(const QString &sha256);
    /// Whoever looked at documents has left: drops all that is remembered of any, with passwords and workers,
    /// and cancels whatever is still waited for.
    void forgetAll();
    /// Drops what is remembered to be wrong with one page: it is tried again when it is asked for next. The
    /// document stays open, the other pages stay remembered.
    void forgetRefusals(const QString &sha256, int page);

    /// What a document is by its content, once an answer has refused it or a page of it; nothing while no
    /// worker has told.
    [[nodiscard]] std::optional<DocumentKind> kindOf(const QString &sha256) const;
    /// How pages came to be answered since the start: by a worker, or because they had been drawn before.
    struct Tally
    {
        int drawn = 0;
        int remembered = 0;
    };
    [[nodiscard]] Tally tally() const { return m_news->tally; }
    /// How the latest worker that came to life was shut in; nothing before the first one has.
    [[nodiscard]] std::optional<Posture> posture() const { return m_news->posture; }
    /// Why no document can be opened on this machine now: preview.worker_missing or preview.worker_broken;
    /// nothing as long as workers come to life.
    [[nodiscard]] std::optional<Error> unavailable() const { return m_news->unavailable; }
    /// Called on the GUI thread whenever one of the two changes; one listener, in place of the one before.
    void onPostureChanged(std::function<void(Posture)> listener);

    /// The preview thread's whole life. At its end no worker is left.
    void run();
    /// Any thread; run() returns soon.
    void stop();

private:
    using Tell = std::function<void(PreviewOutcome outcome)>;
    static constexpr int kKindsKept = 1000;
    using Waiting = std::unordered_map<quint64, Tell>;
    struct News
    {
        std::optional<Posture> posture;
        std::optional<Error> unavailable;
        std::function<void(Posture)> postureChanged;
        Tally tally;
        QCache<QString, DocumentKind> kinds{kKindsKept};
    };

    quint64 post(PreviewJob job, Tell tell);

    PreviewSettings m_settings;
    const Clock &m_clock;
    Executor &m_gui;
    std::unique_ptr<PreviewMail> m_mail;
    std::shared_ptr<Waiting> m_waiting; ///< the GUI thread's; answers under way outlive this object
    std::shared_ptr<News> m_news;       ///< likewise
    quint64 m_lastId = 0;
};

} // namespace tawasul
