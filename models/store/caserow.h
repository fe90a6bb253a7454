// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/id.h"
#include "models/domain/proposals.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tawasul {

/// One line of a page from the centre, ready to be written: views into the received bytes, so that no text is
/// copied or converted on the way (that is what makes pages fast). UTF-8; `body` is the case's own JSON.
struct CaseRow
{
    std::string_view id;
    std::string_view number;
    std::int64_t version = 0;
    std::string_view status;
    std::string_view section;
    std::string_view subService;
    std::string_view region;
    std::string_view submittedAt;
    std::string_view updatedAt;
    std::string_view serviceDay;
    std::string_view serviceAt;
    std::string_view statutoryDay; ///< empty: none
    std::string_view statutoryAt;
    std::string_view statutoryRule;
    std::string_view assigneeId; ///< empty: nobody
    std::string_view assigneeName;
    std::string_view beneficiaryName;
    std::string_view beneficiaryIdentifier;
    std::string_view subjectName;
    std::string_view subjectLatinName;
    std::string_view subjectIdentifier;
    std::string_view description;
    bool urgent = false;
    bool humanitarian = false;
    bool hasOpenProposal = false;
    std::vector<std::string_view> attachmentHashes;
    std::string_view body;
};

/// The header of a case, as the desk of a supervisor gets it instead of the case: views as in CaseRow.
struct HeaderRow
{
    std::string_view id;
    std::string_view number;
    std::int64_t version = 0;
    std::string_view status;
    std::string_view section;
    std::string_view subService;
    std::string_view region;
    std::string_view submittedAt; ///< as toIso() writes it, like all times here
    std::string_view updatedAt;
    std::string_view serviceDay;
    std::string_view serviceAt;
    std::string_view statutoryDay; ///< empty: none
    std::string_view statutoryAt;
    std::string_view statutoryRule;
    std::string_view assigneeId; ///< empty: nobody
    std::string_view assigneeName;
    std::string_view resubmittedAt; ///< empty: never
    std::string_view closedAt;      ///< empty: it is open
    int marks = 0;                  ///< as of markBits()
    int openProposals = 0;
};

/// A page of changes, checked and decoded, as the sync engine hands it over.
struct CachePage
{
    std::vector<CaseRow> changed;
    std::vector<HeaderRow> headers;        ///< of a supervisor's desk
    std::vector<std::string_view> removed; ///< ids, of cases or headers
    std::vector<OwnProposals> proposals;   ///< of the account, on cases that are mostly not here
    std::string_view nextCursor;
    bool more = false;
};

/// What writing to the cache did.
struct PageEffect
{
    std::vector<CaseId> changed;
    std::vector<CaseId> removed;
    std::vector<CaseId> ignored;   ///< came with a version older than the one kept: a version never goes back
    bool proposalsChanged = false; ///< the account's own
    bool headersChanged = false;
};

} // namespace tawasul
