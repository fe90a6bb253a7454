// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Printing with everything real but the printer, whose place two programs take: pages come from the sealed
// worker, sheets leave through a pipe or as a file, and each of them has its line in the journal first.
#include "models/sql/query.h"
#include "tests/journeys/deskwindow.h"
#include "tests/journeys/realcentre.h"
#include "tests/support/opendirectly.h"
#include "ui/casefile/casepane.h"
#include "ui/documents/documentpane.h"
#include "ui/print/printsheet.h"

#include <QtCore/QBuffer>
#include <QtCore/QDirIterator>
#include <QtCore/QProcess>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace tawasul {

namespace {

constexpr int kPatienceMs = 40'000;

QByteArray threePages()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    QPainter painter(&writer);
    for (int page = 0; page < 3; ++page) {
        painter.fillRect(QRect(100, 100 + 200 * page, 300, 100), Qt::black);
        painter.drawText(100, 80, QStringLiteral("WRITTEN %1").arg(page + 1));
        if (page < 2)
            writer.newPage();
    }
    painter.end();
    return bytes;
}

void writeProgram(const QString &path, const QByteArray &lines)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + lines);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString told(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

bool focusIsIn(const DeskWindow &desk, const char *name)
{
    const QWidget *part = desk.shown(name);
    desk.bringToFront();
    const QWidget *focus = QApplication::focusWidget();
    return part && focus && part->isAncestorOf(focus);
}

void openTheCase(DeskWindow &desk)
{
    QTRY_VERIFY(focusIsIn(desk, "signIn"));
    desk.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(focusIsIn(desk, "worklistPage"), kPatienceMs);
    // Until the first page is here, there is another thing in its place.
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown<QAbstractItemView>("worklistView")
                                 && desk.shown<QAbstractItemView>("worklistView")->model()->rowCount() == 1,
                             kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(focusIsIn(desk, "worklistView"), kPatienceMs);
    desk.press(Qt::Key_Home);
    desk.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(
        desk.shown<QLabel>("pageCount") && !desk.shown<QLabel>("pageCount")->text().isEmpty(), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown<PageCanvas>("pageCanvas")
                                 && !desk.shown<PageCanvas>("pageCanvas")->isWaiting(),
                             kPatienceMs);
}

} // namespace

class TestPrint : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_printer = makeScratchDirectory();
    QByteArray m_pathBefore = qgetenv("PATH");

    // What the journal says was printed.
    QStringList lines(const DeskWindow &desk) const
    {
        QStringList found;
        QDirIterator files(desk.folder(), {QStringLiteral("journal.sqlite")}, QDir::Files,
                           QDirIterator::Subdirectories);
        Database database = openDirectly(files.next());
        auto rows = Query::prepare(
            database,
            QStringLiteral(
                "SELECT what || ' ' || detail FROM audit WHERE what LIKE '%printed' ORDER BY sequence"));
        if (!rows || !rows->exec())
            return {QStringLiteral("the journal cannot be read")};
        while (rows->next().value_or(false))
            found.append(rows->text(0));
        return found;
    }

    // As the desk does when the centre says that it is not on this list any more.
    static void takeTheCaseAway(const DeskWindow &desk)
    {
        desk.window().findChild<CasePane *>()->showError(
            {Error::Kind::NotFound, QStringLiteral("case.unknown"), {}});
    }

private Q_SLOTS:
    void initTestCase()
    {
        writeProgram(m_printer->filePath(QStringLiteral("lpstat")),
                     "echo 'system default destination: counter-3'\necho hall\necho counter-3\n");
        writeProgram(
            m_printer->filePath(QStringLiteral("lp")),
            "cd \"$(dirname \"$0\")\"\n[ -e jam ] && exit 1\necho \"$@\" > job\ncat > printed.pdf.part\nmv "
            "printed.pdf.part printed.pdf\n");
        qputenv("PATH", m_printer->path().toLocal8Bit() + ':' + m_pathBefore);
    }
    void cleanupTestCase() { qputenv("PATH", m_pathBefore); }

    void sheetsLeaveTheHouseWithTheirLineInTheJournal()
    {
        RealCentre centre;
        Case theCase = numberedCase(1);
        const QByteArray pdf = threePages();
        const QString sha256 = centre.keepAttachment(pdf);
        theCase.attachments = {
            {sha256, QStringLiteral("مستندات.pdf"), QStringLiteral("application/pdf"), pdf.size(), {}, {}}};
        centre.take(theCase);
        centre.start();
        DeskWindow desk(centre.address(), sampleOfficer().id.text());
        desk.start();
        openTheCase(desk);

        // The document has the keyboard: its pages two and three go to the printer of the counter.
        desk.shown<DocumentPane>("documentPane")->focusPage();
        QTRY_VERIFY(focusIsIn(desk, "documentPane"));
        desk.press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(desk.shown<PrintSheet>("printSheet"));
        auto *printers = desk.shown<QComboBox>("printPrinter");
        QTRY_COMPARE_WITH_TIMEOUT(printers->currentData().toString(), QStringLiteral("counter-3"),
                                  kPatienceMs);
        desk.shown<QLineEdit>("printPages")->setText(QStringLiteral("2-3"));
        QTest::keyClick(desk.shown<QLineEdit>("printPages"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.shown<PrintSheet>("printSheet"), kPatienceMs);
        const QString printed = m_printer->filePath(QStringLiteral("printed.pdf"));
        QCOMPARE(contentOf(m_printer->filePath(QStringLiteral("job"))).trimmed(),
                 QByteArray("-s -d counter-3 -t Tawasul"));
        const QString facts = told(QStringLiteral("pdfinfo"), {printed});
        QVERIFY2(facts.contains(QRegularExpression(QStringLiteral("Pages:\\s+2\\n"))), qPrintable(facts));
        // Our pixels and nothing of the file: no text of it, and no page beyond those.
        QVERIFY(told(QStringLiteral("pdfimages"), {QStringLiteral("-list"), printed})
                    .count(QStringLiteral("image"))
                >= 2);
        const QString original = m_printer->filePath(QStringLiteral("original.pdf"));
        QFile kept(original);
        QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write(pdf) == pdf.size() && kept.flush());
        const auto textOf = [](const QString &file) {
            return told(QStringLiteral("pdftotext"), {file, QStringLiteral("-")});
        };
        for (const char *words : {"WRITTEN 2", "WRITTEN 3"})
            QVERIFY2(textOf(original).contains(QString::fromLatin1(words)), words);
        QVERIFY2(textOf(printed).contains(theCase.number), "the foot that is ours");
        QVERIFY2(!textOf(printed).contains(QStringLiteral("WRITTEN")), qPrintable(textOf(printed)));
        const auto atPrinter = QStringLiteral("attachment.printed printer %1 pages=2-3").arg(sha256);
        QCOMPARE(lines(desk), QStringList{atPrinter});

        // A printer that refuses is said, and the sheet can go elsewhere.
        QFile(m_printer->filePath(QStringLiteral("jam"))).open(QIODevice::WriteOnly);
        desk.shown<QAbstractButton>("printSummary")->click();
        QTRY_VERIFY(desk.shown<PrintSheet>("printSheet"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.shown<QComboBox>("printPrinter")->count(), 3, kPatienceMs);
        desk.shown<QAbstractButton>("printGo")->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.said("printSheet").contains(QStringLiteral("print.refused")),
                                 kPatienceMs);
        desk.shown<QComboBox>("printPrinter")->setCurrentIndex(2);
        const auto saveTo = [&](const QString &path) {
            desk.shown<QAbstractButton>("printGo")->click();
            auto *dialog = desk.shown<PrintSheet>("printSheet")->findChild<QFileDialog *>();
            QVERIFY(dialog);
            Q_EMIT dialog->fileSelected(path);
            dialog->close();
        };
        saveTo(m_printer->filePath(QStringLiteral("no/such/folder.pdf")));
        QTRY_VERIFY_WITH_TIMEOUT(desk.said("printSheet").contains(QStringLiteral("print.not_saved")),
                                 kPatienceMs);
        QFile there(m_printer->filePath(QStringLiteral("a.pdf")));
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.write("kept");
        there.close();
        saveTo(there.fileName());
        QTRY_VERIFY_WITH_TIMEOUT(!desk.shown<PrintSheet>("printSheet"), kPatienceMs);
        QCOMPARE(contentOf(there.fileName()), QByteArray("kept")); // nothing is overwritten
        const QString saved = m_printer->filePath(QStringLiteral("a (2).pdf"));
        QVERIFY(told(QStringLiteral("pdftotext"), {saved, QStringLiteral("-")}).contains(theCase.number));
        QCOMPARE(QFile::permissions(saved) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(lines(desk),
                 (QStringList{atPrinter, QStringLiteral("case.printed printer"),
                              QStringLiteral("case.printed file"), QStringLiteral("case.printed file")}));

        // The question stays about its case when the screen behind it has none any more.
        desk.shown<QAbstractButton>("printSummary")->click();
        QTRY_VERIFY(desk.shown<PrintSheet>("printSheet"));
        const auto picture = [&] { return desk.shown("printPicture")->grab().toImage(); };
        const QImage empty = picture();
        QTRY_VERIFY_WITH_TIMEOUT(picture() != empty, kPatienceMs);
        const QImage masked = picture();
        takeTheCaseAway(desk);
        desk.shown<QAbstractButton>("printWholeNumbers")->click();
        QTRY_VERIFY_WITH_TIMEOUT(picture() != masked, kPatienceMs);
        desk.shown<QAbstractButton>("printWholeNumbers")->click();
        QTRY_VERIFY_WITH_TIMEOUT(picture() == masked, kPatienceMs);
        desk.shown<QAbstractButton>("printCancel")->click();
        desk.quit();
    }
};

} // namespace tawasul

QTEST_MAIN(tawasul::TestPrint)
#include "tst_print.moc"
