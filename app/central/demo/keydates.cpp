// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/keydates.h"

#include <algorithm>
#include <set>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

// First and last day in days from the submission; negative is before it.
struct Span
{
    int first;
    int last;
};

// What is usual for a fact of that kind when no rule binds it.
Span usual(const QString &kind, const CasePlan &plan)
{
    const bool over = saysItIsOver(plan.text->text);
    if (kind == u"absence_report_date"_s)
        return {-8, -1};
    if (kind == u"entry_date"_s)
        return {-80, -20};
    if (kind == u"iqama_expiry_date"_s)
        return over ? Span{-25, -2} : Span{10, 60};
    return over ? Span{-20, -2} : Span{3, 25};
}

void openInTime(Span &span, const StatutoryRule &rule, const WindowWish &wish)
{
    if (wish.early) {
        span = {-rule.days + 3, -rule.days + 12};
    } else {
        span.last = std::min(span.last, -rule.days - 2);
        span.first = std::min(span.first, span.last - 60);
    }
}

void closeInTime(Span &span, const StatutoryRule &rule, const WindowWish &wish, QDate submitted)
{
    if (wish.missed) {
        span = {-rule.days - 9, -rule.days - 2};
        return;
    }
    const auto needed = static_cast<int>(submitted.daysTo(wish.openUntil)) - rule.days;
    span.first = std::max(span.first, needed);
    span.last = std::max(span.last, span.first);
}

Span spanOf(const QString &kind, const CasePlan &plan, const Reference &reference, const WindowWish &wish)
{
    const QDate submitted = riyadhDate(plan.submittedAt);
    Span span = usual(kind, plan);
    for (const StatutoryRule &rule : reference.statutoryRules) {
        const bool binds = rule.dateKind == kind
            && (rule.subServices.contains(plan.filedAs) || rule.subServices.contains(plan.subService));
        // A window that opens before the fact itself (7 days before a visit ends) binds nobody who is late.
        if (binds && rule.kind == StatutoryRule::Kind::Earliest && rule.days < 0)
            span.last = std::min(span.last, -rule.days);
        else if (binds && rule.kind == StatutoryRule::Kind::Earliest)
            openInTime(span, rule, wish);
    }
    for (const StatutoryRule &rule : reference.statutoryRules) {
        const bool binds = rule.dateKind == kind && rule.kind == StatutoryRule::Kind::Latest
            && (rule.subServices.contains(plan.filedAs) || rule.subServices.contains(plan.subService));
        if (binds)
            closeInTime(span, rule, wish, submitted);
    }
    return span;
}

std::set<QString> kindsFor(const CasePlan &plan, const Reference &reference)
{
    std::set<QString> kinds;
    for (const StatutoryRule &rule : reference.statutoryRules) {
        if (rule.subServices.contains(plan.filedAs) || rule.subServices.contains(plan.subService))
            kinds.insert(rule.dateKind);
    }
    const bool named = std::any_of(reference.dateKinds.begin(), reference.dateKinds.end(),
                                   [&plan](const NamedCode &kind) { return kind.code == plan.text->date; });
    if (named)
        kinds.insert(plan.text->date);
    return kinds;
}

} // namespace

bool saysItIsOver(const QString &text)
{
    return text.contains(u"انتهت"_s) || text.contains(u"منتهية"_s) || text.contains(u"expired"_s);
}

std::vector<KeyDate> keyDatesFor(const CasePlan &plan, const Reference &reference, const WindowWish &wish,
                                 Dice &dice)
{
    const QDate submitted = riyadhDate(plan.submittedAt);
    std::vector<KeyDate> dates;
    for (const QString &kind : kindsFor(plan, reference)) {
        const Span span = spanOf(kind, plan, reference, wish);
        dates.push_back({kind, submitted.addDays(dice.between(span.first, span.last))});
    }
    return dates;
}

bool keyDatesSuit(const std::vector<KeyDate> &dates, const CasePlan &plan, const Reference &reference,
                  const WindowWish &wish)
{
    const QDate submitted = riyadhDate(plan.submittedAt);
    const std::set<QString> wanted = kindsFor(plan, reference);
    const bool hasAll = std::all_of(wanted.begin(), wanted.end(), [&dates](const QString &kind) {
        return std::any_of(dates.begin(), dates.end(),
                           [&kind](const KeyDate &date) { return date.kind == kind; });
    });
    return hasAll && std::all_of(dates.begin(), dates.end(), [&](const KeyDate &date) {
               const Span span = spanOf(date.kind, plan, reference, wish);
               const qint64 days = submitted.daysTo(date.day);
               return days >= span.first && days <= std::max(span.first, span.last);
           });
}

} // namespace tawasul
