// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/pagelabels.h"

#include <algorithm>
#include <map>

namespace tawasul {

namespace {

using ByPage = std::map<int, QStringList>;

ByPage byPage(const PageLabels &labels)
{
    ByPage pages;
    for (const PageLabel &label : labels) {
        for (int page = label.first; page <= label.last; ++page)
            pages[page].append(label.document);
    }
    return pages;
}

PageLabels ranges(const ByPage &pages)
{
    PageLabels labels;
    for (const auto &[page, documents] : pages) {
        for (const QString &document : documents) {
            const auto open =
                std::find_if(labels.begin(), labels.end(), [&, number = page](const PageLabel &one) {
                    return one.document == document && one.last == number - 1;
                });
            if (open == labels.end())
                labels.push_back({page, page, document});
            else
                open->last = page;
        }
    }
    return labels;
}

template<class Change>
PageLabels changed(const PageLabels &labels, const PageLabel &range, Change change)
{
    ByPage pages = byPage(labels);
    for (int page = std::max(range.first, 0); page <= range.last; ++page) {
        change(pages[page]);
        if (pages[page].isEmpty())
            pages.erase(page);
    }
    return ranges(pages);
}

} // namespace

PageLabels labelled(const PageLabels &labels, const PageLabel &range)
{
    return changed(labels, range, [&range](QStringList &documents) { documents = {range.document}; });
}

PageLabels alsoLabelled(const PageLabels &labels, const PageLabel &range)
{
    return changed(labels, range, [&range](QStringList &documents) {
        documents.removeAll(QString(kNoDocument));
        if (!documents.contains(range.document))
            documents.append(range.document);
    });
}

PageLabels withoutLabel(const PageLabels &labels, const PageLabel &range)
{
    return changed(labels, range, [&range](QStringList &documents) {
        if (range.document.isEmpty())
            documents.clear();
        else
            documents.removeAll(range.document);
    });
}

QStringList documentsOn(const PageLabels &labels, int page)
{
    QStringList documents;
    for (const PageLabel &label : labels) {
        if (label.first <= page && page <= label.last)
            documents.append(label.document);
    }
    return documents;
}

std::optional<int> nextUnlabelled(const PageLabels &labels, int after, int pages)
{
    for (int step = 1; step <= pages; ++step) {
        const int page = (after + step) % pages;
        if (documentsOn(labels, page).isEmpty())
            return page;
    }
    return std::nullopt;
}

int unlabelledCount(const PageLabels &labels, int pages)
{
    int count = 0;
    for (int page = 0; page < pages; ++page)
        count += documentsOn(labels, page).isEmpty() ? 1 : 0;
    return count;
}

QStringList labelledDocuments(const PageLabels &labels)
{
    QStringList documents;
    for (const PageLabel &label : labels) {
        if (label.document != kNoDocument && !documents.contains(label.document))
            documents.append(label.document);
    }
    return documents;
}

} // namespace tawasul
