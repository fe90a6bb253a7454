// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/demogenerator.h"

#include <map>

namespace tawasul {

/// The reference data that the program ships; null when it cannot be read.
[[nodiscard]] ReferencePtr shippedReference();

/// What was printed, by the name of the file.
using PrintedSheets = std::map<QString, SampleDraft>;

/// Everything a generator makes for these options with files that are described but not drawn: for tests that
/// look at cases only. Empty, and a warning, after an error.
struct MadeDemo
{
    std::unique_ptr<DemoGenerator> generator;
    std::vector<DemoCase> cases;
    std::shared_ptr<PrintedSheets> printed;
};
[[nodiscard]] MadeDemo makeDemo(const DemoOptions &options);

/// What stands on a sheet in its rows: label and value.
[[nodiscard]] QStringList rowsOf(const Sheet &sheet);

/// A Sunday in an ordinary week.
[[nodiscard]] inline QDate ordinaryDay()
{
    return {2026, 11, 22};
}

} // namespace tawasul
