// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <cstdint>

namespace tawasul {

/// Everything that happens in a run, as one number, and in words for whoever replays it. Two runs of a seed
/// that differ anywhere differ in the number.
class Trace
{
public:
    /// With words they are printed as they come.
    explicit Trace(bool inWords)
        : m_inWords(inWords)
    {
    }

    [[nodiscard]] bool inWords() const { return m_inWords; }
    [[nodiscard]] std::uint64_t hash() const { return m_hash; }

    void add(std::uint64_t number)
    {
        m_hash ^= number + 0x9e3779b97f4a7c15ULL + (m_hash << 6) + (m_hash >> 2);
        m_hash *= 0xff51afd7ed558ccdULL;
        m_hash ^= m_hash >> 32;
    }
    void add(QByteArrayView bytes);
    /// Words are told with the time they happened at, in milliseconds from the start of the run.
    void say(std::int64_t ms, const QString &words);

private:
    const bool m_inWords;
    std::uint64_t m_hash = 0x7461776173756cULL;
};

} // namespace tawasul
