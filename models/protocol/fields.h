// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLatin1String>

/// The names of all fields on the wire: one table for the value codec, the fast page reader of the desk and
/// the centre's register, so that they cannot drift apart. Listed in resources/api/openapi.yaml.
namespace tawasul::wire::field {

inline constexpr QLatin1String kAccessToken{ "access_token" };
inline constexpr QLatin1String kActId{ "act_id" };
inline constexpr QLatin1String kActor{ "actor" };
inline constexpr QLatin1String kAddedAt{ "added_at" };
inline constexpr QLatin1String kAfter{ "after" };
inline constexpr QLatin1String kAssignee{ "assignee" };
inline constexpr QLatin1String kAt{ "at" };
inline constexpr QLatin1String kAttachments{ "attachments" };
inline constexpr QLatin1String kAuthor{ "author" };
inline constexpr QLatin1String kAuthorKey{ "author_key" };
inline constexpr QLatin1String kBase{ "base" };
inline constexpr QLatin1String kBaseVersion{ "base_version" };
inline constexpr QLatin1String kBeneficiary{ "beneficiary" };
inline constexpr QLatin1String kBirthDate{ "birth_date" };
inline constexpr QLatin1String kBody{ "body" };
inline constexpr QLatin1String kBox{ "box" };
inline constexpr QLatin1String kCalendarVersion{ "calendar_version" };
inline constexpr QLatin1String kCase{ "case" };
inline constexpr QLatin1String kCaseId{ "case_id" };
inline constexpr QLatin1String kCentre{ "centre" };
inline constexpr QLatin1String kChanges{ "changes" };
inline constexpr QLatin1String kClosedAt{"closed_at"};
inline constexpr QLatin1String kClosedBy{"closed_by"};
inline constexpr QLatin1String kClosingText{"closing_text"};
inline constexpr QLatin1String kCode{ "code" };
inline constexpr QLatin1String kDay{ "day" };
inline constexpr QLatin1String kDescription{ "description" };
inline constexpr QLatin1String kDetail{ "detail" };
inline constexpr QLatin1String kDevice{ "device" };
inline constexpr QLatin1String kDocuments{ "documents" };
inline constexpr QLatin1String kEnvelopes{ "envelopes" };
inline constexpr QLatin1String kEpoch{ "epoch" };
inline constexpr QLatin1String kExecution{ "execution" };
inline constexpr QLatin1String kExpiresIn{ "expires_in" };
inline constexpr QLatin1String kFormat{ "format" };
inline constexpr QLatin1String kFrom{ "from" };
inline constexpr QLatin1String kHistory{ "history" };
inline constexpr QLatin1String kId{ "id" };
inline constexpr QLatin1String kIdentifier{ "identifier" };
inline constexpr QLatin1String kIdentifierKind{ "identifier_kind" };
inline constexpr QLatin1String kKeyDates{ "key_dates" };
inline constexpr QLatin1String kKind{ "kind" };
inline constexpr QLatin1String kKeyId{ "key_id" };
inline constexpr QLatin1String kLane{ "lane" };
inline constexpr QLatin1String kLastServerTime{ "last_server_time" };
inline constexpr QLatin1String kLatinName{ "latin_name" };
inline constexpr QLatin1String kLink{ "link" };
inline constexpr QLatin1String kLinkCheckedAt{ "link_checked_at" };
inline constexpr QLatin1String kMarks{ "marks" };
inline constexpr QLatin1String kMediaType{ "media_type" };
inline constexpr QLatin1String kMobile{ "mobile" };
inline constexpr QLatin1String kMonotonicMs{ "monotonic_ms" };
inline constexpr QLatin1String kMore{ "more" };
inline constexpr QLatin1String kName{ "name" };
inline constexpr QLatin1String kNationality{ "nationality" };
inline constexpr QLatin1String kNextCursor{ "next_cursor" };
inline constexpr QLatin1String kNotBefore{ "not_before" };
inline constexpr QLatin1String kNumber{ "number" };
inline constexpr QLatin1String kOfficer{ "officer" };
inline constexpr QLatin1String kOperationNumber{ "operation_number" };
inline constexpr QLatin1String kOutcome{ "outcome" };
inline constexpr QLatin1String kPassportNumber{ "passport_number" };
inline constexpr QLatin1String kPassword{ "password" };
inline constexpr QLatin1String kProposalId{"proposal_id"};
inline constexpr QLatin1String kProposals{"proposals"};
inline constexpr QLatin1String kPublicKey{ "public_key" };
inline constexpr QLatin1String kReason{ "reason" };
inline constexpr QLatin1String kReceipt{ "receipt" };
inline constexpr QLatin1String kReceivedAt{"received_at"};
inline constexpr QLatin1String kRecordedAt{ "recorded_at" };
inline constexpr QLatin1String kReferenceVersion{ "reference_version" };
inline constexpr QLatin1String kRefreshToken{ "refresh_token" };
inline constexpr QLatin1String kRegion{ "region" };
inline constexpr QLatin1String kRelation{ "relation" };
inline constexpr QLatin1String kReply{ "reply" };
inline constexpr QLatin1String kResults{ "results" };
inline constexpr QLatin1String kRole{ "role" };
inline constexpr QLatin1String kRule{ "rule" };
inline constexpr QLatin1String kSection{ "section" };
inline constexpr QLatin1String kSequence{ "sequence" };
inline constexpr QLatin1String kServiceDeadline{ "service_deadline" };
inline constexpr QLatin1String kSha256{ "sha256" };
inline constexpr QLatin1String kSignature{ "signature" };
inline constexpr QLatin1String kSize{ "size" };
inline constexpr QLatin1String kState{"state"};
inline constexpr QLatin1String kStatus{ "status" };
inline constexpr QLatin1String kStatutoryDeadline{ "statutory_deadline" };
inline constexpr QLatin1String kSubService{ "sub_service" };
inline constexpr QLatin1String kSubject{ "subject" };
inline constexpr QLatin1String kSubmittedAt{ "submitted_at" };
inline constexpr QLatin1String kTemplate{ "template" };
inline constexpr QLatin1String kText{ "text" };
inline constexpr QLatin1String kTitle{ "title" };
inline constexpr QLatin1String kTo{ "to" };
inline constexpr QLatin1String kToAssignee{ "to_assignee" };
inline constexpr QLatin1String kToSection{ "to_section" };
inline constexpr QLatin1String kToSubService{ "to_sub_service" };
inline constexpr QLatin1String kTraining{ "training" };
inline constexpr QLatin1String kType{ "type" };
inline constexpr QLatin1String kUpdatedAt{ "updated_at" };
inline constexpr QLatin1String kUsername{ "username" };
inline constexpr QLatin1String kVersion{ "version" };

} // namespace tawasul::wire::field
