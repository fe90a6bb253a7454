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

    /// The last field of the path: what an error has to name.
    [[nodiscard]] QString field() const;
};

/// The document without one of its fields, for each field of each object in it.
[[nodiscard]] std::vector<JsonFault> everyFieldRemoved(const QJsonObject &document);

/// The document with one value of another JSON type, for each value in it and each other type.
[[nodiscard]] std::vector<JsonFault> everyValueMistyped(const QJsonObject &document);

/// The document as a newer centre might send it: each object in it has fields more.
[[nodiscard]] QJsonObject withUnknownFields(const QJsonObject &document);

/// Gives a decoder every fault of both kinds. A field in `optional` may be missing or null, which must mean
/// the same; everything else must be refused as wire.malformed with the field's name. Returns what went
/// otherwise.
template <class T>
QStringList leniencies(Result<T> (*decode)(const QJsonObject &), const QJsonObject &document,
                       const QSet<QString> &optional)
{
    QStringList found;
    const auto refused = [&found](const JsonFault &fault, const Result<T> &result, const char *why) {
        if (result)
            found += fault.path % QStringLiteral(" accepted: ") % fault.what;
        else if (result.error().code != QLatin1String("wire.malformed")
                 || !result.error().detail.contains(fault.field() % QLatin1String(why)))
            found +=
                fault.path % QLatin1Char(' ') % fault.what % QStringLiteral(": ") % result.error().detail;
    };
    QSet<QString> seen;
    std::vector<T> without; // in the order of the document, as are the nulls below
    for (const JsonFault &fault : everyFieldRemoved(document)) {
        const Result<T> result = decode(fault.document);
        seen.insert(fault.path);
        if (!optional.contains(fault.path))
            refused(fault, result, ": missing");
        else if (!result)
            found += fault.path % QStringLiteral(" refused: ") % result.error().detail;
        else
            without.push_back(*result);
    }
    std::size_t nulls = 0;
    for (const JsonFault &fault : everyValueMistyped(document)) {
        const Result<T> result = decode(fault.document);
        if (fault.what != QLatin1String("null") || !optional.contains(fault.path))
            refused(fault, result, ": ");
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
