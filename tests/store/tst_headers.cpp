// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsonreader.h"
#include "models/sql/query.h"
#include "models/store/cache.h"
#include "models/store/cachereader.h"
#include "models/store/headerquestions.h"
#include "tests/support/casepage.h"
#include "tests/support/deskprofile.h"
#include "tests/support/faultvfs.h"
#include "tests/support/opendirectly.h"
#include "tests/support/property.h"
#include "tests/support/sampleheaders.h"
#include "tests/support/scratchdirectory.h"

#include <QtTest/QTest>

namespace tawasul {

namespace {

struct Shelf
{
    std::unique_ptr<QTemporaryDir> folder = makeScratchDirectory();
    QString path = folder->filePath(QStringLiteral("cache.sqlite"));
    Cache cache = std::move(Cache::open(path, {}).value());
    CacheReader reader = std::move(CacheReader::open(path, {}).value());

    PageEffect pull(const std::vector<CaseHeader> &headers, const QString &cursor = QStringLiteral("c"),
                    bool more = false)
    {
        CasePage page;
        for (const CaseHeader &header : headers)
            page.add(header);
        page.endAt(cursor, more);
        return cache.applyPage(page.page(), sampleNow()).value();
    }
    PageEffect remove(const CaseId &id)
    {
        CasePage page;
        page.remove(id).endAt(QStringLiteral("r"));
        return cache.applyPage(page.page(), sampleNow()).value();
    }
    std::vector<CaseHeader> all() { return reader.headers().list({}).value(); }
    std::optional<CaseHeader> one(const CaseHeader &header)
    {
        return reader.headers().byIds({header.id}).value().front();
    }
};

CaseHeader inVersion(CaseHeader header, qint64 version)
{
    header.version = version;
    return header;
}

CaseHeader closedOne(int n, Instant updatedAt)
{
    CaseHeader header = numberedHeader(n);
    header.status = CaseStatus::Completed;
    header.closedAt = updatedAt;
    header.updatedAt = updatedAt;
    return header;
}

} // namespace

class TestHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A supervisor's desk of before read past every header: its cursor stands behind them all.
    void aCacheOfBeforeHeadersAsksFromTheBeginning_data()
    {
        QTest::addColumn<bool>("holdsCases");
        QTest::newRow("a supervisor's") << false;
        QTest::newRow("an officer's") << true;
    }
    void aCacheOfBeforeHeadersAsksFromTheBeginning()
    {
        QFETCH(const bool, holdsCases);
        const auto folder = makeScratchDirectory();
        const QString path = folder->filePath(QStringLiteral("cache.sqlite"));
        {
            Cache cache = std::move(Cache::open(path, {}).value());
            CasePage page;
            if (holdsCases)
                page.add(numberedCase(1));
            page.endAt(QStringLiteral("behind them all"));
            QVERIFY(cache.applyPage(page.page(), sampleNow()).has_value());
        }
        {
            Database old = openDirectly(path);
            for (const char *step : {"DROP TABLE header", "DROP TABLE staff", "PRAGMA user_version = 2"})
                QVERIFY(runStatement(old, QString::fromLatin1(step)));
        }
        Cache cache = std::move(Cache::open(path, {}).value());
        CacheReader reader = std::move(CacheReader::open(path, {}).value());
        const SyncMark mark = cache.syncMark().value();
        QCOMPARE(mark.cursor, holdsCases ? QStringLiteral("behind them all") : QString());
        QCOMPARE(mark.completeAt.has_value(), holdsCases);
        QCOMPARE(reader.headers().isPartial().value(), !holdsCases);
        CasePage page;
        page.add(numberedHeader(1)).endAt(QStringLiteral("c"));
        QVERIFY(cache.applyPage(page.page(), sampleNow()).has_value());
        QVERIFY(!reader.headers().isPartial().value());
        QCOMPARE(reader.headers().list({}).value().size(), std::size_t(1));
    }

    // No list that a board leads to reads every header there is.
    void noQuestionForOpenCasesScansTheArchive_data()
    {
        QTest::addColumn<int>("question");
        const char *names[] = {
            "overdue",  "today, officers away", "of one officer", "of one column", "nobody's",
            "a rule's", "closed on a day",      "returned since", "came since"};
        for (int i = 0; i < 9; ++i)
            QTest::newRow(names[i]) << i;
    }
    void noQuestionForOpenCasesScansTheArchive()
    {
        QFETCH(const int, question);
        Shelf shelf;
        shelf.pull({numberedHeader(1)});
        HeaderFilter filter;
        filter.now = sampleNow();
        filter.state = HeaderFilter::State::Open;
        const QDate today = riyadhDate(sampleNow());
        switch (question) {
        case 0:
            filter.standing = Standing::Overdue;
            break;
        case 1:
            filter.standing = Standing::Today;
            filter.officers = std::vector<PersonId>{numberedOfficer(1).id, numberedOfficer(2).id};
            break;
        case 2:
            filter.officer = numberedOfficer(1).id;
            break;
        case 3:
            filter.withoutWaiting = true;
            filter.ends = DaySpan{today, today};
            break;
        case 4:
            filter.officer = PersonId();
            break;
        case 5:
            filter.officer = numberedOfficer(1).id;
            filter.section = QStringLiteral("residency");
            filter.ends = DaySpan{today, today};
            break;
        case 6:
            filter.state = HeaderFilter::State::Closed;
            filter.closed = DaySpan{today, today};
            break;
        case 7:
            filter.state = HeaderFilter::State::Any;
            filter.resubmittedFrom = sampleNow();
            break;
        default:
            filter.state = HeaderFilter::State::Any;
            filter.submittedFrom = sampleNow();
        }
        for (const std::optional<int> most : {std::optional<int>(), std::optional<int>(1'001)}) {
            const QString plan = shelf.reader.headers().planOf(filter, most).value().join(u'\n');
            QVERIFY2(plan.contains(QLatin1String("USING INDEX header_")), qPrintable(plan));
        }
    }

    void aFilterKnowsSectionAndSubService()
    {
        Shelf shelf;
        CaseHeader other = numberedHeader(2);
        other.section = QStringLiteral("passports");
        shelf.pull({numberedHeader(1), other});
        HeaderFilter filter;
        filter.section = other.section;
        QCOMPARE(shelf.reader.headers().list(filter)->size(), std::size_t(1));
        filter.subService = QStringLiteral("none such");
        QVERIFY(shelf.reader.headers().list(filter)->empty());
    }

    void aRemovalReachesTheFirstHeaderThatCame()
    {
        Shelf shelf;
        shelf.remove(numberedHeader(1).id); // of nothing
        shelf.pull({numberedHeader(1)});
        shelf.remove(numberedHeader(1).id);
        QVERIFY(shelf.all().empty());
        shelf.pull({numberedHeader(2)});
        {
            Cache again = std::move(Cache::open(shelf.path, {}).value());
            CasePage page;
            page.remove(numberedHeader(2).id).endAt(QStringLiteral("r"));
            QVERIFY(again.applyPage(page.page(), sampleNow()).has_value());
        }
        QVERIFY(shelf.all().empty());
    }

    void theStaffIsForgottenWithTheRole()
    {
        Shelf shelf;
        QVERIFY(!shelf.cache.forgetStaff().value());
        QVERIFY(shelf.cache.storeStaff(wire::toBytes(wire::staffToJson({staffLine(1)})), sampleNow()));
        QVERIFY(shelf.cache.forgetStaff().value());
        QVERIFY(shelf.reader.headers().staff()->lines.empty());
    }

    void readsBackWhatThePageBrought()
    {
        Shelf shelf;
        CaseHeader full = numberedHeader(1);
        full.statutoryDeadline = Deadline{Deadline::Kind::Statutory, QDate(2026, 12, 20),
                                          riyadhInstant(QDate(2026, 12, 20), QTime(14, 30)),
                                          QStringLiteral("exit_reentry.window")};
        full.marks = {Mark::Kind::Urgent, Mark::Kind::Humanitarian};
        full.resubmittedAt = sampleNow();
        full.openProposals = 2;
        CaseHeader newer = numberedHeader(2);
        newer.status = CaseStatus::Unknown;
        newer.statusText = QStringLiteral("consulting");
        newer.assignee.reset();
        const CaseHeader closed = closedOne(3, sampleNow());
        QVERIFY(shelf.pull({full, newer, closed}).headersChanged);
        QVERIFY(shelf.one(full) == full);
        QVERIFY(shelf.one(newer) == newer);
        QVERIFY(shelf.one(closed) == closed);
        QVERIFY(!shelf.one(numberedHeader(4)).has_value());
    }

    void aNulInANameDoesNotRefuseThePage()
    {
        Shelf shelf;
        CaseHeader odd = numberedHeader(1);
        odd.assignee->name = QStringLiteral("a") + QChar(0) + QStringLiteral("b");
        shelf.pull({odd});
        QCOMPARE(shelf.one(odd)->assignee->name, QStringLiteral("a\uFFFDb"));
    }

    void anOlderVersionNeverReplacesANewer()
    {
        Shelf shelf;
        const CaseHeader newer = inVersion(numberedHeader(1), 7);
        shelf.pull({newer});
        const PageEffect effect = shelf.pull({inVersion(newer, 6)});
        QVERIFY(!effect.headersChanged);
        QCOMPARE(effect.ignored.size(), std::size_t(1));
        QCOMPARE(shelf.one(newer)->version, 7);
    }

    void aRebuildBringsWhatARestoredCentreSays()
    {
        Shelf shelf;
        const CaseHeader kept = inVersion(numberedHeader(1), 7);
        const CaseHeader gone = numberedHeader(2);
        shelf.pull({kept, gone});
        QVERIFY(shelf.cache.beginRebuild());
        QCOMPARE(shelf.all().size(), std::size_t(2)); // readable meanwhile
        shelf.pull({inVersion(kept, 5)}, QStringLiteral("c1"), true);
        QCOMPARE(shelf.one(kept)->version, 5);
        QVERIFY(shelf.one(gone).has_value());
        shelf.pull({}, QStringLiteral("c2"));
        QCOMPARE(shelf.all().size(), std::size_t(1));
        shelf.pull({inVersion(kept, 4)});
        QCOMPARE(shelf.one(kept)->version, 5);
    }

    void whatLeavesTheScopeLeavesTheCache()
    {
        Shelf shelf;
        shelf.pull({numberedHeader(1), numberedHeader(2)});
        QVERIFY(shelf.remove(numberedHeader(1).id).headersChanged);
        QVERIFY(!shelf.remove(numberedHeader(1).id).headersChanged);
        QCOMPARE(shelf.all().size(), std::size_t(1));
    }

    void anOfficersPageTouchesNoHeader()
    {
        Shelf shelf;
        CasePage page;
        page.add(numberedCase(1)).endAt(QStringLiteral("c"));
        QVERIFY(!shelf.cache.applyPage(page.page(), sampleNow()).value().headersChanged);
    }

    void closedOnesGrowOldLikeCases()
    {
        Shelf shelf;
        const Instant old = sampleNow() - std::chrono::days(31);
        CaseHeader open = numberedHeader(3);
        open.updatedAt = old;
        shelf.pull({closedOne(1, old), closedOne(2, sampleNow()), open});
        const auto forgotten = shelf.cache.forgetClosed(sampleNow() - std::chrono::days(30));
        QVERIFY(forgotten && forgotten->headersChanged);
        QCOMPARE(shelf.all().size(), std::size_t(2));
        QVERIFY(!shelf.one(closedOne(1, old)).has_value());
        QVERIFY(!shelf.cache.forgetClosed(sampleNow() - std::chrono::days(30)).value().headersChanged);
    }

    // Cursor and headers are one transaction: a disk that refuses leaves both as they were.
    void aPageIsWrittenWithItsCursorOrNotAtAll()
    {
        for (int call = 1; call < 2'000; ++call) {
            FaultVfs disk(QStringLiteral("headers-%1").arg(call));
            const auto folder = makeScratchDirectory();
            const QString path = folder->filePath(QStringLiteral("cache.sqlite"));
            bool failed = false;
            {
                auto cache = Cache::open(path, disk.name());
                QVERIFY(cache);
                CasePage page;
                page.add(numberedHeader(1)).add(numberedHeader(2)).endAt(QStringLiteral("c1"));
                disk.arm({Fault::Call::Any, call});
                failed = !cache->applyPage(page.page(), std::nullopt);
                disk.disarm();
            }
            auto cache = Cache::open(path, {});
            QVERIFY(cache);
            auto reader = CacheReader::open(path, {});
            QVERIFY(reader);
            const std::size_t count = reader->headers().list({})->size();
            const QString cursor = cache->syncMark()->cursor;
            QVERIFY2((count == 2 && cursor == u"c1") || (count == 0 && cursor.isEmpty()),
                     qPrintable(
                         QStringLiteral("call %1: %2 headers, cursor %3").arg(call).arg(count).arg(cursor)));
            if (!failed)
                return;
        }
        QFAIL("no end of calls");
    }

    void aFilterCountsWhatItLists()
    {
        TAWASUL_HOLDS(20261126, 60, [] {
            const Instant now = sampleNow();
            Shelf shelf;
            const std::vector<CaseHeader> headers = *anyHeaders(now);
            shelf.pull(headers);
            for (const Standing standing :
                 {Standing::Overdue, Standing::Today, Standing::OnTrack, Standing::Waiting}) {
                HeaderFilter filter;
                filter.standing = standing;
                filter.now = now;
                const auto mustBe =
                    std::count_if(headers.begin(), headers.end(), [&](const CaseHeader &header) {
                        return standingOf(header, now) == standing;
                    });
                RC_ASSERT(*shelf.reader.headers().count(filter) == mustBe);
                const auto listed = *shelf.reader.headers().list(filter);
                RC_ASSERT(std::ssize(listed) == mustBe);
                RC_ASSERT(std::is_sorted(listed.begin(), listed.end(),
                                         [](const CaseHeader &a, const CaseHeader &b) {
                                             return a.deadline().at < b.deadline().at;
                                         }));
            }
        });
    }

    void staffIsReplacedAsAWhole()
    {
        Shelf shelf;
        QVERIFY(!shelf.reader.headers().staff()->fetchedAt.has_value());
        const auto keep = [&shelf](const std::vector<wire::StaffLine> &lines, Instant at) {
            QVERIFY(shelf.cache.storeStaff(wire::toBytes(wire::staffToJson(lines)), at));
        };
        keep({staffLine(1), staffLine(2)}, sampleNow());
        keep({staffLine(3)}, sampleNow() + std::chrono::minutes(1));
        const auto staff = shelf.reader.headers().staff();
        QVERIFY(staff.has_value());
        QVERIFY(staff->lines == std::vector<wire::StaffLine>{staffLine(3)});
        QVERIFY(staff->fetchedAt == sampleNow() + std::chrono::minutes(1));
    }

    // A board is counted anew at each word: many pages are told together.
    void manyPagesAreToldTogether()
    {
        DeskProfile profile;
        QVERIFY(profile.open());
        int told = 0;
        QObject::connect(&profile.store().notifier(), &StoreNotifier::headersChanged, this,
                         [&told] { ++told; });
        for (int n = 0; n < 20; ++n) {
            CasePage page;
            page.add(numberedHeader(n)).endAt(QStringLiteral("c%1").arg(n));
            profile.pull(page);
        }
        QCOMPARE(told, 1);
        profile.scheduler().advance(std::chrono::seconds(2));
        QCOMPARE(told, 2);
        profile.scheduler().advance(std::chrono::minutes(1));
        QCOMPARE(told, 2);
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestHeaders)
#include "tst_headers.moc"
