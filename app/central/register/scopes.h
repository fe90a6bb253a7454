// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/person.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace tawasul {

/// Who sees what, as words of the feed: `user:ID` the cases assigned to a person,
/// `unassigned:SECTION/REGION` those that are nobody's, `proposals:ID` what became of a person's proposals,
/// `all` what concerns every desk.
[[nodiscard]] QString everybodysScope();

/// The one scope that a case stands in now. An empty assignee is nobody.
[[nodiscard]] QString scopeOf(const QString &assignee, const QString &section, const QString &region);
[[nodiscard]] QString scopeOf(const Case &theCase);

/// The scopes that a person's desk follows.
[[nodiscard]] std::vector<QString> scopesOf(const Actor &actor);

[[nodiscard]] QString proposalsScope(const PersonId &author);
/// Whose it is; nobody's for any other scope.
[[nodiscard]] PersonId authorOfScope(const QString &scope);

/// Changes whenever a person's scopes do; part of the feed's cursor.
[[nodiscard]] QByteArray scopesFingerprint(const std::vector<QString> &scopes);

} // namespace tawasul
