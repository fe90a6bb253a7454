// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/itemmodels/outboxrowwords.h"
#include "models/itemmodels/rowsteps.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>

namespace tawasul {

/// The acts that the centre has not acknowledged, as a table: oldest first, one row an act. Rows keep their
/// identity by act over snapshots, so that selection stays with the act. GUI thread.
class OutboxModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    OutboxModel(const Clock &clock, const OutboxRowWords &words, QObject *parent = nullptr);

    /// A snapshot of the store, oldest first; what is settled or closed is left out.
    void setItems(std::vector<OutboxItem> items);
    /// Whether acts are being sent at all; the words of the link are the ones of `words`, which may have
    /// changed too.
    void setLinkUp(bool up);
    /// Called by app/ every few seconds: windows close and tries fall due.
    void tick();

    [[nodiscard]] const OutboxItem &itemAt(int row) const { return m_items[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const OutboxStanding &standingAt(int row) const
    {
        return m_standings[static_cast<std::size_t>(row)];
    }
    /// Where an act is shown, or -1.
    [[nodiscard]] int rowOf(const ActId &act) const;
    /// Acts that need a person's choice.
    [[nodiscard]] int parkedCount() const;
    [[nodiscard]] Instant now() const { return m_now; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// After every change of rows or of what they say.
    void changed();

private:
    using Keys = std::vector<qint64>;

    [[nodiscard]] Keys keysFor(const std::vector<OutboxItem> &items);
    void applySteps(std::vector<OutboxItem> &next, const Keys &nextKeys, const RowSteps &steps);
    void layOutAnew(std::vector<OutboxItem> &next, const Keys &nextKeys);
    void restate();
    void tellAll();

    const Clock &m_clock;
    const OutboxRowWords &m_words;
    std::vector<OutboxItem> m_items;
    std::vector<OutboxStanding> m_standings;
    Keys m_keys; ///< of the rows; an act keeps its own as long as it is here
    QHash<ActId, qint64> m_keyOf;
    qint64 m_lastKey = 0;
    Instant m_now{};
    bool m_linkUp = false;
};

} // namespace tawasul
