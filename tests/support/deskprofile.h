// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"
#include "tests/support/casepage.h"
#include "tests/support/manualexecutor.h"
#include "tests/support/samplecase.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QStringList>

namespace tawasul {

/// An officer's profile in a scratch directory, its store and its desk, with every thread on the test's own.
/// Time is sampleNow(). It can be closed and opened again, as the program is.
class DeskProfile
{
public:
    explicit DeskProfile(std::uint64_t seed = 1, const QString &vfs = {});
    ~DeskProfile();

    /// Opens, runs everything, and answers what open() said. With the sample reference data unless told.
    [[nodiscard]] Outcome open(bool withReference = true);
    void close();
    /// From the next opening on, unsent acts have envelopes in this folder of the machine; the centre is
    /// "centre-1".
    void useEnvelopes(const QString &folder) { m_envelopes = folder; }

    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] Desk &desk() { return *m_desk; }
    [[nodiscard]] TestClock &clock() { return m_clock; }
    [[nodiscard]] ManualScheduler &scheduler() { return m_scheduler; }
    [[nodiscard]] StoreExecutors executors() const { return m_executors; }
    [[nodiscard]] QString folder() const { return m_directory->path(); }
    [[nodiscard]] QString file(const QString &name) const { return m_directory->filePath(name); }

    /// Runs everything and takes the answer; nothing when it was cancelled.
    template<class T>
    std::optional<T> wait(const QFuture<T> &future)
    {
        m_scheduler.runAll();
        return future.isFinished() && !future.isCanceled() && future.resultCount() == 1
            ? std::optional(future.result())
            : std::nullopt;
    }

    // What the sync engine does, in one go.
    void pull(const CasePage &page, std::optional<Instant> completeAt = std::nullopt);
    void pull(const std::vector<Case> &cases);
    /// Runs this on the journal's thread and tells the store about that case.
    void onJournal(const CaseId &id, const std::function<void(Journal &)> &work);

    [[nodiscard]] std::vector<OutboxItem> unsettled();
    [[nodiscard]] std::optional<CacheReader::Stored> stored(const CaseId &id);

    /// The newest snapshot that screens heard of, and how often they did.
    [[nodiscard]] WorklistPtr heard() const { return m_heard; }
    [[nodiscard]] int snapshots() const { return m_snapshots; }
    [[nodiscard]] const std::vector<OutboxItem> &heardOutbox() const { return m_heardOutbox; }
    [[nodiscard]] const std::vector<Error> &failures() const { return m_failures; }

    /// From the next opening on, the test says itself when the screens have seen their first rows.
    void leaveRestUnread() { m_readsRest = false; }

private:
    bool m_readsRest = true;
    std::unique_ptr<QTemporaryDir> m_directory = makeScratchDirectory();
    TestClock m_clock{sampleNow()};
    ManualScheduler m_scheduler;
    SeededRandom m_random;
    QString m_vfs;
    QString m_envelopes;
    StoreExecutors m_executors;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Desk> m_desk;
    WorklistPtr m_heard;
    int m_snapshots = 0;
    std::vector<OutboxItem> m_heardOutbox;
    std::vector<Error> m_failures;
};

/// What an officer intends with a sample act on that case as it is shown.
[[nodiscard]] Intention intentionOf(ActType type, const Case &shown);

} // namespace tawasul
