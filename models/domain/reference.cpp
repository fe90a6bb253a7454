// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/reference.h"

#include <algorithm>
#include <tuple>

namespace tawasul {

namespace {

template <class T> const T *byCode(const std::vector<T> &rows, const QString &code)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const T &row) { return row.code == code; });
    return found == rows.end() ? nullptr : &*found;
}

bool inForce(const StatutoryRule &rule, QDate day)
{
    return (rule.effectiveFrom.isNull() || rule.effectiveFrom <= day)
        && (rule.effectiveTo.isNull() || day <= rule.effectiveTo);
}

} // namespace

const Section *Reference::section(const QString &code) const
{
    return byCode(sections, code);
}

const SubService *Reference::subService(const QString &code) const
{
    return byCode(subServices, code);
}

const Reason *Reference::reason(const QString &code) const
{
    return byCode(reasons, code);
}

const ReplyTemplate *Reference::replyTemplate(const QString &code) const
{
    return byCode(templates, code);
}

const NamedCode *Reference::document(const QString &code) const
{
    return byCode(documents, code);
}

const NamedCode *Reference::region(const QString &code) const
{
    return byCode(regions, code);
}

std::optional<Deadline> statutoryDeadlineOf(const Reference &reference, const QString &subService,
                                            const std::vector<KeyDate> &keyDates, QDate submitted)
{
    std::optional<Deadline> nearest;
    for (const StatutoryRule &rule : reference.statutoryRules) {
        if (rule.kind != StatutoryRule::Kind::Latest || !rule.subServices.contains(subService)
            || !inForce(rule, submitted))
            continue;
        for (const KeyDate &fact : keyDates) {
            if (fact.kind != rule.dateKind || !fact.day.isValid())
                continue;
            const Deadline deadline =
                statutoryDeadline(fact.day.addDays(rule.days), rule.code, reference.calendar);
            // The days of one weekend end at the same closing; the earlier day counts, whatever the order.
            if (!nearest || std::tie(deadline.at, deadline.day) < std::tie(nearest->at, nearest->day))
                nearest = deadline;
        }
    }
    return nearest;
}

int promisedWorkingDays(const Reference &reference, const QString &subService)
{
    const SubService *row = reference.subService(subService);
    return row && row->workingDays > 0 ? row->workingDays : reference.parameters.serviceWorkingDays;
}

} // namespace tawasul
