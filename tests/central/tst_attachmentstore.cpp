// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/attachments/attachmentstore.h"
#include "tests/support/childprocess.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <csignal>
#include <sys/resource.h>

using namespace tawasul;

namespace {

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

/// Files named by what they hold, and by nothing else.
class AttachmentStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsStoredIsFoundByItsHash_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("small") << QByteArray("%PDF-1.7");
        QTest::newRow("with every byte") << QByteArray("\0\n\r\xff", 4).repeated(100'000);
    }
    void whatIsStoredIsFoundByItsHash()
    {
        QFETCH(QByteArray, bytes);
        const AttachmentStore store(root());
        for (int twice = 0; twice < 2; ++twice) {
            const auto hash = store.store(bytes);
            QVERIFY(hash);
            QCOMPARE(*hash, hashOf(bytes));
            const auto path = store.pathOf(*hash);
            QVERIFY(path);
            QFile file(*path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), bytes);
            QCOMPARE(file.permissions()
                         & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                     QFile::Permissions());
        }
        QCOMPARE(files().size(), 1); // no second copy, nothing left aside
    }

    void aFileOfTheWrongLengthIsWrittenAnew()
    {
        const AttachmentStore store(root());
        const QString hash = store.store("the whole").value_or({});
        QFile file(store.pathOf(hash).value_or({}));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("the w");
        file.close();
        QVERIFY(store.store("the whole"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("the whole"));
    }

    void onlyAHashBecomesAPath_data()
    {
        QTest::addColumn<QString>("name");
        const QString hash = hashOf("secret");
        QTest::newRow("nothing") << QString();
        QTest::newRow("never stored") << hashOf("other");
        QTest::newRow("capitals") << hash.toUpper();
        QTest::newRow("shorter") << hash.left(63);
        QTest::newRow("longer") << QString(hash % u'0');
        QTest::newRow("a folder above") << QStringLiteral("../central.sqlite");
        QTest::newRow("an absolute path") << QStringLiteral("/etc/passwd");
        QTest::newRow("as long as a hash") << QString(QStringLiteral("../").repeated(21) % u'x');
        QTest::newRow("a hash with a way out") << QString(hash.left(58) % QStringLiteral("/../ab"));
        QTest::newRow("a NUL") << QString(hash % QChar(0));
        QTest::newRow("Arabic digits") << QString(64, QChar(0x0661));
    }
    void onlyAHashBecomesAPath()
    {
        QFETCH(QString, name);
        const AttachmentStore store(root());
        QVERIFY(store.store("secret"));
        const auto path = store.pathOf(name);
        QVERIFY(!path);
        QCOMPARE(path.error().kind, Error::Kind::NotFound);
        QCOMPARE(path.error().code, QStringLiteral("attachment.missing"));
    }

    void aDiskThatRefusesIsSaid()
    {
        QFile inTheWay(root());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto stored = AttachmentStore(root()).store("bytes");
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, Error::Kind::Storage);
        QCOMPARE(stored.error().code, QStringLiteral("attachment.folder"));
    }

    void aWriteThatIsCutLeavesNothing()
    {
        const QByteArray bytes(100'000, 'x');
        const ChildEnd end = runInChild([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{50'000, 50'000};
            if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
                return 1;
            const auto stored = AttachmentStore(root()).store(bytes);
            if (stored || stored.error().code != QLatin1String("attachment.write"))
                return 2;
            return 0;
        });
        QCOMPARE(end.exitCode, 0);
        QVERIFY(!AttachmentStore(root()).pathOf(hashOf(bytes)));
        QCOMPARE(files(), QStringList());
    }

private:
    [[nodiscard]] QString root() const { return m_folder->filePath(QStringLiteral("attachments")); }

    [[nodiscard]] QStringList files() const
    {
        QStringList found;
        QDirIterator walk(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext())
            found.append(walk.next());
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(AttachmentStoreTest)
#include "tst_attachmentstore.moc"
