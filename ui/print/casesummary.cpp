// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/casesummary.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "models/arabic/digits.h"
#include "models/domain/identifiers.h"
#include "ui/shared/casewords.h"
#include "ui/shared/receiptwords.h"

namespace tawasul {

namespace {

struct SummaryWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::SummaryWords)
};

// Not of the sheet: what was checked, and rules that are told by their dates.
const QStringList &leftOut()
{
    static const QStringList kNames{QStringLiteral("factLink"), QStringLiteral("factRule"),
                                    QStringLiteral("factSubjectKind"), QStringLiteral("factRegion")};
    return kNames;
}

std::vector<FactGroup> factsOf(const OpenedCase &opened, Numbers numbers, DisplayLocale locale)
{
    std::vector<FactGroup> groups = caseFacts(opened.shown, *opened.reference, locale);
    for (FactGroup &group : groups) {
        std::erase_if(group.facts, [](const Fact &fact) { return leftOut().contains(fact.name); });
        for (Fact &fact : group.facts) {
            if (fact.reading == Reading::Identifier && numbers == Numbers::Masked)
                fact.value = masked(fact.value);
            fact.tone.reset();
        }
    }
    return groups;
}

// Numbers in a text that an officer wrote: every one of ten digits that can be a person's, whoever's it is,
// and those that stand in the request itself, however they are made.
QString withNumbersMasked(const QString &text, const Party &party)
{
    constexpr qsizetype kFewest = 5; // of a shorter one, too much would be hidden that is none
    QString hidden;
    qsizetype done = 0;
    for (const FoundIdentifier &one : findIdentifiers(text)) {
        hidden += QStringView(text).sliced(done, one.position - done) % isolateId(masked(one.digits));
        done = one.position + one.length;
    }
    hidden += QStringView(text).sliced(done);
    for (const QString &number : {party.identifier, party.passportNumber, party.mobile}) {
        if (number.size() >= kFewest)
            hidden.replace(number, isolateId(masked(number)), Qt::CaseInsensitive);
    }
    return hidden;
}

QString replyOf(const HistoryEntry *entry, const Case &theCase, Numbers numbers)
{
    if (!entry || !entry->reply)
        return SummaryWords::tr("There is no reply yet.");
    const QString text = withoutControls(entry->reply->text);
    return numbers == Numbers::Masked ? withNumbersMasked(text, theCase.subject.party) : text;
}

// What the case rests on now: a request that was taken up again, or completed by its sender, has no decision.
const HistoryEntry *decisionOf(const Case &theCase)
{
    const auto last =
        std::find_if(theCase.history.rbegin(), theCase.history.rend(), [](const HistoryEntry &each) {
            return decides(each.type) || each.type == ActType::Reopen || each.type == ActType::Resubmit;
        });
    return last != theCase.history.rend() && decides(last->type) ? &*last : nullptr;
}

Fact fact(const char *name, const QString &label, const QString &value, const QString &second = {})
{
    return {QString::fromLatin1(name), label, value, Reading::Text, second, {}, false, {}};
}

Fact wide(Fact narrow)
{
    narrow.wide = true;
    return narrow;
}

QString moment(Instant at, DisplayLocale locale)
{
    return QString(longGregorianDate(riyadhDate(at), locale) % u" · " % timeOfDay(riyadhTime(at), locale));
}

std::vector<Fact> decisionFacts(const OpenedCase &opened, const HistoryEntry *entry, DisplayLocale locale)
{
    const Case &theCase = opened.shown;
    std::vector<Fact> facts{fact("summaryStatus", SummaryWords::tr("Status"),
                                 statusLook(theCase.status, theCase.statusText).word)};
    if (!entry)
        return facts;
    const Reason *reason = opened.reference->reason(entry->reason);
    facts.push_back(fact("summaryDecision", SummaryWords::tr("Decision"),
                         actWord(entry->type, entry->typeText),
                         reason ? named(reason->name, locale.language) : entry->reason));
    facts.push_back(wide(fact("summaryDecider", SummaryWords::tr("Decided by"),
                              withoutControls(entry->actor.name), roleWord(entry->role))));
    facts.push_back(wide(fact("summaryDecidedAt", SummaryWords::tr("Decided"), moment(entry->at, locale),
                              longHijriDate(riyadhDate(entry->at), locale))));
    if (entry->execution) {
        Fact operation = fact("summaryOperation", SummaryWords::tr("Operation number"),
                              entry->execution->operationNumber, moment(entry->execution->at, locale));
        operation.reading = Reading::Identifier;
        facts.push_back(operation);
    }
    const auto receipt = opened.receipts.find(entry->act);
    // One without a signature has no code, and nothing to be held up to anybody.
    if (receipt != opened.receipts.end() && !receipt->second.code.isEmpty()) {
        Fact code = fact("summaryReceipt", SummaryWords::tr("Receipt of the central system"),
                         receipt->second.code, proofWords(receipt->second.proof));
        code.reading = Reading::Identifier;
        facts.push_back(code);
    }
    return facts;
}

bool changesTheCase(const OutboxItem &item)
{
    return !commutes(item.act.type) && item.state != OutboxState::Settled
        && item.state != OutboxState::Closed;
}

void sayWhetherConfirmed(CaseSummary &summary, const std::vector<OutboxItem> &pending)
{
    const auto parked = [](const OutboxItem &item) {
        return changesTheCase(item) && item.state == OutboxState::Parked;
    };
    if (std::none_of(pending.begin(), pending.end(), changesTheCase))
        return;
    summary.unconfirmed = SummaryWords::tr("Not confirmed", "on a printed sheet");
    summary.unconfirmedWhy = std::any_of(pending.begin(), pending.end(), parked)
        ? SummaryWords::tr("An act recorded on a device was not accepted by the central system and needs a "
                           "choice. This sheet is not proof of a decision.")
        : SummaryWords::tr("What stands here was recorded on a device and has not been acknowledged by the "
                           "central system. This sheet is not proof of a decision.");
    QString &loud = summary.stamp.loud; // of training, where it is
    loud = loud.isEmpty() ? summary.unconfirmed : QString(summary.unconfirmed % u" · " % loud);
}

std::vector<std::pair<QString, QString>> referenceLines(const Case &theCase, const Printing &printing,
                                                        DisplayLocale locale)
{
    const QDate day = riyadhDate(printing.at);
    const auto count = QString::number(theCase.attachments.size());
    return {{SummaryWords::tr("Number", "of a letter"), isolateId(theCase.number)},
            {SummaryWords::tr("Date", "of a letter"), isolateAny(longHijriDate(day, locale))},
            {SummaryWords::tr("Corresponding to", "the date in the other calendar"),
             isolateAny(longGregorianDate(day, locale))},
            {SummaryWords::tr("Attachments", "of a letter, how many"), localDigits(count, locale.digits)}};
}

} // namespace

CaseSummary caseSummary(const OpenedCase &opened, const Printing &printing, Numbers numbers,
                        DisplayLocale locale)
{
    const Case &theCase = opened.shown;
    const HistoryEntry *entry = decisionOf(theCase);
    const SubService *service = opened.reference->subService(theCase.subService);
    CaseSummary summary;
    summary.issuer = {SummaryWords::tr("Kingdom of Saudi Arabia"), SummaryWords::tr("Ministry of Interior"),
                      SummaryWords::tr("General Directorate of Passports"),
                      SummaryWords::tr("Tawasul service")};
    summary.reference = referenceLines(theCase, printing, locale);
    summary.title = SummaryWords::tr("Request summary", "the title of a printed sheet");
    summary.service = service ? named(service->name, locale.language) : theCase.subService;
    summary.number = theCase.number;
    summary.stamp = paperStamp(printing, locale);
    summary.direction = summary.stamp.direction;
    sayWhetherConfirmed(summary, opened.pending);
    summary.groups = factsOf(opened, numbers, locale);
    summary.standing = SummaryWords::tr("Decision and standing");
    summary.decision = decisionFacts(opened, entry, locale);
    summary.replyTitle = SummaryWords::tr("Reply to the applicant");
    summary.reply = replyOf(entry, theCase, numbers);
    summary.signer = printing.officer;
    summary.signLabels = {SummaryWords::tr("Name of the officer"), SummaryWords::tr("Signature"),
                          SummaryWords::tr("Date", "of a letter")};
    summary.stampLabel = SummaryWords::tr("Official stamp");
    summary.foot = summary.stamp.across;
    summary.continued = SummaryWords::tr("(continued in the system)", "a text that has no room on the sheet");
    return summary;
}

} // namespace tawasul
