// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/httpheaders.h"

#include <algorithm>

namespace tawasul {

namespace {

bool sameName(QByteArrayView left, QByteArrayView right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

} // namespace

HttpHeaders::HttpHeaders(std::initializer_list<Field> fields)
    : m_fields(fields)
{}

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    QByteArray joined;
    for (const auto &[key, value] : m_fields) {
        if (!sameName(key, name))
            continue;
        if (joined.isNull()) {
            joined = value.isNull() ? QByteArray("") : value;
        } else {
            joined += ", ";
            joined += value;
        }
    }
    return joined;
}

qsizetype HttpHeaders::count(QByteArrayView name) const
{
    return std::count_if(m_fields.begin(), m_fields.end(),
                         [name](const Field &field) { return sameName(field.first, name); });
}

void HttpHeaders::append(const QByteArray &name, const QByteArray &value)
{
    m_fields.append({ name, value });
}

void HttpHeaders::set(const QByteArray &name, const QByteArray &value)
{
    m_fields.removeIf([&name](const Field &field) { return sameName(field.first, name); });
    append(name, value);
}

} // namespace tawasul
