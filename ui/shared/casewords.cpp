// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/casewords.h"

#include <QtCore/QCoreApplication>

#include "models/arabic/bidi.h"
#include "models/arabic/digits.h"

namespace tawasul {

namespace {

struct CaseWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::CaseWords)
};

QString hoursAndMinutes(std::chrono::minutes left)
{
    constexpr int kMinutes = 60;
    const int hours = static_cast<int>(left.count() / kMinutes);
    const int minutes = static_cast<int>(left.count() % kMinutes);
    if (hours == 0)
        return CaseWords::tr("%n minute(s)", "in so much time", minutes);
    const QString whole = CaseWords::tr("%n hour(s)", "in so much time", hours);
    return minutes == 0
        ? whole
        //: Hours and minutes of one duration
        : CaseWords::tr("%1 and %2").arg(whole, CaseWords::tr("%n minute(s)", "in so much time", minutes));
}

} // namespace

ChipLook statusLook(CaseStatus status, const QString &statusText)
{
    switch (status) {
    case CaseStatus::New:
        return {CaseWords::tr("New", "status"), Icon::CircleDot, Tone::Info};
    case CaseStatus::InProgress:
        return {CaseWords::tr("In progress", "status"), Icon::ProgressCheck, Tone::Brand};
    case CaseStatus::AwaitingExecution:
        return {CaseWords::tr("Awaiting execution", "status"), Icon::Hourglass, Tone::Neutral};
    case CaseStatus::Returned:
        return {CaseWords::tr("Returned to the applicant", "status"), Icon::ArrowBackUp, Tone::Warning};
    case CaseStatus::Resubmitted:
        //: The applicant has sent what was missing
        return {CaseWords::tr("Returned by the applicant", "status"), Icon::FileImport, Tone::Info};
    case CaseStatus::Escalated:
        return {CaseWords::tr("Escalated", "status"), Icon::UserUp, Tone::Lavender};
    case CaseStatus::Completed:
        return {CaseWords::tr("Processed", "status"), Icon::CircleCheck, Tone::Success};
    case CaseStatus::Rejected:
        return {CaseWords::tr("Rejected", "status"), Icon::CircleX, Tone::Danger};
    case CaseStatus::Unknown:
        break;
    }
    const QString text = isolateAny(statusText);
    return {text.isEmpty() ? CaseWords::tr("Unknown status") : text, Icon::HelpCircle, Tone::Neutral};
}

ChipLook markLook(const Mark &mark)
{
    switch (mark.kind) {
    case Mark::Kind::Urgent:
        return {CaseWords::tr("Urgent", "mark"), Icon::FlagFilled, Tone::Danger};
    case Mark::Kind::Humanitarian:
        return {CaseWords::tr("Humanitarian", "mark"), Icon::StarFilled, Tone::Lavender};
    case Mark::Kind::Unknown:
        break;
    }
    return {CaseWords::tr("Marked", "mark"), Icon::Flag, Tone::Neutral};
}

QString actWord(ActType act, const QString &typeText)
{
    switch (act) {
    case ActType::Submit:
        return CaseWords::tr("Submission", "act");
    case ActType::Assign:
        return CaseWords::tr("Assignment", "act");
    case ActType::Unassign:
        return CaseWords::tr("End of the assignment", "act");
    case ActType::Start:
        return CaseWords::tr("Start of processing", "act");
    case ActType::Note:
        return CaseWords::tr("Internal note", "act");
    case ActType::Complete:
        return CaseWords::tr("Complete", "act");
    case ActType::Return:
        return CaseWords::tr("Return for completion", "act");
    case ActType::Resubmit:
        return CaseWords::tr("Completion by the applicant", "act");
    case ActType::Reject:
        return CaseWords::tr("Reject", "act");
    case ActType::Transfer:
        return CaseWords::tr("Transfer", "act");
    case ActType::Escalate:
        return CaseWords::tr("Escalate", "act");
    case ActType::Reopen:
        return CaseWords::tr("Reopen", "act");
    case ActType::Dismiss:
        return CaseWords::tr("Dismiss a proposal", "act");
    case ActType::Unknown:
        break;
    }
    const QString text = isolateAny(typeText);
    return text.isEmpty() ? CaseWords::tr("Unknown act") : text;
}

QString roleWord(Role role)
{
    switch (role) {
    case Role::Officer:
        return CaseWords::tr("Case officer", "role");
    case Role::SectionSupervisor:
        return CaseWords::tr("Section supervisor", "role");
    case Role::RegionSupervisor:
        return CaseWords::tr("Region supervisor", "role");
    case Role::Auditor:
        return CaseWords::tr("Auditor", "role");
    case Role::Administrator:
        return CaseWords::tr("System administrator", "role");
    case Role::Beneficiary:
        return CaseWords::tr("Applicant", "role");
    case Role::System:
        return CaseWords::tr("Central system", "role");
    case Role::Unknown:
        break;
    }
    return {};
}

QString partyWord(PartyKind kind)
{
    switch (kind) {
    case PartyKind::Citizen:
        return CaseWords::tr("Citizen", "party");
    case PartyKind::Resident:
        return CaseWords::tr("Resident", "party");
    case PartyKind::Visitor:
        return CaseWords::tr("Visitor", "party");
    case PartyKind::Unknown:
        break;
    }
    return {};
}

QString relationWord(Relation relation)
{
    switch (relation) {
    case Relation::Self:
        return CaseWords::tr("The applicant", "relation");
    case Relation::Dependant:
        return CaseWords::tr("Dependant", "relation");
    case Relation::Sponsored:
        return CaseWords::tr("Sponsored", "relation");
    case Relation::Visitor:
        return CaseWords::tr("Visitor", "relation");
    case Relation::Unknown:
        break;
    }
    return {};
}

QString identifierWord(IdentifierKind kind)
{
    switch (kind) {
    case IdentifierKind::NationalId:
        return CaseWords::tr("National identity number");
    case IdentifierKind::Iqama:
        return CaseWords::tr("Iqama number");
    case IdentifierKind::BorderNumber:
        return CaseWords::tr("Border number");
    case IdentifierKind::Unknown:
        break;
    }
    return CaseWords::tr("Number");
}

QString named(const Bilingual &name, Language language)
{
    return language == Language::English && !name.en.isEmpty() ? name.en : name.ar;
}

QString timeLeftText(const TimeLeft &left, Digits digits)
{
    QString text;
    switch (left.state) {
    case TimeLeft::State::Overdue:
        text = left.workingDays == 0 ? CaseWords::tr("Less than a working day late")
                                     : CaseWords::tr("%n working day(s) late", nullptr, left.workingDays);
        break;
    case TimeLeft::State::EndsToday:
        text = CaseWords::tr("Due today, in %1").arg(hoursAndMinutes(left.officeMinutes));
        break;
    case TimeLeft::State::Ahead:
        text = CaseWords::tr("In %n working day(s)", nullptr, left.workingDays);
        break;
    }
    return localDigits(text, digits);
}

QString mayBeOverdueText()
{
    return CaseWords::tr("May be overdue");
}

QString spanText(std::chrono::milliseconds span, Digits digits)
{
    constexpr std::chrono::hours kDay{24};
    const QString text = span < 2 * kDay
        ? hoursAndMinutes(std::chrono::floor<std::chrono::minutes>(span))
        : CaseWords::tr("%n day(s)", "in so much time", static_cast<int>(span / kDay));
    return localDigits(text, digits);
}

Tone timeLeftTone(const TimeLeft &left, int nearDueWorkingDays)
{
    if (left.state == TimeLeft::State::Overdue)
        return Tone::Danger;
    return left.workingDays <= nearDueWorkingDays ? Tone::Warning : Tone::Neutral;
}

QString sizeText(qint64 bytes, Digits digits)
{
    constexpr double kStep = 1024;
    const auto shown = [digits](double number, int decimals) {
        return localDigits(isolateId(QString::number(number, 'f', decimals)), digits);
    };
    const auto count = static_cast<double>(bytes);
    if (count < kStep)
        return CaseWords::tr("%1 bytes").arg(shown(count, 0));
    if (count < kStep * kStep)
        return CaseWords::tr("%1 KB").arg(shown(count / kStep, 0));
    return CaseWords::tr("%1 MB").arg(shown(count / kStep / kStep, 1));
}

} // namespace tawasul
