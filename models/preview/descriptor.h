// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>
#include <utility>

namespace tawasul {

/// A file descriptor with one owner, closed with it.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int number) noexcept
        : m_number(number)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] int number() const noexcept { return m_number; }
    explicit operator bool() const noexcept { return m_number >= 0; }

    void close() noexcept
    {
        if (const int number = std::exchange(m_number, -1); number >= 0)
            ::close(number);
    }

private:
    int m_number = -1;
};

} // namespace tawasul
