// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fold.h"
#include "models/domain/result.h"
#include "models/store/caserow.h"
#include "models/store/worklist.h"

#include <QtCore/QByteArray>
#include <QtCore/QSet>

#include <memory>
#include <optional>
#include <vector>

namespace tawasul {

/// What the desk remembers of its talks with the centre.
struct SyncMark
{
    QString cursor;                    ///< empty: nothing fetched yet
    std::optional<Instant> completeAt; ///< centre's time when everything up to the cursor had been fetched
};

/// The centre's truth with pending acts folded over it, and what searching needs: NORMAL
/// synchronous, may be deleted and fetched again at any time. One thread: the cache's writer.
class Cache
{
public:
    /// How much of the worklist opening reads.
    enum class Reading {
        Whole,
        Beginning, ///< of a long one only beginning(), so that the screens have their first rows early
    };

    /// Opens or makes the file. A file that is damaged or of a newer program is set aside (cachefile.h) and
    /// made anew: it holds nothing that cannot be fetched again. Errors: Full, Storage, Busy.
    [[nodiscard]] static Result<Cache> open(const QString &path, const QString &vfs,
                                            Reading reading = Reading::Whole);

    /// Empties a file that turned out damaged while it is in use, in place since readers have it open, and
    /// answers it opened anew. The reference documents that can still be read stay; nothing else does. Its
    /// rows are numbered from behind `lastRow`, so that no screen takes one for a row it had before. If it
    /// fails, `damaged` is as it was, or has no tables any more: it may be tried again. Errors of open(),
    /// Corrupt.
    [[nodiscard]] static Result<Cache> renewed(Cache &damaged, qint64 lastRow);
    /// Whether the file was found damaged since this was asked last.
    [[nodiscard]] bool takeDamage();

    Cache(Cache &&) noexcept;
    Cache &operator=(Cache &&) noexcept;
    ~Cache();

    /// Writes a page and the cursor behind it in one transaction (invariant I6); an older version of a case
    /// never replaces a newer one, except that a rebuild may bring what a restored centre now says. Folds
    /// pending acts of the changed cases again. The last page of a filling also makes the search index and,
    /// in a rebuild, removes what was not brought. A removed case leaves rows, search and marks, never the
    /// journal; its acts are folded again if it comes back.
    [[nodiscard]] Result<PageEffect> applyPage(const CachePage &page, std::optional<Instant> completeAt);

    /// Writes the case of an acknowledged act (or of a 412) as the new truth. A case that is not here stays
    /// away: it left the officer's scope while the answer was on its way (invariant I7), or the feed brings
    /// it.
    [[nodiscard]] Result<PageEffect> applyCase(const CaseRow &row);

    /// Starts from nothing: the next page replaces everything, what it does not bring is removed once the
    /// last page is in. Rows stay readable meanwhile.
    [[nodiscard]] Outcome beginRebuild();

    /// What the journal holds of a case; folded again at once.
    struct Pending
    {
        std::vector<Act>
            acts; ///< on their way, oldest first; a parked one waits for a choice and shows nothing
        bool parked = false;
        bool hasDraft = false;

        friend bool operator==(const Pending &, const Pending &) = default;
    };
    [[nodiscard]] Outcome setPending(const CaseId &id, const Pending &pending);
    /// At start: everything at once; cases not named have none.
    [[nodiscard]] Outcome resetPending(const std::vector<std::pair<CaseId, Pending>> &all);

    [[nodiscard]] Result<SyncMark> syncMark();

    /// Whom the supervisor sees to, as the centre told it at that time: the whole, in place of the last.
    [[nodiscard]] Outcome storeStaff(const QByteArray &answer, Instant fetchedAt);
    /// Who is no supervisor any more keeps nobody's leaves; whether there was anything to forget.
    [[nodiscard]] Result<bool> forgetStaff();

    [[nodiscard]] Outcome storeReference(const QString &version, const QByteArray &document);
    /// Every version that came by is kept, since a pending act names the one it was decided with.
    [[nodiscard]] Result<std::optional<QByteArray>> reference(const QString &version);
    [[nodiscard]] Result<std::optional<QByteArray>> newestReference();
    /// How the folding finds decoded versions. Without it no act can be folded.
    void setReferenceOf(ReferenceOf referenceOf);
    /// After a version arrived that acts may have waited for.
    [[nodiscard]] Outcome foldAgain();

    /// The present snapshot; the same one again while nothing changed. Reads the whole first, when only the
    /// beginning was read; if that fails, it is not isWhole, and readWhole() says why.
    [[nodiscard]] WorklistPtr worklist();

    /// What opening read: the whole, or the first kBeginning cases that are to be done, as they are shown.
    [[nodiscard]] WorklistPtr beginning();
    static constexpr int kBeginning = 256;
    [[nodiscard]] bool isWhole() const;
    /// Reads the rest; nothing when there is none.
    [[nodiscard]] Outcome readWhole();

    /// Of these hashes, those that name attachments of cases in the cache. Reads the whole table when one
    /// does not.
    [[nodiscard]] Result<QSet<QString>> namedAmong(const QSet<QString> &hashes);

    /// Forgets closed cases that were last touched before `before` and have no acts waiting, and such
    /// headers.
    [[nodiscard]] Result<PageEffect> forgetClosed(Instant before);

    /// What the writing cost since opening, for tests: the same on every machine.
    struct Work
    {
        qint64 textsIndexed = 0;  ///< rows folded and written for search
        qint64 entriesPlaced = 0; ///< worklist entries moved one by one
        qint64 entriesRead = 0;   ///< worklist entries read from the file
    };
    [[nodiscard]] Work work() const;

private:
    struct Body;
    explicit Cache(std::unique_ptr<Body> body) noexcept;
    std::unique_ptr<Body> m_body;
};

} // namespace tawasul
