// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/comparedfields.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

#include "models/arabic/bidi.h"
#include "models/arabic/digits.h"
#include "models/domain/workflow.h"
#include "ui/shared/casewords.h"

namespace tawasul {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::ConflictFields)
};

// Writes down the fields in their order; what is empty on both sides is left out.
class FieldList
{
public:
    FieldList(const Reference &reference, DisplayLocale locale)
        : m_reference(reference)
        , m_locale(locale)
    {
    }

    void add(const char *name, const QString &label, const QString &mine, const QString &theirs,
             Reading reading = Reading::Text)
    {
        if (!mine.isEmpty() || !theirs.isEmpty())
            m_fields.push_back({QString::fromLatin1(name), label, {}, mine, theirs, false, reading});
    }

    /// Of the case itself: has been something before.
    void addState(const char *name, const QString &label, const QString &base, const QString &mine,
                  const QString &theirs, bool always)
    {
        if (always || mine != base || theirs != base)
            m_fields.push_back(
                {QString::fromLatin1(name), label, base, mine, theirs, theirs != base, Reading::Text});
    }

    [[nodiscard]] QString reason(const QString &code) const
    {
        const Reason *known = m_reference.reason(code);
        return known ? named(known->name, m_locale.language) : code;
    }
    [[nodiscard]] QString section(const Case &theCase) const
    {
        const Section *known = m_reference.section(theCase.section);
        return known ? named(known->name, m_locale.language) : theCase.section;
    }
    [[nodiscard]] QString subService(const Case &theCase) const
    {
        const SubService *known = m_reference.subService(theCase.subService);
        return known ? named(known->name, m_locale.language) : theCase.subService;
    }
    [[nodiscard]] QString files(const Case &theCase) const
    {
        return localDigits(Words::tr("%n file(s)", nullptr, static_cast<int>(theCase.attachments.size())),
                           m_locale.digits);
    }

    std::vector<ComparedField> take() { return std::move(m_fields); }

private:
    const Reference &m_reference;
    DisplayLocale m_locale;
    std::vector<ComparedField> m_fields;
};

QString statusOf(const Case &theCase)
{
    return withoutControls(statusLook(theCase.status, theCase.statusText).word);
}

QString ownerOf(const Case &theCase)
{
    return theCase.assignee ? withoutControls(theCase.assignee->name) : Words::tr("Nobody");
}

// What goes before others, in words; nothing marked is a state, too.
QString priorityOf(const Case &theCase)
{
    QStringList words;
    for (const Mark &mark : theCase.marks)
        words.append(withoutControls(markLook(mark).word));
    words.removeDuplicates();
    return words.isEmpty() ? Words::tr("Ordinary", "priority of a request")
                           //: Between the marks of a request
                           : words.join(Words::tr(", "));
}

QString replyOf(const std::optional<Reply> &reply)
{
    return reply ? withoutControls(reply->text) : QString();
}

QString operationOf(const std::optional<Execution> &execution)
{
    return execution ? execution->operationNumber : QString();
}

void addCase(FieldList &fields, const Case &base, const Case &mine, const Case &theirs)
{
    fields.addState("status", Words::tr("Status of the request"), statusOf(base), statusOf(mine),
                    statusOf(theirs), true);
    fields.addState("section", Words::tr("Section"), fields.section(base), fields.section(mine),
                    fields.section(theirs), false);
    fields.addState("subService", Words::tr("Service"), fields.subService(base), fields.subService(mine),
                    fields.subService(theirs), false);
    fields.addState("owner", Words::tr("Assigned to"), ownerOf(base), ownerOf(mine), ownerOf(theirs), false);
    fields.addState("priority", Words::tr("Priority"), priorityOf(base), priorityOf(mine), priorityOf(theirs),
                    false);
    fields.addState("files", Words::tr("Attachments"), fields.files(base), fields.files(mine),
                    fields.files(theirs), base.attachments != theirs.attachments);
}

} // namespace

const HistoryEntry *stepAtCentre(const OutboxItem &item)
{
    const std::optional<Case> &current = item.theirs ? item.theirs : item.base;
    if (!current || current->history.empty())
        return nullptr;
    const auto knownBefore = [&item](const HistoryEntry &entry) {
        return item.base
            && std::any_of(item.base->history.begin(), item.base->history.end(),
                           [&entry](const HistoryEntry &old) { return old.act == entry.act; });
    };
    const auto news =
        std::find_if(current->history.rbegin(), current->history.rend(),
                     [&](const HistoryEntry &entry) { return !commutes(entry.type) && !knownBefore(entry); });
    return news == current->history.rend() ? &current->history.back() : &*news;
}

std::vector<ComparedField> comparedFields(const OutboxItem &item, const Reference &reference,
                                          DisplayLocale locale)
{
    FieldList fields(reference, locale);
    const HistoryEntry *step = stepAtCentre(item);
    const HistoryEntry nothing;
    const HistoryEntry &theirs = step ? *step : nothing;
    const Act &act = item.act;
    fields.add("act", item.theirs ? Words::tr("Act") : Words::tr("Last act"), actWord(act.type),
               step ? withoutControls(actWord(theirs.type, theirs.typeText)) : QString());
    if (item.base) {
        // What the act makes of the case, by the same rules that the centre judges with.
        const auto after = apply(*item.base, act, reference, act.recordedAt);
        addCase(fields, *item.base, after ? *after : *item.base, item.theirs ? *item.theirs : *item.base);
    }
    fields.add("reason", Words::tr("Reason"), fields.reason(act.reason), fields.reason(theirs.reason));
    fields.add("operation", Words::tr("Operation number"), operationOf(act.execution),
               operationOf(theirs.execution), Reading::Identifier);
    fields.add("reply", Words::tr("Reply to the applicant"), replyOf(act.reply), replyOf(theirs.reply));
    fields.add("text", Words::tr("Internal text"), withoutControls(act.text), withoutControls(theirs.text));
    std::vector<ComparedField> found = fields.take();
    if (!item.theirs) {
        for (ComparedField &field : found)
            field.base.clear(); // it has a column of its own
    }
    return found;
}

} // namespace tawasul
