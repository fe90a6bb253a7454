// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/cast.h"

#include "models/protocol/jsonreader.h"
#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"

#include <algorithm>

namespace tawasul {

namespace {

Actor officer(const char *id, const char *name, const char *section)
{
    Actor actor = sampleOfficer();
    actor.id = PersonId(QString::fromUtf8(id));
    actor.name = QString::fromUtf8(name);
    actor.section = QString::fromUtf8(section);
    return actor;
}

} // namespace

const std::vector<Actor> &officersOfTheRun()
{
    static const std::vector<Actor> kOfficers{sampleOfficer(), otherOfficer(),
                                              officer("officer-3", "سارة الغامدي", "residency"),
                                              officer("officer-4", "ماجد العنزي", "reports")};
    return kOfficers;
}

Actor supervisorOfTheRun()
{
    return sampleRegionSupervisor();
}

Case caseOfTheRun(int n)
{
    const bool isElsewhere = n == kCases - 1;
    Case value = isElsewhere ? sampleCaseOf("reports", "reports.absence_cancel")
                             : sampleCase(n % 2 == 0 ? CaseStatus::New : CaseStatus::InProgress);
    value.id = CaseId(QStringLiteral("019aaaf1-5480-7c3e-9f21-%1").arg(n, 12, 16, QLatin1Char('0')));
    value.number = QStringLiteral("TW-26-%1").arg(n, 7, 10, QLatin1Char('0'));
    value.attachments.clear();
    value.assignee.reset();
    if (n < 6)
        value.assignee = nameOf(officersOfTheRun().at(static_cast<std::size_t>(n % 3)));
    return value;
}

QByteArray referenceOfTheRun(int edition)
{
    QJsonObject json = sampleReferenceJson();
    json.insert(QStringLiteral("version"), QStringLiteral("2026-11.%1").arg(edition));
    // Seldom, because polls that find nothing cost a run most of its time.
    QJsonObject parameters = json.value(QStringLiteral("parameters")).toObject();
    parameters.insert(QStringLiteral("poll_seconds"), edition == 0 ? 1 : 90);
    if (edition == 0)
        parameters.insert(QStringLiteral("recall_seconds"), 0);
    json.insert(QStringLiteral("parameters"), parameters);
    return wire::toBytes(json);
}

Act actOfTheRun(ActType type, const Actor &actor, const Case &on, const QString &text, Instant at)
{
    Act act = sampleAct(type, actor);
    act.caseId = on.id;
    act.baseVersion = on.version;
    act.recordedAt = at;
    act.text = text;
    if (act.execution)
        act.execution->at = at - std::chrono::minutes(1);
    if (type == ActType::Transfer && on.section == act.toSection) {
        act.toSection = QStringLiteral("residency");
        act.toSubService = QStringLiteral("residency.renewal");
    }
    if (type == ActType::Dismiss) {
        const auto open =
            std::find_if(on.proposals.begin(), on.proposals.end(),
                         [](const Proposal &proposal) { return proposal.state == Proposal::State::Open; });
        act.proposal = open == on.proposals.end() ? ActId() : open->act;
    }
    return act;
}

} // namespace tawasul
