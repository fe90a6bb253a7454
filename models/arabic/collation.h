// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <memory>

namespace tawasul {

/// The order of names and titles in lists, as ICU knows it for Saudi Arabia: Arabic before Latin, 2 (and ٢)
/// before 10, أحمد next to احمد. For order only; whether two spellings are the same word is asked of
/// foldForSearch(). Expensive to make, cheap to ask: keep one. Asking is const and safe from several threads
/// at once.
class NameOrder
{
public:
    NameOrder();
    ~NameOrder();
    NameOrder(NameOrder &&) noexcept;
    NameOrder &operator=(NameOrder &&) noexcept;

    /// Negative, zero or positive, as left sorts before, with or after right.
    [[nodiscard]] int compare(QStringView left, QStringView right) const;

    /// Whether left sorts before right: for std::sort and sort proxies.
    [[nodiscard]] bool operator()(QStringView left, QStringView right) const
    {
        return compare(left, right) < 0;
    }

    /// Bytes whose plain order is this order: for sorting many rows once and for a database column. They
    /// change with the version of ICU.
    [[nodiscard]] QByteArray sortKey(QStringView text) const;

private:
    class Rules;
    std::unique_ptr<Rules> m_rules;
};

} // namespace tawasul
