// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/memorydisk.h"

namespace tawasul {

/// The files that a run begins with, made once: a register with people, reference data and cases, and a
/// profile that nobody has used.
struct FirstImages
{
    /// Makes them in that folder's name; ends the program when that fails.
    explicit FirstImages(const QString &folder);

    QString centreFolder; ///< the paths of `centre` begin with it
    MemoryDisk::Image centre;
    MemoryDisk::Image profile; ///< file name → bytes
};

} // namespace tawasul
