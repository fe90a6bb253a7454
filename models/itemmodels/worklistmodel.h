// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/itemmodels/headshelf.h"
#include "models/itemmodels/rowsteps.h"
#include "models/itemmodels/rowwords.h"
#include "models/itemmodels/worklistfilter.h"
#include "models/itemmodels/worklistsource.h"

#include <QtCore/QAbstractTableModel>

namespace tawasul {

/// The worklist as a table: a window on an immutable snapshot. A row is an index into the snapshot; its words
/// are read from the source in blocks when it is shown, and forgotten again. Rows keep their identity over
/// snapshots, so that selection stays with the case. GUI thread.
class WorklistModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Heads are asked for by this many rows; so many blocks are kept.
    static constexpr int kBlock = 64;
    static constexpr int kBlocksKept = 64;

    WorklistModel(WorklistSource &source, const Clock &clock, const RowWords &words,
                  QObject *parent = nullptr);

    /// Null before the first snapshot.
    [[nodiscard]] const WorklistPtr &worklist() const { return m_worklist; }
    void setWorklist(const WorklistPtr &worklist);

    [[nodiscard]] const WorklistFilter &filter() const { return m_filter; }
    void setFilter(const WorklistFilter &filter);
    [[nodiscard]] const WorklistCounts &counts() const { return m_counts; }

    /// Whether all rows and counts are known; until then only the first rows of what is to be done are.
    [[nodiscard]] bool isWhole() const { return m_worklist && m_worklist->isWhole; }

    /// Called by app/ every few seconds: time has passed, and what depends on it is looked at again once the
    /// minute has changed.
    void tick();
    /// The case changed in a way that its entry may not tell.
    void refreshCase(const CaseId &id);
    /// After fetchFailed(): what is shown is asked for again.
    void retry();

    /// The head of a shown row; null while it is being read, which asking begins.
    [[nodiscard]] const CaseHead *headAt(int row) const;
    [[nodiscard]] const WorklistEntry &entryAt(int row) const;
    /// The row's key in the cache; stays when rows move.
    [[nodiscard]] qint64 keyAt(int row) const { return entryAt(row).row; }
    /// Where a key is shown now, or -1. Walks the list.
    [[nodiscard]] int rowOf(qint64 key) const;
    [[nodiscard]] Instant now() const { return m_now; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Around every change of the rows, so that a view can hold on to what it shows.
    void rowsAboutToChange();
    void rowsChanged();
    /// Reading heads failed; the rows stay empty until retry() or the next snapshot.
    void fetchFailed(const tawasul::Error &error);

private:
    void reselect(const WorklistPtr &next);
    void applySteps(const WorklistPtr &next, WorklistSelection &selection, const RowSteps &steps);
    void layOutAnew(const WorklistPtr &next, WorklistSelection &selection);
    void want(int block, bool onScreen) const;
    void fetchWanted();
    void fetchBlock(int block);
    void received(const std::vector<qint64> &keys, Result<std::vector<CaseHead>> answer);
    void timePassed();
    [[nodiscard]] KeyList keysOf(const Worklist *worklist, const std::vector<std::uint32_t> &visible) const;

    WorklistSource &m_source;
    const Clock &m_clock;
    const RowWords &m_words;
    WorklistPtr m_worklist;
    WorklistFilter m_filter;
    WorklistCounts m_counts;
    std::vector<std::uint32_t> m_visible;
    Instant m_now{};
    Instant m_stableUntil{};
    mutable HeadShelf m_shelf;         // asking for a head marks it as used
    mutable std::vector<int> m_wanted; ///< blocks, the most urgent one at the end
    mutable bool m_fetchPosted = false;
    int m_onTheWay = 0;
};

} // namespace tawasul
