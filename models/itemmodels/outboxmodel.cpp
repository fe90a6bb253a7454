// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/outboxmodel.h"
#include "models/arabic/tooltip.h"

#include <algorithm>

namespace tawasul {

namespace {

// More separate places of change than this are cheaper to lay out anew.
constexpr int kMostSpans = 32;

auto minuteOf(Instant instant)
{
    return std::chrono::floor<std::chrono::minutes>(instant);
}

bool isUnsettled(const OutboxItem &item)
{
    return item.state != OutboxState::Settled && item.state != OutboxState::Closed;
}

KeyList listOf(const std::vector<qint64> &keys)
{
    return {static_cast<int>(keys.size()), [&keys](int row) { return keys[static_cast<std::size_t>(row)]; }};
}

} // namespace

OutboxModel::OutboxModel(const Clock &clock, const OutboxRowWords &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_words(words)
    , m_now(clock.now())
{
}

// --- rows -----------------------------------------------------------------------------------------------

void OutboxModel::setItems(std::vector<OutboxItem> items)
{
    std::erase_if(items, [](const OutboxItem &item) { return !isUnsettled(item); });
    const Keys keys = keysFor(items);
    m_now = m_clock.now();
    if (const auto steps = rowSteps(listOf(m_keys), listOf(keys), kMostSpans))
        applySteps(items, keys, *steps);
    else
        layOutAnew(items, keys);
    tellAll();
}

OutboxModel::Keys OutboxModel::keysFor(const std::vector<OutboxItem> &items)
{
    Keys keys;
    keys.reserve(items.size());
    QHash<ActId, qint64> present;
    for (const OutboxItem &item : items) {
        const auto known = m_keyOf.constFind(item.act.id);
        keys.push_back(known == m_keyOf.constEnd() ? ++m_lastKey : *known);
        present.insert(item.act.id, keys.back());
    }
    m_keyOf = std::move(present);
    return keys;
}

void OutboxModel::applySteps(std::vector<OutboxItem> &next, const Keys &nextKeys, const RowSteps &steps)
{
    // While rows come and go, the others say what they said; what they say now is told at the end.
    std::vector<OutboxStanding> standings = standingsOf(next, m_linkUp, m_now);
    const auto cut = [](auto &list, RowSpan span) {
        list.erase(list.begin() + span.first, list.begin() + span.first + span.count);
    };
    for (const RowSpan span : steps.removed) {
        beginRemoveRows({}, span.first, span.first + span.count - 1);
        cut(m_items, span);
        cut(m_standings, span);
        cut(m_keys, span);
        endRemoveRows();
    }
    const auto put = [](auto &list, const auto &from, RowSpan span) {
        list.insert(list.begin() + span.first, from.begin() + span.first,
                    from.begin() + span.first + span.count);
    };
    for (const RowSpan span : steps.inserted) {
        beginInsertRows({}, span.first, span.first + span.count - 1);
        put(m_items, next, span);
        put(m_standings, standings, span);
        put(m_keys, nextKeys, span);
        endInsertRows();
    }
    m_items = std::move(next);
    m_standings = std::move(standings);
}

void OutboxModel::layOutAnew(std::vector<OutboxItem> &next, const Keys &nextKeys)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const auto found =
            std::find(nextKeys.begin(), nextKeys.end(), m_keys[static_cast<std::size_t>(index.row())]);
        after.append(found == nextKeys.end()
                         ? QModelIndex()
                         : createIndex(static_cast<int>(found - nextKeys.begin()), index.column()));
    }
    m_items = std::move(next);
    m_keys = nextKeys;
    restate();
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void OutboxModel::restate()
{
    m_standings = standingsOf(m_items, m_linkUp, m_now);
}

void OutboxModel::setLinkUp(bool up)
{
    m_linkUp = up;
    m_now = m_clock.now();
    restate();
    tellAll();
}

void OutboxModel::tick()
{
    const Instant now = m_clock.now();
    const bool newMinute = minuteOf(now) != minuteOf(m_now);
    m_now = now;
    const std::vector<OutboxStanding> before = m_standings;
    restate();
    if (newMinute || before != m_standings)
        tellAll();
}

void OutboxModel::tellAll()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kOutboxColumns - 1));
    Q_EMIT changed();
}

int OutboxModel::rowOf(const ActId &act) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&act](const OutboxItem &item) { return item.act.id == act; });
    return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

int OutboxModel::parkedCount() const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [](const OutboxItem &item) {
        return item.state == OutboxState::Parked;
    }));
}

// --- what views ask ---------------------------------------------------------------------------------------

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kOutboxColumns;
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    const bool spoken = role == Qt::AccessibleTextRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || !(spoken || role == Qt::DisplayRole || role == Qt::ToolTipRole))
        return {};
    const OutboxItem &item = itemAt(index.row());
    const OutboxStanding &standing = standingAt(index.row());
    const auto column = static_cast<OutboxColumn>(index.column());
    // The keyboard moves by rows: the first cell speaks for all of them.
    if (spoken && column == OutboxColumn::Act)
        return m_words.sentence(item, standing, m_now);
    const QString cell = m_words.cell(item, standing, column, m_now);
    return role == Qt::ToolTipRole ? plainTooltip(cell) : cell;
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (orientation == Qt::Horizontal && section >= 0 && section < kOutboxColumns)
        return m_words.header(static_cast<OutboxColumn>(section));
    // Hidden, and still met by a screen reader.
    if (orientation == Qt::Vertical && section >= 0 && section < rowCount())
        return m_words.cell(itemAt(section), standingAt(section), OutboxColumn::Case, m_now);
    return {};
}

Qt::ItemFlags OutboxModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::ItemFlags();
}

} // namespace tawasul
