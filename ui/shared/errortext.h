// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include "models/domain/result.h"

namespace tawasul {

/// What an error means to the person at the screen: what happened, what was kept, and what to do, followed by
/// the stable code so that it can be quoted (invariant I17). An unknown code falls back to its kind.
[[nodiscard]] QString errorSentence(const Error &error);

/// The same without the code, for places that show the code elsewhere.
[[nodiscard]] QString errorWords(const Error &error);

/// The codes that have a sentence of their own; "act.invalid." stands for all that begin with it.
[[nodiscard]] QStringList knownErrorCodes();

} // namespace tawasul
