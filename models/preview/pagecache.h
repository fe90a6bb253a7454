// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/previewjob.h"

#include <QtCore/QCache>

#include <optional>

namespace tawasul {

/// Rendered pages, the least recently used forgotten first, within a number of bytes; texts of pages; what
/// documents were found to carry; and what is known to be wrong with them, so that a hostile one costs its
/// time once. On the preview thread.
class PageCache
{
public:
    explicit PageCache(qint64 bytes);

    [[nodiscard]] std::optional<PreviewOutcome> find(const PreviewJob &job);
    void remember(const PreviewJob &job, const PreviewOutcome &outcome);
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
    struct TaskKey
    {
        QString sha256;
        int page = 0;
        PreviewTask task = PreviewTask::Page; ///< what ends one of them may leave the others alone

        friend bool operator==(const TaskKey &, const TaskKey &) = default;
        friend size_t qHash(const TaskKey &key, size_t seed)
        {
            return qHashMulti(seed, key.sha256, key.page, int(key.task));
        }
    };

    [[nodiscard]] static PageKey keyOf(const PageRequest &request);
    [[nodiscard]] static TaskKey taskOf(const PreviewJob &job);
    [[nodiscard]] std::optional<PreviewOutcome> findGain(const PreviewJob &job);

    QCache<PageKey, PageImage> m_pages; ///< cost in KiB
    QCache<TaskKey, PageText> m_texts;  ///< cost in characters
    QCache<QString, DocumentFindings> m_findings;
    QCache<TaskKey, Error> m_refusals;
};

} // namespace tawasul
