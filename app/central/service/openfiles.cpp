// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/openfiles.h"

#include <cerrno>
#include <cstring>
#include <sys/resource.h>

namespace tawasul {

Result<quint64> raiseOpenFiles()
{
    rlimit files = {};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        if (::setrlimit(RLIMIT_NOFILE, &files) == 0)
            return quint64{files.rlim_cur};
    }
    return Error{Error::Kind::Storage, QStringLiteral("centre.open_files"),
                 QString::fromLocal8Bit(std::strerror(errno))};
}

bool areEnoughFor(quint64 openFiles, int connections)
{
    // Four files for the register in each of some tens of threads, and as many attachments on their way.
    constexpr quint64 kBeside = 256;
    return openFiles >= static_cast<quint64>(connections) + kBeside;
}

} // namespace tawasul
