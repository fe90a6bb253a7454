// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

#include <vector>

#include "models/arabic/displaylocale.h"
#include "models/domain/case.h"
#include "models/domain/reference.h"

namespace tawasul {

/// A day of the explanation as a line: the day, and what it counted as.
struct WhyLine
{
    QString day;
    QString why;
    bool counted = false;
};

/// How a deadline came about.
struct WhyThisDate
{
    QString sentence;
    std::vector<WhyLine> days; ///< of the service clock; empty for a statutory rule
    QString note;              ///< the rule's note, or that days were added while the case was returned
};

[[nodiscard]] WhyThisDate whyThisDate(const Case &theCase, const Deadline &deadline,
                                      const Reference &reference, DisplayLocale locale);

/// Shows it beside the button that asked; Esc and a click elsewhere close it.
class WhyPopover : public QFrame
{
    Q_OBJECT

public:
    WhyPopover(const WhyThisDate &why, QWidget *parent);

    /// Opens under `anchor`, inside its window.
    void openUnder(const QWidget &anchor);
};

} // namespace tawasul
