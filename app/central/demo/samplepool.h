// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/demotexts.h"
#include "app/central/demo/dice.h"
#include "app/central/demo/population.h"
#include "models/domain/reference.h"

#include <QtCore/QByteArray>
#include <QtCore/QDate>

#include <functional>
#include <vector>

namespace tawasul {

/// How a file came to be, which is how it looks.
enum class SampleLook {
    Printed,    ///< PDF with text
    Scanned,    ///< PDF of page images
    PoorScan,   ///< the same, hardly readable
    Photo,      ///< JPEG from a telephone
    Screenshot, ///< PNG
};

/// One file of the pool; many cases share it.
struct SampleFile
{
    QString sha256;
    qint64 size = 0;
    QString mediaType;
    QStringList documents; ///< codes of the reference data
    SampleLook look = SampleLook::Printed;
};

/// What a pool is made from; the same values give the same bytes on one machine (fonts and image codecs are
/// the machine's).
struct SampleWish
{
    quint64 seed = 1;
    QDate day;       ///< documents are dated before it
    int count = 200; ///< at least one file for each document and one poor scan are made
};

/// The files that stand behind all attachments: single documents, and for each sub-service the usual one PDF
/// with all that it asks for. Every page says «عينة».
class SamplePool
{
public:
    /// Keeps the bytes of one file and answers their SHA-256.
    using Shelf = std::function<Result<QString>(const QByteArray &)>;

    /// Files that are there already; one of them must be a poor scan.
    explicit SamplePool(std::vector<SampleFile> files)
        : m_files(std::move(files))
    {
    }
    SamplePool() = default;

    /// Needs a QGuiApplication. Errors of the shelf, and Server, demo.document when a file cannot be made.
    [[nodiscard]] static Result<SamplePool> make(const DemoTexts &texts, const Reference &reference,
                                                 const SampleWish &wish, Population &population,
                                                 const Shelf &shelf);

    [[nodiscard]] const std::vector<SampleFile> &files() const { return m_files; }

    /// Files that together hold exactly these documents: mostly one combined PDF when there is one, else a
    /// file for each.
    [[nodiscard]] std::vector<const SampleFile *> holding(const QStringList &documents, Dice &dice) const;

    /// A file that cannot be read well.
    [[nodiscard]] const SampleFile &unreadable(Dice &dice) const;

private:
    std::vector<SampleFile> m_files;
};

} // namespace tawasul
