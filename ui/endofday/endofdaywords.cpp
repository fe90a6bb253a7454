// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/endofday/endofdaywords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "models/arabic/digits.h"
#include "models/domain/identifiers.h"
#include "ui/decisions/decisionform.h"
#include "ui/outbox/outboxwords.h"
#include "ui/shared/casewords.h"
#include "ui/shared/syncwords.h"

#include <algorithm>

namespace tawasul {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::EndOfDayWords)
};

bool isParked(const OutboxItem &item)
{
    return item.state == OutboxState::Parked;
}

int parkedCount(const std::vector<OutboxItem> &unsent)
{
    return static_cast<int>(std::count_if(unsent.begin(), unsent.end(), isParked));
}

template<class T>
int countIn(const std::vector<T> &list)
{
    return static_cast<int>(list.size());
}

/// Where a count would be: "0" would say that there is nothing.
QString unknown(const QString &what, bool isUnread)
{
    return isUnread ? Words::tr("%1: could not be read on this device").arg(what)
                    : Words::tr("%1: not read yet").arg(what);
}

std::vector<EndOfDayLine> actLines(const EndOfDay &day, bool parked, Instant now, DisplayLocale locale)
{
    std::vector<EndOfDayLine> lines;
    for (const OutboxItem &item : day.unsent.value.value_or(std::vector<OutboxItem>())) {
        if (isParked(item) != parked)
            continue;
        const QString number = isolateId(OutboxWords::caseNumber(item));
        lines.push_back(
            {item.act.caseId, number,
             //: %1 a request number, %2 an act such as Complete, %3 when it was recorded
             Words::tr("%1 – %2, recorded %3")
                 .arg(number, actWord(item.act.type), momentText(item.act.recordedAt, now, locale))});
    }
    return lines;
}

void append(QStringList &text, const QString &heading, const std::vector<EndOfDayLine> &lines)
{
    text.append(heading);
    for (const EndOfDayLine &line : lines)
        text.append(u"- " % line.text);
    text.append(QString());
}

} // namespace

EndOfDayWords::EndOfDayWords(DisplayLocale locale)
    : m_locale(locale)
{
}

QString EndOfDayWords::shown(const QString &text) const
{
    return localDigits(text, m_locale.digits);
}

QString EndOfDayWords::service(const QString &subService) const
{
    const SubService *known = m_reference ? m_reference->subService(subService) : nullptr;
    return known ? named(known->name, m_locale.language) : isolateId(subService);
}

std::vector<EndOfDayLine> EndOfDayWords::waiting(const EndOfDay &day, Instant now) const
{
    return actLines(day, false, now, m_locale);
}

std::vector<EndOfDayLine> EndOfDayWords::parked(const EndOfDay &day, Instant now) const
{
    return actLines(day, true, now, m_locale);
}

std::vector<EndOfDayLine> EndOfDayWords::drafts(const EndOfDay &day, Instant now) const
{
    std::vector<EndOfDayLine> lines;
    for (const BegunDraft &begun : day.drafts.value.value_or(std::vector<BegunDraft>())) {
        const QString saved = momentText(begun.draft.savedAt, now, m_locale);
        const DecisionDrafts written = draftsFromJson(begun.draft.content);
        const ActType last = written.last;
        const QString act = last == ActType::Unknown ? Words::tr("Draft") : actWord(last);
        if (!begun.truth) {
            //: %1 an act such as Complete, %2 when the draft was saved
            lines.push_back(
                {begun.draft.caseId,
                 {},
                 Words::tr("%1 on a request that is no longer on this device, saved %2").arg(act, saved),
                 writtenIn(written)});
            continue;
        }
        const QString number = isolateId(begun.truth->number);
        lines.push_back(
            {begun.draft.caseId, number,
             //: %1 a request number, %2 an act such as Complete, %3 a service, %4 when the draft was saved
             Words::tr("%1 – %2, %3, saved %4").arg(number, act, service(begun.truth->subService), saved)});
    }
    return lines;
}

// Of a request that left this device nothing can be opened: the words of its draft are read here or nowhere.
QString EndOfDayWords::writtenIn(const DecisionDrafts &drafts) const
{
    QStringList lines;
    for (const DecisionForm &form : drafts.forms) {
        const Reason *reason = m_reference ? m_reference->reason(form.reason) : nullptr;
        const QString why = reason ? named(reason->name, m_locale.language) : form.reason;
        //: An act and its reason, in a draft
        lines.append(why.isEmpty() ? actWord(form.type)
                                   : Words::tr("%1: %2").arg(actWord(form.type), isolateAny(why)));
        if (!form.operationNumber.isEmpty())
            lines.append(Words::tr("Operation number %1").arg(isolateId(form.operationNumber)));
        for (const QString &words : QStringList{form.reply, form.text} + form.otherReplies.values()) {
            if (!words.trimmed().isEmpty())
                lines.append(isolateAny(withoutControls(words.trimmed())));
        }
    }
    return lines.join(u'\n');
}

std::vector<EndOfDayLine> EndOfDayWords::ending(const EndOfDay &day) const
{
    std::vector<EndOfDayLine> lines;
    for (const CaseHead &head : day.ending.value.value_or(std::vector<CaseHead>()))
        lines.push_back({head.id, isolateId(head.number),
                         //: %1 a request number, %2 a service, %3 a masked identifier
                         Words::tr("%1 – %2, %3")
                             .arg(isolateId(head.number), service(head.subService),
                                  isolateId(masked(head.subjectIdentifier)))});
    return lines;
}

QString EndOfDayWords::waitingHeading(const EndOfDay &day) const
{
    const auto &unsent = day.unsent.value;
    if (!unsent)
        return unknown(Words::tr("Acts not sent yet"), day.unsent.isUnread);
    return shown(Words::tr("%n act(s) not sent yet", nullptr, countIn(*unsent) - parkedCount(*unsent)));
}

QString EndOfDayWords::parkedHeading(const EndOfDay &day) const
{
    const auto &unsent = day.unsent.value;
    if (!unsent)
        return unknown(Words::tr("Acts needing a choice"), day.unsent.isUnread);
    return shown(Words::tr("%n act(s) needing a choice", nullptr, parkedCount(*unsent)));
}

QString EndOfDayWords::draftsHeading(const EndOfDay &day) const
{
    if (!day.drafts.value)
        return unknown(Words::tr("Drafts begun and not confirmed"), day.drafts.isUnread);
    return shown(Words::tr("%n draft(s) begun and not confirmed", nullptr, countIn(*day.drafts.value)));
}

QString EndOfDayWords::endingHeading(const EndOfDay &day) const
{
    if (!day.ending.value)
        return unknown(Words::tr("Requests due on the next working day"), day.ending.isUnread);
    const QString count = Words::tr("%n request(s) due on the next working day", nullptr,
                                    countIn(*day.ending.value) + day.endingMore);
    return shown(day.nextDay.isValid()
                     //: %1 how many requests, %2 a date
                     ? Words::tr("%1, %2").arg(count, isolateId(shortDate(day.nextDay, m_locale)))
                     : count);
}

QString EndOfDayWords::plainText(const EndOfDay &day, const QString &note, Instant now) const
{
    QStringList text{Words::tr("End of the day, %1").arg(longDualDate(riyadhDate(now), m_locale)), QString()};
    append(text, waitingHeading(day), waiting(day, now));
    append(text, parkedHeading(day), parked(day, now));
    append(text, draftsHeading(day), drafts(day, now));
    append(text, endingHeading(day), ending(day));
    if (!note.trimmed().isEmpty())
        text << Words::tr("Handover note") << note.trimmed();
    return withoutControls(text.join(u'\n'));
}

} // namespace tawasul
