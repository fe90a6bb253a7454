// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/rawtext.h"

namespace tawasul {

QString rawText(QString shown)
{
    constexpr char16_t kFirstIsolate = 0x2066;
    constexpr char16_t kPopIsolate = 0x2069;
    return shown.removeIf([](QChar c) { return c.unicode() >= kFirstIsolate && c.unicode() <= kPopIsolate; });
}

} // namespace tawasul
