// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QtCore/QString>

#include <cstdint>

namespace tawasul {

/// The door through which chance enters; tests seed it. Safe to call from any thread unless a test says
/// otherwise.
class Random
{
public:
    virtual ~Random() = default;

    /// 64 bits, every value equally likely.
    [[nodiscard]] virtual std::uint64_t next() = 0;
};

/// The system's cryptographic source (QRandomGenerator::system).
class SystemRandom final : public Random
{
public:
    [[nodiscard]] std::uint64_t next() override;
};

/// A version 7 UUID (RFC 9562, section 5.7): milliseconds first, so that ids sort by time of making; lower
/// case, with hyphens, 36 ASCII characters.
[[nodiscard]] QString uuidV7(Instant instant, Random &random);

/// Whether the text is such a UUID, in just that form.
[[nodiscard]] bool isUuidV7(QStringView text);

} // namespace tawasul
