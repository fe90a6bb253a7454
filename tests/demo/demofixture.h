// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/demogenerator.h"

#include <QtCore/QHash>

namespace tawasul {

/// The reference data that the program ships; null when it cannot be read.
[[nodiscard]] ReferencePtr shippedReference();

/// A pool that names its files but draws none: for tests that look at cases only.
[[nodiscard]] SamplePool paperPool(const Reference &reference);

/// Everything a generator makes for these options with the paper pool; empty, and a warning, after an error.
struct MadeDemo
{
    std::unique_ptr<DemoGenerator> generator;
    std::vector<DemoCase> cases;
};
[[nodiscard]] MadeDemo makeDemo(const DemoOptions &options);

/// A Sunday in an ordinary week.
[[nodiscard]] inline QDate ordinaryDay()
{
    return {2026, 11, 22};
}

} // namespace tawasul
