// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/uuid.h"

#include <chrono>

namespace tawasul {

/// How long to wait after so many failures in a row, the first being 1: one second to one and a half, doubled
/// each time, five minutes at most; by chance, so that five thousand desks do not come back in the same
/// second.
[[nodiscard]] std::chrono::milliseconds backoffAfter(int failures, Random &random);

/// Between four and six fifths of a time.
[[nodiscard]] std::chrono::milliseconds jittered(std::chrono::milliseconds time, Random &random);

/// Counts failures in a row.
class Backoff
{
public:
    explicit Backoff(Random &random)
        : m_random(random)
    {
    }

    void succeeded() { m_failures = 0; }
    [[nodiscard]] int failures() const { return m_failures; }
    [[nodiscard]] std::chrono::milliseconds failed() { return backoffAfter(++m_failures, m_random); }

private:
    Random &m_random;
    int m_failures = 0;
};

} // namespace tawasul
