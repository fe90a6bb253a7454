// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/worklistwords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "models/domain/identifiers.h"
#include "ui/shared/casewords.h"
#include "ui/shared/rawtext.h"

namespace tawasul {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::WorklistWords)
};

QString joined(const QStringList &facts)
{
    QStringList said;
    for (const QString &fact : facts) {
        if (!fact.isEmpty())
            said.append(withoutControls(fact));
    }
    //: Between the facts of a row that is read aloud
    return said.join(Words::tr(", "));
}

QStringList wordsOf(const std::vector<RowMark> &marks)
{
    QStringList words;
    for (const RowMark &mark : marks)
        words.append(mark.look.word);
    return words;
}

QStringList meaningsOf(const std::vector<RowMark> &marks)
{
    QStringList lines;
    for (const RowMark &mark : marks)
        //: A mark of a row and what it means
        lines.append(Words::tr("%1: %2").arg(mark.look.word, mark.meaning));
    return lines;
}

QString spokenIdentifier(const CaseHead &head)
{
    constexpr qsizetype kSpoken = 4;
    return head.subjectIdentifier.isEmpty()
        ? QString()
        //: An identity number of which only the last four digits are shown
        : Words::tr("masked identifier ending in %1").arg(head.subjectIdentifier.right(kSpoken));
}

} // namespace

WorklistWords::WorklistWords(DisplayLocale locale)
    : m_locale(locale)
{
}

QString WorklistWords::header(WorklistColumn column) const
{
    switch (column) {
    case WorklistColumn::Request:
        return Words::tr("Request");
    case WorklistColumn::Applicant:
        return Words::tr("Applicant");
    case WorklistColumn::Status:
        return Words::tr("Status");
    case WorklistColumn::Deadline:
        return Words::tr("Deadline – earliest first");
    }
    return {};
}

QString WorklistWords::beingRead() const
{
    return Words::tr("Being read");
}

QString WorklistWords::sentence(const CaseHead &head, Instant now) const
{
    QStringList facts{Words::tr("Request %1").arg(head.number)};
    facts += wordsOf(marks(head));
    facts += subService(head);
    facts += cell(head, WorklistColumn::Applicant, now);
    facts += Words::tr("status: %1").arg(statusLook(head.status, head.statusText).word);
    facts += cell(head, WorklistColumn::Deadline, now).split(u'\n');
    facts += wordsOf(syncMarks(head));
    facts.removeDuplicates();
    return joined(facts);
}

QString WorklistWords::cell(const CaseHead &head, WorklistColumn column, Instant now) const
{
    switch (column) {
    case WorklistColumn::Request:
        // The row has room for the marks' words at most.
        return rawText((QStringList{head.number, subService(head)} + meaningsOf(marks(head))
                        + meaningsOf(syncMarks(head)))
                           .join(u'\n'));
    case WorklistColumn::Applicant:
        return joined({Words::tr("applicant: %1").arg(head.beneficiaryName),
                       isForAnother(head) ? Words::tr("subject: %1").arg(head.subjectName) : QString(),
                       spokenIdentifier(head)});
    case WorklistColumn::Status:
        return withoutControls(statusLook(head.status, head.statusText).word);
    case WorklistColumn::Deadline: {
        const Urgency shown = urgency(head, now);
        QStringList lines{shown.remaining, shown.reason};
        // The row has room for the rule's name only.
        if (shown.clockRuns())
            lines.append(longDualDate(head.deadline.day, m_locale));
        return rawText(lines.join(u'\n'));
    }
    }
    return {};
}

QString WorklistWords::subService(const CaseHead &head) const
{
    const SubService *known = m_reference ? m_reference->subService(head.subService) : nullptr;
    return known ? named(known->name, m_locale.language) : isolateId(head.subService);
}

QString WorklistWords::section(const QString &code) const
{
    const Section *known = m_reference ? m_reference->section(code) : nullptr;
    return known ? named(known->name, m_locale.language) : isolateId(code);
}

Urgency WorklistWords::urgency(const CaseHead &head, Instant now) const
{
    static const Reference none;
    return urgencyOf(head, now, m_reference ? *m_reference : none, m_locale, m_doubt);
}

bool WorklistWords::isForAnother(const CaseHead &head)
{
    return !head.subjectName.isEmpty() && head.subjectName != head.beneficiaryName;
}

std::vector<RowMark> WorklistWords::marks(const CaseHead &head)
{
    std::vector<RowMark> found;
    for (const Mark &mark : head.marks)
        found.push_back(priorityMark(mark.kind));
    if (head.has(RowFlag::Unassigned))
        found.push_back(unassignedMark());
    return found;
}

std::vector<RowMark> WorklistWords::syncMarks(const CaseHead &head)
{
    std::vector<RowMark> found;
    if (head.has(RowFlag::Parked))
        found.push_back(parkedMark());
    if (head.has(RowFlag::WaitingToBeSent))
        found.push_back(waitingMark());
    if (head.has(RowFlag::HasProposal))
        found.push_back(proposalMark());
    if (head.has(RowFlag::HasDraft))
        found.push_back(draftMark());
    return found;
}

} // namespace tawasul
