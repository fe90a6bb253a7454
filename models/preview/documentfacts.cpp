// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/documentfacts.h"

namespace tawasul {

std::optional<DocumentFindings> DocumentFindings::from(const FindingsFrame &frame)
{
    DocumentFindings findings;
    findings.m_flags = frame.flags;
    findings.m_counts = {frame.scripts, frame.launches, frame.submissions, frame.embeddedFiles,
                         frame.externalLinks};
    const auto belong = [&findings](quint32 count, quint32 flag) {
        return count <= kMaximumFindings && (count > 0) == findings.has(flag);
    };
    const Counts &counts = findings.m_counts;
    const bool makesSense = (findings.m_flags & ~kKnownFindings) == 0
        && belong(counts.scripts, kFindingScripts) && belong(counts.launches, kFindingLaunches)
        && belong(counts.submissions, kFindingSubmissions)
        && belong(counts.embeddedFiles, kFindingEmbeddedFiles)
        && belong(counts.externalLinks, kFindingExternalLinks);
    if (!makesSense)
        return {};
    return findings;
}

DocumentFindings DocumentFindings::notExamined()
{
    DocumentFindings findings;
    findings.m_flags = kFindingPartial;
    return findings;
}

} // namespace tawasul
