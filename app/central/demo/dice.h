// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/uuid.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QtGlobal>

#include <cstdint>
#include <random>
#include <vector>

namespace tawasul {

/// Chance that repeats itself: the same seed and road give the same draws on every machine. (The engine is
/// fixed by the standard, the distributions of the standard library are not, so the draws are ours.) Each
/// road is a stream of its own, so that one more draw for a case changes nothing in the next. One thread.
class Dice final : public Random
{
public:
    /// `road` names the stream, `number` one of many like it.
    Dice(quint64 seed, QByteArrayView road, quint64 number = 0);

    [[nodiscard]] std::uint64_t next() override;

    /// 0 … count - 1, each equally likely; count >= 1.
    [[nodiscard]] int below(int count);

    /// low … high, both possible; low when high is less.
    [[nodiscard]] int between(int low, int high);
    [[nodiscard]] qint64 between64(qint64 low, qint64 high);

    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }

    /// A position in `weights`, in proportion to them; 0 when all are zero.
    [[nodiscard]] std::size_t weighted(const std::vector<int> &weights);

    /// One of the values, which must not be empty.
    template<class List>
    [[nodiscard]] decltype(auto) pick(const List &values)
    {
        return values[static_cast<typename List::size_type>(below(static_cast<int>(values.size())))];
    }

    template<class T>
    void shuffle(std::vector<T> &values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[static_cast<std::size_t>(below(static_cast<int>(i)))]);
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace tawasul
