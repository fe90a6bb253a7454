// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/unwritten.h"
#include "models/desk/desk.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <optional>

namespace tawasul {

/// Writes the handover note to the disk a moment after each change, and goes on trying when the disk refuses:
/// what was typed is forgotten here only once it is kept there, so it outlives the page. GUI thread.
class NoteKeeper : public QObject
{
    Q_OBJECT

public:
    explicit NoteKeeper(Desk &desk);
    /// What was typed last is given to the journal first.
    ~NoteKeeper() override;

    void keep(const QString &note);
    /// Now, before something that must come behind it.
    void save();
    /// What the disk has not taken yet.
    [[nodiscard]] std::optional<QString> unsaved() const;
    /// Why it was refused last; nothing while the disk takes it.
    [[nodiscard]] const std::optional<Error> &refusal() const { return m_refusal; }

Q_SIGNALS:
    /// The disk took or refused the note; refusal() says which.
    void answered();

private:
    void hear(std::uint64_t number, const Outcome &saved);

    Desk &m_desk;
    std::optional<Unwritten<QString>> m_unsaved;
    std::uint64_t m_last = 0; ///< number of a text
    std::optional<Error> m_refusal;
    QTimer m_pause;
};

} // namespace tawasul
