// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/executor.h"
#include "models/store/attachmentfiles.h"
#include "models/store/cache.h"
#include "models/store/cachereader.h"
#include "models/store/journal.h"
#include "models/store/storenotifier.h"

#include <functional>
#include <memory>

namespace tawasul {

/// Where a profile lies: one folder for one centre and account (invariant I15).
struct ProfilePlace
{
    QString folder;         ///< journal.sqlite, cache.sqlite, attachments/
    QString vfs;            ///< the Disk seam; empty: the default
    QString envelopes = {}; ///< the machine's folder of envelopes; empty: none are made, and none carried
};

/// The threads the store works on.
struct StoreExecutors
{
    Executor &gui;
    Executor &journal;
    Executor &cache;
    Executor &reader;
};

/// A profile's two files and its attachments, each on its own thread, and what has to happen between them:
/// after a commit in the journal the cache folds again and the notifier speaks. Made and destroyed on the GUI
/// thread; its functions may be called from any.
///
/// Destroying it waits for jobs that are running at that moment, never for those that wait: they do nothing
/// any more. The executors must live on and run what was posted before they end, since the files are closed
/// on their own threads; a new Store on the same profile and executors may be made at once.
class Store
{
public:
    Store(ProfilePlace place, StoreExecutors executors, const Clock &clock);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// Opens everything on its thread and folds what is pending, then calls back on the GUI thread. Of a long
    /// worklist only the beginning is read, see readWholeWorklist(). With Done, the notifier speaks of
    /// everything once, right after, and attachments that nothing names are removed. Conflict, profile.in_use
    /// when another desk has this profile open; Storage, profile.read_only; Full; errors of Journal::open().
    /// Once. Work given before Done is dropped.
    void open(std::function<void(Outcome)> opened);

    [[nodiscard]] StoreNotifier &notifier() { return *m_notifier; }
    [[nodiscard]] AttachmentFiles &attachments() { return m_attachments; }

    /// Runs on the journal's thread. Whoever changes the outbox calls outboxTouched() afterwards.
    void withJournal(std::function<void(Journal &)> work);
    /// The same, with a reader of the cache of its own: what an act is judged by when it is recorded.
    void withJournalBesideCache(std::function<void(Journal &, CacheReader &)> work);
    /// Runs on the cache's thread. Whoever changes rows calls worklistTouched() afterwards.
    void withCache(std::function<void(Cache &)> work);
    /// Runs on the reader's thread.
    void withReader(std::function<void(CacheReader &)> work);
    /// Runs on the GUI thread.
    void onGui(std::function<void()> work);

    /// On the journal's thread, after a commit: folds these cases again in the cache and tells the screens.
    void outboxTouched(Journal &journal, const std::vector<CaseId> &cases);
    /// On the journal's thread, before an act is recalled: whether nobody carries it; its envelope is gone
    /// then.
    [[nodiscard]] bool takeBackEnvelope(Journal &journal, const ActId &act);
    /// Brings the envelopes of this profile to where its journal is; whoever commits to the outbox says
    /// outboxTouched(), which does it for the cases in question.
    void keepEnvelopes();
    /// The same for whoever does not wait for it: some cases at a time, so that recording comes between.
    void keepEnvelopesByAndBy();
    /// The machine's folder of envelopes; empty: none. Any thread.
    [[nodiscard]] const QString &envelopesFolder() const;

    /// On the cache's thread, after a commit: publishes the new snapshot and these cases. Pages that come
    /// faster than the GUI thread takes them are published together.
    void worklistTouched(Cache &cache, const PageEffect &effect);
    /// Whether somebody found the cache damaged while it was in use. It goes on showing what can be read, and
    /// the next opening begins with a new one. Any thread.
    [[nodiscard]] bool isCacheDoubted() const;
    /// Begins with a new one at once, which knows what waits in the journal and has to be filled from the
    /// centre; only the reference documents stay. Screens hear of an empty list. Whoever asks has the centre
    /// in reach: without it, what can be read of a damaged cache is worth more than none. `renewed` is called
    /// on a thread of the store; after an error the old one goes on. Any thread.
    void renewCache(std::function<void(Outcome)> renewed);
    /// After a commit that changed what is known of the account's own proposals. Any thread.
    void proposalsTouched();
    /// After a commit that changed headers, the staff, or a supervisor's orders. Any thread.
    void headersTouched();
    void staffTouched();
    void ordersTouched();
    /// On the cache's thread, after storing a version: decodes it, folds again and tells the screens.
    void referenceTouched(Cache &cache);

    /// Reads what open() left of a long worklist, and publishes the whole; nothing when there is none. For
    /// the screens, once their first rows are seen; any other change of rows does it too.
    void readWholeWorklist();

    /// The snapshot published last; null before open() is done. Any thread.
    [[nodiscard]] WorklistPtr worklist() const;
    /// The newest reference data; null before the first. Any thread.
    [[nodiscard]] ReferencePtr reference() const;
    /// A version by name; null when it never came by. Any thread.
    [[nodiscard]] ReferencePtr reference(const QString &version) const;

private:
    struct Body;
    std::unique_ptr<StoreNotifier> m_notifier;
    std::shared_ptr<Body> m_body;
    AttachmentFiles m_attachments;
};

} // namespace tawasul
