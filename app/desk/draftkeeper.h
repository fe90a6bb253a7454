// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/unwritten.h"
#include "models/desk/desk.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <map>

namespace tawasul {

/// Writes what is being typed to the disk a moment after each change, and goes on trying when the disk
/// refuses: a draft is forgotten here only once it is kept there, so it outlives the screens. GUI thread.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    explicit DraftKeeper(Desk &desk);
    /// What was typed last is given to the journal first.
    ~DraftKeeper() override;

    void keep(const CaseId &id, const QByteArray &content);
    void discard(const CaseId &id);
    /// The journal took an act on that case, and with it knows what remains of its draft: nothing older
    /// counts.
    void forget(const CaseId &id);
    /// What the disk has not taken yet.
    [[nodiscard]] std::optional<QByteArray> unsaved(const CaseId &id) const;
    /// Whether the disk has something yet to take.
    [[nodiscard]] bool holdsAny() const { return !m_unsaved.empty(); }
    /// Everything now, before something that must come behind it.
    void saveAll();

Q_SIGNALS:
    /// The disk refuses; said once until it takes something again.
    void failed(const tawasul::Error &error);
    /// It took or refused one draft.
    void answeredSaving();

private:
    void answered(const CaseId &id, std::uint64_t number, const Outcome &saved);

    Desk &m_desk;
    std::map<CaseId, Unwritten<QByteArray>> m_unsaved;
    std::uint64_t m_last = 0; ///< number of a text
    QTimer m_timer;
    bool m_refused = false;
};

} // namespace tawasul
