// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <vector>

namespace tawasul {

/// Measurements of one thing, in the order in which they were taken.
struct Series
{
    std::vector<double> values;

    [[nodiscard]] double median() const;
    [[nodiscard]] double least() const;
    [[nodiscard]] double most() const;
    /// How far apart they lie, as a part of the median; above 0.2 the machine was too busy to be believed.
    [[nodiscard]] double spread() const;
};

/// Ours against a reference, both measured in the same run. The goal bounds ours / reference.
struct Comparison
{
    enum class Better { Lower, Higher };

    QString name;
    Series ours;
    Series reference;
    QString unit;
    double goal = 0;
    Better better = Better::Lower;

    [[nodiscard]] double ratio() const;
    [[nodiscard]] bool holds() const;
};

/// Writes folder/NAME.json and prints the same as a table; answers whether every goal holds and the file is
/// written.
[[nodiscard]] bool report(const QString &folder, const QString &name,
                          const std::vector<Comparison> &comparisons);

} // namespace tawasul
