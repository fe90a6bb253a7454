// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/jsonfaults.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonValue>
#include <QtCore/QRegularExpression>

#include <functional>
#include <limits>

namespace tawasul {

namespace {

using Emit = std::function<void(const QString &path, const QString &what, const QJsonValue &whole)>;
using Edit = std::function<void(const QJsonValue &value, const QString &path, const Emit &emit)>;

// Visits every value under `value`; `edit` emits changed versions of one value, which arrive at `emit` put
// back into the whole. An undefined version means: without it.
void visit(const QJsonValue &value, const QString &path, const Edit &edit, const Emit &emit)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString name = it.key();
            const QString inner = path.isEmpty() ? name : QString(path % QLatin1Char('.') % name);
            const Emit putBack = [&](const QString &where, const QString &what, const QJsonValue &changed) {
                QJsonObject copy = object;
                if (changed.isUndefined())
                    copy.remove(name);
                else
                    copy.insert(name, changed);
                emit(where, what, copy);
            };
            edit(it.value(), inner, putBack);
            visit(it.value(), inner, edit, putBack);
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        const QString inner = path % QStringLiteral("[]");
        for (qsizetype i = 0; i < array.size(); ++i) {
            const Emit putBack = [&](const QString &where, const QString &what, const QJsonValue &changed) {
                if (changed.isUndefined())
                    return; // a shorter list is no fault
                QJsonArray copy = array;
                copy.replace(i, changed);
                emit(where, what, copy);
            };
            edit(array.at(i), inner, putBack);
            visit(array.at(i), inner, edit, putBack);
        }
    }
}

std::vector<JsonFault> faults(const QJsonObject &document, const Edit &edit)
{
    std::vector<JsonFault> found;
    visit(document, {}, edit, [&found](const QString &path, const QString &what, const QJsonValue &whole) {
        found.push_back({ path, what, whole.toObject() });
    });
    return found;
}

QJsonValue enriched(const QJsonValue &value)
{
    if (value.isObject())
        return withUnknownFields(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray array;
    const QJsonArray old = value.toArray();
    for (const QJsonValue &element : old)
        array.append(enriched(element));
    return array;
}

} // namespace

bool JsonFault::isNamedBy(const QString &root, QString detail) const
{
    static const QRegularExpression kBrackets(QStringLiteral("\\[[^\\]]*\\]"));
    detail.remove(kBrackets);
    QString expected = root % QLatin1Char('.') % QString(path).remove(kBrackets) % QStringLiteral(": ");
    if (what == QLatin1String("removed"))
        expected += QStringLiteral("missing");
    return detail.startsWith(expected);
}

std::vector<JsonFault> everyFieldRemoved(const QJsonObject &document)
{
    return faults(document, [](const QJsonValue &, const QString &path, const Emit &emit) {
        emit(path, QStringLiteral("removed"), QJsonValue(QJsonValue::Undefined));
    });
}

std::vector<JsonFault> everyValueMistyped(const QJsonObject &document)
{
    static const std::vector<std::pair<QString, QJsonValue>> kOthers{
        { QStringLiteral("null"), QJsonValue(QJsonValue::Null) },
        { QStringLiteral("bool"), QJsonValue(true) },
        { QStringLiteral("number"), QJsonValue(7) },
        { QStringLiteral("string"), QJsonValue(QStringLiteral("7")) },
        { QStringLiteral("array"), QJsonArray{ QStringLiteral("7"), 7 } },
        { QStringLiteral("object"), QJsonObject{ { QStringLiteral("seven"), 7 } } },
    };
    return faults(document, [](const QJsonValue &value, const QString &path, const Emit &emit) {
        for (const auto &[what, other] : kOthers) {
            if (other.type() != value.type())
                emit(path, what, other);
        }
        if (!value.isDouble())
            return;
        emit(path, QStringLiteral("a fraction"), value.toDouble() + 0.5);
        emit(path, QStringLiteral("2^53 + 1"), QJsonValue(qint64(9'007'199'254'740'993)));
        emit(path, QStringLiteral("not a number"), std::numeric_limits<double>::quiet_NaN());
        emit(path, QStringLiteral("infinite"), std::numeric_limits<double>::infinity());
        emit(path, QStringLiteral("enormous"), -1e300);
    });
}

QJsonObject withUnknownFields(const QJsonObject &document)
{
    QJsonObject richer{ { QStringLiteral("added_later"), QJsonArray{ 1, QJsonValue(), QStringLiteral("x") } },
                        { QStringLiteral("zz_added_later"), QJsonObject{ { QStringLiteral("id"), 5 } } } };
    for (auto it = document.begin(); it != document.end(); ++it)
        richer.insert(it.key(), enriched(it.value()));
    return richer;
}

} // namespace tawasul
