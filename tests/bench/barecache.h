// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/caserow.h"

#include <QtCore/QString>

#include <memory>
#include <string>

namespace tawasul {

/// What the cache holds, written by SQLite alone: the same tables and pragmas, prepared statements, and
/// nothing that an officer would miss but the index of the list until the end. What goes wrong ends the
/// program. One thread.
class BareCache
{
public:
    explicit BareCache(const QString &file);
    ~BareCache();
    BareCache(const BareCache &) = delete;
    BareCache &operator=(const BareCache &) = delete;

    /// One transaction. With their texts for the search, or without when those are the same as before.
    void write(const std::vector<CaseRow> &rows, bool withTexts);
    /// Indexes and search, at the end of a first fetch.
    void finish();
    [[nodiscard]] qint64 rows();

private:
    struct Body;
    std::unique_ptr<Body> m_body;
};

/// A page as the least that reads one would: no field is checked. Views into `json`, which has simdjson's
/// padding behind it.
struct BarePage
{
    std::vector<CaseRow> rows;
    std::string cursor;
    bool more = false;
};
[[nodiscard]] BarePage readBarePage(const std::string &json, std::size_t length);

} // namespace tawasul
