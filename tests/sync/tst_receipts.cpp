// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "tests/sync/enginestage.h"

#include <QtTest/QTest>

namespace tawasul {

namespace {

bool isPut(const TransportCall &call)
{
    return call.method == "PUT" && call.path.startsWith(QLatin1String("/cases/"));
}

// The same answer with another receipt.
TransportReply withReceipt(TransportReply reply, const std::function<void(QJsonObject &)> &change)
{
    QJsonObject object = wire::parseObject(reply.body, QStringLiteral("answer")).value();
    QJsonObject receipt = object.value(QStringLiteral("receipt")).toObject();
    change(receipt);
    object.insert(QStringLiteral("receipt"), receipt);
    reply.body = wire::toBytes(object);
    return reply;
}

wire::Receipt keptReceipt(EngineStage &stage, const CaseId &id)
{
    std::vector<QByteArray> receipts;
    stage.profile.store().withJournal([&](Journal &journal) { receipts = journal.receipts(id).value(); });
    stage.run();
    const QByteArray last = receipts.empty() ? QByteArray() : receipts.back();
    return wire::parseObject(last, QStringLiteral("receipt")).and_then(wire::receiptFromJson).value();
}

} // namespace

/// An acknowledgement counts when the centre's key proves it.
class TestReceipts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProvenReceiptIsKeptWithItsSignature()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        const ActId note = stage.record(ActType::Note, before.id);
        stage.passMinutes(1);
        QVERIFY(stage.isSettled(note));
        const wire::Receipt receipt = keptReceipt(stage, before.id);
        QCOMPARE(receipt.act, note);
        QVERIFY(!receipt.keyId.isEmpty());
        QCOMPARE(receipt.code().size(), 9);
        const auto opened = stage.profile.wait(stage.profile.desk().readCase(before.id));
        QCOMPARE((*opened)->receipts.at(note).code, receipt.code());
        QVERIFY((*opened)->receipts.at(note).proof == ReceiptProof::Proven);
    }

    void aReceiptThatIsNotProvenSettlesNothing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("no signature") << "signature"
                                      << "";
        QTest::newRow("another signature")
            << "signature" << QString::fromLatin1(QByteArray(64, 'x').toBase64());
        QTest::newRow("no key though one is known") << "key_id"
                                                    << "";
        QTest::newRow("another time") << "at"
                                      << "2020-01-01T00:00:00.000Z";
        QTest::newRow("a key of nobody") << "key_id"
                                         << "0123456789abcdef";
    }
    void aReceiptThatIsNotProvenSettlesNothing()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.spoils = [&](const TransportCall &call, TransportReply &reply) {
            if (isPut(call))
                reply = withReceipt(reply, [&](QJsonObject &receipt) { receipt.insert(field, value); });
        };
        const ActId note = stage.record(ActType::Note, before.id);
        stage.passMinutes(5);
        QVERIFY(!stage.isSettled(note));
        QCOMPARE(stage.status.waiting, 1);
        QVERIFY(stage.itemOf(note)->lastError);
        QVERIFY(stage.itemOf(note)->lastError->code.startsWith(QStringLiteral("receipt.")));
        // The centre comes to its senses: the same act, once.
        stage.centre.spoils = {};
        stage.passMinutes(30);
        QVERIFY(stage.isSettled(note));
        QCOMPARE(stage.centre.effects, std::vector<ActId>{note});
    }

    void aNewKeyCountsWhenAKnownOneIntroducedIt()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.changeKey(2);
        const ActId note = stage.record(ActType::Note, before.id);
        stage.passMinutes(5);
        QVERIFY(stage.isSettled(note));
        // It was asked for once, when a receipt named it, and is known from then on.
        const int asked = stage.centre.count("GET", QStringLiteral("/reference"));
        stage.record(ActType::Note, before.id);
        stage.passMinutes(5);
        QCOMPARE(stage.status.waiting, 0);
        QCOMPARE(stage.centre.count("GET", QStringLiteral("/reference")), asked);
    }

    void aKeyThatNobodyIntroducedIsNotBelieved()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.changeKey(3, false);
        const ActId note = stage.record(ActType::Note, before.id);
        stage.passMinutes(5);
        QVERIFY(!stage.isSettled(note));
        QCOMPARE(stage.itemOf(note)->lastError->code, QStringLiteral("receipt.key_unknown"));
        QVERIFY(stage.status.problem);
    }

    void whatIsBelievedOutlivesTheProgramAndTheCache()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.quit();
        stage.centre.changeKey(4, false); // somebody else's key now, as after the centre was replaced
        stage.signIn();
        const ActId note = stage.record(ActType::Note, before.id);
        stage.passMinutes(5);
        QVERIFY(!stage.isSettled(note));
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestReceipts)
#include "tst_receipts.moc"
