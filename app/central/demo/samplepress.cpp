// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/samplepress.h"

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

constexpr int kCombinedPercent = 90;
constexpr int kScannedPercent = 28;
constexpr int kCoverPercent = 45;

// How a single document reaches the portal most of the time.
SampleLook usualLook(const QString &document, Dice &dice)
{
    if (document == u"error_screenshot"_s)
        return SampleLook::Screenshot;
    const SheetForm form = sheetForm(document);
    const bool small = form == SheetForm::Booklet || form == SheetForm::Card || form == SheetForm::Visa;
    if (small)
        return dice.chance(65) ? SampleLook::Photo : SampleLook::Scanned;
    return dice.chance(60) ? SampleLook::Printed : SampleLook::Scanned;
}

} // namespace

SamplePress::SamplePress(const PaperSource &source, Draw draw, Shelf shelf)
    : m_source(source)
    , m_draw(std::move(draw))
    , m_shelf(std::move(shelf))
{
}

std::vector<SamplePress::Wanted> SamplePress::splitUp(const Dossier &dossier,
                                                      const QStringList &documents) const
{
    Dice dice(m_source.seed, "split", dossier.number * 16 + dossier.files.size());
    std::vector<Wanted> wanted;
    if (documents.size() > 1 && dice.chance(kCombinedPercent)) {
        const SampleLook look = dice.chance(kScannedPercent) ? SampleLook::Scanned : SampleLook::Printed;
        const bool cover = look == SampleLook::Printed && dice.chance(kCoverPercent);
        wanted.push_back({{documents, Misfit::None, {}, cover}, look});
        return wanted;
    }
    for (const QString &document : documents)
        wanted.push_back({{{document}, Misfit::None, {}, false}, usualLook(document, dice)});
    return wanted;
}

SamplePress::Files SamplePress::make(Dossier &dossier, const QString &key, const std::vector<Wanted> &wanted)
{
    std::vector<SampleFile> files;
    for (const Wanted &one : wanted) {
        Dice dice(m_source.seed, "sample", static_cast<quint64>(++m_count));
        const SampleDraft draft{sheetsFor(one.content, m_source, dossier), one.look, dossier.day};
        const auto bytes = m_draw(m_source.texts, draft, dice);
        if (!bytes)
            return bytes.error();
        const auto hash = m_shelf(*bytes);
        if (!hash)
            return hash.error();
        files.push_back({*hash, bytes->size(), mediaTypeOf(one.look), one.content.documents, one.look});
    }
    dossier.files[key] = files;
    return files;
}

SamplePress::Files SamplePress::holding(Dossier &dossier, const QStringList &documents, Misfit misfit,
                                        const QString &misfitDocument)
{
    const QString key{documents.join(u',') % u'/' % QString::number(static_cast<int>(misfit))
                      % misfitDocument};
    if (const auto known = dossier.files.find(key); known != dossier.files.end())
        return known->second;
    std::vector<Wanted> wanted = splitUp(dossier, documents);
    for (Wanted &one : wanted) {
        one.content.misfit = misfit;
        one.content.misfitDocument = misfitDocument;
    }
    return make(dossier, key, wanted);
}

SamplePress::Files SamplePress::unreadable(Dossier &dossier, const QStringList &documents)
{
    const QString key{documents.join(u',') % u"/unreadable"};
    if (const auto known = dossier.files.find(key); known != dossier.files.end())
        return known->second;
    return make(dossier, key, {{{documents, Misfit::None, {}, false}, SampleLook::PoorScan}});
}

} // namespace tawasul
