// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/uuid.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QUuid>

namespace tawasul {

std::uint64_t SystemRandom::next()
{
    return QRandomGenerator::system()->generate64();
}

QString uuidV7(Instant instant, Random &random)
{
    const auto ms = static_cast<std::uint64_t>(instant.time_since_epoch().count());
    const std::uint64_t a = random.next();
    const std::uint64_t b = random.next();
    const auto timeHigh = static_cast<std::uint32_t>(ms >> 16U);
    const auto timeLow = static_cast<std::uint16_t>(ms & 0xFFFFU);
    const auto versionAndRandom = static_cast<std::uint16_t>(0x7000U | (a & 0x0FFFU));
    const auto byte = [b](unsigned index) { return static_cast<std::uint8_t>((b >> (8U * index)) & 0xFFU); };
    const auto variantAndRandom = static_cast<std::uint8_t>(0x80U | (byte(0) & 0x3FU));
    const QUuid uuid(timeHigh, timeLow, versionAndRandom, variantAndRandom, byte(1), byte(2), byte(3),
                     byte(4), byte(5), byte(6), byte(7));
    return uuid.toString(QUuid::WithoutBraces);
}

bool isUuidV7(QStringView text)
{
    if (text.size() != 36 || text.at(14) != u'7')
        return false;
    const QUuid uuid = QUuid::fromString(text);
    return !uuid.isNull() && uuid.variant() == QUuid::DCE && uuid.toString(QUuid::WithoutBraces) == text;
}

} // namespace tawasul
