// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/readiness.h"

namespace tawasul {

void Readiness::replace(const std::vector<std::set<QString>> &lacking)
{
    m_lacking.clear();
    m_casesOf.clear();
    m_ready = 0;
    for (const std::set<QString> &hashes : lacking) {
        for (const QString &sha256 : hashes)
            m_casesOf[sha256].push_back(m_lacking.size());
        m_lacking.push_back(hashes.size());
        m_ready += hashes.empty() ? 1 : 0;
    }
}

bool Readiness::arrived(const QString &sha256)
{
    const auto node = m_casesOf.extract(sha256);
    if (node.empty())
        return false;
    const int before = m_ready;
    for (const std::size_t index : node.mapped())
        m_ready += --m_lacking[index] == 0 ? 1 : 0;
    return m_ready != before;
}

} // namespace tawasul
