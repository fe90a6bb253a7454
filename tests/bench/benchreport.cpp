// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchreport.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

#include <algorithm>
#include <cstdio>

namespace tawasul {

namespace {

constexpr double kBusy = 0.2;

QJsonObject toJson(const Comparison &row)
{
    return {{QStringLiteral("name"), row.name},
            {QStringLiteral("ours"), row.ours.median()},
            {QStringLiteral("reference"), row.reference.median()},
            {QStringLiteral("unit"), row.unit},
            {QStringLiteral("ratio"), row.ratio()},
            {QStringLiteral("goal"), row.goal},
            {QStringLiteral("better"),
             row.better == Comparison::Better::Lower ? QStringLiteral("lower") : QStringLiteral("higher")},
            {QStringLiteral("holds"), row.holds()}};
}

void print(const Comparison &row)
{
    std::printf("%-58s %9.1f [%.1f-%.1f] %9.1f [%.1f-%.1f] %-4s %6.2f %s %-5.2f %s\n", qPrintable(row.name),
                row.ours.median(), row.ours.least(), row.ours.most(), row.reference.median(),
                row.reference.least(), row.reference.most(), qPrintable(row.unit), row.ratio(),
                row.better == Comparison::Better::Lower ? "<=" : ">=", row.goal,
                row.holds() ? "holds" : "MISSED");
    if (std::max(row.ours.spread(), row.reference.spread()) > kBusy)
        std::printf("%-58s the machine was busy: measure again when it is quiet\n", "");
}

} // namespace

double Series::median() const
{
    if (values.empty())
        return 0;
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

double Series::least() const
{
    return values.empty() ? 0 : *std::min_element(values.begin(), values.end());
}

double Series::most() const
{
    return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
}

double Series::spread() const
{
    return median() > 0 ? (most() - least()) / median() : 0;
}

double Comparison::ratio() const
{
    return reference.median() > 0 ? ours.median() / reference.median() : 0;
}

bool Comparison::holds() const
{
    if (ours.values.empty() || reference.values.empty())
        return false;
    return better == Better::Lower ? ratio() <= goal : ratio() >= goal;
}

bool report(const QString &folder, const QString &name, const std::vector<Comparison> &comparisons)
{
    std::printf("\n%s: median [least-most] of ours, of the reference, ratio, goal\n", qPrintable(name));
    QJsonArray rows;
    bool all = !comparisons.empty();
    for (const Comparison &row : comparisons) {
        rows.append(toJson(row));
        print(row);
        all = all && row.holds();
    }
    const QString path = QDir(folder).filePath(QString(name % u".json"));
    const QByteArray bytes = QJsonDocument(rows).toJson();
    QSaveFile file(path);
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
        || !file.commit()) {
        std::fprintf(stderr, "%s could not be written\n", qPrintable(path));
        return false;
    }
    std::printf("written: %s\n", qPrintable(path));
    return all;
}

} // namespace tawasul
