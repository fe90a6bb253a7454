// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/dice.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

#include <numeric>

namespace tawasul {

namespace {

std::uint64_t seedOf(quint64 seed, QByteArrayView road, quint64 number)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QByteArray name{QByteArray::number(seed) + '/' + road.toByteArray() + '/'
                          + QByteArray::number(number)};
    hash.addData(name);
    return qFromLittleEndian<quint64>(hash.result().constData());
}

} // namespace

Dice::Dice(quint64 seed, QByteArrayView road, quint64 number)
    : m_engine(seedOf(seed, road, number))
{
}

std::uint64_t Dice::next()
{
    return m_engine();
}

int Dice::below(int count)
{
    return static_cast<int>(between64(0, count - 1));
}

int Dice::between(int low, int high)
{
    return static_cast<int>(between64(low, high));
}

qint64 Dice::between64(qint64 low, qint64 high)
{
    if (high <= low)
        return low;
    const auto count = static_cast<std::uint64_t>(high - low) + 1;
    // What is left over above the last whole multiple would favour the small numbers: draw again.
    const std::uint64_t fair = std::mt19937_64::max() - std::mt19937_64::max() % count;
    std::uint64_t drawn = m_engine();
    while (drawn >= fair)
        drawn = m_engine();
    return low + static_cast<qint64>(drawn % count);
}

std::size_t Dice::weighted(const std::vector<int> &weights)
{
    const qint64 sum = std::accumulate(weights.begin(), weights.end(), qint64{0});
    qint64 drawn = between64(0, sum - 1);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        drawn -= weights[i];
        if (drawn < 0)
            return i;
    }
    return 0;
}

} // namespace tawasul
