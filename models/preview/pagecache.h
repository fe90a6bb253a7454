// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/previewjob.h"

#include <QtCore/QCache>

#include <chrono>
#include <optional>

namespace tawasul {

/// Rendered pages, the least recently used forgotten first, within a number of bytes; texts of pages; what
/// documents were found to carry; and what is known to be wrong with them, so that a hostile one does not
/// cost its time again and again. On the preview thread.
class PageCache
{
public:
    /// `doubt`: how long it is believed that a document hangs or crashes, which may have been this machine's
    /// fault.
    PageCache(qint64 bytes, std::chrono::milliseconds doubt);

    [[nodiscard]] std::optional<PreviewOutcome> find(const PreviewJob &job, std::chrono::milliseconds now);
    /// What the worker answered.
    void remember(const PreviewJob &job, const PreviewOutcome &outcome, std::chrono::milliseconds now);
    void remember(const PreviewJob &job, PageBlankness blankness);
    void remember(const PreviewJob &job, PageOrientation orientation);
    void forget(const QString &sha256);
    void clear();
    /// What was wrong with a page, and nothing else.
    void forgetRefusals(const QString &sha256, int page);

private:
    struct PageKey
    {
        QString sha256;
        int page = 0;
        QSize pixels; ///< as it was drawn, whatever was asked for, before it was turned
        int quarters = 0;

        friend bool operator==(const PageKey &, const PageKey &) = default;
        friend size_t qHash(const PageKey &key, size_t seed)
        {
            return qHashMulti(seed, key.sha256, key.page, key.pixels.width(), key.pixels.height(),
                              key.quarters);
        }
    };
    /// What was wrong, and until when that is believed.
    struct Refusal
    {
        Error error;
        std::chrono::milliseconds until{};
    };
    struct TaskKey
    {
        QString sha256;
        int page = 0;
        PreviewTask task = PreviewTask::Page; ///< what ends one of them may leave the others alone
        QSize size; ///< of what was too much in it, and may not be in another; otherwise none

        friend bool operator==(const TaskKey &, const TaskKey &) = default;
        friend size_t qHash(const TaskKey &key, size_t seed)
        {
            return qHashMulti(seed, key.sha256, key.page, int(key.task), key.size.width(), key.size.height());
        }
    };

    [[nodiscard]] static TaskKey taskOf(const PreviewJob &job);
    [[nodiscard]] static TaskKey sizedTaskOf(const PreviewJob &job);
    [[nodiscard]] std::optional<PreviewOutcome> findPage(const PreviewJob &job);
    void insert(const PageRequest &request, const PageImage &page);
    [[nodiscard]] std::optional<PreviewOutcome> findGain(const PreviewJob &job);

    QCache<PageKey, PageImage> m_pages; ///< cost in KiB
    QCache<TaskKey, QSizeF> m_shapes;   ///< points, of pages that were drawn
    QCache<TaskKey, PageText> m_texts;  ///< cost in characters
    QCache<TaskKey, PageBlankness> m_blankness;
    QCache<TaskKey, PageOrientation> m_orientations;
    QCache<QString, DocumentFindings> m_findings;
    QCache<TaskKey, Refusal> m_refusals;
    std::chrono::milliseconds m_doubt;
};

} // namespace tawasul
