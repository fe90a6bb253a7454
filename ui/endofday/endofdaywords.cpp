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

int parkedCount(const EndOfDay &day)
{
    return static_cast<int>(std::count_if(day.unsent.begin(), day.unsent.end(), isParked));
}

std::vector<EndOfDayLine> actLines(const EndOfDay &day, bool parked, Instant now, DisplayLocale locale)
{
    std::vector<EndOfDayLine> lines;
    for (const OutboxItem &item : day.unsent) {
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
    for (const BegunDraft &begun : day.drafts) {
        const QString saved = momentText(begun.draft.savedAt, now, m_locale);
        const ActType last = draftsFromJson(begun.draft.content).last;
        const QString act = last == ActType::Unknown ? Words::tr("Draft") : actWord(last);
        if (!begun.truth) {
            //: %1 an act such as Complete, %2 when the draft was saved
            lines.push_back(
                {begun.draft.caseId,
                 {},
                 Words::tr("%1 on a request that is no longer on this device, saved %2").arg(act, saved)});
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

std::vector<EndOfDayLine> EndOfDayWords::ending(const EndOfDay &day) const
{
    std::vector<EndOfDayLine> lines;
    for (const CaseHead &head : day.ending)
        lines.push_back({head.id, isolateId(head.number),
                         //: %1 a request number, %2 a service, %3 a masked identifier
                         Words::tr("%1 – %2, %3")
                             .arg(isolateId(head.number), service(head.subService),
                                  isolateId(masked(head.subjectIdentifier)))});
    return lines;
}

QString EndOfDayWords::waitingHeading(const EndOfDay &day) const
{
    return shown(
        Words::tr("%n act(s) not sent yet", nullptr, static_cast<int>(day.unsent.size()) - parkedCount(day)));
}

QString EndOfDayWords::parkedHeading(const EndOfDay &day) const
{
    return shown(Words::tr("%n act(s) needing a choice", nullptr, parkedCount(day)));
}

QString EndOfDayWords::draftsHeading(const EndOfDay &day) const
{
    return shown(
        Words::tr("%n draft(s) begun and not confirmed", nullptr, static_cast<int>(day.drafts.size())));
}

QString EndOfDayWords::endingHeading(const EndOfDay &day) const
{
    const QString count = Words::tr("%n request(s) due on the next working day", nullptr,
                                    static_cast<int>(day.ending.size()) + day.endingMore);
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
