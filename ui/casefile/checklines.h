// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <vector>

#include "models/arabic/displaylocale.h"
#include "models/domain/precheck.h"

namespace tawasul {

/// One check as it is shown: what was checked, what came out, and the sentence that says why.
struct CheckLine
{
    QString check; ///< "identifier", "section" or "attachments", as Reason::precheck names them
    Verdict verdict = Verdict::CannotTell;
    QString title;
    QString evidence;
};

/// The three checks in the order in which they are read.
[[nodiscard]] std::vector<CheckLine> checkLines(const Prechecks &checks, const Reference &reference,
                                                DisplayLocale locale);

/// The word of a verdict; it goes with an icon, so that colour is never alone.
[[nodiscard]] QString verdictWord(Verdict verdict);

/// The names of documents, joined as a list in a sentence.
[[nodiscard]] QString documentNames(const QStringList &codes, const Reference &reference, Language language);

} // namespace tawasul
