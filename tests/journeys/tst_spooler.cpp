// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What becomes of sheets at a print server that takes them, refuses them, is not there or does not answer.
#include "app/desk/spooler.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QPointer>
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

    void aFileIsWrittenWholeUnderAFreeName()
    {
        const auto folder = makeScratchDirectory();
        Spooler spooler({});
        QStringList saved;
        const auto save = [&](const QString &path) {
            spooler.save(
                path, QByteArray(5'000, 'x'), std::make_shared<Spooler::Errand>(),
                [&](const Result<QString> &where) { saved.append(where ? *where : where.error().code); });
        };
        const QString wished = folder->filePath(QStringLiteral("طلب.pdf"));
        save(wished);
        QTRY_COMPARE(saved, QStringList{wished});
        save(wished);
        QTRY_COMPARE(saved.size(), 2);
        QCOMPARE(saved.last(), folder->filePath(QStringLiteral("طلب (2).pdf")));
        QCOMPARE(QFileInfo(saved.last()).size(), 5'000);
        QCOMPARE(int(QFileInfo(saved.last()).permissions() & (QFile::ReadOther | QFile::ReadGroup)), 0);
        save(folder->filePath(QStringLiteral("nowhere/x.pdf")));
        QTRY_COMPARE(saved.size(), 3);
        QCOMPARE(saved.last(), QStringLiteral("print.not_saved"));
    }

    void whatIsGivenUpInTimeIsNotThere()
    {
        const auto folder = makeScratchDirectory();
        Spooler spooler({});
        const auto errand = std::make_shared<Spooler::Errand>();
        QVERIFY(errand->giveUp());
        bool answered = false;
        spooler.save(folder->filePath(QStringLiteral("x.pdf")), QByteArray(5'000, 'x'), errand,
                     [&](const Result<QString> &) { answered = true; });
        QTest::qWait(300);
        QVERIFY(!answered);
        QVERIFY(QDir(folder->path()).isEmpty());
        // Too late it is too late: it will be there, and whoever gave up is told so.
        Spooler::Errand late;
        QVERIFY(late.commit());
        QVERIFY(!late.giveUp());
        Spooler::Errand early;
        QVERIFY(early.giveUp());
        QVERIFY(early.giveUp());
        QVERIFY(!early.commit());
    }

    // A program that waits for a dead network ends when it can; nobody waits for it, nor for a file.
    void whoeverLeavesDoesNotWait()
    {
        const auto folder = makeScratchDirectory();
        const QString path = folder->filePath(QStringLiteral("lp"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nexec sleep 30\n");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        auto spooler = std::make_unique<Spooler>(Spooler::Programs{path, path});
        bool hasGone = false; // a small file may be written before
        spooler->findPrinters([](const std::vector<Printer> &) { QFAIL("it has gone"); });
        spooler->print(QStringLiteral("x"), QByteArray(200'000, 'x'),
                       [](const Outcome &) { QFAIL("it has gone"); });
        spooler->save(folder->filePath(QStringLiteral("x.pdf")), QByteArray(5'000'000, 'x'),
                      std::make_shared<Spooler::Errand>(),
                      [&hasGone](const Result<QString> &) { QVERIFY2(!hasGone, "it has gone"); });
        const auto programs = spooler->findChildren<QProcess *>();
        QCOMPARE(programs.size(), 2);
        const QPointer<QProcess> one(programs.front());
        QTRY_COMPARE(one->state(), QProcess::Running);
        QElapsedTimer timer;
        timer.start();
        spooler.reset();
        hasGone = true;
        QVERIFY(timer.elapsed() < 500);
        QTRY_VERIFY(!one); // it was killed, and is no zombie
        QTRY_VERIFY(QFile::exists(folder->filePath(QStringLiteral("x.pdf"))));
    }
};

} // namespace tawasul

QTEST_MAIN(tawasul::TestSpooler)
#include "tst_spooler.moc"
