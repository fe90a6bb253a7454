// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace tawasul {

/// A document with one thing wrong in it.
struct JsonFault
{
    QString path; ///< such as "history[].reply.text"
    QString what; ///< "removed", or the type that took the value's place
    QJsonObject document;

    /// Whether an error of a decoder whose errors begin with `root` names the path: whatever it says between
    /// brackets, and for a removed field that it is missing.
    [[nodiscard]] bool isNamedBy(const QString &root, QString detail) const;
};

/// The document without one of its fields, for each field of each object in it.
[[nodiscard]] std::vector<JsonFault> everyFieldRemoved(const QJsonObject &document);

/// The document with one value of another JSON type, for each value in it and each other type; and with
/// numbers that are no whole numbers or too large to be exact.
[[nodiscard]] std::vector<JsonFault> everyValueMistyped(const QJsonObject &document);

/// The document as a newer centre might send it: each object in it has fields more.
[[nodiscard]] QJsonObject withUnknownFields(const QJsonObject &document);

/// Gives a decoder, whose errors begin with `root`, every fault of both kinds. A field in `optional` may be
/// missing or null, which must mean the same; everything else must be refused as wire.malformed with the path
/// of the field. Returns what went otherwise.
template <class T>
QStringList leniencies(const QString &root, Result<T> (*decode)(const QJsonObject &),
                       const QJsonObject &document, const QSet<QString> &optional)
{
    QStringList found;
    const auto refused = [&](const JsonFault &fault, const Result<T> &result) {
        if (result)
            found += fault.path % QStringLiteral(" accepted: ") % fault.what;
        else if (result.error().code != QLatin1String("wire.malformed")
                 || !fault.isNamedBy(root, result.error().detail))
            found +=
                fault.path % QLatin1Char(' ') % fault.what % QStringLiteral(" -> ") % result.error().detail;
    };
    QSet<QString> seen;
    std::vector<T> without; // in the order of the document, as are the nulls below
    for (const JsonFault &fault : everyFieldRemoved(document)) {
        const Result<T> result = decode(fault.document);
        seen.insert(fault.path);
        if (!optional.contains(fault.path))
            refused(fault, result);
        else if (!result)
            found += fault.path % QStringLiteral(" refused: ") % result.error().detail;
        else
            without.push_back(*result);
    }
    std::size_t nulls = 0;
    for (const JsonFault &fault : everyValueMistyped(document)) {
        const Result<T> result = decode(fault.document);
        if (fault.what != QLatin1String("null") || !optional.contains(fault.path))
            refused(fault, result);
        else if (!result || nulls >= without.size() || !(*result == without[nulls++]))
            found += fault.path % QStringLiteral(": null is not the same as missing");
    }
    for (const QString &path : optional) {
        if (!seen.contains(path))
            found += path % QStringLiteral(" is not in the document, so nothing was tested");
    }
    return found;
}

} // namespace tawasul
