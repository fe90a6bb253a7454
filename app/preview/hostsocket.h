// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/frame.h"

#include <array>
#include <cstring>
#include <optional>

namespace tawasul {

/// A question of the host, and the descriptor beside it; closed with it.
class Question
{
public:
    Question() = default;
    ~Question();
    Question(const Question &) = delete;
    Question &operator=(const Question &) = delete;

    /// Waits for the next one; false when the host is gone.
    [[nodiscard]] bool receive();

    [[nodiscard]] FrameKind kind() const { return FrameKind(quint32(m_head.kind)); }
    [[nodiscard]] quint32 sequence() const { return m_head.sequence; }
    [[nodiscard]] int descriptor() const { return m_descriptor; } ///< -1 when there is none

    /// The question, when it is of that kind and size.
    template<class Frame>
    [[nodiscard]] std::optional<Frame> as() const
    {
        Frame frame;
        if (m_size != sizeof(Frame) || m_head.magic != kFrameMagic || kind() != Frame::kKind)
            return {};
        std::memcpy(&frame, m_bytes.data(), sizeof(Frame));
        return frame;
    }

private:
    std::array<char, kLargestFrame> m_bytes = {};
    std::size_t m_size = 0;
    FrameHead m_head = {};
    int m_descriptor = -1;
};

/// False when the host is gone.
[[nodiscard]] bool sendToHost(const void *bytes, std::size_t size);

template<class Frame>
[[nodiscard]] bool answer(const Frame &frame)
{
    return sendToHost(&frame, sizeof(Frame));
}

/// Whether the worker was started by a host at all.
[[nodiscard]] bool hasHost();

} // namespace tawasul
