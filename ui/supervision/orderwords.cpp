// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/orderwords.h"

#include <QtCore/QCoreApplication>

#include "models/arabic/bidi.h"
#include "ui/shared/countedtext.h"

#include <algorithm>
#include <numeric>

namespace tawasul {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::OrderWords)
};

struct Clause
{
    const char *code;
    const char *words;
};

// Those of assignmentObstacle(), giftObstacle() and undoObstacle().
constexpr std::array kReasons{
    Clause{"assignment.out_of_reach",
           QT_TRANSLATE_NOOP("tawasul::OrderWords", "the request is not within this account's scope")},
    Clause{"assignment.decided", QT_TRANSLATE_NOOP("tawasul::OrderWords", "the request has been closed")},
    Clause{"assignment.stale",
           QT_TRANSLATE_NOOP("tawasul::OrderWords", "the request changed after it was selected")},
    Clause{"assignment.already_theirs",
           QT_TRANSLATE_NOOP("tawasul::OrderWords", "the request is already assigned so")},
    Clause{"assignment.officer_unknown",
           QT_TRANSLATE_NOOP("tawasul::OrderWords", "there is no such officer")},
    Clause{"assignment.officer_removed",
           QT_TRANSLATE_NOOP("tawasul::OrderWords", "the officer's account was removed")},
    Clause{"assignment.not_permitted",
           QT_TRANSLATE_NOOP("tawasul::OrderWords", "the officer does not work in that section or region")},
    Clause{"assignment.on_leave", QT_TRANSLATE_NOOP("tawasul::OrderWords", "the officer is on leave")},
    Clause{"assignment.moved_on",
           QT_TRANSLATE_NOOP("tawasul::OrderWords", "work on the request went on after the assignment")},
};

bool isOfAnotherEpoch(const std::optional<Error> &problem)
{
    return problem && problem->code == u"centre.epoch_changed";
}

ChipLook doubted()
{
    return {Words::tr("To be confirmed again", "an order or a leave"), Icon::HelpCircle, Tone::Warning};
}

ChipLook setAside(const QString &word)
{
    return {word, Icon::Lock, Tone::Warning};
}

// What happened, what is kept, what to do.
QString unreadableNote(const RecordedOrder &order)
{
    const bool left = order.tries > 0 || order.state == RecordedOrder::State::Answered;
    const QString first = Words::tr("This order cannot be read any more; what was recorded of it is kept on "
                                    "this device.");
    const QString then = order.state == RecordedOrder::State::Refused
        ? Words::tr("It was not accepted, and no request was moved by it.")
        : left ? Words::tr("It may have been carried out: check its requests on the board before they are "
                           "assigned anew.")
               : Words::tr("It was not sent: withdraw it and assign its requests anew.");
    const QString last = Words::tr("Technical support finds it by its number.");
    return QStringList{first, then, last}.join(u' ');
}

} // namespace

QString refusalReason(const QString &code)
{
    for (const Clause &reason : kReasons) {
        if (code == QLatin1StringView(reason.code))
            return Words::tr(reason.words);
    }
    return Words::tr("the central system gives a reason that this version does not know (code %1)")
        .arg(isolateId(code));
}

QStringList knownRefusals()
{
    QStringList codes;
    for (const Clause &reason : kReasons)
        codes.append(QString::fromLatin1(reason.code));
    return codes;
}

std::vector<RefusalGroup> refusals(const std::vector<AssignmentVerdict> &verdicts)
{
    std::vector<RefusalGroup> groups;
    for (const AssignmentVerdict &each : verdicts) {
        if (each.outcome != AssignmentOutcome::Refused)
            continue;
        const auto known = std::find_if(groups.begin(), groups.end(), [&](const RefusalGroup &group) {
            return group.reason == each.reason;
        });
        if (known == groups.end()) {
            groups.push_back({each.reason, 1, each.substitute});
            continue;
        }
        ++known->count;
        if (known->substitute != each.substitute)
            known->substitute.reset();
    }
    // The largest first, by their places: moving them about is more than a count needs.
    std::vector<std::size_t> places(groups.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(),
                     [&groups](std::size_t a, std::size_t b) { return groups[a].count > groups[b].count; });
    std::vector<RefusalGroup> sorted;
    for (const std::size_t place : places)
        sorted.push_back(groups[place]);
    return sorted;
}

int countOf(const std::vector<AssignmentVerdict> &verdicts, AssignmentOutcome outcome)
{
    return static_cast<int>(
        std::count_if(verdicts.begin(), verdicts.end(),
                      [outcome](const AssignmentVerdict &each) { return each.outcome == outcome; }));
}

bool isUnreadable(const RecordedOrder &order)
{
    return order.problem && order.problem->code == u"store.unreadable" && order.order.cases.empty();
}

OrderStage stageOf(const RecordedOrder &order)
{
    switch (order.state) {
    case RecordedOrder::State::Waiting:
        return OrderStage::Waiting;
    case RecordedOrder::State::SetAside:
        return OrderStage::OnHold;
    case RecordedOrder::State::Answered:
    case RecordedOrder::State::Refused:
        break;
    }
    return OrderStage::Answered;
}

OrderSteps stepsOf(const RecordedOrder &order)
{
    using State = RecordedOrder::State;
    const bool isUnsent =
        (order.state == State::Waiting || order.state == State::SetAside) && order.tries == 0;
    if (isUnreadable(order)) // nobody sends what nobody can read
        return {isUnsent, order.state == State::Waiting, false, false};
    const bool answered = order.state == State::Answered;
    const bool isIdle = countOf(order.results, AssignmentOutcome::Refused) > 0
        && (order.order.undoes.isEmpty() || countOf(order.results, AssignmentOutcome::Done) == 0);
    return {isUnsent, order.state == State::Waiting, order.state == State::SetAside || order.isDoubted,
            answered && isIdle};
}

OrderSteps stepsOf(const RecordedLeave &leave)
{
    using State = RecordedOrder::State;
    return {(leave.state == State::Waiting || leave.state == State::SetAside) && leave.tries == 0,
            leave.state == State::Waiting, leave.state == State::SetAside || leave.isDoubted, false};
}

std::chrono::minutes undoLeft(const RecordedOrder &order, Instant now)
{
    const bool can = order.state == RecordedOrder::State::Answered && order.undoUntil
        && order.undoneBy.isEmpty() && countOf(order.results, AssignmentOutcome::Done) > 0
        && *order.undoUntil > now;
    return can ? std::chrono::ceil<std::chrono::minutes>(*order.undoUntil - now) : std::chrono::minutes(0);
}

QString OrderWords::trial(const std::vector<AssignmentVerdict> &verdicts) const
{
    const Digits digits = m_words.locale().digits;
    const int refused = countOf(verdicts, AssignmentOutcome::Refused);
    const int moved = static_cast<int>(verdicts.size()) - refused;
    if (verdicts.empty())
        return Words::tr("No request fits this rule now.");
    const QString move =
        countedText(Words::tr("%n request(s) will be assigned", nullptr, moved), moved, digits);
    if (refused == 0)
        return move;
    const QString fail =
        countedText(Words::tr("%n request(s) cannot be assigned", nullptr, refused), refused, digits);
    //: %1 how many requests will be assigned, %2 how many cannot be
    return moved == 0 ? fail : Words::tr("%1; %2", "two counts").arg(move, fail);
}

QString OrderWords::result(const RecordedOrder &order) const
{
    const Digits digits = m_words.locale().digits;
    const int done = countOf(order.results, AssignmentOutcome::Done);
    const int queued = countOf(order.results, AssignmentOutcome::Queued);
    // Refused as a whole, it has no verdicts.
    const bool isWhole = order.state == RecordedOrder::State::Refused && order.results.empty();
    const int refused = isWhole ? static_cast<int>(order.order.cases.size())
                                : countOf(order.results, AssignmentOutcome::Refused);
    const OrderStage stage = stageOf(order);
    QStringList parts;
    if (done > 0)
        parts.append(countedText(Words::tr("%n request(s) assigned", nullptr, done), done, digits));
    if (queued > 0)
        parts.append(countedText(stage == OrderStage::OnHold
                                     ? Words::tr("%n request(s) on hold", nullptr, queued)
                                     : Words::tr("%n request(s) waiting to be assigned", nullptr, queued),
                                 queued, digits));
    if (refused > 0)
        parts.append(countedText(stage == OrderStage::Answered
                                     ? Words::tr("%n request(s) could not be assigned", nullptr, refused)
                                     : Words::tr("%n request(s) cannot be assigned", nullptr, refused),
                                 refused, digits));
    //: Between counts in one line
    return parts.join(Words::tr("; "));
}

QString OrderWords::verdict(const AssignmentVerdict &verdict, OrderStage stage) const
{
    const QString word = look(verdict, stage).word;
    if (verdict.outcome != AssignmentOutcome::Refused)
        return word;
    //: %1 such as Not assigned, %2 why
    return Words::tr("%1: %2", "a refusal").arg(word, refusalReason(verdict.reason));
}

ChipLook OrderWords::look(const AssignmentVerdict &verdict, OrderStage stage)
{
    switch (verdict.outcome) {
    case AssignmentOutcome::Done:
        return {stage == OrderStage::Trial ? Words::tr("Will be assigned", "a request")
                                           : Words::tr("Assigned", "a request"),
                Icon::CircleCheck, Tone::Success};
    case AssignmentOutcome::Queued:
        if (stage == OrderStage::OnHold)
            return setAside(Words::tr("On hold", "a request"));
        return {stage == OrderStage::Trial ? Words::tr("Will be assigned on reconnecting", "a request")
                                           : Words::tr("Waiting", "a request to be assigned"),
                Icon::CloudUp, Tone::Info};
    case AssignmentOutcome::Refused:
        return {stage == OrderStage::Answered ? Words::tr("Not assigned", "a request")
                                              : Words::tr("Will not be assigned", "a request"),
                Icon::CircleX, Tone::Danger};
    case AssignmentOutcome::Unknown:
        break;
    }
    return {Words::tr("Unknown result"), Icon::HelpCircle, Tone::Neutral};
}

QString OrderWords::recipient(const AssignmentVerdict &verdict) const
{
    return isForAStranger(verdict)
        //: In the place of a name: an officer of whom the supervisor hears nothing
        ? Words::tr("An officer outside the scope of supervision")
        : m_words.officer(verdict.to.value_or(PersonName()));
}

QString OrderWords::recipient(const AssignmentOrder &order) const
{
    const PersonId to = order.cases.empty() ? order.to : order.cases.front().to;
    if (to.isEmpty())
        return m_words.officer({});
    const auto known = std::find_if(m_staff.begin(), m_staff.end(),
                                    [&to](const Colleague &each) { return each.name.id == to; });
    return known == m_staff.end() ? Words::tr("An officer outside the scope of supervision")
                                  : m_words.officer(known->name);
}

QString OrderWords::way(const AssignmentVerdict &verdict) const
{
    //: Whose a request was, and whose it is to be; both names
    return Words::tr("From %1 to %2")
        .arg(m_words.officer(verdict.from.value_or(PersonName())), recipient(verdict));
}

QString OrderWords::refusal(const RefusalGroup &group) const
{
    //: %1 such as 3 requests, %2 why they cannot be assigned
    return Words::tr("%1: %2", "a group of requests")
        .arg(m_words.requests(group.count), refusalReason(group.reason));
}

QString OrderWords::change(const LoadChange &change) const
{
    const int by = change.after.total() - change.before.total();
    const QString difference = (by > 0       ? QStringLiteral("+")
                                    : by < 0 ? QStringLiteral("−")
                                             : QString())
        + m_words.number(std::abs(by));
    //: How many requests somebody has before and after, %3 the difference such as +6
    return Words::tr("%1 before, %2 after (%3)")
        .arg(isolateId(m_words.number(change.before.total())),
             isolateId(m_words.number(change.after.total())), isolateId(difference));
}

QString OrderWords::order(const RecordedOrder &order) const
{
    const AssignmentOrder &of = order.order;
    if (isUnreadable(order))
        return Words::tr("An order that cannot be read");
    if (!of.undoes.isEmpty())
        return Words::tr("Undoing an assignment");
    const AssignmentVerdict *named = nullptr;
    for (const AssignmentVerdict &each : order.results) {
        if (each.to)
            named = &each;
    }
    const int count = static_cast<int>(of.rule ? order.results.size() : of.cases.size());
    //: %1 such as 12 requests, %2 a name
    return Words::tr("%1 to %2", "an order of assignment")
        .arg(m_words.requests(count), named ? recipient(*named) : recipient(of));
}

ChipLook OrderWords::state(const RecordedOrder &order)
{
    if (!order.undoneBy.isEmpty())
        return {Words::tr("Undone", "an order"), Icon::ArrowBackUp, Tone::Neutral};
    if (isUnreadable(order))
        return {Words::tr("Cannot be read", "an order"), Icon::AlertCircle, Tone::Danger};
    if (order.isDoubted)
        return doubted();
    switch (order.state) {
    case RecordedOrder::State::Waiting:
        return {Words::tr("Waiting to be sent", "an order"), Icon::CloudUp, Tone::Info};
    case RecordedOrder::State::SetAside:
        return setAside(order.tries > 0 ? Words::tr("On hold, may have taken effect", "an order")
                                        : Words::tr("On hold", "an order"));
    case RecordedOrder::State::Refused:
        return {Words::tr("Not accepted", "an order"), Icon::CircleX, Tone::Danger};
    case RecordedOrder::State::Answered:
        break;
    }
    if (countOf(order.results, AssignmentOutcome::Refused) > 0)
        return {Words::tr("Carried out in part", "an order"), Icon::AlertTriangle, Tone::Warning};
    return {Words::tr("Carried out", "an order"), Icon::CircleCheck, Tone::Success};
}

QString OrderWords::note(const RecordedOrder &order)
{
    if (isUnreadable(order))
        return unreadableNote(order);
    if (order.isDoubted)
        return Words::tr("The central system was restored after it had answered, and may have forgotten this "
                         "order. Sending it again does nothing twice.");
    if (order.isTooLate)
        return Words::tr("The time for undoing ended while this was waiting, so the undoing may not be "
                         "accepted.");
    if (order.state != RecordedOrder::State::SetAside)
        return {};
    if (isOfAnotherEpoch(order.problem))
        return Words::tr("The central system was restored while this order was waiting. It is not sent until "
                         "it is decided whether to send it again.");
    return order.tries > 0 ? Words::tr(
               "This order is not sent any more, but an earlier try may have reached the central system. "
               "Sending it again does nothing twice.")
                           : Words::tr("This order was not sent, and no request was moved by it.");
}

ChipLook OrderWords::state(const RecordedLeave &leave)
{
    if (leave.isDoubted)
        return doubted();
    switch (leave.state) {
    case RecordedOrder::State::Waiting:
        return {Words::tr("Waiting to be sent", "a leave"), Icon::CloudUp, Tone::Info};
    case RecordedOrder::State::SetAside:
        return setAside(leave.tries > 0 ? Words::tr("On hold, may have taken effect", "a leave")
                                        : Words::tr("On hold", "a leave"));
    case RecordedOrder::State::Refused:
        break;
    case RecordedOrder::State::Answered:
        return {Words::tr("Carried out", "a leave"), Icon::CircleCheck, Tone::Success};
    }
    return leave.mayHaveTakenEffect
        ? ChipLook{Words::tr("May have taken effect", "a leave"), Icon::AlertTriangle, Tone::Warning}
        : ChipLook{Words::tr("Not accepted", "a leave"), Icon::CircleX, Tone::Danger};
}

QString OrderWords::note(const RecordedLeave &leave)
{
    if (leave.mayHaveTakenEffect)
        return Words::tr("An earlier try may have taken effect. Check the leave as it stands now.");
    if (leave.isDoubted)
        return Words::tr(
            "The central system was restored after it had answered, and may have forgotten this. "
            "Sending it again does nothing twice.");
    if (leave.state != RecordedOrder::State::SetAside)
        return {};
    if (isOfAnotherEpoch(leave.problem))
        return Words::tr("The central system was restored while this was waiting. It is not sent until it is "
                         "decided whether to send it again.");
    return leave.tries > 0
        ? Words::tr("This is not sent any more, but an earlier try may have reached the central system. "
                    "Sending it again does nothing twice.")
        : Words::tr("This was not sent, and nothing was changed by it.");
}

QString OrderWords::leaveKind(const Leave &leave)
{
    switch (leave.kind) {
    case Leave::Kind::Planned:
        return Words::tr("Planned leave");
    case Leave::Kind::Unplanned:
        return Words::tr("Absence");
    case Leave::Kind::Unknown:
        break;
    }
    return leave.kindText.isEmpty() ? Words::tr("Leave") : isolateAny(leave.kindText);
}

QString OrderWords::leave(const Leave &leave) const
{
    //: The days of a leave: from a date to a date; or from a date until further notice
    const QString days = leave.last.isValid()
        ? Words::tr("from %1 to %2", "dates").arg(m_words.day(leave.first), m_words.day(leave.last))
        : Words::tr("from %1 until further notice", "dates").arg(m_words.day(leave.first));
    //: %1 such as Planned leave, %2 its days
    const QString text = Words::tr("%1 %2", "a leave").arg(leaveKind(leave), days);
    if (!leave.substitute)
        return text;
    //: %1 a leave, %2 a name
    return Words::tr("%1; substitute: %2").arg(text, isolateAny(withoutControls(leave.substitute->name)));
}

} // namespace tawasul
