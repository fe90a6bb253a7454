// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/frame.h"

namespace tawasul {

/// How a worker of this machine was shut in when it said Hello: what a screen of security says. It is the
/// worker's own word, given before it has seen any document.
class Posture
{
public:
    Posture() = default;
    /// Of kPosture…; bits without a meaning are dropped.
    explicit Posture(quint32 bits)
        : m_bits(bits & kKnownPosture)
    {
    }

    /// Whether documents are shown at all: nothing is missing that kRequiredPosture asks for.
    [[nodiscard]] bool isEnough() const { return (m_bits & kRequiredPosture) == kRequiredPosture; }
    /// Of kPosture…, all of them.
    [[nodiscard]] bool has(quint32 bits) const { return (m_bits & bits) == bits; }
    /// Nothing is missing, not even what depends on the kernel.
    [[nodiscard]] bool isWhole() const { return m_bits == kKnownPosture; }

    friend bool operator==(Posture, Posture) = default;

private:
    quint32 m_bits = 0;
};

} // namespace tawasul
