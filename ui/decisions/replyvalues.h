// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>

#include "ui/decisions/decisionform.h"

namespace tawasul {

/// What the variables of a reply stand for, in Arabic, since the beneficiary reads Arabic whatever language
/// the officer works in. A variable that only a person can fill is not in it.
[[nodiscard]] QHash<QString, QString> replyValues(const Case &theCase, const Reference &reference,
                                                  const DecisionForm &form);

/// What to call a variable on the screen; an unknown one keeps its own name.
[[nodiscard]] QString variableLabel(const QString &variable);

/// The gaps that still stand in a reply, as {label}, each once.
[[nodiscard]] QStringList gapsIn(const QString &reply);

} // namespace tawasul
