// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/migrations.h"
#include "models/sql/query.h"
#include "models/store/cache.h"
#include "models/store/cachefile.h"
#include "models/store/cachereader.h"
#include "tests/support/casepage.h"
#include "tests/support/faultvfs.h"
#include "tests/support/opendirectly.h"
#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"
#include "tests/support/schemaequality.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <algorithm>
#include <set>

using namespace tawasul;

namespace {

Case newer(Case value, qint64 version)
{
    value.version = version;
    value.status = CaseStatus::Escalated;
    return value;
}

std::vector<CaseId> ids(std::initializer_list<Case> cases)
{
    std::vector<CaseId> list;
    for (const Case &one : cases)
        list.push_back(one.id);
    return list;
}

} // namespace

class CacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_directory = makeScratchDirectory();
        reopen();
    }

    void cleanup()
    {
        m_reader.reset();
        m_cache.reset();
    }

    void aPageIsThereWithItsCursorAfterAReopening()
    {
        const PageEffect effect = pull({numberedCase(1), numberedCase(2)}, QStringLiteral("c1"));
        QCOMPARE(effect.changed, ids({numberedCase(1), numberedCase(2)}));
        reopen();
        QCOMPARE(m_cache->syncMark()->cursor, QStringLiteral("c1"));
        QVERIFY(m_cache->syncMark()->completeAt == sampleNow());
        QCOMPARE(m_cache->worklist()->entries.size(), std::size_t(2));
        QVERIFY(stored(numberedCase(1))->truth == numberedCase(1));
        QVERIFY(stored(numberedCase(1))->shown == numberedCase(1));
    }

    void aPageThatCannotBeWrittenLeavesNothingBehind()
    {
        pull({numberedCase(1)}, QStringLiteral("c1"));
        CasePage page;
        page.add(numberedCase(2)).add(numberedCase(3)).endAt(QStringLiteral("c2"));
        CachePage broken = page.page();
        broken.changed[1].serviceAt = "some day";
        const auto refused = m_cache->applyPage(broken, std::nullopt);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QCOMPARE(m_cache->syncMark()->cursor, QStringLiteral("c1"));
        QCOMPARE(m_cache->worklist()->entries.size(), std::size_t(1));
        QVERIFY(!stored(numberedCase(2)));
        pull({numberedCase(2)}, QStringLiteral("c2")); // and the next one is taken
        QCOMPARE(m_cache->worklist()->entries.size(), std::size_t(2));
    }

    void aVersionNeverGoesBack_data()
    {
        QTest::addColumn<qint64>("version");
        QTest::addColumn<bool>("taken");
        QTest::newRow("older") << qint64(4) << false;
        QTest::newRow("equal") << qint64(5) << true;
        QTest::newRow("newer") << qint64(6) << true;
    }

    void aVersionNeverGoesBack()
    {
        QFETCH(qint64, version);
        QFETCH(bool, taken);
        Case kept = sampleCase();
        kept.version = 5;
        pull({kept}, QStringLiteral("c1"));
        const Case next = newer(kept, version);
        const PageEffect effect = pull({next}, QStringLiteral("c2"));
        QVERIFY(stored(kept)->truth == (taken ? next : kept));
        QCOMPARE(effect.ignored.empty(), taken);
        QCOMPARE(m_cache->syncMark()->cursor, QStringLiteral("c2"));
    }

    void anAnswerToAnActNeverBringsBackACaseThatLeft()
    {
        pull({numberedCase(1)}, QStringLiteral("c1"));
        CasePage page;
        page.remove(numberedCase(1).id).endAt(QStringLiteral("c2"));
        QCOMPARE(m_cache->applyPage(page.page(), std::nullopt)->removed, ids({numberedCase(1)}));
        CasePage answer;
        answer.add(newer(numberedCase(1), 9));
        QVERIFY(m_cache->applyCase(answer.row())->changed.empty());
        QVERIFY(!stored(numberedCase(1)));
        QVERIFY(m_cache->worklist()->entries.empty());
    }

    void anAnswerIsTheNewTruthUnlessItIsAnOldOneAgain()
    {
        pull({sampleCase()}, QStringLiteral("c1"));
        CasePage answer;
        answer.add(newer(sampleCase(), 4));
        QCOMPARE(m_cache->applyCase(answer.row())->changed.size(), std::size_t(1));
        QCOMPARE(m_cache->worklist()->entries[0].status, CaseStatus::Escalated);
        CasePage replay;
        replay.add(sampleCase());
        QCOMPARE(m_cache->applyCase(replay.row())->ignored.size(), std::size_t(1));
        QCOMPARE(stored(sampleCase())->truth.version, 4);
        QCOMPARE(m_cache->syncMark()->cursor, QStringLiteral("c1"));
    }

    void aRemovalLeavesNoTrace()
    {
        pull({numberedCase(1), numberedCase(2)}, QStringLiteral("c1"));
        QVERIFY(m_cache->setPending(numberedCase(1).id, noteOn(numberedCase(1))));
        CasePage page;
        page.remove(numberedCase(1).id)
            .remove(CaseId(QStringLiteral("never seen")))
            .endAt(QStringLiteral("c2"));
        QVERIFY(m_cache->applyPage(page.page(), std::nullopt));
        Database direct = opened();
        for (const char *table :
             {"case_row", "search", "words_docsize", "fragments_docsize", "case_attachment"}) {
            const auto count = readOneInt64(
                direct,
                QStringLiteral("SELECT count(DISTINCT %1) FROM %2")
                    .arg(QLatin1String(std::strstr(table, "docsize") ? "id" : "rid"), QLatin1String(table)));
            QCOMPARE(count.value(), 1);
        }
        QCOMPARE(readOneInt64(direct, QStringLiteral("SELECT count(*) FROM pending")).value(), 0);
        QVERIFY(indexIsSound(direct));
    }

    void aCaseThatComesBackIsFoldedAgain()
    {
        pull({numberedCase(1)}, QStringLiteral("c1"));
        QVERIFY(m_cache->setPending(numberedCase(1).id, noteOn(numberedCase(1))));
        CasePage page;
        page.remove(numberedCase(1).id).endAt(QStringLiteral("c2"));
        QVERIFY(m_cache->applyPage(page.page(), std::nullopt));
        pull({numberedCase(1)}, QStringLiteral("c3"));
        QVERIFY(m_cache->worklist()->entries[0].has(RowFlag::WaitingToBeSent));
        QCOMPARE(stored(numberedCase(1))->shown.history.size(), std::size_t(2));
    }

    void theShownCaseIsTheTruthWithItsActs()
    {
        Case other = nobodysCase();
        pull({other}, QStringLiteral("c1"));
        QVERIFY(m_cache->worklist()->entries[0].has(RowFlag::Unassigned));
        Cache::Pending pending;
        pending.acts = {sampleAct(ActType::Start, sampleOfficer())};
        QVERIFY(m_cache->setPending(other.id, pending));
        const Case expected = applied(other, pending.acts[0]);
        QVERIFY(stored(other)->shown == expected);
        QVERIFY(stored(other)->truth == other);
        const WorklistEntry entry = m_cache->worklist()->entries[0];
        QCOMPARE(entry.status, CaseStatus::InProgress);
        QVERIFY(entry.has(RowFlag::WaitingToBeSent));
        QVERIFY(!entry.has(RowFlag::Unassigned));
        const CaseHead head = headOf(other);
        QCOMPARE(head.status, CaseStatus::InProgress);
        QVERIFY(head.assignee == nameOf(sampleOfficer()));
        QCOMPARE(head.flags, entry.flags);

        QVERIFY(m_cache->setPending(other.id, {}));
        QVERIFY(stored(other)->shown == other);
        QCOMPARE(m_cache->worklist()->entries[0].flags, std::uint8_t(RowFlag::Unassigned));
        QCOMPARE(readOneInt64(*m_direct, QStringLiteral("SELECT count(*) FROM pending")).value(), 0);
    }

    void newTruthIsFoldedAgainAndAnActItHoldsIsNotDoneTwice()
    {
        const Case first = sampleCase();
        pull({first}, QStringLiteral("c1"));
        const Cache::Pending pending = noteOn(first);
        QVERIFY(m_cache->setPending(first.id, pending));
        QCOMPARE(stored(first)->shown.history.size(), std::size_t(2));
        // The centre took it; the journal does not know yet.
        const Case acknowledged = applied(first, pending.acts[0], sampleNow() + std::chrono::minutes(1));
        pull({acknowledged}, QStringLiteral("c2"));
        QVERIFY(stored(first)->shown == acknowledged);
        QVERIFY(stored(first)->truth == acknowledged);
    }

    void anActThatNoLongerAppliesIsNotShownAsDone()
    {
        const Case first = sampleCase();
        pull({first}, QStringLiteral("c1"));
        Cache::Pending pending;
        pending.acts = {sampleAct(ActType::Complete, sampleOfficer())};
        QVERIFY(m_cache->setPending(first.id, pending));
        QCOMPARE(m_cache->worklist()->entries[0].status, CaseStatus::Completed);
        Case rejected = sampleCase(CaseStatus::Rejected);
        rejected.version = 4;
        pull({rejected}, QStringLiteral("c2"));
        QVERIFY(stored(first)->shown == rejected);
        QCOMPARE(m_cache->worklist()->entries[0].status, CaseStatus::Rejected);
        QVERIFY(m_cache->worklist()->entries[0].has(RowFlag::WaitingToBeSent));
    }

    void marksOfJournalAreMadeAnewAtEveryStart()
    {
        pull({numberedCase(1), numberedCase(2), numberedCase(3)}, QStringLiteral("c1"));
        QVERIFY(m_cache->setPending(numberedCase(1).id, noteOn(numberedCase(1))));
        QVERIFY(m_cache->setPending(numberedCase(2).id, {{}, true, true}));
        reopen();
        QVERIFY(m_cache->resetPending({{numberedCase(2).id, {{}, false, true}},
                                       {CaseId(QStringLiteral("not here")), {{}, true, false}}}));
        for (const WorklistEntry &entry : m_cache->worklist()->entries) {
            const bool second = m_reader->idOf(entry.row).value() == numberedCase(2).id;
            QCOMPARE(entry.flags, std::uint8_t(second ? RowFlag::HasDraft : RowFlag::None));
        }
        QVERIFY(stored(numberedCase(1))->shown == numberedCase(1));
        QVERIFY(m_cache->resetPending({}));
        QCOMPARE(headOf(numberedCase(2)).flags, std::uint8_t(0));
    }

    void actsWaitForTheirReferenceDataAndAreFoldedWhenItComes()
    {
        bool known = false;
        m_cache->setReferenceOf([&known](const QString &) {
            return known ? std::make_shared<const Reference>(sampleReference()) : ReferencePtr();
        });
        pull({sampleCase()}, QStringLiteral("c1"));
        QVERIFY(m_cache->setPending(sampleCase().id, noteOn(sampleCase())));
        QVERIFY(stored(sampleCase())->shown == sampleCase());
        known = true;
        QVERIFY(m_cache->foldAgain());
        QCOMPARE(stored(sampleCase())->shown.history.size(), std::size_t(2));
    }

    void rowsStayReadableThroughARebuildAndWhatItDidNotBringGoes()
    {
        pull({numberedCase(1), numberedCase(2), numberedCase(3)}, QStringLiteral("c1"));
        QVERIFY(m_cache->setPending(numberedCase(2).id, noteOn(numberedCase(2))));
        QVERIFY(m_cache->beginRebuild());
        QVERIFY(m_cache->syncMark()->cursor.isEmpty());
        QVERIFY(m_cache->syncMark()->completeAt.has_value()); // how old the rows are is still known
        QCOMPARE(m_cache->worklist()->entries.size(), std::size_t(3));
        QVERIFY(stored(numberedCase(3)));
        QCOMPARE(m_reader->search(numberedCase(3).number)->size(), std::size_t(1));
        pull({numberedCase(2)}, QStringLiteral("r1"), true);
        reopen(); // a start in between changes nothing
        QVERIFY(m_cache->resetPending({{numberedCase(2).id, noteOn(numberedCase(2))}}));
        QCOMPARE(m_cache->worklist()->entries.size(), std::size_t(3));
        const PageEffect effect = pull({numberedCase(4)}, QStringLiteral("r2"));
        QCOMPARE(effect.removed, ids({numberedCase(1), numberedCase(3)}));
        QCOMPARE(m_cache->worklist()->entries.size(), std::size_t(2));
        QVERIFY(!stored(numberedCase(1)));
        QCOMPARE(stored(numberedCase(2))->shown.history.size(), std::size_t(2));
        QVERIFY(m_reader->search(numberedCase(3).number)->empty());
        QCOMPARE(m_reader->search(numberedCase(4).number)->size(), std::size_t(1));
        QVERIFY(indexIsSound(*m_direct));
    }

    void aRestoredCentreIsBelievedInARebuildOnceACase()
    {
        pull({newer(sampleCase(), 9)}, QStringLiteral("c1"));
        QVERIFY(m_cache->beginRebuild());
        pull({sampleCase()}, QStringLiteral("r1"), true);
        QCOMPARE(stored(sampleCase())->truth.version, sampleCase().version);
        Case older = sampleCase();
        older.version = 2;
        pull({older}, QStringLiteral("r2"));
        QCOMPARE(stored(sampleCase())->truth.version, sampleCase().version);
    }

    void aDamagedOrNewerFileIsSetAside_data()
    {
        QTest::addColumn<QString>("harm");
        for (const char *harm : {"garbage", "header", "cut", "newer"})
            QTest::newRow(harm) << QString::fromLatin1(harm);
    }

    void aDamagedOrNewerFileIsSetAside()
    {
        QFETCH(QString, harm);
        pull({numberedCase(1)}, QStringLiteral("c1"));
        cleanup();
        m_direct.reset();
        if (harm == u"newer") {
            Database direct = opened();
            QVERIFY(runStatement(direct, QStringLiteral("PRAGMA user_version = 99")));
        } else {
            QFile::remove(QString(path() + u"-wal"));
            QFile file(path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            if (harm == u"garbage")
                QVERIFY(file.resize(0) && file.write(QByteArray(9000, '#')) == 9000);
            else if (harm == u"header")
                QVERIFY(file.write("SQLITE FORMAT 9") == 15);
            else
                QVERIFY(file.resize(5000));
        }
        reopen();
        QVERIFY(m_cache->worklist()->entries.empty());
        QVERIFY(m_cache->syncMark()->cursor.isEmpty());
        QVERIFY(QFileInfo::exists(QString(path() + u".set-aside")));
        pull({numberedCase(2)}, QStringLiteral("c1"));
        QVERIFY(stored(numberedCase(2)));
    }

    void aFullDiskIsSaidAndSetsNothingAside()
    {
        pull({numberedCase(1)}, QStringLiteral("c1"));
        cleanup();
        m_direct.reset();
        {
            FaultVfs vfs;
            Result<Cache> cache = Cache::open(path(), vfs.name());
            QVERIFY(cache.has_value());
            vfs.arm({Fault::Call::Write, 1, Fault::Kind::Full, true});
            CasePage page;
            page.add(numberedCase(2)).endAt(QStringLiteral("c2"));
            QCOMPARE(cache->applyPage(page.page(), std::nullopt).error().kind, Error::Kind::Full);
            QCOMPARE(cache->worklist()->entries.size(), std::size_t(1));
            vfs.disarm();
        }
        QVERIFY(!QFileInfo::exists(QString(path() + u".set-aside")));
        reopen();
        QCOMPARE(m_cache->syncMark()->cursor, QStringLiteral("c1"));
    }

    void anOlderCacheUpgradedEqualsAFreshOne()
    {
        const QList<Migration> steps = readMigrations(QStringLiteral(":/schema/cache")).value();
        for (qsizetype from = 0; from <= steps.size(); ++from) {
            const QString old = m_directory->filePath(QStringLiteral("old-%1.sqlite").arg(from));
            {
                Database database = openDirectly(old);
                QVERIFY(migrate(database, steps.first(from), SafetyCopy::None));
            }
            QVERIFY(Cache::open(old, {}));
            Database upgraded = openDirectly(old);
            QCOMPARE(schemaDifferences(upgraded, *m_direct).value(), QStringList());
        }
    }

    void closedCasesAreForgottenButNotThoseWithActsWaiting()
    {
        Case done = numberedCase(1);
        done.status = CaseStatus::Completed;
        Case waiting = numberedCase(2);
        waiting.status = CaseStatus::Rejected;
        Case recent = numberedCase(3);
        recent.status = CaseStatus::Completed;
        recent.updatedAt = sampleNow();
        pull({done, waiting, recent, numberedCase(4)}, QStringLiteral("c1"));
        QVERIFY(m_cache->setPending(waiting.id, noteOn(waiting)));
        QCOMPARE(m_cache->forgetClosed(sampleNow() - std::chrono::hours(1))->removed, ids({done}));
        QCOMPARE(m_cache->worklist()->entries.size(), std::size_t(3));
    }

    void attachmentsThatCasesNameAreTold()
    {
        Case more = numberedCase(2);
        more.attachments[0].sha256 = QString(64, u'c');
        pull({numberedCase(1), more}, QStringLiteral("c1"));
        const QString a(64, u'a');
        const QString b(64, u'b');
        const QString c(64, u'c');
        const QString nobodys(64, u'd');
        QCOMPARE(m_cache->namedAmong({a, b, c, nobodys}).value(), (QSet<QString>{a, b, c}));
        QCOMPARE(m_cache->namedAmong({b}).value(), QSet<QString>{b});
        QCOMPARE(m_cache->namedAmong({}).value(), QSet<QString>());
        more.attachments = {more.attachments[1]};
        more.version = 9;
        pull({more}, QStringLiteral("c2"));
        QCOMPARE(m_cache->namedAmong({a, b, c}).value(), (QSet<QString>{a, b}));
    }

    void strangeTextNeverKeepsAPageAway()
    {
        Case strange = numberedCase(1);
        strange.subject.party.name = QString(u"x" + QChar(QChar::Null) + u"y\u202e");
        strange.description = QString(u"قبل" + QChar(QChar::Null) + u"بعد \"'; DROP TABLE case_row; --");
        strange.statusText = QStringLiteral("awaiting_approval");
        strange.status = CaseStatus::Unknown;
        pull({strange}, QStringLiteral("c1"));
        QVERIFY(stored(strange)->truth == strange);
        const CaseHead head = headOf(strange);
        QCOMPARE(head.status, CaseStatus::Unknown);
        QCOMPARE(head.statusText, QStringLiteral("awaiting_approval"));
        QCOMPARE(m_reader->search(QStringLiteral("بعد"))->size(), std::size_t(1));
    }

    void headsComeInTheOrderAskedWithoutThoseThatAreGone()
    {
        Case marked = numberedCase(1);
        marked.marks = {{Mark::Kind::Urgent, QStringLiteral("MEDICAL")}};
        marked.statutoryDeadline = Deadline{Deadline::Kind::Statutory, QDate(2026, 11, 25),
                                            sampleNow() + std::chrono::hours(5), QStringLiteral("absence")};
        pull({marked, numberedCase(2)}, QStringLiteral("c1"));
        const qint64 first = stored(marked)->row;
        const qint64 second = stored(numberedCase(2))->row;
        const auto heads = m_reader->heads({second, 999, first}).value();
        QCOMPARE(heads.size(), std::size_t(2));
        QCOMPARE(heads[0].id, numberedCase(2).id);
        const CaseHead &head = heads[1];
        QCOMPARE(head.number, marked.number);
        QVERIFY(head.deadline == *marked.statutoryDeadline);
        QCOMPARE(head.serviceDay, marked.serviceDeadline.day);
        QCOMPARE(head.statutoryDay, QDate(2026, 11, 25));
        QCOMPARE(head.subjectName, marked.subject.party.name);
        QCOMPARE(head.subjectIdentifier, marked.subject.party.identifier);
        QCOMPARE(head.beneficiaryName, marked.beneficiary.name);
        QVERIFY(head.assignee == marked.assignee);
        QCOMPARE(head.marks.size(), std::size_t(1));
        QCOMPARE(head.marks[0].kind, Mark::Kind::Urgent);
        QVERIFY(head.has(RowFlag::Urgent));
        QVERIFY(heads[0].deadline == numberedCase(2).serviceDeadline);
    }

    void everyVersionOfTheReferenceDataIsKeptAndTheLastIsTheNewest()
    {
        QVERIFY(!m_cache->newestReference()->has_value());
        QVERIFY(m_cache->storeReference(QStringLiteral("1"), "one"));
        QVERIFY(m_cache->storeReference(QStringLiteral("2"), "two"));
        QCOMPARE(m_cache->newestReference()->value(), QByteArray("two"));
        QCOMPARE(m_cache->reference(QStringLiteral("1"))->value(), QByteArray("one"));
        QVERIFY(!m_cache->reference(QStringLiteral("3"))->has_value());
        QVERIFY(m_cache->storeReference(QStringLiteral("1"), "one again")); // the centre went back
        QCOMPARE(m_cache->newestReference()->value(), QByteArray("one again"));
    }

    void tenThousandCasesOneOfWhichChanges()
    {
        std::vector<Case> all;
        for (int page = 0; page < 10; ++page) {
            CasePage thousand;
            for (int n = 1; n <= 1000; ++n)
                thousand.add(numberedCase(page * 1000 + n));
            thousand.endAt(QString::number(page), page < 9);
            QCOMPARE(m_cache->applyPage(thousand.page(), std::nullopt)->changed.size(), std::size_t(1000));
        }
        const WorklistPtr list = m_cache->worklist();
        QCOMPARE(list->entries.size(), std::size_t(10'000));
        QVERIFY(std::is_sorted(list->entries.begin(), list->entries.end(), [](const auto &a, const auto &b) {
            return std::tie(a.deadlineMs, a.row) < std::tie(b.deadlineMs, b.row);
        }));
        const Cache::Work before = m_cache->work();
        pull({newer(numberedCase(4711), 4)}, QStringLiteral("c2"));
        QCOMPARE(m_cache->worklist()->entries.size(), std::size_t(10'000));
        QCOMPARE(m_cache->work().textsIndexed, before.textsIndexed); // nothing to look for changed
        QVERIFY(m_cache->work().entriesPlaced - before.entriesPlaced <= 2);
        reopen();
        QCOMPARE(m_cache->worklist()->entries.size(), std::size_t(10'000));
        QCOMPARE(m_reader->search(numberedCase(4711).number)->size(), std::size_t(1));
    }

    void openingALongListReadsOnlyItsBeginning()
    {
        fillLong();
        const Cache::Work whole = m_cache->work();
        QCOMPARE(whole.entriesRead, qint64(kLong));
        reopen(Cache::Reading::Beginning);
        QVERIFY(!m_cache->isWhole());
        QVERIFY(m_cache->work().entriesRead <= Cache::kBeginning);
        const WorklistPtr beginning = m_cache->beginning();
        QVERIFY(!beginning->isWhole);
        QVERIFY(beginning->entries.size() > std::size_t(Cache::kBeginning / 2));
        QCOMPARE(m_cache->work().entriesRead, qint64(Cache::kBeginning));
        QCOMPARE(beginning->entries, toDo(m_cache->worklist(), beginning->entries.size()));
        QVERIFY(m_cache->isWhole());
        QCOMPARE(m_cache->worklist()->entries.size(), std::size_t(kLong));
        QVERIFY(m_cache->worklist()->generation > beginning->generation);
        QCOMPARE(m_cache->work().entriesRead, qint64(Cache::kBeginning + kLong));
        reopen(Cache::Reading::Whole);
        QCOMPARE(m_cache->beginning(), m_cache->worklist());
    }

    void aShortListIsReadWholeAtOnce()
    {
        pull({numberedCase(1), numberedCase(2)}, QStringLiteral("c1"));
        reopen(Cache::Reading::Beginning);
        QVERIFY(m_cache->isWhole());
        QVERIFY(m_cache->beginning()->isWhole);
        QCOMPARE(m_cache->beginning()->entries.size(), std::size_t(2));
    }

    // What acts and pages do to the first rows is in the beginning, and in the whole that follows it.
    void theBeginningShowsWhatIsPendingAndSoDoesTheWhole()
    {
        fillLong();
        const std::vector<WorklistEntry> plain = toDo(m_cache->worklist(), 40);
        std::vector<std::pair<CaseId, Cache::Pending>> pending;
        for (const std::size_t at : {std::size_t(0), std::size_t(7), std::size_t(39)}) {
            const auto truth = m_reader->caseById(m_reader->idOf(plain[at].row)->value());
            Cache::Pending escalation;
            escalation.acts = {sampleAct(at == 7 ? ActType::Note : ActType::Escalate, sampleOfficer())};
            escalation.acts[0].caseId = truth.value()->truth.id;
            escalation.hasDraft = at == 39;
            pending.emplace_back(truth.value()->truth.id, escalation);
        }
        const auto far = m_reader->idOf(m_cache->worklist()->entries.back().row);
        pending.emplace_back(far->value(), Cache::Pending{{}, true, false});
        reopen(Cache::Reading::Beginning);
        QVERIFY(m_cache->resetPending(pending));
        QVERIFY(!m_cache->isWhole());
        const WorklistPtr beginning = m_cache->beginning();
        QVERIFY(beginning->entries.at(0).has(RowFlag::WaitingToBeSent));
        pull({newer(numberedCase(4), 9)}, QStringLiteral("later")); // before the whole was asked for
        const std::vector<WorklistEntry> later = m_cache->beginning()->entries;
        QVERIFY(!m_cache->isWhole());
        QCOMPARE(later, toDo(m_cache->worklist(), later.size()));
        const WorklistPtr lazily = m_cache->worklist();
        reopen(Cache::Reading::Whole);
        QVERIFY(m_cache->resetPending(pending));
        QCOMPARE(lazily->entries, m_cache->worklist()->entries);
    }

    void exactlyWhatIsToBeDoneIsInTheBeginning()
    {
        fillLong();
        std::set<CaseStatus> expected;
        for (int n = 0; n <= static_cast<int>(CaseStatus::Unknown); ++n) {
            const auto status = static_cast<CaseStatus>(n);
            if (isOpen(status) && status != CaseStatus::Returned)
                expected.insert(status);
            Case one = numberedCase(kLong + 1 + n);
            one.status = status;
            one.statusText = status == CaseStatus::Unknown ? QStringLiteral("newer_than_this") : QString();
            one.serviceDeadline.at -= std::chrono::days(30); // in front of all others
            pull({one}, QStringLiteral("c"));
        }
        reopen(Cache::Reading::Beginning);
        std::set<CaseStatus> first;
        for (std::size_t at = 0; at < expected.size(); ++at)
            first.insert(m_cache->beginning()->entries.at(at).status);
        QVERIFY(first == expected);
    }

    void manyCasesOfOneDeadlineBeginWithNothingRatherThanWithSome()
    {
        CasePage page;
        for (int n = 1; n <= kLong; ++n) {
            Case one = numberedCase(n);
            one.serviceDeadline.at = sampleNow();
            page.add(one);
        }
        page.endAt(QStringLiteral("c1"));
        QVERIFY(m_cache->applyPage(page.page(), sampleNow()));
        reopen(Cache::Reading::Beginning);
        QVERIFY(m_cache->beginning()->entries.empty());
        QVERIFY(!m_cache->beginning()->isWhole);
        QCOMPARE(m_cache->worklist()->entries.size(), std::size_t(kLong));
    }

    void aFileThatWasDoubtedIsSetAsideOnce()
    {
        pull({numberedCase(1)}, QStringLiteral("c1"));
        doubtCacheFile(path());
        reopen();
        QVERIFY(m_cache->worklist()->entries.empty());
        QVERIFY(QFileInfo::exists(QString(path() + u".set-aside")));
        pull({numberedCase(2)}, QStringLiteral("c1"));
        reopen();
        QCOMPARE(m_cache->worklist()->entries.size(), std::size_t(1));
    }

private:
    static constexpr int kLong = 3000; // more than is read at once

    void fillLong()
    {
        CasePage page;
        for (int n = 1; n <= kLong; ++n) {
            Case one = numberedCase(n);
            if (n % 5 == 0)
                one.status = n % 2 ? CaseStatus::Completed : CaseStatus::Returned;
            page.add(one);
        }
        page.endAt(QStringLiteral("c1"));
        QVERIFY(m_cache->applyPage(page.page(), sampleNow()));
        reopen();
    }

    static std::vector<WorklistEntry> toDo(const WorklistPtr &list, std::size_t most)
    {
        std::vector<WorklistEntry> first;
        for (const WorklistEntry &entry : list->entries) {
            if (first.size() < most && isOpen(entry.status) && entry.status != CaseStatus::Returned)
                first.push_back(entry);
        }
        return first;
    }

    [[nodiscard]] QString path() const { return m_directory->filePath(QStringLiteral("cache.sqlite")); }
    [[nodiscard]] Database opened() const { return openDirectly(path()); }

    void reopen(Cache::Reading reading = Cache::Reading::Whole)
    {
        m_reader.reset();
        m_direct.reset();
        m_cache.reset();
        Result<Cache> cache = Cache::open(path(), {}, reading);
        QVERIFY2(cache.has_value(), cache ? "" : qPrintable(cache.error().detail));
        m_cache.emplace(std::move(*cache));
        m_cache->setReferenceOf(
            [](const QString &) { return std::make_shared<const Reference>(sampleReference()); });
        m_reader.emplace(std::move(CacheReader::open(path(), {}).value()));
        m_direct.emplace(opened());
    }

    PageEffect pull(std::initializer_list<Case> cases, const QString &cursor, bool more = false)
    {
        CasePage page;
        for (const Case &one : cases)
            page.add(one);
        page.endAt(cursor, more);
        const auto effect = m_cache->applyPage(page.page(), more ? std::nullopt : std::optional(sampleNow()));
        if (!effect)
            qFatal("%s", qPrintable(effect.error().detail));
        return *effect;
    }

    static Cache::Pending noteOn(const Case &theCase)
    {
        Cache::Pending pending;
        pending.acts = {sampleAct(ActType::Note, sampleOfficer())};
        pending.acts[0].caseId = theCase.id;
        return pending;
    }

    std::optional<CacheReader::Stored> stored(const Case &theCase)
    {
        return m_reader->caseById(theCase.id).value();
    }

    CaseHead headOf(const Case &theCase) { return m_reader->heads({stored(theCase)->row})->at(0); }

    /// FTS5's own comparison of its index with the text it is about.
    static bool indexIsSound(Database &database)
    {
        return runStatement(database,
                            QStringLiteral("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)"))
            && runStatement(
                   database,
                   QStringLiteral("INSERT INTO fragments (fragments, rank) VALUES ('integrity-check', 1)"));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::optional<Cache> m_cache;
    std::optional<CacheReader> m_reader;
    std::optional<Database> m_direct;
};

QTEST_GUILESS_MAIN(CacheTest)
#include "tst_cache.moc"
