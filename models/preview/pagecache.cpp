// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/pagecache.h"

namespace tawasul {

namespace {

constexpr int kRefusals = 256;
constexpr qint64 kKibibyte = 1024;

} // namespace

PageCache::PageCache(qint64 bytes)
    : m_pages(bytes / kKibibyte)
    , m_refusals(kRefusals)
{
}

PageCache::PageKey PageCache::keyOf(const PageRequest &request)
{
    return {request.sha256, request.page, request.fitInto,
            request.fitInto.isNull() ? request.pixelsPerPoint : 0.0};
}

std::optional<PreviewAnswer> PageCache::find(const PageRequest &request)
{
    if (const PageImage *page = m_pages.object(keyOf(request)))
        return PreviewAnswer(*page);
    if (const Error *error = m_refusals.object({request.sha256, request.page}))
        return PreviewAnswer(*error);
    return {};
}

void PageCache::remember(const PageRequest &request, const PreviewAnswer &answer)
{
    if (answer)
        m_pages.insert(keyOf(request), new PageImage(*answer), answer->image.sizeInBytes() / kKibibyte + 1);
    else if (isOfDocument(answer.error()))
        m_refusals.insert({request.sha256, request.page}, new Error(answer.error()));
}

void PageCache::forget(const QString &sha256)
{
    const auto pages = m_pages.keys();
    for (const PageKey &key : pages) {
        if (key.sha256 == sha256)
            m_pages.remove(key);
    }
    const auto refusals = m_refusals.keys();
    for (const RefusalKey &key : refusals) {
        if (key.first == sha256)
            m_refusals.remove(key);
    }
}

} // namespace tawasul
