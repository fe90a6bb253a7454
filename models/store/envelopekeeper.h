// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/crypto/signature.h"
#include "models/store/envelopefolder.h"
#include "models/store/journal.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <map>
#include <set>

namespace tawasul {

struct EnvelopeMeans;

/// Keeps an envelope of each act that is on its way from this profile, as the journal has it: made when the
/// act is recorded, gone when it has come to an end or a person has to choose. What is parked, and what
/// stands behind it, is the author's alone, and nobody carries it. An envelope that cannot be made does no
/// harm: the act is recorded, its own desk sends it, and every later look tries again.
///
/// None is made before the centre knows the key that signs it, and none without a key to seal it for. One
/// thread: the journal's.
class EnvelopeKeeper
{
public:
    /// `root` is the machine's folder of envelopes; empty: none are made.
    explicit EnvelopeKeeper(QString root);

    /// The cases that have, or should have, envelopes of this profile; none where none are made.
    [[nodiscard]] Result<std::vector<CaseId>> cases(Journal &journal);
    /// Brings the envelopes of these cases to where the journal is. Each is a file that waits for its disk:
    /// of many cases, some at a time.
    [[nodiscard]] Outcome keep(Journal &journal, const std::vector<CaseId> &cases);

    /// Before an act is recalled: whether nobody carries it. The envelope is taken away first, since the file
    /// is what decides between its author and a carrier.
    [[nodiscard]] bool takeBack(Journal &journal, const ActId &act);

private:
    /// What of an envelope may grow old while its act waits.
    struct Written
    {
        ActId after;
        QString epoch;

        friend bool operator==(const Written &, const Written &) = default;
    };

    struct MeansAtHand;
    [[nodiscard]] Result<std::optional<EnvelopeFolder>> folder(Journal &journal);
    [[nodiscard]] Outcome meet(Journal &journal, const EnvelopeFolder &folder);
    /// folder(), once what lies in it is known.
    [[nodiscard]] Result<std::optional<EnvelopeFolder>> metFolder(Journal &journal);
    [[nodiscard]] Outcome keepLane(Journal &journal, const EnvelopeFolder &folder, const CaseId &id,
                                   MeansAtHand &atHand);
    [[nodiscard]] Result<const EnvelopeMeans *> meansIn(Journal &journal, MeansAtHand &atHand);
    [[nodiscard]] Result<bool> isStillTrue(Journal &journal, const ActId &act, const Written &now);
    [[nodiscard]] Outcome write(const EnvelopeFolder &folder, const OutboxItem &item, const ActId &after,
                                const EnvelopeMeans &means);

    const QString m_root;
    QString m_centre;
    std::optional<SigningKey> m_author; ///< as it was when it was needed last
    bool m_hasMet = false;              ///< what lay here when the profile was opened
    QHash<ActId, Written> m_written;
    std::map<CaseId, std::set<ActId>> m_lanes; ///< of which there are, or may be, files
    QSet<ActId> m_mayHaveLeft;                 ///< somebody took it once
};

} // namespace tawasul
