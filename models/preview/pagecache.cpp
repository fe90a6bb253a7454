// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/pagecache.h"

#include "models/preview/previewerror.h"

namespace tawasul {

namespace {

constexpr int kRefusals = 256;
constexpr int kFindings = 256;
constexpr int kBlankness = 20'000;
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

PageCache::PageCache(qint64 bytes, std::chrono::milliseconds doubt)
    : m_pages(bytes / kKibibyte)
    , m_shapes(kBlankness)
    , m_texts(kTextCharacters)
    , m_blankness(kBlankness)
    , m_orientations(kBlankness)
    , m_findings(kFindings)
    , m_refusals(kRefusals)
    , m_doubt(doubt)
{
}

PageCache::TaskKey PageCache::taskOf(const PreviewJob &job)
{
    return {job.request.sha256, job.request.page, askedFor(job.task), {}};
}

PageCache::TaskKey PageCache::sizedTaskOf(const PreviewJob &job)
{
    const PageRequest &request = job.request;
    constexpr double kSteps = 1000; // of one pixel a point
    TaskKey key = taskOf(job);
    key.size =
        request.fitInto.isNull() ? QSize(-1, qRound(request.pixelsPerPoint * kSteps)) : request.fitInto;
    return key;
}

std::optional<PreviewOutcome> PageCache::find(const PreviewJob &job, std::chrono::milliseconds now)
{
    if (auto gain = findGain(job))
        return gain;
    for (const TaskKey &key : {taskOf(job), sizedTaskOf(job)}) {
        if (const Refusal *refusal = m_refusals.object(key); refusal && now < refusal->until)
            return PreviewOutcome(refusal->error);
    }
    return {};
}

std::optional<PreviewOutcome> PageCache::findPage(const PreviewJob &job)
{
    const QSizeF *shape = m_shapes.object(taskOf(job));
    if (shape == nullptr)
        return {};
    PageKey key{job.request.sha256, job.request.page, pagePixels(job.request, *shape), job.request.quarters};
    if (const PageImage *page = m_pages.object(key))
        return PreviewOutcome(PreviewGain(*page));
    // Turned otherwise it need not be drawn anew.
    for (key.quarters = 0; key.quarters < 4; ++key.quarters) {
        const PageImage *other = m_pages.object(key);
        if (other == nullptr)
            continue;
        if (job.task == PreviewTask::Blankness)
            return PreviewOutcome(PreviewGain(*other)); // it is the same, whatever way it lies
        const PageImage page = turnedTo(job.request.quarters, *other);
        if (page.image.isNull())
            return {};
        if (!job.request.isOnce)
            insert(job.request, page);
        return PreviewOutcome(PreviewGain(page));
    }
    return {};
}

void PageCache::insert(const PageRequest &request, const PageImage &page)
{
    const QSize drawn = page.quarters % 2 == 0 ? page.image.size() : page.image.size().transposed();
    m_pages.insert({request.sha256, request.page, drawn, page.quarters}, new PageImage(page),
                   page.image.sizeInBytes() / kKibibyte + 1);
}

std::optional<PreviewOutcome> PageCache::findGain(const PreviewJob &job)
{
    switch (job.task) {
    case PreviewTask::Blankness:
        if (const PageBlankness *blankness = m_blankness.object(taskOf(job)))
            return PreviewOutcome(PreviewGain(*blankness));
        return findPage(job);
    case PreviewTask::Orientation:
        if (const PageOrientation *orientation = m_orientations.object(taskOf(job)))
            return PreviewOutcome(PreviewGain(*orientation));
        return findPage(job);
    case PreviewTask::Page:
        return findPage(job);
    case PreviewTask::Findings:
        if (const DocumentFindings *findings = m_findings.object(job.request.sha256))
            return PreviewOutcome(PreviewGain(*findings));
        break;
    case PreviewTask::Text:
    case PreviewTask::Hits:
        if (const PageText *text = m_texts.object(taskOf(job)))
            return PreviewOutcome(PreviewGain(*text));
        break;
    case PreviewTask::Facts: // an open document tells them at once
        break;
    }
    return {};
}

void PageCache::remember(const PreviewJob &job, const PreviewOutcome &outcome, std::chrono::milliseconds now)
{
    if (!outcome) {
        const Error &error = outcome.error();
        const auto is = [&error](PreviewRefusal one) { return error.code == previewError(one).code; };
        const bool isDoubtful = is(PreviewRefusal::Timeout) || is(PreviewRefusal::Crashed);
        // What is too much once and large, as for paper, says nothing of what is looked at.
        const bool isOfSize = is(PreviewRefusal::TooLarge) || (isDoubtful && job.request.isOnce);
        if (isOfDocument(error))
            m_refusals.insert(
                isOfSize ? sizedTaskOf(job) : taskOf(job),
                new Refusal{error, isDoubtful ? now + m_doubt : std::chrono::milliseconds::max()});
    } else if (job.task == PreviewTask::Blankness || job.task == PreviewTask::Orientation) {
        return; // nobody looks at that picture
    } else if (const auto *page = std::get_if<PageImage>(&*outcome)) {
        if (job.request.isOnce)
            return;
        m_shapes.insert(taskOf(job), new QSizeF(page->pageSizePoints));
        insert(job.request, *page);
    } else if (const auto *findings = std::get_if<DocumentFindings>(&*outcome)) {
        m_findings.insert(job.request.sha256, new DocumentFindings(*findings));
    } else if (const auto *text = std::get_if<PageText>(&*outcome)) {
        m_texts.insert(taskOf(job), new PageText(*text), text->text().size() + 1);
    }
}

void PageCache::remember(const PreviewJob &job, PageBlankness blankness)
{
    m_blankness.insert(taskOf(job), new PageBlankness(blankness));
}

void PageCache::remember(const PreviewJob &job, PageOrientation orientation)
{
    m_orientations.insert(taskOf(job), new PageOrientation(orientation));
}

void PageCache::forget(const QString &sha256)
{
    const auto isOfIt = [&sha256](const auto &key) { return key.sha256 == sha256; };
    removeAll(m_pages, isOfIt);
    removeAll(m_shapes, isOfIt);
    removeAll(m_texts, isOfIt);
    removeAll(m_blankness, isOfIt);
    removeAll(m_orientations, isOfIt);
    removeAll(m_refusals, isOfIt);
    m_findings.remove(sha256);
}

void PageCache::clear()
{
    m_pages.clear();
    m_shapes.clear();
    m_texts.clear();
    m_blankness.clear();
    m_orientations.clear();
    m_findings.clear();
    m_refusals.clear();
}

void PageCache::forgetRefusals(const QString &sha256, int page)
{
    removeAll(m_refusals, [&](const TaskKey &key) { return key.sha256 == sha256 && key.page == page; });
}

} // namespace tawasul
