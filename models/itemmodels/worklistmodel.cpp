// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/worklistmodel.h"

#include "models/arabic/tooltip.h"
#include "models/desk/whenanswered.h"

#include <algorithm>
#include <unordered_map>

namespace tawasul {

namespace {

// More separate places of change than this are cheaper to lay out anew.
constexpr int kMostSpans = 32;
// Blocks wanted while scrolling fast: of more than these only the last ones are still on screen.
constexpr std::size_t kMostWanted = 4;
constexpr int kMostOnTheWay = 4;

auto minuteOf(Instant instant)
{
    return std::chrono::floor<std::chrono::minutes>(instant);
}

} // namespace

WorklistModel::WorklistModel(WorklistSource &source, const Clock &clock, const RowWords &words,
                             QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_clock(clock)
    , m_words(words)
    , m_now(clock.now())
    , m_shelf(kBlock * kBlocksKept)
{
}

// --- rows -----------------------------------------------------------------------------------------------

void WorklistModel::setWorklist(const WorklistPtr &worklist)
{
    if (worklist == m_worklist)
        return;
    m_shelf.beginRound();
    reselect(worklist);
}

void WorklistModel::setFilter(const WorklistFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    reselect(m_worklist);
}

void WorklistModel::tick()
{
    const Instant now = m_clock.now();
    if (minuteOf(now) == minuteOf(m_now))
        return;
    // A clock that was set back may make late cases early again.
    const bool changes = now >= m_stableUntil || now < m_now;
    m_now = now;
    if (changes)
        reselect(m_worklist);
    else
        timePassed();
}

void WorklistModel::reselect(const WorklistPtr &next)
{
    m_now = m_clock.now();
    WorklistSelection selection = next ? selectRows(*next, m_filter, m_now) : WorklistSelection();
    m_counts = selection.counts;
    m_stableUntil = selection.stableUntil;
    Q_EMIT rowsAboutToChange();
    const auto steps =
        rowSteps(keysOf(m_worklist.get(), m_visible), keysOf(next.get(), selection.visible), kMostSpans);
    if (steps)
        applySteps(next, selection, *steps);
    else
        layOutAnew(next, selection);
    m_wanted.clear();
    Q_EMIT rowsChanged();
    timePassed();
}

void WorklistModel::applySteps(const WorklistPtr &next, WorklistSelection &selection, const RowSteps &steps)
{
    for (const RowSpan span : steps.removed) {
        beginRemoveRows({}, span.first, span.first + span.count - 1);
        m_visible.erase(m_visible.begin() + span.first, m_visible.begin() + span.first + span.count);
        endRemoveRows();
    }
    // What is left are the same cases in both snapshots: from here on they are rows of the new one.
    m_visible = selection.visible;
    for (auto span = steps.inserted.rbegin(); span != steps.inserted.rend(); ++span)
        m_visible.erase(m_visible.begin() + span->first, m_visible.begin() + span->first + span->count);
    m_worklist = next;
    for (const RowSpan span : steps.inserted) {
        beginInsertRows({}, span.first, span.first + span.count - 1);
        const auto from = selection.visible.begin() + span.first;
        m_visible.insert(m_visible.begin() + span.first, from, from + span.count);
        endInsertRows();
    }
}

void WorklistModel::layOutAnew(const WorklistPtr &next, WorklistSelection &selection)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::unordered_map<qint64, int> rowsOf;
    std::vector<qint64> keys;
    for (const QModelIndex &index : before) {
        keys.push_back(keyAt(index.row()));
        rowsOf.emplace(keys.back(), -1);
    }
    m_worklist = next;
    m_visible = std::move(selection.visible);
    for (int row = 0; !rowsOf.empty() && row < rowCount(); ++row) {
        if (const auto held = rowsOf.find(keyAt(row)); held != rowsOf.end())
            held->second = row;
    }
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = rowsOf.at(keys[static_cast<std::size_t>(i)]);
        after.append(row < 0 ? QModelIndex() : index(row, before[i].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

KeyList WorklistModel::keysOf(const Worklist *worklist, const std::vector<std::uint32_t> &visible) const
{
    return {static_cast<int>(visible.size()), [worklist, &visible](int row) {
                return worklist->entries[visible[static_cast<std::size_t>(row)]].row;
            }};
}

int WorklistModel::rowOf(qint64 key) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (keyAt(row) == key)
            return row;
    }
    return -1;
}

const WorklistEntry &WorklistModel::entryAt(int row) const
{
    return m_worklist->entries[m_visible[static_cast<std::size_t>(row)]];
}

void WorklistModel::timePassed()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kWorklistColumns - 1));
}

// --- heads ----------------------------------------------------------------------------------------------

const CaseHead *WorklistModel::headAt(int row) const
{
    constexpr int kAhead = kBlock / 2;
    if (m_shelf.needs(entryAt(row)))
        want(row / kBlock, true);
    // Half a block ahead of the eye, so that the next step of scrolling finds its rows.
    for (const int near : {row + kAhead, row - kAhead}) {
        if (near >= 0 && near < rowCount() && m_shelf.needs(entryAt(near)))
            want(near / kBlock, false);
    }
    return m_shelf.head(keyAt(row));
}

// Painting asks for one row after the other; the questions are put together and asked once.
void WorklistModel::want(int block, bool onScreen) const
{
    const auto known = std::find(m_wanted.begin(), m_wanted.end(), block);
    if (known != m_wanted.end() && !onScreen)
        return;
    if (known != m_wanted.end())
        m_wanted.erase(known);
    m_wanted.insert(onScreen ? m_wanted.end() : m_wanted.begin(), block);
    if (m_wanted.size() > kMostWanted)
        m_wanted.erase(m_wanted.begin());
    if (m_fetchPosted)
        return;
    m_fetchPosted = true;
    auto *self = const_cast<WorklistModel *>(this); // reading a row is what begins its fetching
    QMetaObject::invokeMethod(
        self, [self] { self->fetchWanted(); }, Qt::QueuedConnection);
}

void WorklistModel::fetchWanted()
{
    m_fetchPosted = false;
    while (!m_wanted.empty() && m_onTheWay < kMostOnTheWay) {
        const int block = m_wanted.back();
        m_wanted.pop_back();
        fetchBlock(block);
    }
}

void WorklistModel::fetchBlock(int block)
{
    std::vector<qint64> keys;
    const int end = std::min((block + 1) * kBlock, rowCount());
    for (int row = block * kBlock; row < end; ++row) {
        if (m_shelf.needs(entryAt(row)))
            keys.push_back(keyAt(row));
    }
    if (keys.empty())
        return;
    m_shelf.markAsked(keys);
    ++m_onTheWay;
    whenAnswered(
        m_source.heads(keys), this,
        [this, keys](const Result<std::vector<CaseHead>> &answer) { received(keys, answer); },
        [this, keys] {
            --m_onTheWay;
            m_shelf.fail(keys);
        });
}

void WorklistModel::received(const std::vector<qint64> &keys, Result<std::vector<CaseHead>> answer)
{
    --m_onTheWay;
    if (answer) {
        m_shelf.store(keys, std::move(answer).value());
        timePassed();
    } else {
        m_shelf.fail(keys);
        Q_EMIT fetchFailed(answer.error());
    }
    if (!m_wanted.empty())
        fetchWanted();
}

void WorklistModel::refreshCase(const CaseId &id)
{
    m_shelf.expire(id);
    timePassed();
}

void WorklistModel::retry()
{
    m_shelf.beginRound();
    timePassed();
}

// --- what views ask ---------------------------------------------------------------------------------------

int WorklistModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

int WorklistModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kWorklistColumns;
}

QVariant WorklistModel::data(const QModelIndex &index, int role) const
{
    const bool spoken = role == Qt::AccessibleTextRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || !(spoken || role == Qt::DisplayRole || role == Qt::ToolTipRole
             || role == Qt::AccessibleDescriptionRole))
        return {};
    const CaseHead *head = headAt(index.row());
    if (!head)
        return spoken || role == Qt::DisplayRole ? m_words.beingRead() : QString();
    const auto column = static_cast<WorklistColumn>(index.column());
    // The keyboard moves by rows: the first cell speaks for all of them.
    if (spoken && column == WorklistColumn::Request)
        return m_words.sentence(*head, m_now);
    const QString cell = m_words.cell(*head, column, m_now);
    return role == Qt::ToolTipRole ? plainTooltip(cell) : cell;
}

QVariant WorklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (orientation == Qt::Horizontal && section >= 0 && section < kWorklistColumns)
        return m_words.header(static_cast<WorklistColumn>(section));
    // Hidden, and still met by a screen reader: the case's number, when it is known.
    if (orientation == Qt::Vertical && section >= 0 && section < rowCount()) {
        const CaseHead *head = m_shelf.head(keyAt(section));
        return head ? head->number : m_words.beingRead();
    }
    return {};
}

Qt::ItemFlags WorklistModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::ItemFlags();
}

} // namespace tawasul
