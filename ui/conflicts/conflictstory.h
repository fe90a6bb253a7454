// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <vector>

#include "models/arabic/displaylocale.h"
#include "models/domain/reference.h"
#include "models/itemmodels/outboxstanding.h"
#include "ui/shared/valuelabel.h"
#include "ui/theme/tokens.h"

namespace tawasul {

/// One value of the case, three ways.
struct ComparedField
{
    QString name; ///< object name, for tests and for assistive tools
    QString label;
    QString base;         ///< when the act was recorded; empty where it has no meaning
    QString mine;         ///< as the recorded act has it, or would make it
    QString theirs;       ///< at the centre
    bool changed = false; ///< theirs is not what it was
    Reading reading = Reading::Text;

    friend bool operator==(const ComparedField &, const ComparedField &) = default;
};

/// One way out. What it leads to is read before it is chosen.
struct ChoiceOffer
{
    bool offered = false;
    bool possible = false; ///< when not, the consequence says why
    QString consequence;
    QString button;

    friend bool operator==(const ChoiceOffer &, const ChoiceOffer &) = default;
};

/// Whose version a column of the comparison is.
struct VersionHead
{
    QString title;
    QString byline; ///< who and when, isolated

    friend bool operator==(const VersionHead &, const VersionHead &) = default;
};

/// A parked act as it is told: what happened, both versions, and where each choice leads.
struct ConflictStory
{
    QString title;
    QString about; ///< which case
    QString happened;
    Tone tone = Tone::Info;
    VersionHead mine;
    VersionHead theirs;
    std::vector<ComparedField> fields;
    ChoiceOffer takeTheirs;
    ChoiceOffer decideAnew;
    ChoiceOffer resend;

    friend bool operator==(const ConflictStory &, const ConflictStory &) = default;
};

/// Sentences are for the screen, with isolates; values are raw.
[[nodiscard]] ConflictStory storyOf(const OutboxItem &item, const Reference &reference, Instant now,
                                    DisplayLocale locale);

} // namespace tawasul
