// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A receipt that lies here is believed for its signature, and a key for who introduced it.
#include "models/protocol/jsonreader.h"
#include "models/store/receiptproof.h"
#include "tests/envelope/sampleenvelope.h"

#include <QtTest/QTest>

using namespace tawasul;

namespace {

const ActId kAct(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-000000000001"));
const CaseId kCase(QStringLiteral("case-1"));

CentreKey introduced(char letter, char by)
{
    CentreKey key = publishedKey(keyFromLetter(letter));
    key.introducedBy = publishedKey(keyFromLetter(by)).id;
    key.introduction = keyFromLetter(by).sign(introductionText(key));
    return key;
}

QString namesOf(const std::vector<CentreKey> &keys)
{
    QString names;
    for (const CentreKey &key : keys) {
        for (const char letter : {'a', 'b', 'c', 'd'}) {
            if (key.publicKey == keyFromLetter(letter).publicKey())
                names += QLatin1Char(letter);
        }
    }
    return names;
}

} // namespace

class ReceiptProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsBelievedForWhoIntroducedIt_data()
    {
        QTest::addColumn<std::vector<CentreKey>>("keys");
        QTest::addColumn<QString>("believed");
        const CentreKey first = publishedKey(keyFromLetter('a'));
        QTest::newRow("none") << std::vector<CentreKey>() << QString();
        QTest::newRow("the first as it comes") << std::vector{first} << QStringLiteral("a");
        QTest::newRow("a chain") << std::vector{first, introduced('b', 'a'), introduced('c', 'b')}
                                 << QStringLiteral("abc");
        QTest::newRow("nobody's") << std::vector{first, publishedKey(keyFromLetter('b'))}
                                  << QStringLiteral("a");
        QTest::newRow("of one that nobody introduced")
            << std::vector{first, publishedKey(keyFromLetter('b')), introduced('c', 'b'),
                           introduced('d', 'a')}
            << QStringLiteral("ad");
        CentreKey forged = introduced('b', 'a');
        forged.publicKey = keyFromLetter('c').publicKey();
        QTest::newRow("other bytes under its name") << std::vector{first, forged} << QStringLiteral("a");
        CentreKey renamed = first;
        renamed.id = QStringLiteral("0123456789abcdef");
        QTest::newRow("a name that its bytes do not have") << std::vector{renamed} << QString();
    }
    void aKeyIsBelievedForWhoIntroducedIt()
    {
        QFETCH(const std::vector<CentreKey>, keys);
        QTEST(namesOf(introducedKeys(keys)), "believed");
    }

    void aReceiptIsBelievedForItsSignature_data()
    {
        using Change = std::function<void(wire::Receipt &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<ReceiptProof>("proof");
        using Proof = ReceiptProof;
        const auto row = [](const char *name, Proof proof, const Change &change) {
            QTest::newRow(name) << change << proof;
        };
        row("as it came", Proof::Proven, [](auto &) {});
        row("another version", Proof::Doubtful, [](auto &r) { ++r.version; });
        row("another time", Proof::Doubtful, [](auto &r) { r.at += std::chrono::seconds(1); });
        row("another act's", Proof::Doubtful,
            [](auto &r) { r = signedReceipt(ActId(QStringLiteral("x")), kCase, keyFromLetter('a')); });
        row("on another case", Proof::Doubtful,
            [](auto &r) { r = signedReceipt(kAct, CaseId(QStringLiteral("x")), keyFromLetter('a')); });
        row("by a key of nobody", Proof::Doubtful,
            [](auto &r) { r = signedReceipt(kAct, kCase, keyFromLetter('d')); });
        row("no signature", Proof::Doubtful, [](auto &r) { r.signature.clear(); });
        row("half a signature", Proof::Doubtful, [](auto &r) { r.signature.chop(4); });
        row("none was to be had", Proof::Unsigned, [](auto &r) {
            r.signature.clear();
            r.keyId.clear();
        });
    }
    void aReceiptIsBelievedForItsSignature()
    {
        QFETCH(const std::function<void(wire::Receipt &)>, change);
        QFETCH(const ReceiptProof, proof);
        wire::Receipt receipt = signedReceipt(kAct, kCase, keyFromLetter('a'));
        change(receipt);
        const KeptReceipt kept = checkReceipt(wire::toBytes(wire::toJson(receipt)), kAct, kCase,
                                              {publishedKey(keyFromLetter('a'))});
        QVERIFY(kept.proof == proof);
        QCOMPARE(kept.code, receipt.code());
    }

    void whatIsNoReceiptProvesNothing()
    {
        for (const char *bytes : {"", "{}", "[1]", "{\"act_id\":7}"})
            QVERIFY((checkReceipt(bytes, kAct, kCase, {}) == KeptReceipt{{}, ReceiptProof::Doubtful}));
    }
};

QTEST_GUILESS_MAIN(ReceiptProofTest)
#include "tst_receiptproof.moc"
