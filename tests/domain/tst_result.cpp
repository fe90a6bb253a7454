// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/result.h"

#include <QtTest/QTest>

using namespace tawasul;

namespace {

const Error kFailure{ Error::Kind::Busy, QStringLiteral("later"), QStringLiteral("detail") };

Result<int> halved(int value)
{
    if (value % 2 != 0)
        return kFailure;
    return value / 2;
}

} // namespace

class ResultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueGoesOnAndAnErrorPassesUntouched()
    {
        QCOMPARE(halved(12).and_then(halved).value_or(-1), 3);
        QVERIFY(halved(6).and_then(halved).error() == kFailure);
        bool called = false;
        const auto spy = [&called](int value) {
            called = true;
            return halved(value);
        };
        QVERIFY(!halved(3).and_then(spy));
        QVERIFY(!called);
    }

    void transformChangesTheTypeOfTheValueOnly()
    {
        const auto text = [](int value) { return QString::number(value); };
        QCOMPARE(halved(10).transform(text).value(), QStringLiteral("5"));
        QVERIFY(halved(9).transform(text).error() == kFailure);
    }

    void aValueCanBeMovedOut()
    {
        Result<std::unique_ptr<int>> owner(std::make_unique<int>(7));
        QVERIFY(owner.has_value());
        const std::unique_ptr<int> taken = std::move(owner).value();
        QCOMPARE(*taken, 7);
    }

    void doneIsAnOutcome()
    {
        QVERIFY(Outcome(Done{}).has_value());
        QVERIFY(!Outcome(kFailure));
    }
};

QTEST_GUILESS_MAIN(ResultTest)
#include "tst_result.moc"
