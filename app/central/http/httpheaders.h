// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <utility>

namespace tawasul {

/// The header fields of one message in the order received; names are compared without regard to case.
class HttpHeaders
{
public:
    using Field = std::pair<QByteArray, QByteArray>;

    HttpHeaders() = default;
    HttpHeaders(std::initializer_list<Field> fields);

    /// The value of the field; several fields of one name are joined by ", " (RFC 9110 §5.3). Null when
    /// absent.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    [[nodiscard]] bool has(QByteArrayView name) const { return count(name) > 0; }
    [[nodiscard]] qsizetype count(QByteArrayView name) const;

    void append(const QByteArray &name, const QByteArray &value);
    /// Replaces every field of that name.
    void set(const QByteArray &name, const QByteArray &value);

    [[nodiscard]] auto begin() const { return m_fields.cbegin(); }
    [[nodiscard]] auto end() const { return m_fields.cend(); }

private:
    QList<Field> m_fields;
};

} // namespace tawasul
