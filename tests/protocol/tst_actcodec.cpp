// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/actcodec.h"

#include "models/protocol/jsonreader.h"

#include "tests/support/generators.h"
#include "tests/support/jsonfaults.h"
#include "tests/support/property.h"
#include "tests/support/samplecase.h"
#include "tests/support/shown.h"

using namespace tawasul;

namespace {

const QSet<QString> kOptional{
    QStringLiteral("reference_version"),
    QStringLiteral("monotonic_ms"),
    QStringLiteral("last_server_time"),
    QStringLiteral("reason"),
    QStringLiteral("text"),
    QStringLiteral("reply"),
    QStringLiteral("execution"),
    QStringLiteral("to_section"),
    QStringLiteral("to_sub_service"),
    QStringLiteral("to_assignee"),
};

// Every field set, though no one act uses them all.
Act fullAct()
{
    Act act = sampleAct(ActType::Complete, sampleOfficer());
    act.lastServerTime = sampleNow() - std::chrono::minutes(1);
    act.text = QStringLiteral("تمت المطابقة.");
    act.toSection = QStringLiteral("visit");
    act.toSubService = QStringLiteral("visit.multi_entry");
    act.toAssignee = nameOf(otherOfficer());
    return act;
}

QJsonObject with(const char *field, const QJsonValue &value)
{
    QJsonObject object = wire::actBodyToJson(fullAct());
    object.insert(QLatin1String(field), value);
    return object;
}

} // namespace

class ActCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyBodySurvivesTheWire()
    {
        TAWASUL_HOLDS(449, 500, [] {
            const Act before = *anyActBody();
            const QByteArray bytes = wire::toBytes(wire::actBodyToJson(before));
            const auto after =
                wire::parseObject(bytes, QStringLiteral("act")).and_then(wire::actBodyFromJson);
            RC_ASSERT((after ? QString() : after.error().detail) == QString());
            RC_ASSERT(*after == before);
            RC_ASSERT(wire::toBytes(wire::actBodyToJson(*after)) == bytes);
        });
    }

    void aNoteIsAsSmallAsTheDesignShowsIt()
    {
        const QJsonObject body = wire::actBodyToJson(sampleAct(ActType::Note, sampleOfficer()));
        QCOMPARE(body.keys(),
                 QStringList({ QStringLiteral("monotonic_ms"), QStringLiteral("recorded_at"),
                               QStringLiteral("reference_version"), QStringLiteral("text"),
                               QStringLiteral("type") }));
        QCOMPARE(body.value(QStringLiteral("type")).toString(), QStringLiteral("note"));
    }

    // They are in the path, in If-Match and in the session: a body could only contradict them.
    void identityBaseVersionAndActorStayOutside()
    {
        Act other = fullAct();
        other.id = ActId(QStringLiteral("another"));
        other.caseId = CaseId(QStringLiteral("another"));
        other.baseVersion = 99;
        other.actor = otherOfficer();
        QCOMPARE(wire::toBytes(wire::actBodyToJson(other)), wire::toBytes(wire::actBodyToJson(fullAct())));
        const auto read = wire::actBodyFromJson(with("actor", QJsonObject{ { QStringLiteral("id"), 1 } }));
        QVERIFY(read.has_value());
        QVERIFY(read->actor == Actor());
        QCOMPARE(read->baseVersion, 0);
    }

    void everyMissingOrMistypedFieldIsRefusedByName()
    {
        const QStringList found = leniencies(QStringLiteral("act"), wire::actBodyFromJson,
                                             wire::actBodyToJson(fullAct()), kOptional);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void fieldsOfANewerDeskAreIgnored()
    {
        const auto plain = wire::actBodyFromJson(wire::actBodyToJson(fullAct()));
        const auto rich = wire::actBodyFromJson(withUnknownFields(wire::actBodyToJson(fullAct())));
        QVERIFY(plain.has_value() && rich.has_value());
        QVERIFY(*plain == *rich);
    }

    void anActOfANewerDeskIsRefusedAsSuch_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : { "approve", "unknown", "Complete", "complete ", "COMPLETE" })
            QTest::newRow(type) << QString::fromLatin1(type);
    }

    void anActOfANewerDeskIsRefusedAsSuch()
    {
        QFETCH(QString, type);
        const auto read = wire::actBodyFromJson(with("type", type));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, QStringLiteral("act.invalid.type"));
        QCOMPARE(read.error().kind, Error::Kind::Invalid);
    }

    void theMonotonicClockIsAWholeNumberFromNought_data()
    {
        QTest::addColumn<double>("ms");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("nought") << 0.0 << true;
        QTest::newRow("the largest exact") << 9007199254740991.0 << true;
        QTest::newRow("the first inexact") << 9007199254740992.0 << false;
        QTest::newRow("negative") << -1.0 << false;
        QTest::newRow("a fraction") << 0.5 << false;
        QTest::newRow("beyond 64 bits") << 1e19 << false;
    }

    void theMonotonicClockIsAWholeNumberFromNought()
    {
        QFETCH(double, ms);
        QFETCH(bool, accepted);
        const auto read = wire::actBodyFromJson(with("monotonic_ms", ms));
        QCOMPARE(read.has_value(), accepted);
        QVERIFY(!read || double(read->monotonic.count()) == ms);
    }
};

QTEST_GUILESS_MAIN(ActCodecTest)
#include "tst_actcodec.moc"
