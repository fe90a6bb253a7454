// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

/// What a number on the wire may be at most: one table for the value codec and the fast page reader.
namespace tawasul::wire {

inline constexpr qint64 kMaxVersion = 1'000'000'000'000; ///< of a case
inline constexpr qint64 kMaxAttachmentSize = 1LL << 40U; ///< bytes

} // namespace tawasul::wire
