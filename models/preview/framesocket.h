// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/frame.h"

#include <array>
#include <cstring>
#include <optional>

namespace tawasul {

/// What arrived from a worker, unchecked.
class ReceivedFrame
{
public:
    enum class State {
        Nothing, ///< nothing yet
        Frame,
        Closed, ///< the worker is gone
        Foul,   ///< longer than any frame, or with descriptors, which no worker has reason to send
    };

    [[nodiscard]] static ReceivedFrame from(int socket);

    [[nodiscard]] State state() const { return m_state; }

    /// The frame, when it is one of that kind, of exactly its size and the answer to that question.
    template<class Frame>
    [[nodiscard]] std::optional<Frame> as(quint32 sequence) const
    {
        Frame frame;
        if (m_state != State::Frame || m_size != sizeof(Frame))
            return {};
        std::memcpy(&frame, m_bytes.data(), sizeof(Frame));
        if (frame.head.magic != kFrameMagic || frame.head.kind != quint32(Frame::kKind)
            || frame.head.sequence != sequence)
            return {};
        return frame;
    }

private:
    std::array<char, kLargestFrame> m_bytes = {};
    std::size_t m_size = 0;
    State m_state = State::Nothing;
};

/// Sends one record, with a descriptor beside it unless that is -1; never waits. False when it did not go.
[[nodiscard]] bool sendRecord(int socket, const void *bytes, std::size_t size, int passed);

template<class Frame>
[[nodiscard]] bool sendFrame(int socket, const Frame &frame, int passed = -1)
{
    return sendRecord(socket, &frame, sizeof(Frame), passed);
}

} // namespace tawasul
