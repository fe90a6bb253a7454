// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include "models/domain/result.h"

namespace tawasul {

/// What an error stood in the way of: it decides what was kept and what to do.
enum class Trouble {
    Act,     ///< an act being recorded, or a wish being carried out
    Draft,   ///< an unfinished act being saved
    Screens, ///< the copy of the centre's data on this device, and what is written beside it
    SignIn,
    Print, ///< something on its way to a printer or a file
};

/// What an error means to the person at the screen: what happened, what was kept, and what to do, followed by
/// the stable code so that it can be quoted (invariant I17). An unknown code falls back to its kind.
[[nodiscard]] QString errorSentence(const Error &error, Trouble what = Trouble::Act);

/// The same without the code, for places that show the code elsewhere.
[[nodiscard]] QString errorWords(const Error &error, Trouble what = Trouble::Act);

/// A page of an attachment that did not get as far as a sheet, in the same three parts and with its code; its
/// number counted from one, in the digits of the screen.
[[nodiscard]] QString pageErrorSentence(const QString &page, const Error &error);

/// The codes that have a sentence of their own; "act.invalid." stands for all that begin with it.
[[nodiscard]] QStringList knownErrorCodes();

} // namespace tawasul
