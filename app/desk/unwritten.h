// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>

namespace tawasul {

/// Something typed, held until the disk has taken the newest of it: an answer to an older one decides
/// nothing, whichever comes first.
template<class Text>
class Unwritten
{
public:
    Unwritten(Text text, std::uint64_t number)
        : m_text(std::move(text))
        , m_number(number)
    {
    }

    [[nodiscard]] const Text &text() const { return m_text; }
    /// Of this text; no two have the same.
    [[nodiscard]] std::uint64_t number() const { return m_number; }

    /// Whether it is to be given to the disk now: once, until refused() asks for it again.
    [[nodiscard]] bool begin() { return !std::exchange(m_isOnItsWay, true); }
    [[nodiscard]] bool isNewest(std::uint64_t number) const { return m_number == number; }
    void refused(std::uint64_t number)
    {
        if (isNewest(number))
            m_isOnItsWay = false;
    }

private:
    Text m_text;
    std::uint64_t m_number;
    bool m_isOnItsWay = false;
};

} // namespace tawasul
