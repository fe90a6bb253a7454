// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxwords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include "models/arabic/bidi.h"
#include "models/arabic/digits.h"
#include "ui/shared/casewords.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/refusaltext.h"
#include "ui/shared/syncwords.h"

namespace tawasul {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::OutboxWords)
};

using Link = SyncStatus::Link;

// What the last try came to; it is tried again by itself in each case.
QString whyLater(const std::optional<Error> &error)
{
    if (!error)
        return Words::tr("Tried again by itself");
    if (error->code.startsWith(QLatin1String("receipt.")))
        return Words::tr(
            "The acknowledgement could not be verified, so the act is kept and sent again – technical "
            "support is needed");
    if (error->kind == Error::Kind::Corrupt && error->code.startsWith(QLatin1String("sql.")))
        return Words::tr("The data saved on this device is damaged – the act is kept, and restarting the "
                         "program fetches the data again");
    switch (error->kind) {
    case Error::Kind::Offline:
        return Words::tr("The central system was not reached – tried again by itself");
    case Error::Kind::Busy:
        return Words::tr("The central system is busy – tried again by itself");
    case Error::Kind::Server:
        return Words::tr("The central system could not answer – tried again by itself");
    case Error::Kind::Storage:
    case Error::Kind::Full:
        return Words::tr("The answer could not be saved on this device – tried again by itself");
    case Error::Kind::Stale:
        return Words::tr("The request changed while the act was being sent – tried again by itself");
    case Error::Kind::Cancelled:
    case Error::Kind::Unauthenticated:
        return Words::tr("Sending was interrupted – tried again by itself");
    default:
        return Words::tr("The answer of the central system was not understood – tried again by itself");
    }
}

QString whyRefused(const std::optional<Error> &error)
{
    return error ? Words::tr("Refused by the central system: %1").arg(refusalClause(*error))
                 : Words::tr("Refused by the central system");
}

} // namespace

OutboxWords::OutboxWords(DisplayLocale locale)
    : m_locale(locale)
{
}

bool OutboxWords::isLinkUp() const
{
    return m_status.link == Link::Online || m_status.link == Link::Failing;
}

QString OutboxWords::header(OutboxColumn column) const
{
    switch (column) {
    case OutboxColumn::Act:
        return Words::tr("Act");
    case OutboxColumn::Case:
        return Words::tr("Request");
    case OutboxColumn::Since:
        return Words::tr("Recorded");
    case OutboxColumn::State:
        return Words::tr("State");
    case OutboxColumn::Tries:
        return Words::tr("Tries");
    case OutboxColumn::NextTry:
        return Words::tr("Next try");
    case OutboxColumn::Why:
        return Words::tr("Why it waits");
    }
    return {};
}

QString OutboxWords::sentence(const OutboxItem &item, const OutboxStanding &standing, Instant now) const
{
    QStringList facts{actWord(item.act.type), Words::tr("request %1").arg(caseNumber(item)),
                      Words::tr("recorded %1").arg(shown(item, standing, OutboxColumn::Since, now)),
                      stateLook(standing.hold).word, why(item, standing.hold)};
    if (item.tries > 0)
        facts.append(localDigits(Words::tr("%n tries", nullptr, item.tries), m_locale.digits));
    if (const QString next = nextTry(item, standing.hold, now); !next.isEmpty())
        facts.append(Words::tr("next try %1").arg(next));
    //: Between the facts of a row that is read aloud
    return withoutControls(facts.join(Words::tr(", ")));
}

QString OutboxWords::cell(const OutboxItem &item, const OutboxStanding &standing, OutboxColumn column,
                          Instant now) const
{
    return rawText(shown(item, standing, column, now));
}

QString OutboxWords::shown(const OutboxItem &item, const OutboxStanding &standing, OutboxColumn column,
                           Instant now) const
{
    switch (column) {
    case OutboxColumn::Act:
        return actWord(item.act.type);
    case OutboxColumn::Case:
        return isolateId(caseNumber(item));
    case OutboxColumn::Since:
        return momentText(item.act.recordedAt, now, m_locale);
    case OutboxColumn::State:
        return stateLook(standing.hold).word;
    case OutboxColumn::Tries:
        return localDigits(QString::number(item.tries), m_locale.digits);
    case OutboxColumn::NextTry:
        return nextTry(item, standing.hold, now);
    case OutboxColumn::Why:
        return why(item, standing.hold);
    }
    return {};
}

QString OutboxWords::nextTry(const OutboxItem &item, OutboxHold hold, Instant now) const
{
    const bool timed = hold == OutboxHold::Later || hold == OutboxHold::Recall;
    const std::optional<Instant> at = hold == OutboxHold::Recall ? item.recallUntil : item.nextTryAt;
    return timed && at ? momentText(*at, now, m_locale) : QString();
}

QString OutboxWords::why(const OutboxItem &item, OutboxHold hold) const
{
    switch (hold) {
    case OutboxHold::Conflict:
        return Words::tr("The request changed at the central system before the act arrived");
    case OutboxHold::Refused:
        return whyRefused(item.lastError);
    case OutboxHold::Unfounded:
        return Words::tr("Not possible without the earlier act it was based on");
    case OutboxHold::Damaged:
        return item.tries == 0
            ? Words::tr("Its record on this device is damaged, so it cannot be sent")
            : Words::tr(
                "Its record on this device is damaged, so it cannot be sent again; an earlier try may "
                "have reached the central system");
    case OutboxHold::Sending:
        return Words::tr("On its way to the central system");
    case OutboxHold::Held:
        return item.tries == 0
            ? Words::tr("Held back on this device until it is let go again")
            : Words::tr("Held back until it is let go again; an earlier try may have reached the central "
                        "system");
    case OutboxHold::BehindHeld:
        return Words::tr("Waiting for an earlier act on the same request, which is held back");
    case OutboxHold::BehindParked:
        return Words::tr("Waiting for a choice about an earlier act on the same request");
    case OutboxHold::Behind:
        return Words::tr("Waiting for an earlier act on the same request");
    case OutboxHold::Recall:
        return Words::tr("Waiting for the end of the undo period");
    case OutboxHold::Link:
        return whyLink();
    case OutboxHold::Later:
        return whyLater(item.lastError);
    case OutboxHold::Due:
        return Words::tr("About to be sent");
    }
    return {};
}

QString OutboxWords::whyLink() const
{
    switch (m_status.link) {
    case Link::Connecting:
        return Words::tr("Connecting to the central system");
    case Link::SignedOut:
    case Link::SessionEnded:
        return Words::tr("The session has ended – sent by itself after signing in");
    case Link::TooOld:
        return Words::tr("The program needs an update – sent by itself after it");
    case Link::Offline:
    case Link::Online:
    case Link::Failing:
        break;
    }
    return Words::tr("No connection to the central system – sent by itself once it returns");
}

QString OutboxWords::heading(int waiting, int parked) const
{
    QStringList sentences;
    if (waiting > 0)
        sentences.append(Words::tr("%n act(s) not sent yet. Work can go on.", nullptr, waiting));
    if (parked > 0)
        sentences.append(Words::tr("%n act(s) need a choice.", nullptr, parked));
    return localDigits(sentences.join(u' '), m_locale.digits);
}

QString OutboxWords::readiness() const
{
    if (m_status.awaiting == 0)
        return {};
    return localDigits(
        Words::tr("Requests ready for work without a connection, with all their documents: %1 of %2")
            .arg(m_status.ready)
            .arg(m_status.awaiting),
        m_locale.digits);
}

QString OutboxWords::others() const
{
    if (m_status.others == 0)
        return {};
    return localDigits(Words::tr("%n act(s) of other accounts on this device are sent along from here.",
                                 "whose they are and what they say is not known here", m_status.others),
                       m_locale.digits);
}

QString OutboxWords::ledger(const OutboxLedger &ledger) const
{
    const qint64 lost = ledger.unaccounted();
    QString text =
        Words::tr(
            "Recorded on this device: %1 – acknowledged %2, waiting %3, needing a choice %4, taken back or "
            "replaced %5 – unaccounted: %6")
            .arg(ledger.recorded)
            .arg(ledger.acknowledged)
            .arg(ledger.waiting)
            .arg(ledger.parked)
            .arg(ledger.closed)
            .arg(lost);
    if (lost != 0)
        text += u". "
            % Words::tr("The record of acts is damaged. What can be read is kept. Leave the program as it is "
                        "and contact technical "
                        "support.");
    return localDigits(text, m_locale.digits);
}

QString OutboxWords::ledgerUnread(const Error &error)
{
    return Words::tr(
               "The record of acts could not be read on this device, so what became of each is not known "
               "at the moment. Nothing was changed; if it repeats, contact technical support (code %1).")
        .arg(isolateId(error.code));
}

QString OutboxWords::notSaved(const Error &error)
{
    // Not the words of errortext.h: those speak of an act that was not recorded, and this one is.
    const QString code = isolateId(error.code);
    if (error.code == QLatin1String("outbox.carried"))
        return Words::tr(
                   "The act may be on its way to the central system already, with another account of "
                   "this device, so it cannot be held back. The list shows what becomes of it (code %1).")
            .arg(code);
    switch (error.kind) {
    case Error::Kind::Conflict:
        return Words::tr("The act has moved on meanwhile, so nothing was changed. The list shows it as it is "
                         "now (code %1).")
            .arg(code);
    case Error::Kind::Full:
        return Words::tr(
                   "The disk is full, so the choice was not saved. The act is kept as it was. Free some "
                   "space, then choose again (code %1).")
            .arg(code);
    default:
        return Words::tr("The choice could not be saved on this device. The act is kept as it was. Choose "
                         "again; if it repeats, contact technical support (code %1).")
            .arg(code);
    }
}

ChipLook OutboxWords::stateLook(OutboxHold hold)
{
    switch (hold) {
    case OutboxHold::Conflict:
        return {Words::tr("Conflict"), Icon::GitMerge, Tone::Danger};
    case OutboxHold::Refused:
    case OutboxHold::Unfounded:
        return {Words::tr("Not accepted"), Icon::AlertCircle, Tone::Danger};
    case OutboxHold::Damaged:
        return {Words::tr("Damaged"), Icon::AlertTriangle, Tone::Danger};
    case OutboxHold::Sending:
        return {Words::tr("Being sent"), Icon::Send, Tone::Brand};
    case OutboxHold::Held:
        return {Words::tr("Held back"), Icon::Lock, Tone::Warning};
    default:
        return {Words::tr("Waiting to be sent"), Icon::CloudUp, Tone::Info};
    }
}

QString OutboxWords::caseNumber(const OutboxItem &item)
{
    return item.base ? item.base->number : item.act.caseId.text();
}

} // namespace tawasul
