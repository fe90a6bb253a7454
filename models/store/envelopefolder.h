// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/id.h"
#include "models/domain/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace tawasul {

/// One centre's envelopes on this machine: a folder of their own beside the profiles, shared by all of them
/// and closed to everybody else; or, below a folder that an administrator has given to a group (rwx for it,
/// setgid, nothing for others), shared by the accounts of that group. A file for each act; its ending says
/// how far it is. Every step is one name of the file system, so of two who want the same envelope at once one
/// gets it, whatever threads and programs they are. Holds nothing in memory; any thread.
class EnvelopeFolder
{
public:
    enum class Stage {
        Ready,   ///< its author may still take it back
        Taken,   ///< somebody carries it, or did: it may have reached the centre
        Aside,   ///< nobody carries it any more: its author's own desk brings the act
        Arrived, ///< it took effect; lies here until its author's desk has heard so
    };
    struct Entry
    {
        ActId act;
        Stage stage = Stage::Ready;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    explicit EnvelopeFolder(QString folder);
    /// Below the folder of all envelopes. The name is a hash: what a centre calls itself is no path.
    [[nodiscard]] static EnvelopeFolder of(const QString &root, const QString &centre);

    /// Those that have not arrived.
    [[nodiscard]] std::vector<Entry> entries() const;
    [[nodiscard]] std::vector<Entry> all() const;
    /// Of one that is larger than any that is made, the beginning: it is damaged.
    [[nodiscard]] Result<QByteArray> read(const Entry &entry) const;

    /// Whole and on the disk, or not at all; in the place of one that was there at whatever stage.
    [[nodiscard]] Outcome put(const ActId &act, const QByteArray &bytes) const;
    /// Whether nobody has taken it and nobody will, not even after a power cut.
    [[nodiscard]] Result<bool> takeBack(const ActId &act) const;
    /// Whether it is ours to carry from here on; false when its author was faster. Not before keep(): after a
    /// power cut its author could take back what has reached the centre.
    [[nodiscard]] Result<bool> take(const ActId &act) const;
    [[nodiscard]] Outcome setAside(const ActId &act) const;
    /// What was taken took effect; nothing when its author was faster to hear of it.
    [[nodiscard]] Outcome markArrived(const ActId &act) const;
    /// What was taken, set aside and has arrived by now stays so, also after a power cut; once for many.
    [[nodiscard]] Outcome keep() const;
    /// At whatever stage; on the disk when it returns. None is no error.
    [[nodiscard]] Outcome remove(const ActId &act) const;

private:
    [[nodiscard]] QString pathOf(const ActId &act, QStringView ending) const;
    [[nodiscard]] QString root() const;
    [[nodiscard]] Outcome makeFolder() const;

    QString m_folder;
};

} // namespace tawasul
