// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QDate>

#include <optional>

namespace tawasul {

/// What the generator is asked for.
struct DemoOptions
{
    int cases = 400;
    int officers = 6;
    quint64 seed = 1;
    QDate day;                        ///< the "today" of the data; null: today in Riyadh
    int files = 200;                  ///< about so many are made for single cases; the others share theirs
    std::optional<int> recallSeconds; ///< to take a decision back; null: as in the reference data
};

/// Makes a training register in an empty folder and fills it; then prints the accounts, for people or as JSON
/// {"accounts": [{"username", "password", "role", "section", "region"}], "cases": N, "misfits": [{"case",
/// "document", "why"}]}: the cases that came with a document that does not fit. Everything generated lies
/// before the morning of the day. Conflict, centre.exists; errors of DemoGenerator. Needs a
/// QGuiApplication.
[[nodiscard]] Outcome runDemo(const QString &dataFolder, const DemoOptions &options, bool json);

} // namespace tawasul
