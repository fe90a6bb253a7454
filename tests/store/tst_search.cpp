// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cache.h"
#include "models/store/cachereader.h"
#include "models/store/searchquestion.h"
#include "tests/support/casepage.h"
#include "tests/support/samplecase.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace tawasul;

class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = makeScratchDirectory();
        const QString path = m_directory->filePath(QStringLiteral("cache.sqlite"));
        m_cache.emplace(std::move(Cache::open(path, {}).value()));
        m_reader.emplace(std::move(CacheReader::open(path, {}).value()));
    }

    void cleanup()
    {
        m_reader.reset();
        m_cache.reset();
    }

    /// All everyday spellings, in names (which are also found by fragments) and in
    /// descriptions.
    void everySpellingFindsTheOther()
    {
        QFile file(QStringLiteral(TAWASUL_ARABIC_CASES "/variants.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::vector<std::pair<Case, QString>> all;
        CasePage page;
        while (!file.atEnd()) {
            QString line = QString::fromUtf8(file.readLine());
            if (line.endsWith(u'\n'))
                line.chop(1);
            const QStringList parts = line.split(u'\t');
            if (line.startsWith(u'#') || parts.size() != 3)
                continue;
            Case one = numberedCase(static_cast<int>(all.size()) + 1);
            one.subject.party.name = QStringLiteral("سعد");
            one.beneficiary.name = all.size() % 2 == 0 ? parts[1] : QStringLiteral("سعد");
            one.description = all.size() % 2 == 0 ? QString() : QString(u"قبل " % parts[1] % u"، بعد");
            page.add(one);
            all.emplace_back(one, parts[2]);
        }
        QVERIFY(all.size() > 100);
        page.endAt(QStringLiteral("c1"));
        QVERIFY(m_cache->applyPage(page.page(), std::nullopt));
        QStringList missed;
        for (const auto &[one, typed] : all) {
            if (!finds(typed, one))
                missed += typed;
        }
        QCOMPARE(missed, QStringList());
    }

    void whatIsTypedFindsTheCase_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        const auto row = [](const char *name, const QString &typed, bool found) {
            QTest::newRow(name) << typed << found;
        };
        row("the whole number", QStringLiteral("TW-26-0048213"), true);
        row("its letters small", QStringLiteral("tw-26-0048213"), true);
        row("its beginning", QStringLiteral("TW-26-0048"), true);
        row("its end", QStringLiteral("8213"), true);
        row("inside it", QStringLiteral("0482"), true);
        row("another number", QStringLiteral("TW-26-0048214"), false);
        row("the subject's identifier", QStringLiteral("2123456788"), true);
        row("in Arabic digits", QStringLiteral("٢١٢٣٤٥٦٧٨٨"), true);
        row("in Persian digits", QStringLiteral("۲۱۲۳۴۵۶۷۸۸"), true);
        row("with gaps", QStringLiteral("2 123 456 788"), true);
        row("with hyphens", QStringLiteral("212-345-6788"), true);
        row("inside the identifier", QStringLiteral("٣٤٥٦"), true);
        row("the account's identifier", QStringLiteral("1043855178"), true);
        row("two digits begin it", QStringLiteral("21"), true);
        row("two digits inside it", QStringLiteral("45"), false);
        row("a name", QStringLiteral("محمد"), true);
        row("a name still being typed", QStringLiteral("إقب"), true);
        row("inside a name", QStringLiteral("قحطان"), true);
        row("names of both, in any order", QStringLiteral("القحطاني محمد"), true);
        row("the Latin name", QStringLiteral("iqbal"), true);
        row("inside the Latin name", QStringLiteral("hamm"), true);
        row("a word of the description", QStringLiteral("السداد"), true);
        row("inside a word of the description", QStringLiteral("لسدا"), false);
        row("name and description", QStringLiteral("حسين تجديد"), true);
        row("one word of two is wrong", QStringLiteral("حسين جواز"), false);
        row("nothing", QString(), false);
        row("blanks", QStringLiteral("  \t "), false);
        row("punctuation", QStringLiteral("\"*()-^:"), false);
        row("syntax of the index", QStringLiteral("head:محمد OR NEAR(x)"), false);
        row("a quote", QStringLiteral("\"محمد"), true);
        row("a NUL", QString(u"محمد" + QChar(QChar::Null)), true);
        row("very much", QStringLiteral("محمد ").repeated(5000), true);
    }

    void whatIsTypedFindsTheCase()
    {
        QFETCH(QString, typed);
        QFETCH(bool, found);
        pull(sampleCase());
        const auto rows = m_reader->search(typed);
        QVERIFY2(rows.has_value(), rows ? "" : qPrintable(rows.error().detail));
        QCOMPARE(!rows->empty(), found);
    }

    void changedTextIsFoundAndTheOldIsNot()
    {
        pull(sampleCase());
        Case renamed = sampleCase();
        renamed.version = 9;
        renamed.subject.party.name = QStringLiteral("يوسف منصور");
        const qint64 before = m_cache->work().textsIndexed;
        pull(renamed);
        QCOMPARE(m_cache->work().textsIndexed, before + 1);
        QVERIFY(m_reader->search(QStringLiteral("إقبال"))->empty());
        QVERIFY(m_reader->search(QStringLiteral("قبا"))->empty());
        QVERIFY(finds(QStringLiteral("منصور"), renamed));
        QVERIFY(finds(QStringLiteral("نصو"), renamed));
    }

    void unchangedTextIsNotIndexedAgain()
    {
        pull(sampleCase());
        const qint64 before = m_cache->work().textsIndexed;
        Case moved = sampleCase(CaseStatus::Escalated);
        moved.version = 9;
        moved.serviceDeadline.at += std::chrono::hours(24);
        pull(moved);
        QCOMPARE(m_cache->work().textsIndexed, before);
        QVERIFY(finds(QStringLiteral("إقبال"), moved));
    }

    void rowsComeSortedAndOnce()
    {
        CasePage page;
        for (int n = 50; n > 0; --n)
            page.add(numberedCase(n));
        page.endAt(QStringLiteral("c1"));
        QVERIFY(m_cache->applyPage(page.page(), std::nullopt));
        const std::vector<qint64> rows = m_reader->search(QStringLiteral("محمد")).value();
        QCOMPARE(rows.size(), std::size_t(50));
        QVERIFY(std::is_sorted(rows.begin(), rows.end()));
        QVERIFY(std::adjacent_find(rows.begin(), rows.end()) == rows.end());
    }

private:
    void pull(const Case &one)
    {
        CasePage page;
        page.add(one).endAt(QStringLiteral("c1"));
        QVERIFY(m_cache->applyPage(page.page(), std::nullopt));
    }

    [[nodiscard]] bool finds(const QString &typed, const Case &one)
    {
        const auto rows = m_reader->search(typed);
        const auto stored = m_reader->caseById(one.id);
        return rows && stored && *stored && std::binary_search(rows->begin(), rows->end(), (*stored)->row);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::optional<Cache> m_cache;
    std::optional<CacheReader> m_reader;
};

QTEST_GUILESS_MAIN(SearchTest)
#include "tst_search.moc"
