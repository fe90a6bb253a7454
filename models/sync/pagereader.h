// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/cache.h"

#include <QtCore/QByteArray>
#include <QtCore/QLatin1String>

#include <memory>
#include <optional>

namespace tawasul {

/// What came from the centre, checked and decoded, with the bytes that its rows point into: whoever works on
/// the rows keeps it. Immutable; any thread.
class PageReader
{
public:
    /// A page of `GET /changes`. A page of which any part makes no sense is refused as a whole: Invalid,
    /// wire.malformed. Lines of a kind that this program does not know are skipped. Same strictness as
    /// wire::changesPageFromJson(), but for numbers beyond 64 bits and lone surrogates, which are refused
    /// wherever they stand.
    [[nodiscard]] static Result<std::shared_ptr<const PageReader>> readChanges(const QByteArray &json);

    /// The one case that an answer carries as `case` (an acknowledged act, a 412).
    [[nodiscard]] static Result<std::shared_ptr<const PageReader>> readCaseOf(const QByteArray &json);

    ~PageReader();
    PageReader(const PageReader &) = delete;
    PageReader &operator=(const PageReader &) = delete;

    /// Of readChanges(): the page. Of readCaseOf(): one changed case, no cursor.
    [[nodiscard]] const CachePage &page() const;
    /// The version of newer reference data, when the page tells of some.
    [[nodiscard]] const std::optional<QString> &referenceVersion() const;

private:
    struct Body;
    explicit PageReader(std::unique_ptr<Body> body);
    std::unique_ptr<Body> m_body;
};

using PagePtr = std::shared_ptr<const PageReader>;

} // namespace tawasul
