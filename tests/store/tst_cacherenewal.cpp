// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/query.h"
#include "models/sql/rows.h"
#include "models/store/cachefile.h"
#include "tests/support/deskprofile.h"
#include "tests/support/faultvfs.h"
#include "tests/support/opendirectly.h"
#include "tests/support/samplereference.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <algorithm>
#include <tuple>

using namespace tawasul;

namespace {

constexpr int kCases = 60;
constexpr qint64 kPage = 4096;

/// All the cases, behind that cursor.
struct FullPage : CasePage
{
    explicit FullPage(const QString &cursor)
    {
        for (int n = 1; n <= kCases; ++n)
            add(numberedCase(n));
        endAt(cursor);
    }
};

} // namespace

/// A cache that turns out damaged while it is in use gives way to a new one, under the feet of its readers.
class CacheRenewalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_directory = makeScratchDirectory();
    }

    void whateverIsDamagedTheFileIsWholeAgainForThoseWhoHaveItOpen_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("until");
        QTest::addColumn<bool>("isCut");
        QTest::newRow("first page") << qint64(0) << kPage << false;
        QTest::newRow("the schema behind the header") << qint64(100) << kPage << false;
        QTest::newRow("all but the first page") << kPage << qint64(-1) << false;
        QTest::newRow("everything") << qint64(0) << qint64(-1) << false;
        QTest::newRow("cut to three pages") << 3 * kPage << qint64(-1) << true;
        QTest::newRow("cut to nothing") << qint64(0) << qint64(-1) << true;
    }
    void whateverIsDamagedTheFileIsWholeAgainForThoseWhoHaveItOpen()
    {
        Cache cache = std::move(*Cache::open(path(), {}));
        CacheReader reader = std::move(*CacheReader::open(path(), {}));
        QVERIFY(cache.storeReference(QStringLiteral("2026.1"), QByteArrayLiteral("{}")));
        const FullPage page(QStringLiteral("c1"));
        QVERIFY(cache.applyPage(page.page(), sampleNow())); // its log goes into the file
        const auto before = reader.caseById(numberedCase(1).id);
        QVERIFY(before && *before);
        const qint64 lastRow = std::ssize(cache.worklist()->entries);
        damage();

        Result<Cache> renewed = Cache::renewed(cache, lastRow);
        QVERIFY2(renewed.has_value(), renewed ? "" : qPrintable(renewed.error().detail));
        QVERIFY(renewed->worklist()->entries.empty());
        QVERIFY(renewed->syncMark()->cursor.isEmpty() && !renewed->syncMark()->completeAt);
        const auto gone = reader.caseById(numberedCase(1).id);
        QVERIFY2(gone.has_value(), gone ? "" : qPrintable(gone.error().detail));
        QVERIFY(!*gone);
        cache = std::move(*renewed);
        QVERIFY(cache.applyPage(page.page(), sampleNow()));
        for (int n = 1; n <= kCases; ++n) {
            const auto again = reader.caseById(numberedCase(n).id);
            QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().detail));
            QVERIFY(*again && (*again)->truth == numberedCase(n));
            QVERIFY((*again)->row > lastRow); // no screen takes it for a row it had before
        }
        QCOMPARE(reader.search(numberedCase(7).number)->size(), std::size_t(1));
        Database direct = openDirectly(path());
        const auto verdict =
            readOne(direct, QStringLiteral("PRAGMA integrity_check"), [](Query &row) { return row.text(0); });
        QCOMPARE(verdict->value(), QStringLiteral("ok"));
    }

    void referenceDocumentsThatCanStillBeReadStay()
    {
        Cache cache = std::move(*Cache::open(path(), {}));
        for (const char *version : {"2026.1", "2026.2"})
            QVERIFY(cache.storeReference(QString::fromLatin1(version), QByteArray(version)));
        const Result<Cache> renewed = Cache::renewed(cache, 0);
        QVERIFY(renewed.has_value());
        cache = std::move(*Cache::open(path(), {}));
        QCOMPARE(cache.newestReference()->value(), QByteArrayLiteral("2026.2"));
        QCOMPARE(cache.reference(QStringLiteral("2026.1"))->value(), QByteArrayLiteral("2026.1"));
    }

    void whereverTheDiskRefusesItMayBeTriedAgain()
    {
        FaultVfs disk;
        int struck = 0;
        for (int nth = 1;; ++nth) {
            DeskProfile profile(1, disk.name());
            QVERIFY(profile.open());
            profile.pull(FullPage(QStringLiteral("c1")), sampleNow());
            QVERIFY(profile.wait(profile.desk().record(intentionOf(ActType::Note, numberedCase(3))))
                        ->has_value());
            QVERIFY(findDamage(profile));
            disk.arm({Fault::Call::Write, nth, Fault::Kind::Full, false});
            const Outcome first = renew(profile);
            const bool wasStruck = disk.struck();
            disk.disarm();
            struck += wasStruck ? 1 : 0;
            QCOMPARE(profile.store().isCacheDoubted(), !first.has_value());
            if (!first)
                QVERIFY(renew(profile));
            profile.pull(FullPage(QStringLiteral("c1")), sampleNow());
            QCOMPARE(profile.heard()->entries.size(), std::size_t(kCases));
            QVERIFY(hasMark(profile, 3, RowFlag::WaitingToBeSent));
            profile.close();
            if (!wasStruck)
                break;
        }
        QVERIFY(struck > 10);
    }

    void whoeverMeetsTheDamageTheCacheIsDoubted_data()
    {
        QTest::addColumn<int>("who");
        QTest::newRow("its writer") << 0;
        QTest::newRow("a screen") << 1;
        QTest::newRow("who records") << 2;
    }
    void whoeverMeetsTheDamageTheCacheIsDoubted()
    {
        QFETCH(int, who);
        DeskProfile profile;
        QVERIFY(profile.open());
        profile.pull(FullPage(QStringLiteral("c1")), sampleNow());
        const qint64 row = breakRow(profile);
        QVERIFY(!profile.store().isCacheDoubted());
        if (who == 0)
            profile.store().withCache([](Cache &cache) {
                const FullPage page(QStringLiteral("c2"));
                QVERIFY(!cache.applyPage(page.page(), sampleNow()));
            });
        else if (who == 1)
            profile.store().withReader([row](CacheReader &reader) { QVERIFY(!reader.heads({row})); });
        else
            profile.store().withJournalBesideCache(
                [row](Journal &, CacheReader &reader) { QVERIFY(!reader.heads({row})); });
        profile.scheduler().runAll();
        QVERIFY(profile.store().isCacheDoubted());
        QVERIFY(isCacheFileDoubted(profile.file(QStringLiteral("cache.sqlite"))));
        QCOMPARE(profile.heard()->entries.size(), std::size_t(kCases)); // what can be read stays
    }

    void whatWaitsInTheJournalIsOnTheNewRows()
    {
        DeskProfile profile;
        QVERIFY(profile.open());
        profile.pull(FullPage(QStringLiteral("c1")), sampleNow());
        QVERIFY(
            profile.wait(profile.desk().record(intentionOf(ActType::Note, numberedCase(3))))->has_value());
        QVERIFY(findDamage(profile));
        int news = 0;
        StoreNotifier &notifier = profile.store().notifier();
        QObject::connect(&notifier, &StoreNotifier::headersChanged, &notifier, [&news] { ++news; });
        QObject::connect(&notifier, &StoreNotifier::staffChanged, &notifier, [&news] { ++news; });
        QObject::connect(&notifier, &StoreNotifier::proposalsChanged, &notifier, [&news] { ++news; });

        std::optional<Outcome> renewed;
        profile.store().renewCache([&renewed](const Outcome &outcome) { renewed = outcome; });
        // Recorded while the new one is on its way; what it is judged by is still the old.
        QVERIFY(
            profile.wait(profile.desk().record(intentionOf(ActType::Note, numberedCase(4))))->has_value());
        QVERIFY(renewed && *renewed);
        QVERIFY(!profile.store().isCacheDoubted());
        QVERIFY(!isCacheFileDoubted(profile.file(QStringLiteral("cache.sqlite"))));
        QVERIFY(profile.heard()->entries.empty());
        QCOMPARE(news, 3);
        QCOMPARE(profile.unsettled().size(), std::size_t(2));

        profile.pull(FullPage(QStringLiteral("c1")), sampleNow());
        QVERIFY(hasMark(profile, 3, RowFlag::WaitingToBeSent));
        QVERIFY(hasMark(profile, 4, RowFlag::WaitingToBeSent));
        QVERIFY(!hasMark(profile, 5, RowFlag::WaitingToBeSent));
        QVERIFY(profile.open(false)); // and so after the next start
        QCOMPARE(profile.heard()->entries.size(), std::size_t(kCases));
        QVERIFY(hasMark(profile, 3, RowFlag::WaitingToBeSent));
        QVERIFY(profile.store().reference());
    }

private:
    [[nodiscard]] QString path() const { return m_directory->filePath(QStringLiteral("cache.sqlite")); }

    void damage() const
    {
        QFETCH(qint64, from);
        QFETCH(qint64, until);
        QFETCH(bool, isCut);
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        if (isCut) {
            QVERIFY(file.resize(from));
            return;
        }
        const qint64 end = until < 0 ? file.size() : until;
        QVERIFY(end > from);
        QVERIFY(file.seek(from));
        QCOMPARE(file.write(QByteArray(end - from, '\x5a')), end - from);
    }

    /// Columns of the wrong type are what a damaged page looks like to whoever reads it; answers the row.
    static qint64 breakRow(DeskProfile &profile)
    {
        const qint64 row = profile.heard()->entries.back().row;
        Database direct = openDirectly(profile.file(QStringLiteral("cache.sqlite")));
        const QString sql = QStringLiteral("UPDATE case_row SET flags = 'x', version = 'x' WHERE rid = %1");
        return runStatement(direct, sql.arg(row)) ? row : -1;
    }

    static bool findDamage(DeskProfile &profile)
    {
        const qint64 row = breakRow(profile);
        profile.store().withReader([row](CacheReader &reader) { std::ignore = reader.heads({row}); });
        profile.scheduler().runAll();
        return profile.store().isCacheDoubted();
    }

    static Outcome renew(DeskProfile &profile)
    {
        std::optional<Outcome> renewed;
        profile.store().renewCache([&renewed](const Outcome &outcome) { renewed = outcome; });
        profile.scheduler().runAll();
        return renewed.value();
    }

    static bool hasMark(DeskProfile &profile, int number, RowFlag flag)
    {
        const auto stored = profile.stored(numberedCase(number).id);
        if (!stored)
            return false;
        return std::ranges::any_of(profile.heard()->entries, [&](const WorklistEntry &entry) {
            return entry.row == stored->row && entry.has(flag);
        });
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(CacheRenewalTest)
#include "tst_cacherenewal.moc"
