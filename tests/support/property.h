// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtTest/QTest>

#include <rapidcheck.h>

#include <cstdint>
#include <functional>

namespace tawasul {

/// Runs a RapidCheck property from a fixed seed, which is printed, so that every run tests the same values.
/// Returns the shrunk counterexample with the seed, or nothing when the property held.
[[nodiscard]] QByteArray counterexample(const char *name, std::uint64_t seed, int runs,
                                        const std::function<void()> &body);

} // namespace tawasul

/// Fails the running test function unless the property (a lambda that draws with `*gen` and judges with
/// RC_ASSERT) holds `runs` times. RC_ASSERT takes expressions apart: wrap one with || && ?: in parentheses of
/// its own, or all of its sides are evaluated.
#define TAWASUL_HOLDS(seed, runs, ...)                                                                       \
    do {                                                                                                     \
        const QByteArray refutation =                                                                        \
            tawasul::counterexample(QTest::currentTestFunction(), (seed), (runs), __VA_ARGS__);              \
        QVERIFY2(refutation.isEmpty(), refutation.constData());                                              \
    } while (false)
