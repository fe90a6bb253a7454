// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/headergate.h"

namespace tawasul {

HeaderGate::State HeaderGate::look(std::string_view bytes)
{
    while (m_seen < bytes.size()) {
        const State state = step(static_cast<unsigned char>(bytes[m_seen++]));
        if (state != State::More)
            return state;
    }
    return State::More;
}

HeaderGate::State HeaderGate::step(unsigned char byte)
{
    if (m_afterReturn) {
        if (byte != '\n')
            return State::Malformed;
        if (m_lineLength == 0)
            return m_firstLine ? State::Malformed : State::Complete;
        m_afterReturn = false;
        m_firstLine = false;
        m_lineLength = 0;
        return State::More;
    }
    if (byte == '\r') {
        m_afterReturn = true;
        return State::More;
    }
    const bool blank = byte == ' ' || byte == '\t';
    const bool control = byte < 0x20 || byte == 0x7f;
    if ((control && !blank) || (blank && m_lineLength == 0))
        return State::Malformed;
    ++m_lineLength;
    return State::More;
}

} // namespace tawasul
