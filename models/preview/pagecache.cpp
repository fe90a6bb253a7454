// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/pagecache.h"

#include "models/preview/previewerror.h"

namespace tawasul {

namespace {

constexpr int kRefusals = 256;
constexpr int kFindings = 256;
constexpr int kTextCharacters = 1'000'000;

template<class Cache, class Names>
void removeAll(Cache &cache, const Names &names)
{
    const auto keys = cache.keys();
    for (const auto &key : keys) {
        if (names(key))
            cache.remove(key);
    }
}
constexpr qint64 kKibibyte = 1024;

} // namespace

PageCache::PageCache(qint64 bytes)
    : m_pages(bytes / kKibibyte)
    , m_texts(kTextCharacters)
    , m_findings(kFindings)
    , m_refusals(kRefusals)
{
}

PageCache::PageKey PageCache::keyOf(const PageRequest &request)
{
    return {request.sha256, request.page, request.fitInto,
            request.fitInto.isNull() ? request.pixelsPerPoint : 0.0};
}

PageCache::TaskKey PageCache::taskOf(const PreviewJob &job)
{
    return {job.request.sha256, job.request.page, job.task};
}

std::optional<PreviewOutcome> PageCache::find(const PreviewJob &job)
{
    if (auto gain = findGain(job))
        return gain;
    if (const Error *error = m_refusals.object(taskOf(job)))
        return PreviewOutcome(*error);
    return {};
}

std::optional<PreviewOutcome> PageCache::findGain(const PreviewJob &job)
{
    switch (job.task) {
    case PreviewTask::Page:
        if (const PageImage *page = m_pages.object(keyOf(job.request)))
            return PreviewOutcome(PreviewGain(*page));
        break;
    case PreviewTask::Findings:
        if (const DocumentFindings *findings = m_findings.object(job.request.sha256))
            return PreviewOutcome(PreviewGain(*findings));
        break;
    case PreviewTask::Text:
        if (const PageText *text = m_texts.object(taskOf(job)))
            return PreviewOutcome(PreviewGain(*text));
        break;
    case PreviewTask::Facts: // an open document tells them at once
        break;
    }
    return {};
}

void PageCache::remember(const PreviewJob &job, const PreviewOutcome &outcome)
{
    if (!outcome) {
        if (isOfDocument(outcome.error()))
            m_refusals.insert(taskOf(job), new Error(outcome.error()));
    } else if (const auto *page = std::get_if<PageImage>(&*outcome)) {
        if (!job.request.isOnce)
            m_pages.insert(keyOf(job.request), new PageImage(*page),
                           page->image.sizeInBytes() / kKibibyte + 1);
    } else if (const auto *findings = std::get_if<DocumentFindings>(&*outcome)) {
        m_findings.insert(job.request.sha256, new DocumentFindings(*findings));
    } else if (const auto *text = std::get_if<PageText>(&*outcome)) {
        m_texts.insert(taskOf(job), new PageText(*text), text->text().size() + 1);
    }
}

void PageCache::forget(const QString &sha256)
{
    const auto isOfIt = [&sha256](const auto &key) { return key.sha256 == sha256; };
    removeAll(m_pages, isOfIt);
    removeAll(m_texts, isOfIt);
    removeAll(m_refusals, isOfIt);
    m_findings.remove(sha256);
}

} // namespace tawasul
