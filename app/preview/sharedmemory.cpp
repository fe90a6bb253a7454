// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/sharedmemory.h"

#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace tawasul {

SharedMemory::SharedMemory(int descriptor, std::size_t size, Use use)
{
    // By seeking: asking for a file's facts goes by names as well, and those may be forbidden here.
    const off_t there = ::lseek(descriptor, 0, SEEK_END);
    if (size == 0 || there < 0 || std::size_t(there) < size)
        return;
    // Private for the document: older kernels refuse a shared mapping of memory that is sealed against
    // writing.
    const bool written = use != Use::Document;
    // All at once: filling thousands of pages one fault at a time is what an officer would wait for.
    const int atOnce = use != Use::Sparse ? MAP_POPULATE : 0;
    void *mapped = ::mmap(nullptr, size, written ? PROT_READ | PROT_WRITE : PROT_READ,
                          (written ? MAP_SHARED : MAP_PRIVATE) | atOnce, descriptor, 0);
    if (mapped == MAP_FAILED)
        return;
    m_bytes = static_cast<unsigned char *>(mapped);
    m_size = size;
}

SharedMemory::SharedMemory(SharedMemory &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SharedMemory &SharedMemory::operator=(SharedMemory &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    return *this;
}

SharedMemory::~SharedMemory()
{
    if (m_bytes != nullptr)
        ::munmap(m_bytes, m_size);
}

} // namespace tawasul
