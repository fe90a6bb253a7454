// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/person.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <array>
#include <vector>

namespace tawasul {

/// Who sees what, as words of the feed: `user:ID` the cases assigned to a person,
/// `unassigned:SECTION/REGION` those that are nobody's, `section:SECTION/REGION` and `region:REGION` the
/// headers of all there for those who supervise them, `proposals:ID` what became of a person's proposals,
/// `all` what concerns every desk.
[[nodiscard]] QString everybodysScope();

/// The scopes that a case stands in now: whose it is, its section's and its region's. An empty assignee is
/// nobody. Nobody follows scopes of two of these kinds.
using CaseScopes = std::array<QString, 3>;
[[nodiscard]] CaseScopes scopesOfCase(const QString &assignee, const QString &section, const QString &region);
[[nodiscard]] CaseScopes scopesOfCase(const Case &theCase);

/// Whether its readers are told headers instead of cases.
[[nodiscard]] bool isHeaderScope(const QString &scope);

/// The scopes that a person's desk follows.
[[nodiscard]] std::vector<QString> scopesOf(const Actor &actor);

[[nodiscard]] QString proposalsScope(const PersonId &author);
/// Whose it is; nobody's for any other scope.
[[nodiscard]] PersonId authorOfScope(const QString &scope);

/// Changes whenever a person's scopes do; part of the feed's cursor.
[[nodiscard]] QByteArray scopesFingerprint(const std::vector<QString> &scopes);

} // namespace tawasul
