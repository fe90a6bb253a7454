// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/displaylocale.h"
#include "ui/endofday/endofday.h"

#include <QtCore/QString>

namespace tawasul {

struct DecisionDrafts;

/// One thing that is left, and the request it is about.
struct EndOfDayLine
{
    CaseId id;
    QString number; ///< of the request, with which the text begins; empty: the request is not on this device
    QString text;   ///< for the screen, with isolates
    QString written = {}; ///< what was written in it, where nothing else shows it; for the screen
};

/// The words of the end of the day, on the page and in the text that is handed over. Identifiers are masked
/// as in lists (invariant I12).
class EndOfDayWords
{
public:
    explicit EndOfDayWords(DisplayLocale locale);

    void setReference(const ReferencePtr &reference) { m_reference = reference; }
    [[nodiscard]] const DisplayLocale &locale() const { return m_locale; }

    [[nodiscard]] std::vector<EndOfDayLine> waiting(const EndOfDay &day, Instant now) const;
    [[nodiscard]] std::vector<EndOfDayLine> parked(const EndOfDay &day, Instant now) const;
    [[nodiscard]] std::vector<EndOfDayLine> drafts(const EndOfDay &day, Instant now) const;
    [[nodiscard]] std::vector<EndOfDayLine> ending(const EndOfDay &day) const;

    [[nodiscard]] QString waitingHeading(const EndOfDay &day) const;
    [[nodiscard]] QString parkedHeading(const EndOfDay &day) const;
    [[nodiscard]] QString draftsHeading(const EndOfDay &day) const;
    [[nodiscard]] QString endingHeading(const EndOfDay &day) const;

    /// All of it and the note as plain text, without bidi controls: to be pasted and printed.
    [[nodiscard]] QString plainText(const EndOfDay &day, const QString &note, Instant now) const;

private:
    [[nodiscard]] QString writtenIn(const DecisionDrafts &drafts) const;
    [[nodiscard]] QString service(const QString &subService) const;
    [[nodiscard]] QString shown(const QString &text) const;

    DisplayLocale m_locale;
    ReferencePtr m_reference;
};

} // namespace tawasul
