// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/assignment.h"
#include "models/domain/reference.h"

#include <QtCore/QString>
#include <QtCore/QStringView>

namespace tawasul::wire {

// The words of enumerations on the wire and in the two databases: lower-case ASCII, never renamed. A word
// that this program does not know becomes the enumeration's Unknown value; the codecs keep the text where it
// is shown.

[[nodiscard]] QString word(CaseStatus value);
[[nodiscard]] QString word(ActType value);
[[nodiscard]] QString word(Role value);
[[nodiscard]] QString word(PartyKind value);
[[nodiscard]] QString word(Relation value);
[[nodiscard]] QString word(AccountLink value);
[[nodiscard]] QString word(IdentifierKind value);
[[nodiscard]] QString word(Mark::Kind value);
[[nodiscard]] QString word(Proposal::State value);
[[nodiscard]] QString word(Leave::Kind value);
[[nodiscard]] QString word(AssignmentOutcome value);

[[nodiscard]] CaseStatus caseStatus(QStringView word);
[[nodiscard]] ActType actType(QStringView word);
[[nodiscard]] Role role(QStringView word);
[[nodiscard]] PartyKind partyKind(QStringView word);
[[nodiscard]] Relation relation(QStringView word);
[[nodiscard]] AccountLink accountLink(QStringView word);
[[nodiscard]] IdentifierKind identifierKind(QStringView word);
[[nodiscard]] Mark::Kind markKind(QStringView word);
[[nodiscard]] Proposal::State proposalState(QStringView word);
[[nodiscard]] Leave::Kind leaveKind(QStringView word);
[[nodiscard]] AssignmentOutcome assignmentOutcome(QStringView word);

} // namespace tawasul::wire
