// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/attachmentfiles.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace tawasul;

namespace {

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

class AttachmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = makeScratchDirectory();
        m_files.emplace(m_directory->filePath(QStringLiteral("attachments")));
    }

    void aDownloadGoesOnWhereItWasCut()
    {
        const QString name = hashOf(m_content);
        QCOMPARE(m_files->partSize(name), 0);
        QVERIFY(m_files->append(name, 0, m_content.left(1000)));
        m_files.emplace(m_directory->filePath(QStringLiteral("attachments"))); // another day
        QCOMPARE(m_files->partSize(name), 1000);
        QVERIFY(!m_files->pathOf(name));
        QVERIFY(m_files->append(name, 1000, m_content.mid(1000)));
        QVERIFY(m_files->finish(name));
        QFile file(m_files->pathOf(name).value_or(QString()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), m_content);
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(m_files->partSize(name), 0);
    }

    void aPieceAtTheWrongPlaceIsRefused()
    {
        const QString name = hashOf(m_content);
        QVERIFY(m_files->append(name, 0, m_content.left(10)));
        for (const qint64 offset : {0, 9, 11}) {
            const Outcome refused = m_files->append(name, offset, m_content);
            QCOMPARE(refused.error().code, QStringLiteral("attachment.offset"));
        }
        QCOMPARE(m_files->partSize(name), 10);
    }

    void otherBytesThanTheNameSaysNeverBecomeTheFile()
    {
        const QString name = hashOf(m_content);
        QVERIFY(m_files->append(name, 0, m_content + "x"));
        const Outcome finished = m_files->finish(name);
        QCOMPARE(finished.error().kind, Error::Kind::Corrupt);
        QCOMPARE(finished.error().code, QStringLiteral("attachment.wrong_hash"));
        QVERIFY(!m_files->pathOf(name));
        QCOMPARE(m_files->partSize(name), 0);
    }

    void aLargeOneIsCheckedInSlices_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("turns");
        QTest::newRow("less than one") << 1'000 << 1;
        QTest::newRow("one") << 1024 * 1024 << 1;
        QTest::newRow("a byte more") << 1024 * 1024 + 1 << 2;
        QTest::newRow("several") << 3'500'000 << 4;
    }
    void aLargeOneIsCheckedInSlices()
    {
        QFETCH(const int, size);
        QFETCH(const int, turns);
        const QByteArray content = QByteArray(size - 1, 'b') + 'c';
        for (const bool isRight : {true, false}) {
            const QString name = hashOf(isRight ? content : QByteArray("something else"));
            QVERIFY(m_files->append(name, 0, content));
            AttachmentCheck check = m_files->check(name);
            for (int turn = 1; turn < turns; ++turn) {
                QCOMPARE(check.goOn().value_or(true), false);
                QVERIFY(!m_files->pathOf(name));
            }
            const Result<bool> last = check.goOn();
            QCOMPARE(last.value_or(false), isRight);
            QCOMPARE(m_files->pathOf(name).has_value(), isRight);
            QCOMPARE(m_files->partSize(name), 0);
            if (!isRight)
                QCOMPARE(last.error().code, QStringLiteral("attachment.wrong_hash"));
        }
    }

    void whatIsNoHashNamesNoFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("path") << QStringLiteral("../../../../tmp/x");
        QTest::newRow("empty") << QString();
        QTest::newRow("upper case") << hashOf("x").toUpper();
        QTest::newRow("too long") << QString(hashOf("x") + u'0');
        QTest::newRow("NUL") << QString(hashOf("x").chopped(1) + QChar(QChar::Null));
    }

    void whatIsNoHashNamesNoFile()
    {
        QFETCH(QString, name);
        QCOMPARE(m_files->append(name, 0, "x").error().code, QStringLiteral("attachment.name"));
        QCOMPARE(m_files->finish(name).error().code, QStringLiteral("attachment.name"));
        QVERIFY(!m_files->pathOf(name));
        QCOMPARE(m_files->partSize(name), 0);
    }

    void sweepingLeavesWhatIsNamedAndWhatIsNotOurs()
    {
        const QString kept = hashOf("kept");
        const QString gone = hashOf("gone");
        const QString half = hashOf("half");
        for (const char *content : {"kept", "gone"}) {
            const QString name = hashOf(content);
            QVERIFY(m_files->append(name, 0, content) && m_files->finish(name));
        }
        QVERIFY(m_files->append(half, 0, "ha"));
        QFile foreign(m_directory->filePath(QStringLiteral("attachments/README")));
        QVERIFY(foreign.open(QIODevice::WriteOnly));
        QCOMPARE(m_files->sweep({kept}).value(), 2);
        QVERIFY(m_files->pathOf(kept));
        QVERIFY(!m_files->pathOf(gone));
        QCOMPARE(m_files->partSize(half), 0);
        QVERIFY(foreign.exists());
        QCOMPARE(m_files->sweep({kept}).value(), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::optional<AttachmentFiles> m_files;
    const QByteArray m_content = QByteArray(300'000, 'a') + QByteArray("\0\xff", 2);
};

QTEST_GUILESS_MAIN(AttachmentsTest)
#include "tst_attachments.moc"
