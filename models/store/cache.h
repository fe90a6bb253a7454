// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fold.h"
#include "models/domain/reference.h"
#include "models/domain/result.h"
#include "models/sql/database.h"
#include "models/store/worklist.h"

#include <QtCore/QByteArray>

#include <optional>
#include <string_view>
#include <vector>

namespace tawasul {

/// One line of a page from the centre, ready to be written: views into the received bytes, so that no text is
/// copied or converted on the way (design.md §4, Fast pages). `body` is the case's own JSON.
struct CaseRow
{
    std::string_view id;
    std::string_view number;
    std::int64_t version = 0;
    std::string_view status;
    std::string_view section;
    std::string_view subService;
    std::string_view region;
    std::string_view submittedAt;
    std::string_view updatedAt;
    std::string_view serviceDay;
    std::string_view serviceAt;
    std::string_view statutoryDay; ///< empty: none
    std::string_view statutoryAt;
    std::string_view statutoryRule;
    std::string_view assigneeId; ///< empty: nobody
    std::string_view assigneeName;
    std::string_view beneficiaryName;
    std::string_view beneficiaryIdentifier;
    std::string_view subjectName;
    std::string_view subjectLatinName;
    std::string_view subjectIdentifier;
    std::string_view description;
    bool urgent = false;
    bool humanitarian = false;
    std::vector<std::string_view> attachmentHashes;
    std::string_view body;
};

/// A page of changes, checked and decoded, as the sync engine hands it over.
struct CachePage
{
    std::vector<CaseRow> changed;
    std::vector<std::string_view> removed; ///< ids
    std::string_view nextCursor;
    bool more = false;
};

/// What writing a page did.
struct PageEffect
{
    std::vector<CaseId> changed;
    std::vector<CaseId> removed;
    std::vector<CaseId> ignored; ///< came with a version older than the one kept: a version never goes back
};

/// What the desk remembers of its talks with the centre.
struct SyncMark
{
    QString cursor;                    ///< empty: nothing fetched yet
    std::optional<Instant> completeAt; ///< centre's time when everything up to the cursor had been fetched
};

/// The centre's truth with pending acts folded over it, and what searching needs (design.md §4): NORMAL
/// synchronous, may be deleted and fetched again at any time. One thread: the cache's writer.
class Cache
{
public:
    /// Opens or makes the file. A file that is damaged or of a newer program is set aside and made anew: it
    /// holds nothing that cannot be fetched again. Errors: Full, Storage.
    [[nodiscard]] static Result<Cache> open(const QString &path, const QString &vfs);

    Cache(Cache &&) noexcept;
    Cache &operator=(Cache &&) noexcept;
    ~Cache();

    /// Writes a page and the cursor behind it in one transaction (invariant I6); an older version of a case
    /// never replaces a newer one. Folds pending acts of the changed cases again.
    [[nodiscard]] Result<PageEffect> applyPage(const CachePage &page, std::optional<Instant> completeAt);

    /// Writes the case of an acknowledged act (or of a 412) as the new truth.
    [[nodiscard]] Result<PageEffect> applyCase(const CaseRow &row);

    /// Starts from nothing: the next page replaces everything, what it does not bring is removed once the
    /// last page is in. Rows stay readable meanwhile.
    [[nodiscard]] Outcome beginRebuild();

    /// The acts of a case that the centre has not acknowledged, oldest first, with their state; folded again
    /// at once.
    struct Pending
    {
        std::vector<Act> acts;
        bool parked = false;
        bool hasDraft = false;
    };
    [[nodiscard]] Outcome setPending(const CaseId &id, const Pending &pending);
    /// At start: everything at once; cases not named have none.
    [[nodiscard]] Outcome resetPending(const std::vector<std::pair<CaseId, Pending>> &all);

    [[nodiscard]] Result<SyncMark> syncMark();

    [[nodiscard]] Outcome storeReference(const QString &version, const QByteArray &document);
    /// Every version that came by is kept, since a pending act names the one it was decided with.
    [[nodiscard]] Result<std::optional<QByteArray>> reference(const QString &version);
    [[nodiscard]] Result<std::optional<QByteArray>> newestReference();
    /// How the folding finds decoded versions.
    void setReferenceOf(ReferenceOf referenceOf);

    /// The present snapshot; cheap.
    [[nodiscard]] WorklistPtr worklist() const;

    /// Hashes of attachments that cases in the cache name.
    [[nodiscard]] Result<std::vector<QString>> attachmentHashes();

    /// Forgets closed cases that were last touched before `before`.
    [[nodiscard]] Result<int> forgetClosed(Instant before);

private:
    struct Body;
    explicit Cache(std::unique_ptr<Body> body) noexcept;
    std::unique_ptr<Body> m_body;
};

/// Questions to the cache beside its writer. One thread; several readers may live on several threads.
class CacheReader
{
public:
    [[nodiscard]] static Result<CacheReader> open(const QString &path, const QString &vfs);

    CacheReader(CacheReader &&) noexcept;
    CacheReader &operator=(CacheReader &&) noexcept;
    ~CacheReader();

    /// The heads of these rows, in this order; rows that are gone are left out.
    [[nodiscard]] Result<std::vector<CaseHead>> heads(const std::vector<qint64> &rows);

    /// Truth and shown state of one case; nothing when it is not here.
    struct Stored
    {
        qint64 row = 0;
        Case truth;
        Case shown;
    };
    [[nodiscard]] Result<std::optional<Stored>> caseById(const CaseId &id);
    [[nodiscard]] Result<std::optional<CaseId>> idOf(qint64 row);

    /// Rows whose number, names, identifiers or description match what the officer typed, by the folding of
    /// ui.md §2.9, sorted by row.
    [[nodiscard]] Result<std::vector<qint64>> search(const QString &typed);

private:
    struct Body;
    explicit CacheReader(std::unique_ptr<Body> body) noexcept;
    std::unique_ptr<Body> m_body;
};

} // namespace tawasul
