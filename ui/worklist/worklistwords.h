// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/displaylocale.h"
#include "models/itemmodels/rowwords.h"
#include "ui/shared/rowmarks.h"
#include "ui/worklist/urgency.h"

#include <vector>

namespace tawasul {

/// The words of the worklist's rows: painted by the delegate with isolates, spoken without them.
class WorklistWords final : public RowWords
{
public:
    explicit WorklistWords(DisplayLocale locale);

    /// Names of services and rules, calendar; before the first it shows codes and plain dates.
    void setReference(const ReferencePtr &reference) { m_reference = reference; }
    /// Deadlines within it may be over or not.
    void setDoubt(const ClockDoubt &doubt) { m_doubt = doubt; }
    [[nodiscard]] const ClockDoubt &doubt() const { return m_doubt; }
    [[nodiscard]] const DisplayLocale &locale() const { return m_locale; }

    [[nodiscard]] QString header(WorklistColumn column) const override;
    [[nodiscard]] QString sentence(const CaseHead &head, Instant now) const override;
    [[nodiscard]] QString cell(const CaseHead &head, WorklistColumn column, Instant now) const override;
    [[nodiscard]] QString beingRead() const override;

    /// The sub-service by name, or its code while that is unknown.
    [[nodiscard]] QString subService(const CaseHead &head) const;
    [[nodiscard]] QString section(const QString &code) const;
    [[nodiscard]] Urgency urgency(const CaseHead &head, Instant now) const;
    /// Whether the case is about somebody else than who sent it.
    [[nodiscard]] static bool isForAnother(const CaseHead &head);
    /// Why it goes before others, and that nobody has it yet.
    [[nodiscard]] static std::vector<RowMark> marks(const CaseHead &head);
    /// What waits on this machine: never a status.
    [[nodiscard]] static std::vector<RowMark> syncMarks(const CaseHead &head);

private:
    DisplayLocale m_locale;
    ReferencePtr m_reference;
    ClockDoubt m_doubt;
};

} // namespace tawasul
