// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QVariant>

#include <concepts>
#include <optional>
#include <string_view>

namespace tawasul {

/// Text that SQLite would not give back as it was: a NUL (text ends there for half of SQLite's functions), a
/// lone surrogate (it swallows its neighbour), U+FFFE and U+FFFF (read back as U+FFFD). Binding such text is
/// refused with Invalid, sql.text; whoever takes text from outside decides before what becomes of it.
[[nodiscard]] bool isStorableText(QStringView text);

/// A value for a placeholder. Text is always text: a null QString is stored as '' and never as NULL, which
/// only std::nullopt (or an empty optional) writes. The same holds for blobs.
class SqlValue
{
public:
    SqlValue(std::nullopt_t); // NOLINT(google-explicit-constructor): so that exec(a, b) reads well
    SqlValue(const QString &text); // NOLINT(google-explicit-constructor)
    SqlValue(const QByteArray &blob); // NOLINT(google-explicit-constructor)

    /// Whole numbers that fit into SQLite's signed 64 bits; a bool is 0 or 1.
    template <std::integral T>
    requires(std::signed_integral<T> || sizeof(T) < sizeof(qint64))
        SqlValue(T number) // NOLINT(google-explicit-constructor)
        : m_variant(static_cast<qlonglong>(number))
    {}

    template <class T>
    SqlValue(const std::optional<T> &value) // NOLINT(google-explicit-constructor)
        : SqlValue(value ? SqlValue(*value) : SqlValue(std::nullopt))
    {}

    /// A pointer would pass as a bool, and a literal has no encoding.
    template <class T> SqlValue(const T *) = delete;

    /// In the form that Qt's driver binds without loss.
    [[nodiscard]] const QVariant &variant() const { return m_variant; }
    [[nodiscard]] bool isStorable() const { return m_isStorable; }

private:
    QVariant m_variant;
    bool m_isStorable = true;
};

} // namespace tawasul
