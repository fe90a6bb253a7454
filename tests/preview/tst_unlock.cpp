// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/previewfixtures.h"
#include "tests/support/previewrig.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace tawasul;
namespace fx = tawasul::fixtures;

/// Documents that ask for a password.
class PreviewUnlockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensByThePasswordAlone_data();
    void opensByThePasswordAlone();
    void staysOpenForWhateverIsAskedNext();
    void mayBeTriedAgainAndAgain();
    void isAskedForAgainOnceForgotten();
    void isNotKeptWhenForgottenWhileItOpens_data();
    void isNotKeptWhenForgottenWhileItOpens();
    void staysOpenWhileItIsShown();
    void takesItsPagesAlongWhenItIsLeftAlone();
    void outlivesItsWorker();
    void aDocumentWithoutOneOpensWithAny();

private:
    [[nodiscard]] PageRequest requestFor(const QByteArray &document);

    static PreviewSettings settings();
    QTemporaryDir m_folder;
};

namespace {

const QString kEncrypted = QStringLiteral("preview.encrypted");

QString verdict(const Result<DocumentFacts> &answer)
{
    return answer ? QStringLiteral("open") : answer.error().code;
}

} // namespace

PreviewSettings PreviewUnlockTest::settings()
{
    PreviewSettings settings;
    settings.program = QStringLiteral(TAWASUL_PREVIEW_PROGRAM);
    return settings;
}

PageRequest PreviewUnlockTest::requestFor(const QByteArray &document)
{
    PageRequest request;
    request.sha256 =
        QString::fromLatin1(QCryptographicHash::hash(document, QCryptographicHash::Sha256).toHex());
    request.path = m_folder.filePath(request.sha256);
    if (QFile file(request.path); file.open(QIODevice::WriteOnly))
        file.write(document);
    return request;
}

void PreviewUnlockTest::opensByThePasswordAlone_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("verdict");
    const QByteArray today = fx::encryptedPdf("secret");
    const QString open = QStringLiteral("open");
    QTest::newRow("the right one") << today << QStringLiteral("secret") << open;
    QTest::newRow("its owner's") << today << QStringLiteral("owner") << open;
    QTest::newRow("a wrong one") << today << QStringLiteral("Secret") << kEncrypted;
    QTest::newRow("none") << today << QString() << kEncrypted;
    QTest::newRow("one longer than any") << today << QString(2000, u'x') << kEncrypted;
    QTest::newRow("an Arabic one") << fx::encryptedPdf("كلمة السر") << QStringLiteral("كلمة السر") << open;
    QTest::newRow("a wrong Arabic one")
        << fx::encryptedPdf("كلمة السر") << QStringLiteral("كلمة") << kEncrypted;
    QTest::newRow("an old one") << fx::encryptedPdfOfOld("secret") << QStringLiteral("secret") << open;
    QTest::newRow("an old one with accents")
        << fx::encryptedPdfOfOld("caf\xe9") << QStringLiteral("café") << open;
}

void PreviewUnlockTest::opensByThePasswordAlone()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, password);
    PreviewRig rig(settings());
    const PageRequest request = requestFor(document);
    QCOMPARE(verdictOf(rig.page(request)), kEncrypted);
    const auto answer = rig.unlock(request, password);
    QTEST(verdict(answer), "verdict");
    const bool opens = answer.has_value();
    QCOMPARE(verdictOf(rig.page(request)), opens ? QStringLiteral("page") : kEncrypted);
    if (opens)
        QCOMPARE(*answer, (DocumentFacts{DocumentKind::Pdf, 1, true}));
}

void PreviewUnlockTest::staysOpenForWhateverIsAskedNext()
{
    PreviewRig rig(settings());
    const PageRequest request = requestFor(fx::encryptedPdf("secret"));
    QCOMPARE(verdict(rig.unlock(request, QStringLiteral("secret"))), QStringLiteral("open"));
    const PreviewAnswer page = rig.page(request);
    QVERIFY(page.has_value());
    QVERIFY(page->encrypted);
    QVERIFY(qGray(page->image.pixel(20, 20)) < 10); // the upper half is black: it was deciphered
    const auto findings = rig.findings(request);
    QVERIFY(findings.has_value());
    QVERIFY(findings->has(kFindingEncrypted) && !findings->isPartial());
    QCOMPARE(verdict(rig.facts(request)), QStringLiteral("open"));
}

void PreviewUnlockTest::mayBeTriedAgainAndAgain()
{
    PreviewRig rig(settings());
    const PageRequest request = requestFor(fx::encryptedPdf("secret"));
    for (quint32 i = 0; i < 2 * kMaximumUnlocks + 1; ++i) // more than one worker is patient enough for
        QCOMPARE(verdict(rig.unlock(request, QString::number(i))), kEncrypted);
    QCOMPARE(verdict(rig.unlock(request, QStringLiteral("secret"))), QStringLiteral("open"));
    QVERIFY(rig.page(request).has_value());
    QCOMPARE(verdict(rig.unlock(request, QStringLiteral("secret"))), QStringLiteral("open"));
}

void PreviewUnlockTest::isAskedForAgainOnceForgotten()
{
    PreviewRig rig(settings());
    const PageRequest request = requestFor(fx::encryptedPdf("secret"));
    QCOMPARE(verdict(rig.unlock(request, QStringLiteral("secret"))), QStringLiteral("open"));
    QVERIFY(rig.page(request).has_value());
    rig.host().forget(request.sha256);
    QCOMPARE(verdictOf(rig.page(request)), kEncrypted);
}

void PreviewUnlockTest::isNotKeptWhenForgottenWhileItOpens_data()
{
    QTest::addColumn<bool>("all");
    QTest::addColumn<bool>("begun");
    QTest::newRow("the document, before a worker begins") << false << false;
    QTest::newRow("the document, while a worker tries") << false << true;
    QTest::newRow("everything, before a worker begins") << true << false;
    QTest::newRow("everything, while a worker tries") << true << true;
}

// Whoever typed it has left meanwhile: it must not be open for whoever comes next.
void PreviewUnlockTest::isNotKeptWhenForgottenWhileItOpens()
{
    QFETCH(bool, all);
    QFETCH(bool, begun);
    PreviewRig rig(settings());
    const PageRequest request = requestFor(fx::encryptedPdf("secret"));
    QTRY_COMPARE(childProcesses().size(), std::size_t(1)); // a spare is ready
    QTest::qWait(200);
    bool answered = false;
    rig.host().unlock({request.sha256, request.path, PagePriority::Visible},
                      Secret::of(QStringLiteral("secret")),
                      [&answered](const Result<DocumentFacts> &) { answered = true; });
    if (begun)
        QTest::qWait(2); // some of these rounds meet the worker at it
    if (all)
        rig.host().forgetAll();
    else
        rig.host().forget(request.sha256);
    QTest::qWait(500);
    QCOMPARE(answered, !all); // nobody waits any more
    QCOMPARE(verdictOf(rig.page(request)), kEncrypted);
}

// Somebody reads a long page: the next one does not ask for the password again.
void PreviewUnlockTest::staysOpenWhileItIsShown()
{
    PreviewSettings hasty = settings();
    hasty.patience.idle = std::chrono::milliseconds(200);
    PreviewRig rig(hasty);
    PageRequest request = requestFor(fx::encryptedPdf("secret"));
    rig.host().setShown(request.sha256);
    QCOMPARE(verdict(rig.unlock(request, QStringLiteral("secret"))), QStringLiteral("open"));
    QTest::qWait(2'500); // passwords are looked at again each second
    request.fitInto = {33, 33};
    QCOMPARE(verdictOf(rig.page(request)), QStringLiteral("page"));
    rig.host().setShown({});
    QTest::qWait(2'500);
    request.fitInto = {34, 34};
    QCOMPARE(verdictOf(rig.page(request)), kEncrypted);
}

void PreviewUnlockTest::takesItsPagesAlongWhenItIsLeftAlone()
{
    PreviewSettings hasty = settings();
    hasty.patience.idle = std::chrono::milliseconds(200);
    PreviewRig rig(hasty);
    const PageRequest request = requestFor(fx::encryptedPdf("secret"));
    QCOMPARE(verdict(rig.unlock(request, QStringLiteral("secret"))), QStringLiteral("open"));
    QCOMPARE(verdictOf(rig.page(request)), QStringLiteral("page"));
    QTest::qWait(2'500);
    QCOMPARE(verdictOf(rig.page(request)), kEncrypted);
}

void PreviewUnlockTest::outlivesItsWorker()
{
    PreviewSettings tired = settings();
    tired.patience.processor = std::chrono::milliseconds(0); // each worker is replaced after one answer
    PreviewRig rig(tired);
    PageRequest request = requestFor(fx::encryptedPdf("secret"));
    QCOMPARE(verdict(rig.unlock(request, QStringLiteral("secret"))), QStringLiteral("open"));
    for (int side = 10; side < 60; side += 10) {
        request.fitInto = {side, side};
        QVERIFY(rig.page(request).has_value());
    }
}

void PreviewUnlockTest::aDocumentWithoutOneOpensWithAny()
{
    PreviewRig rig(settings());
    QCOMPARE(verdict(rig.unlock(requestFor(fx::plainPdf()), QStringLiteral("any"))), QStringLiteral("open"));
    const PageRequest picture = requestFor(fx::encoded(fx::twoColours({9, 9}), "png"));
    QCOMPARE(verdict(rig.unlock(picture, QStringLiteral("any"))), QStringLiteral("open"));
}

QTEST_MAIN(PreviewUnlockTest)
#include "tst_unlock.moc"
