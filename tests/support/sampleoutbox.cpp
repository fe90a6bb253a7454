// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampleoutbox.h"

#include <functional>

namespace tawasul::samples {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

OutboxItem parked(OutboxItem item, ParkReason reason, const Error &error)
{
    item.state = OutboxState::Parked;
    item.parkReason = reason;
    item.tries = 1;
    item.lastTryAt = now() - minutes(4);
    item.lastError = error;
    item.nextTryAt.reset();
    item.recallUntil.reset();
    return item;
}

OutboxItem conflicting(OutboxItem item, const HistoryEntry &step, const std::function<void(Case &)> &change)
{
    const Error error{Error::Kind::Stale, QStringLiteral("act.stale"), {}};
    item = parked(std::move(item), ParkReason::Conflict, error);
    Case theirs = *item.base;
    ++theirs.version;
    theirs.status = step.to;
    theirs.history.push_back(step);
    theirs.updatedAt = step.at;
    change(theirs);
    item.theirs = theirs;
    return item;
}

HistoryEntry stepOf(ActType type, CaseStatus to, const QString &name, Role role)
{
    HistoryEntry step;
    step.act = ActId(QStringLiteral("0193f0aa-0000-7000-8000-00000000beef"));
    step.type = type;
    step.to = to;
    step.at = now() - minutes(11);
    step.recordedAt = step.at;
    step.actor = {PersonId(QStringLiteral("p-other")), name};
    step.role = role;
    return step;
}

void fillDecision(Act &act)
{
    switch (act.type) {
    case ActType::Complete:
        act.reason = QStringLiteral("EXECUTED");
        act.execution = Execution{QStringLiteral("7700214581"), act.recordedAt - minutes(2)};
        act.reply = Reply{QStringLiteral("complete.executed"),
                          QStringLiteral("مقدم الطلب: نفيد بنقل معلومات الجواز الجديد إلى هوية مقيم، برقم "
                                         "العملية 7700214581.")};
        break;
    case ActType::Return:
        act.reason = QStringLiteral("MISSING_ATTACHMENT");
        act.reply = Reply{QStringLiteral("return.missing_attachment"),
                          QStringLiteral("مقدم الطلب: نفيد بتعذر استكمال المعالجة لنقص المرفقات.\nالمستندات "
                                         "الناقصة: الجواز الجديد.")};
        break;
    case ActType::Note:
        act.text = QStringLiteral("طُلبت إفادة من وحدة الجوازات الأجنبية هاتفيًا.");
        break;
    case ActType::Escalate:
        act.reason = QStringLiteral("STATUTORY_WINDOW");
        act.text = QStringLiteral("المهلة النظامية تنتهي خلال يومي عمل.");
        break;
    default:
        break;
    }
}

} // namespace

OutboxItem recorded(const Case &theCase, ActType type, int number, int minutesAgo)
{
    OutboxItem item;
    item.sequence = number;
    item.act.id = ActId(QStringLiteral("0193f0aa-5b1c-7c3e-9d10-%1").arg(number, 12, 16, QLatin1Char('0')));
    item.act.caseId = theCase.id;
    item.act.type = type;
    item.act.actor = officer();
    item.act.baseVersion = theCase.version;
    item.act.referenceVersion = reference()->version;
    item.act.recordedAt = now() - minutes(minutesAgo);
    fillDecision(item.act);
    item.nextTryAt = item.act.recordedAt;
    item.base = theCase;
    return item;
}

OutboxItem recallable(OutboxItem item)
{
    item.act.recordedAt = now() - seconds(20);
    item.recallUntil = item.act.recordedAt + seconds(60);
    item.nextTryAt = item.recallUntil;
    return item;
}

OutboxItem triedBefore(OutboxItem item, int tries, const Error &error, int secondsToNext)
{
    item.tries = tries;
    item.lastTryAt = now() - seconds(30);
    item.nextTryAt = now() + seconds(secondsToNext);
    item.lastError = error;
    return item;
}

OutboxItem refused(OutboxItem item, const Error &error)
{
    return parked(std::move(item), ParkReason::Refused, error);
}

OutboxItem unfounded(OutboxItem item)
{
    item = refused(std::move(item), {Error::Kind::Conflict, QStringLiteral("act.illegal"), {}});
    item.tries = 0;
    item.lastTryAt.reset();
    return item;
}

OutboxItem damaged(OutboxItem item, int tries)
{
    item = refused(std::move(item), {Error::Kind::Corrupt, QStringLiteral("store.unreadable"), {}});
    Act rest;
    rest.id = item.act.id;
    rest.caseId = item.act.caseId;
    rest.recordedAt = item.act.recordedAt;
    item.act = rest;
    item.tries = tries;
    return item;
}

OutboxItem rejectedMeanwhile(OutboxItem item)
{
    HistoryEntry step = stepOf(ActType::Reject, CaseStatus::Rejected, QStringLiteral("ماجد بن سعود الحربي"),
                               Role::SectionSupervisor);
    step.reason = QStringLiteral("DUPLICATE");
    step.reply = Reply{QStringLiteral("reject.duplicate"),
                       QStringLiteral("مقدم الطلب: نفيد برفض الطلب لتكراره، والطلب السابق رقم 1448020118 "
                                      "تحت المعالجة.")};
    return conflicting(std::move(item), step, [](Case &) {});
}

OutboxItem reassignedMeanwhile(OutboxItem item)
{
    HistoryEntry step = stepOf(ActType::Assign, item.base->status, QStringLiteral("خالد بن فهد المطيري"),
                               Role::SectionSupervisor);
    const PersonName other{PersonId(QStringLiteral("u-31")),
                           QStringLiteral("عبدالله بن محمد بن عبدالعزيز آل الشيخ القحطاني")};
    step.toAssignee = other;
    return conflicting(std::move(item), step, [&other](Case &theirs) {
        theirs.assignee = other;
        theirs.section = QStringLiteral("reports");
    });
}

OutboxItem resubmittedMeanwhile(OutboxItem item)
{
    const HistoryEntry step =
        stepOf(ActType::Resubmit, CaseStatus::Resubmitted, item.base->beneficiary.name, Role::Beneficiary);
    return conflicting(std::move(item), step, [](Case &theirs) {
        Attachment more = theirs.attachments.front();
        more.sha256 = QString(64, u'f');
        theirs.attachments.push_back(more);
    });
}

std::vector<OutboxItem> manyItems()
{
    const Error busy{Error::Kind::Busy, QStringLiteral("centre.busy"), {}};
    const Error away{Error::Kind::Offline, QStringLiteral("centre.unreachable"), {}};
    const Error foreign{Error::Kind::Corrupt, QStringLiteral("wire.malformed"), {}};
    std::vector<OutboxItem> items{
        recorded(returned(), ActType::Return, 1, 60 * 26),
        rejectedMeanwhile(recorded(overdue(), ActType::Complete, 2, 61)),
        recorded(overdue(), ActType::Note, 3, 58),
        refused(recorded(failedChecks(), ActType::Return, 4, 40),
                {Error::Kind::Forbidden, QStringLiteral("act.forbidden"), {}}),
        triedBefore(recorded(longNames(), ActType::Escalate, 5, 31), 3, away, 45),
        recorded(longNames(), ActType::Note, 6, 30),
        triedBefore(recorded(resubmitted(), ActType::Complete, 7, 25), 12, busy, 90),
        triedBefore(recorded(awaitingExecution(), ActType::Complete, 8, 12), 2, foreign, 20),
        recallable(recorded(ordinary(), ActType::Complete, 9, 0)),
    };
    items.front().state = OutboxState::Sending;
    items.front().tries = 1;
    return items;
}

} // namespace tawasul::samples
