// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace tawasul {

/// The door in front of the HTTP parser: finds the end of a head and refuses bytes on which parsers disagree
/// (bare CR or LF, folded lines, controls, empty lines before the request). Beast accepts some of them, for
/// example obs-fold, and no longer shows afterwards that they were there. Feed it the growing buffer; it
/// looks at each byte once.
class HeaderGate
{
public:
    enum class State { More, Complete, Malformed };

    /// `bytes` is everything received so far of this head, from its first byte.
    [[nodiscard]] State look(std::string_view bytes);
    /// Length of the head with its empty line; meaningful once Complete.
    [[nodiscard]] std::size_t length() const { return m_seen; }

private:
    State step(unsigned char byte);

    std::size_t m_seen = 0;
    std::size_t m_lineLength = 0;
    bool m_firstLine = true;
    bool m_afterReturn = false;
};

} // namespace tawasul
