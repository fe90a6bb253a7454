// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseheader.h"
#include "models/store/caserow.h"

#include <QtCore/QStringList>

#include <deque>
#include <vector>

namespace tawasul {

/// A page of the feed made from values, with the bytes that its views look into.
class CasePage
{
public:
    CasePage() = default;
    CasePage(const CasePage &) = delete; // the views look into this one
    CasePage &operator=(const CasePage &) = delete;

    CasePage &add(const Case &theCase);
    CasePage &add(const CaseHeader &header);
    CasePage &add(const OwnProposals &own);
    CasePage &remove(const CaseId &id);
    CasePage &endAt(const QString &cursor, bool more = false);

    [[nodiscard]] const CachePage &page() const { return m_page; }
    [[nodiscard]] const CaseRow &row() const { return m_page.changed.front(); }

private:
    std::string_view keep(const QString &text);

    std::deque<QByteArray> m_bytes;
    CachePage m_page;
};

/// sampleCase() with another identity: the n-th of many, each with its own number, names and deadline.
[[nodiscard]] Case numberedCase(int n);

} // namespace tawasul
