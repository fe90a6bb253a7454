// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"

#include <rapidcheck.h>

#include <ostream>

namespace tawasul {

/// Texts as people and attackers write them: Arabic with marks, Latin, three digit shapes, emoji, bidi
/// controls, quotes, line ends, NUL; often empty.
[[nodiscard]] rc::Gen<QString> anyText();
[[nodiscard]] rc::Gen<QString> filledText();

/// From year 1 to 9999 and from 1900 to 2100.
[[nodiscard]] rc::Gen<QDate> anyDay();
[[nodiscard]] rc::Gen<QDate> believableDay();
[[nodiscard]] rc::Gen<Instant> anyInstant();

/// A case in which every field is random within what the wire can carry; not a believable one.
[[nodiscard]] rc::Gen<Case> anyCase();

/// An act of any known type in which every field is random, without what travels outside its body (ids,
/// actor, base version).
[[nodiscard]] rc::Gen<Act> anyActBody();

// How they look in a counterexample.
void showValue(const Case &value, std::ostream &out);
void showValue(const Act &value, std::ostream &out);

} // namespace tawasul
