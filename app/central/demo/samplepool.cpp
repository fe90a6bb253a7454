// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/samplepool.h"

#include "app/central/demo/pdffile.h"
#include "app/central/demo/proportions.h"
#include "app/central/demo/samplesheets.h"
#include "app/central/demo/scanlook.h"
#include "app/central/demo/screenshot.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

constexpr int kScanDotsPerInch = 150;
constexpr int kCombinedPercent = 80;

struct Planned
{
    SampleContent content;
    SampleLook look = SampleLook::Printed;
};

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

class Maker
{
public:
    Maker(const DemoTexts &texts, const Reference &reference, const SampleWish &wish, Population &population)
        : m_texts(texts)
        , m_reference(reference)
        , m_wish(wish)
        , m_population(population)
        , m_dice(wish.seed, "pool")
    {
    }

    [[nodiscard]] std::vector<Planned> plan();
    [[nodiscard]] Result<QByteArray> bytesOf(const Planned &planned, quint64 number);

private:
    void addSingles(std::vector<Planned> &into);
    void addCombined(std::vector<Planned> &into);
    void addMore(std::vector<Planned> &into);
    [[nodiscard]] Planned combined(const SubService &service);
    [[nodiscard]] Result<QByteArray> scan(const std::vector<Sheet> &sheets, bool badly, Dice &dice,
                                          QDate made);
    [[nodiscard]] QByteArray photo(const Sheet &sheet, Dice &dice);
    [[nodiscard]] int volume(const SubService &service) const;

    const DemoTexts &m_texts;
    const Reference &m_reference;
    const SampleWish &m_wish;
    Population &m_population;
    Dice m_dice;
};

int Maker::volume(const SubService &service) const
{
    const auto found = m_texts.volumes.find(service.code);
    return found == m_texts.volumes.end() ? 0 : found->second;
}

Planned Maker::combined(const SubService &service)
{
    const SampleLook look = m_dice.chance(55) ? SampleLook::Scanned : SampleLook::Printed;
    const bool cover = look == SampleLook::Printed && m_dice.chance(45);
    return {{service.requiredDocuments, service.code, {}, cover}, look};
}

void Maker::addSingles(std::vector<Planned> &into)
{
    for (const NamedCode &document : m_reference.documents)
        into.push_back({{{document.code}, {}, {}, false}, usualLook(document.code, m_dice)});
    into.push_back({{{u"passport_copy"_s}, {}, {}, false}, SampleLook::PoorScan});
}

// One for each sub-service, the busiest first, while there is room.
void Maker::addCombined(std::vector<Planned> &into)
{
    std::vector<const SubService *> services;
    for (const SubService &service : m_reference.subServices) {
        if (service.requiredDocuments.size() > 1)
            services.push_back(&service);
    }
    std::stable_sort(services.begin(), services.end(),
                     [this](const SubService *a, const SubService *b) { return volume(*a) > volume(*b); });
    for (const SubService *service : services) {
        if (std::ssize(into) >= m_wish.count)
            return;
        into.push_back(combined(*service));
    }
}

void Maker::addMore(std::vector<Planned> &into)
{
    std::vector<int> weights;
    for (const SubService &service : m_reference.subServices) {
        const double often = service.requiredDocuments.size() > 1 ? std::sqrt(volume(service)) : 0;
        weights.push_back(static_cast<int>(often));
    }
    const int missing = m_wish.count - static_cast<int>(into.size());
    if (missing <= 0)
        return;
    std::vector<std::size_t> services = inProportion(weights, missing, m_dice);
    m_dice.shuffle(services);
    for (const std::size_t service : services) {
        const int drawn = m_dice.below(100);
        if (drawn < 58) {
            into.push_back(combined(m_reference.subServices[service]));
        } else if (drawn < 74) {
            into.push_back({{{u"error_screenshot"_s}, m_reference.subServices[service].code, {}, false},
                            SampleLook::Screenshot});
        } else if (drawn < 80) {
            into.push_back({{{u"iqama"_s}, {}, {}, false}, SampleLook::PoorScan});
        } else {
            const QString &document = m_dice.pick(m_reference.documents).code;
            into.push_back({{{document}, {}, {}, false}, usualLook(document, m_dice)});
        }
    }
}

std::vector<Planned> Maker::plan()
{
    std::vector<Planned> planned;
    addSingles(planned);
    addCombined(planned);
    addMore(planned);
    for (Planned &file : planned)
        file.content.day = m_wish.day.addDays(-m_dice.between(3, 40));
    return planned;
}

Result<QByteArray> Maker::scan(const std::vector<Sheet> &sheets, bool badly, Dice &dice, QDate made)
{
    std::vector<ScannedPage> pages;
    for (const Sheet &sheet : sheets) {
        const QImage page = sheetImage(m_texts, sheet, kScanDotsPerInch);
        const QImage image = badly ? scannedBadly(page, dice) : scanned(page, dice);
        pages.push_back({jpegBytes(image, badly ? 45 : 66), image.size()});
    }
    return scannedPdf(pages, made);
}

QByteArray Maker::photo(const Sheet &sheet, Dice &dice)
{
    const QSizeF size = SheetPainter::documentSize(sheet.document->code);
    const qreal scale = 1200 / size.width();
    QImage paper((size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    paper.fill(Qt::transparent);
    {
        QPainter painter(&paper);
        painter.scale(scale, scale);
        SheetPainter(m_texts, painter).paintDocument(sheet, QRectF(QPointF(0, 0), size));
    }
    return jpegBytes(photographed(paper, dice), 80);
}

Result<QByteArray> Maker::bytesOf(const Planned &planned, quint64 number)
{
    Dice dice(m_wish.seed, "sample", number);
    const std::vector<Sheet> sheets = sheetsFor(planned.content, m_reference, m_population, dice);
    QByteArray bytes;
    if (sheets.empty())
        return Error{Error::Kind::Server, u"demo.document"_s, planned.content.documents.join(u',')};
    switch (planned.look) {
    case SampleLook::Printed:
        return printedPdf(m_texts, sheets, planned.content.day);
    case SampleLook::Scanned:
    case SampleLook::PoorScan:
        return scan(sheets, planned.look == SampleLook::PoorScan, dice, planned.content.day);
    case SampleLook::Photo:
        bytes = photo(sheets.front(), dice);
        break;
    case SampleLook::Screenshot:
        bytes = pngBytes(screenshotImage(m_texts, sheets.front()));
        break;
    }
    if (bytes.isEmpty())
        return Error{Error::Kind::Server, u"demo.document"_s, u"this machine cannot write the image"_s};
    return bytes;
}

QString mediaTypeOf(SampleLook look)
{
    if (look == SampleLook::Photo)
        return u"image/jpeg"_s;
    return look == SampleLook::Screenshot ? u"image/png"_s : u"application/pdf"_s;
}

bool isReadable(const SampleFile &file)
{
    return file.look != SampleLook::PoorScan;
}

} // namespace

Result<SamplePool> SamplePool::make(const DemoTexts &texts, const Reference &reference,
                                    const SampleWish &wish, Population &population, const Shelf &shelf)
{
    Maker maker(texts, reference, wish, population);
    std::vector<SampleFile> files;
    quint64 number = 0;
    for (const Planned &planned : maker.plan()) {
        const auto bytes = maker.bytesOf(planned, ++number);
        if (!bytes)
            return bytes.error();
        const auto hash = shelf(*bytes);
        if (!hash)
            return hash.error();
        files.push_back(
            {*hash, bytes->size(), mediaTypeOf(planned.look), planned.content.documents, planned.look});
    }
    return SamplePool(std::move(files));
}

std::vector<const SampleFile *> SamplePool::holding(const QStringList &documents, Dice &dice) const
{
    const std::set<QString> wanted(documents.begin(), documents.end());
    std::vector<const SampleFile *> together;
    for (const SampleFile &file : m_files) {
        if (isReadable(file) && std::set<QString>(file.documents.begin(), file.documents.end()) == wanted)
            together.push_back(&file);
    }
    if (!together.empty() && (documents.size() == 1 || dice.chance(kCombinedPercent)))
        return {dice.pick(together)};
    std::vector<const SampleFile *> files;
    for (const QString &document : documents) {
        std::vector<const SampleFile *> single;
        for (const SampleFile &file : m_files) {
            if (isReadable(file) && file.documents == QStringList{document})
                single.push_back(&file);
        }
        if (!single.empty())
            files.push_back(dice.pick(single));
    }
    return files;
}

const SampleFile &SamplePool::unreadable(Dice &dice) const
{
    std::vector<const SampleFile *> poor;
    for (const SampleFile &file : m_files) {
        if (!isReadable(file))
            poor.push_back(&file);
    }
    return *dice.pick(poor);
}

} // namespace tawasul
