// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace tawasul {

/// How a file came to be, which is how it looks.
enum class SampleLook {
    Printed,    ///< PDF with text
    Scanned,    ///< PDF of page images
    PoorScan,   ///< the same, hardly readable
    Photo,      ///< JPEG from a telephone
    Screenshot, ///< PNG
};

/// One file that stands behind attachments.
struct SampleFile
{
    QString sha256;
    qint64 size = 0;
    QString mediaType;
    QStringList documents; ///< codes of the reference data
    SampleLook look = SampleLook::Printed;
};

} // namespace tawasul
