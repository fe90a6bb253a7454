// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <map>
#include <set>
#include <vector>

namespace tawasul {

/// How many of the cases that await the officer could be worked on if the network died now: those whose
/// attachments are all here. One thread.
class Readiness
{
public:
    /// Of each such case, the attachments that are not here.
    void replace(const std::vector<std::set<QString>> &lacking);
    /// Whether that made a case ready.
    bool arrived(const QString &sha256);

    [[nodiscard]] int ready() const { return m_ready; }
    [[nodiscard]] int total() const { return static_cast<int>(m_lacking.size()); }

private:
    std::vector<std::size_t> m_lacking; ///< how many attachments each case lacks
    std::map<QString, std::vector<std::size_t>> m_casesOf;
    int m_ready = 0;
};

} // namespace tawasul
