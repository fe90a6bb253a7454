// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QTest>

#include "models/itemmodels/outboxstanding.h"

using namespace tawasul;

namespace {

const Instant kNow = Instant(std::chrono::hours(500'000));

// One act in a word: "a!" is the first act of case a, parked as a conflict.
OutboxItem itemOf(const QString &word, int number)
{
    OutboxItem item;
    item.sequence = number;
    item.act.id = ActId(QStringLiteral("act-%1").arg(number));
    item.act.caseId = CaseId(word.left(1));
    item.act.type = ActType::Complete;
    item.tries = 1;
    for (const QChar mark : word.mid(1)) {
        switch (mark.unicode()) {
        case '!':
            item.state = OutboxState::Parked;
            item.parkReason = ParkReason::Conflict;
            break;
        case 'x':
            item.state = OutboxState::Parked;
            item.parkReason = ParkReason::Refused;
            break;
        case 'd': // its record cannot be read
            item.state = OutboxState::Parked;
            item.parkReason = ParkReason::Refused;
            item.lastError = Error{Error::Kind::Corrupt, QStringLiteral("store.unreadable"), {}};
            break;
        case '0':
            item.tries = 0;
            break;
        case '>':
            item.state = OutboxState::Sending;
            break;
        case 'u': // its window is open
            item.tries = 0;
            item.recallUntil = kNow + std::chrono::seconds(30);
            item.nextTryAt = item.recallUntil;
            break;
        case 'c': // its window closed this moment
            item.tries = 0;
            item.recallUntil = kNow;
            item.nextTryAt = kNow;
            break;
        case 'l':
            item.nextTryAt = kNow + std::chrono::seconds(5);
            break;
        case 'h':
            item.heldSince = kNow - std::chrono::minutes(5);
            break;
        case 'n':
            item.act.type = ActType::Note;
            break;
        default:
            qFatal("no such mark");
        }
    }
    return item;
}

const char *wordOf(OutboxHold hold)
{
    constexpr std::array words{"conflict",    "refused",       "unfounded", "damaged", "sending", "held",
                               "behind-held", "behind-parked", "behind",    "recall",  "link",    "later",
                               "due"};
    return words[static_cast<std::size_t>(hold)];
}

} // namespace

class OutboxStandingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatWaitsCanBeHeldBack()
    {
        std::vector<OutboxItem> items;
        for (const char *word : {"a", "b>", "c!", "dh", "eu"})
            items.push_back(itemOf(QString::fromLatin1(word), static_cast<int>(items.size())));
        QString holdable;
        QString held;
        for (const OutboxStanding &standing : standingsOf(items, true, kNow)) {
            holdable += standing.holdable ? u'1' : u'0';
            held += standing.held ? u'1' : u'0';
        }
        QCOMPARE(holdable, QStringLiteral("10001"));
        QCOMPARE(held, QStringLiteral("00010"));
    }

    void eachActHasOneReasonToWait_data()
    {
        QTest::addColumn<QString>("acts");
        QTest::addColumn<bool>("linkUp");
        QTest::addColumn<QString>("holds"); // with + where it may be recalled, * where retrying helps
        const auto row = [](const char *name, const char *acts, bool linkUp, const char *holds) {
            QTest::newRow(name) << QString::fromLatin1(acts) << linkUp << QString::fromLatin1(holds);
        };
        row("nothing", "", true, "");
        row("its turn", "a", true, "due");
        row("no link", "a", false, "link");
        row("a time is set", "al", true, "later*");
        row("a time is set, but no link", "al", false, "link");
        row("may be undone", "au", true, "recall+");
        row("may be undone without a link", "au", false, "recall+");
        row("the window is over", "ac", true, "due");
        row("on its way", "a>", true, "sending");
        row("on its way when the link went", "a>", false, "sending");
        row("a conflict", "a!", true, "conflict");
        row("a refusal", "ax", true, "refused");
        row("a refusal of the desk itself", "ax0", true, "unfounded");
        row("damaged before it left", "ad0", true, "damaged");
        row("damaged after a try", "ad", true, "damaged");
        row("damaged, and one behind it", "ad a", true, "damaged behind-parked");
        row("one after the other", "a a", true, "due behind");
        row("one after the other, no link", "a al", false, "link behind");
        row("a parked act stops its own lane only", "a! a b a", true,
            "conflict behind-parked due behind-parked");
        row("the first of the lane decides", "a> a! a", true, "sending conflict behind");
        row("held back", "ah", true, "held");
        row("held back without a link", "alh", false, "held");
        row("what follows a held one waits for it", "ah a a b", true, "held behind-held behind-held due");
        row("held back within its window", "auh", true, "held+");
        row("held behind another", "a ah a", true, "due held behind");
        row("an act with followers is not undone", "au au", true, "recall behind+");
        row("notes do not need the act before them", "au an", true, "recall+ behind");
        row("another case does not matter", "au bu", true, "recall+ recall+");
    }
    void eachActHasOneReasonToWait()
    {
        QFETCH(QString, acts);
        QFETCH(bool, linkUp);
        std::vector<OutboxItem> items;
        for (const QString &word : acts.split(u' ', Qt::SkipEmptyParts))
            items.push_back(itemOf(word, static_cast<int>(items.size())));
        QStringList holds;
        for (const OutboxStanding &standing : standingsOf(items, linkUp, kNow)) {
            holds.append(QString(QLatin1String(wordOf(standing.hold)) % (standing.recallable ? u"+" : u"")
                                 % (standing.retryable ? u"*" : u"")));
        }
        QTEST(holds.join(u' '), "holds");
    }
};

QTEST_GUILESS_MAIN(OutboxStandingTest)
#include "tst_outboxstanding.moc"
