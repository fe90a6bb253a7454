// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crypto/signature.h"
#include "models/protocol/centrekeycodec.h"
#include "models/protocol/messages.h"
#include "models/protocol/referencecodec.h"
#include "tests/support/samplereference.h"

#include <QtTest/QTest>

namespace tawasul {

namespace {

SigningKey keyFrom(char seed)
{
    return SigningKey::fromSeed(QByteArray(32, seed)).value();
}

std::vector<CentreKey> twoKeys()
{
    const SigningKey first = keyFrom('a');
    const SigningKey second = keyFrom('b');
    CentreKey newer{centreKeyId(second.publicKey()), second.publicKey(), centreKeyId(first.publicKey()), {}};
    newer.introduction = first.sign(introductionText(newer));
    return {{centreKeyId(first.publicKey()), first.publicKey(), {}, {}}, newer};
}

Result<Reference> decoded(const QByteArray &document)
{
    return wire::parseObject(document, QStringLiteral("reference")).and_then(wire::referenceFromJson);
}

} // namespace

class TestCentreKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // RFC 8032, section 7.1, test 1.
    void signsAsTheStandardDoes()
    {
        const auto key = SigningKey::fromSeed(
            QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        QCOMPARE(key->publicKey().toHex(),
                 QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        QCOMPARE(key->sign({}).toHex(),
                 QByteArray("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555f"
                            "b8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"));
    }

    void refusesWhatIsNotSigned()
    {
        const SigningKey key = keyFrom('a');
        const QByteArray signature = key.sign("text");
        QVERIFY(isSignedBy(key.publicKey(), "text", signature));
        QVERIFY(!isSignedBy(key.publicKey(), "texts", signature));
        QVERIFY(!isSignedBy(keyFrom('b').publicKey(), "text", signature));
        QVERIFY(!isSignedBy(key.publicKey(), "text", signature.first(63)));
        QVERIFY(!isSignedBy({}, "text", signature));
        QVERIFY(!SigningKey::fromSeed("short"));
    }

    void travelsWithTheReferenceData()
    {
        const QByteArray plain = wire::toBytes(sampleReferenceJson());
        const auto reference = decoded(wire::withCentreKeys(plain + '\n', twoKeys()));
        QVERIFY(reference);
        QCOMPARE(reference->keys, twoKeys());
        QVERIFY(isSignedBy(reference->keys.front().publicKey, introductionText(reference->keys.back()),
                           reference->keys.back().introduction));
        QCOMPARE(wire::withCentreKeys(plain, {}), plain);
        QVERIFY(decoded(plain)->keys.empty());
    }

    void aDocumentWithBadKeysIsRefused_data()
    {
        QTest::addColumn<QByteArray>("was");
        QTest::addColumn<QByteArray>("is");
        const QByteArray id = twoKeys().front().id.toLatin1();
        QTest::newRow("the id of another key") << id << QByteArray("0123456789abcdef");
        QTest::newRow("not base64") << QByteArray("\"public_key\":\"") << QByteArray("\"public_key\":\"*");
        QTest::newRow("too long") << QByteArray("\"public_key\":\"") << QByteArray("\"public_key\":\"AAAA");
        QTest::newRow("no introduction") << QByteArray("\"introduction\"") << QByteArray("\"intro\"");
    }
    void aDocumentWithBadKeysIsRefused()
    {
        QFETCH(QByteArray, was);
        QFETCH(QByteArray, is);
        QByteArray document = wire::withCentreKeys(wire::toBytes(sampleReferenceJson()), twoKeys());
        QVERIFY(document.contains(was));
        QVERIFY(decoded(document));
        document.replace(was, is);
        const auto reference = decoded(document);
        QVERIFY(!reference);
        QCOMPARE(reference.error().code, QStringLiteral("wire.malformed"));
    }

    void theTagChangesWithTheVersionAndWithTheKey()
    {
        const auto keys = twoKeys();
        const QString version = QStringLiteral("v");
        QCOMPARE(wire::referenceTag(version, {}), QByteArray("\"v\""));
        QVERIFY(wire::referenceTag(version, keys) != wire::referenceTag(version, {keys.front()}));
        QVERIFY(wire::referenceTag(version, keys) != wire::referenceTag(QStringLiteral("w"), keys));
    }

    void aReceiptHasACodeThatCanBeReadOut()
    {
        wire::Receipt receipt;
        QCOMPARE(receipt.code(), QString());
        receipt.signature = QStringLiteral("abc");
        // SHA-256 of "abc" begins ba7816bf 8f; five bits at a time in Crockford's alphabet.
        QCOMPARE(receipt.code(), QStringLiteral("Q9W1-DFWF"));
        receipt.signature = QStringLiteral("abd");
        QVERIFY(receipt.code() != QStringLiteral("Q9W1-DFWF"));
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestCentreKeys)
#include "tst_centrekeys.moc"
