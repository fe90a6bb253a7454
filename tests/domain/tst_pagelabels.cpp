// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/reading.h"

#include <QtTest/QTest>

using namespace tawasul;
using namespace Qt::StringLiterals;

namespace {

const QString kPassport = u"old_passport"_s;
const QString kIqama = u"iqama"_s;
const QString kNone(kNoDocument);

/// "0-1 iqama; 2 old_passport", to be read in a table.
QString told(const PageLabels &labels)
{
    QStringList parts;
    for (const PageLabel &label : labels)
        parts.append(label.first == label.last
                         ? u"%1 %2"_s.arg(label.first).arg(label.document)
                         : u"%1-%2 %3"_s.arg(label.first).arg(label.last).arg(label.document));
    return parts.join(u"; "_s);
}

} // namespace

class PageLabelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsOfNeighboursBecomeOneRange()
    {
        PageLabels labels = labelled({}, {0, 0, kPassport});
        labels = labelled(labels, {2, 2, kIqama});
        QCOMPARE(told(labels), u"0 old_passport; 2 iqama"_s);
        labels = labelled(labels, {1, 1, kPassport});
        QCOMPARE(told(labels), u"0-1 old_passport; 2 iqama"_s);
        labels = labelled(labels, {3, 5, kIqama});
        QCOMPARE(told(labels), u"0-1 old_passport; 2-5 iqama"_s);
    }

    void aLabelStandsForTheOneBefore()
    {
        PageLabels labels = labelled({}, {0, 4, kPassport});
        labels = labelled(labels, {2, 2, kIqama});
        QCOMPARE(told(labels), u"0-1 old_passport; 2 iqama; 3-4 old_passport"_s);
        labels = labelled(labels, {0, 4, kNone});
        QCOMPARE(told(labels), u"0-4 -"_s);
    }

    void aPageMayShowTwoDocuments()
    {
        PageLabels labels = labelled({}, {0, 1, kPassport});
        labels = alsoLabelled(labels, {1, 2, kIqama});
        QCOMPARE(documentsOn(labels, 1), (QStringList{kPassport, kIqama}));
        QCOMPARE(labelledDocuments(labels), (QStringList{kPassport, kIqama}));
        QCOMPARE(told(alsoLabelled(labels, {1, 1, kIqama})), told(labels));
        labels = withoutLabel(labels, {0, 2, kPassport});
        QCOMPARE(told(labels), u"1-2 iqama"_s);
        QCOMPARE(told(withoutLabel(labels, {1, 1, {}})), u"2 iqama"_s);
        // A page that shows a document is no page without one.
        QCOMPARE(told(alsoLabelled(labelled({}, {0, 0, kNone}), {0, 0, kIqama})), u"0 iqama"_s);
        QVERIFY(labelledDocuments(labelled({}, {0, 0, kNone})).isEmpty());
    }

    void theNextUnlabelledGoesRoundOnce_data()
    {
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("next");
        QTest::newRow("the next one") << 0 << 2;
        QTest::newRow("over labelled ones") << 2 << 5;
        QTest::newRow("from the beginning again") << 5 << 2;
        QTest::newRow("from before the first") << -1 << 2;
    }
    void theNextUnlabelledGoesRoundOnce()
    {
        QFETCH(int, after);
        QFETCH(int, next);
        const PageLabels labels{{0, 1, kPassport}, {3, 4, kIqama}};
        QCOMPARE(nextUnlabelled(labels, after, 6).value_or(-1), next);
        QCOMPARE(unlabelledCount(labels, 6), 2);
        QVERIFY(!nextUnlabelled({{0, 5, kIqama}}, after, 6));
        QVERIFY(!nextUnlabelled({}, after, 0));
    }

    void turnsOfOnePageAndOfAllAddUp()
    {
        DocumentReading reading;
        turnPage(reading, 3, 1);
        QCOMPARE(turnOf(reading, 3), 1);
        turnAll(reading, 1);
        QCOMPARE(turnOf(reading, 3), 2);
        QCOMPARE(turnOf(reading, 0), 1);
        turnPage(reading, 3, -1);
        QVERIFY(reading.turns.empty());
        turnAll(reading, -1);
        QVERIFY(reading == DocumentReading());
        turnPage(reading, 0, -1);
        QCOMPARE(turnOf(reading, 0), 3);
    }
};

QTEST_GUILESS_MAIN(PageLabelsTest)
#include "tst_pagelabels.moc"
