// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>
#include <vector>

#include "models/arabic/displaylocale.h"
#include "models/domain/case.h"
#include "models/domain/reference.h"
#include "ui/shared/valuelabel.h"
#include "ui/theme/tokens.h"

namespace tawasul {

/// A fact as the grid shows it: label over value.
struct Fact
{
    QString name; ///< object name, for tests and for assistive tools
    QString label;
    QString value; ///< raw: one value, so that it can be selected and copied as it is
    Reading reading = Reading::Text;
    QString second; ///< another line under the value, such as the other calendar
    std::optional<Tone> tone;
    bool wide = false; ///< takes the whole row
    QString code;      ///< raw: what the value stands for, told in a tooltip

    friend bool operator==(const Fact &, const Fact &) = default;
};

struct FactGroup
{
    QString title;
    std::vector<Fact> facts;

    friend bool operator==(const FactGroup &, const FactGroup &) = default;
};

/// All that is known of a case, grouped by whom it is about; what is empty is left out.
[[nodiscard]] std::vector<FactGroup> caseFacts(const Case &theCase, const Reference &reference,
                                               DisplayLocale locale);

} // namespace tawasul
