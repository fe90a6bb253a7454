// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <vector>

namespace tawasul {

/// How far documents are shut in while they are opened on this machine, as the worker reported it; app/ fills
/// it from what the preview knows.
struct SecurityStatus
{
    bool limits = false;          ///< time, memory, size of files
    bool noNewPrivileges = false; ///< it can never become more than it is
    bool calls = false;           ///< only the system calls that showing a page takes
    bool files = false;           ///< no file but fonts
    bool namespaces = false;      ///< neither network nor the machine's other processes
    bool names = false;           ///< not even that a file is there is seen

    friend bool operator==(const SecurityStatus &, const SecurityStatus &) = default;
};

/// One protection as it is read: what it keeps away, and whether it is there.
struct SecurityLine
{
    QString what;
    QString standing; ///< a word: colour and icon are never alone
    bool isReached = false;
};

[[nodiscard]] std::vector<SecurityLine> securityLines(const SecurityStatus &status);

/// The whole in a sentence: what it means for the documents that are opened here.
[[nodiscard]] QString securitySentence(const SecurityStatus &status);

} // namespace tawasul
