// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/protocol/messages.h"
#include "models/store/journal.h"

namespace tawasul {

// Whose profile it is. On the journal's thread.

/// After the centre let the person in: a profile belongs to one centre and one person for ever, and remembers
/// them anew each time. Conflict, profile.other_centre; the disk's errors.
[[nodiscard]] Outcome remember(Journal &journal, const wire::SessionGrant &grant, const QString &username,
                               const QString &password, Instant now);

/// Without the centre: by what remember() left. Offline, signin.first_needs_centre; Unauthenticated,
/// session.wrong_credentials; Conflict, centre.is_training and centre.is_production.
[[nodiscard]] Result<OfflineIdentity> recognise(Journal &journal, const QString &password, bool training);

/// Conflict: a training desk never shows real people, and a real desk never works on invented ones.
[[nodiscard]] Error wrongKindOfCentre(bool centreIsTraining);

} // namespace tawasul
