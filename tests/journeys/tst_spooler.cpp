// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What becomes of sheets at a print server that takes them, refuses them, is not there or does not answer.
#include "app/desk/spooler.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tawasul {

class TestSpooler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySheetHasOneAnswer_data()
    {
        QTest::addColumn<QByteArray>("program");
        QTest::addColumn<QString>("code");
        QTest::newRow("taken") << QByteArray("cat > /dev/null") << QString();
        QTest::newRow("refused") << QByteArray("cat > /dev/null; exit 1") << QStringLiteral("print.refused");
        QTest::newRow("killed") << QByteArray("kill -9 $$") << QStringLiteral("print.refused");
        QTest::newRow("silent") << QByteArray("exec sleep 30") << QStringLiteral("print.no_answer");
        QTest::newRow("not there") << QByteArray() << QStringLiteral("print.no_spooler");
    }
    void everySheetHasOneAnswer()
    {
        QFETCH(QByteArray, program);
        QFETCH(QString, code);
        const auto folder = makeScratchDirectory();
        const QString path = folder->filePath(QStringLiteral("lp"));
        if (QFile file(path); !program.isEmpty()) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("#!/bin/sh\n" + program + '\n');
            file.close();
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        }
        QStringList answers;
        Spooler spooler({path, {}}, std::chrono::milliseconds(1'500));
        QElapsedTimer timer;
        timer.start();
        spooler.print(QStringLiteral("counter-3"), QByteArray(200'000, 'x'),
                      [&](const Outcome &taken) { answers.append(taken ? QString() : taken.error().code); });
        QTRY_COMPARE_WITH_TIMEOUT(answers, QStringList{code}, 10'000);
        // The program has ended with it, and told nothing more.
        QTRY_VERIFY_WITH_TIMEOUT(spooler.findChildren<QProcess *>().isEmpty(), 10'000);
        QVERIFY(timer.elapsed() < 20'000);
        QCOMPARE(answers.size(), 1);
    }
};

} // namespace tawasul

QTEST_MAIN(tawasul::TestSpooler)
#include "tst_spooler.moc"
