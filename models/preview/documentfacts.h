// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/frame.h"
#include "models/preview/previewpage.h"

#include <optional>

namespace tawasul {

/// One document, for what is asked of it as a whole.
struct DocumentRequest
{
    QString sha256;
    QString path; ///< the verified copy on this machine
    PagePriority priority = PagePriority::Visible;
};

/// What is known of a document once it is open.
struct DocumentFacts
{
    DocumentKind kind = DocumentKind::Pdf; ///< by its content
    int pageCount = 0;
    bool encrypted = false; ///< whether or not a password was asked for

    friend bool operator==(const DocumentFacts &, const DocumentFacts &) = default;
};

/// What a document carries that could act on whoever opens it in another program. Nothing of it was run, and
/// nothing of it can be here. Each flag whose things can be counted has a number, which never is more than
/// kMaximumFindings.
class DocumentFindings
{
public:
    DocumentFindings() = default;
    /// Nothing when the numbers do not belong together or mean nothing.
    [[nodiscard]] static std::optional<DocumentFindings> from(const FindingsFrame &frame);
    /// Of a file that whoever looked into it did not survive, or did not understand: partial, and nothing
    /// more.
    [[nodiscard]] static DocumentFindings notExamined();

    /// Of kFinding…, all of them.
    [[nodiscard]] bool has(quint32 flags) const { return (m_flags & flags) == flags; }
    /// Nothing was found, and everything was looked at.
    [[nodiscard]] bool isClean() const { return m_flags == 0; }
    /// Only a part could be read: by damage, for want of time, or because of a password. What was found is
    /// there all the same.
    [[nodiscard]] bool isPartial() const { return has(kFindingPartial); }

    [[nodiscard]] int scripts() const { return int(m_counts.scripts); }
    [[nodiscard]] int launches() const { return int(m_counts.launches); }
    [[nodiscard]] int submissions() const { return int(m_counts.submissions); }
    [[nodiscard]] int embeddedFiles() const { return int(m_counts.embeddedFiles); }
    [[nodiscard]] int externalLinks() const { return int(m_counts.externalLinks); }

    friend bool operator==(const DocumentFindings &, const DocumentFindings &) = default;

private:
    struct Counts
    {
        quint32 scripts = 0;
        quint32 launches = 0;
        quint32 submissions = 0;
        quint32 embeddedFiles = 0;
        quint32 externalLinks = 0;

        friend bool operator==(const Counts &, const Counts &) = default;
    };

    quint32 m_flags = 0;
    Counts m_counts;
};

} // namespace tawasul
