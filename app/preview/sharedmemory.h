// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace tawasul {

/// A memfd of the host, mapped; unmapped with it.
class SharedMemory
{
public:
    enum class Use {
        Document,
        Pixels,
        Sparse, ///< to be written, and most of it not at all
    };

    SharedMemory() = default;
    /// Empty unless the memfd has at least that many bytes.
    SharedMemory(int descriptor, std::size_t size, Use use);
    SharedMemory(SharedMemory &&other) noexcept;
    SharedMemory &operator=(SharedMemory &&other) noexcept;
    SharedMemory(const SharedMemory &) = delete;
    SharedMemory &operator=(const SharedMemory &) = delete;
    ~SharedMemory();

    explicit operator bool() const { return m_bytes != nullptr; }
    [[nodiscard]] unsigned char *bytes() const { return m_bytes; }
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    unsigned char *m_bytes = nullptr;
    std::size_t m_size = 0;
};

} // namespace tawasul
