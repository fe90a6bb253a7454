// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/previewpage.h"
#include "models/preview/previewsession.h"

#include <QtCore/QCache>

namespace tawasul {

/// Rendered pages, the least recently used forgotten first, within a number of bytes; and what is known to be
/// wrong with documents, so that a hostile one costs its time once. On the preview thread.
class PageCache
{
public:
    explicit PageCache(qint64 bytes);

    [[nodiscard]] std::optional<PreviewAnswer> find(const PageRequest &request);
    void remember(const PageRequest &request, const PreviewAnswer &answer);
    void forget(const QString &sha256);

private:
    struct PageKey
    {
        QString sha256;
        int page = 0;
        QSize fitInto;
        double pixelsPerPoint = 0;

        friend bool operator==(const PageKey &, const PageKey &) = default;
        friend size_t qHash(const PageKey &key, size_t seed)
        {
            return qHashMulti(seed, key.sha256, key.page, key.fitInto.width(), key.fitInto.height(),
                              key.pixelsPerPoint);
        }
    };
    using RefusalKey = std::pair<QString, int>;

    [[nodiscard]] static PageKey keyOf(const PageRequest &request);

    QCache<PageKey, PageImage> m_pages; ///< cost in KiB
    QCache<RefusalKey, Error> m_refusals;
};

} // namespace tawasul
