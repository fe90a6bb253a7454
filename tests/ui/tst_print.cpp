// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sheets of paper: what stands on them, whether others can read them, and how they are asked for.
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "models/domain/identifiers.h"
#include "tests/support/samplecases.h"
#include "ui/casefile/casepane.h"
#include "ui/documents/documentdock.h"
#include "ui/documents/documentpane.h"
#include "ui/print/barcode.h"
#include "ui/print/paperbook.h"
#include "ui/print/printsheet.h"
#include "ui/print/summarypaper.h"
#include "ui/shared/language.h"
#include "ui/shared/note.h"
#include "ui/shared/strip.h"
#include "ui/theme/theme.h"

#define ZX_USE_UTF8 // as its next release is
#include <ZXing/ReadBarcode.h>

using namespace tawasul;

Q_DECLARE_METATYPE(Language)
Q_DECLARE_METATYPE(OpenedCase)

namespace {

constexpr QSizeF kA4(595, 842);

Printing printing(bool training = false)
{
    return {samples::officer().name, samples::ordinary().number, samples::now(), training};
}

CaseSummary summaryOf(const OpenedCase &opened, Language language = Language::Arabic,
                      Numbers numbers = Numbers::Masked)
{
    return caseSummary(opened, printing(), numbers, {language, Digits::European});
}

OpenedCase decided(ActType type = ActType::Complete)
{
    Case theCase = samples::ordinary();
    HistoryEntry entry = theCase.history.back();
    entry.act = ActId(QStringLiteral("0193-decision"));
    entry.type = type;
    entry.reason = QStringLiteral("EXECUTED");
    entry.execution = Execution{QStringLiteral("7700214581"), samples::now()};
    entry.reply = Reply{{}, QStringLiteral("مقدم الطلب: نفيد بنقل معلومات الجواز الجديد إلى هوية مقيم.")};
    theCase.history.push_back(entry);
    theCase.status = CaseStatus::Completed;
    return samples::opened(theCase);
}

OpenedCase withLongEverything()
{
    OpenedCase opened = decided();
    Case &theCase = opened.shown;
    theCase.subject.party.name = QStringLiteral("محمد عبدالرحمن عبدالعزيز ").repeated(12);
    theCase.subject.party.latinName = QStringLiteral("MUHAMMAD ABDURRAHMAN ").repeated(15);
    theCase.beneficiary.name = theCase.subject.party.name;
    theCase.assignee->name = theCase.subject.party.name;
    theCase.history.back().reply->text =
        QStringLiteral("نفيد مقدم الطلب بأن المعاملة عولجت وفق ما هو مبين في السجل.\n").repeated(120);
    return opened;
}

QByteArray pdfOf(const CaseSummary &summary)
{
    PaperBook book;
    book.add(summary);
    return book.close();
}

/// What one of Poppler's programs says of a PDF.
QString told(const QString &program, const QStringList &arguments, const QByteArray &pdf)
{
    QProcess process;
    process.start(program, arguments);
    process.write(pdf);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString textOf(const QByteArray &pdf)
{
    return withoutControls(told(QStringLiteral("pdftotext"),
                                {QStringLiteral("-layout"), QStringLiteral("-"), QStringLiteral("-")}, pdf)
                               .normalized(QString::NormalizationForm_KC));
}

int pagesOf(const QByteArray &pdf)
{
    const QString facts = told(QStringLiteral("pdfinfo"), {QStringLiteral("-")}, pdf);
    static const QRegularExpression kPages(QStringLiteral("^Pages:\\s+(\\d+)$"),
                                           QRegularExpression::MultilineOption);
    return kPages.match(facts).captured(1).toInt();
}

/// A page as Poppler shows it, in grey.
QImage pageOf(const QByteArray &pdf, int page)
{
    QProcess process;
    process.start(QStringLiteral("pdftoppm"),
                  {QStringLiteral("-r"), QStringLiteral("60"), QStringLiteral("-f"),
                   QString::number(page + 1), QStringLiteral("-l"), QString::number(page + 1),
                   QStringLiteral("-gray"), QStringLiteral("-")});
    process.write(pdf);
    process.closeWriteChannel();
    process.waitForFinished();
    return QImage::fromData(process.readAllStandardOutput()).convertToFormat(QImage::Format_Grayscale8);
}

int countBetween(const QImage &grey, int darkest, int lightest, const QRect &where)
{
    int found = 0;
    for (int y = where.top(); y <= where.bottom(); ++y) {
        for (int x = where.left(); x <= where.right(); ++x) {
            const int value = qGray(grey.pixel(x, y));
            found += value >= darkest && value <= lightest ? 1 : 0;
        }
    }
    return found;
}

QString readBars(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    const ZXing::Result result =
        ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::Code128));
    return result.isValid() ? QString::fromStdString(result.text()) : QString();
}

QImage plainPage(QSize size, QColor color)
{
    QImage page(size, QImage::Format_RGB32);
    page.fill(color);
    return page;
}

} // namespace

class PrintTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply({Scheme::Light, 100, true});
        m_words = std::make_unique<Catalogues>(*qApp);
        QVERIFY(!QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty());
    }
    void init() { m_words->use(Language::Arabic); }

    // --- the bars ---

    void theBarsAreReadByAnotherProgram_data()
    {
        QTest::addColumn<QString>("number");
        for (const char *number : {"1448021457", "TW-2026-000123", "7", "1448021457144802145714480214"})
            QTest::newRow(number) << QString::fromLatin1(number);
    }
    void theBarsAreReadByAnotherProgram()
    {
        QFETCH(QString, number);
        OpenedCase opened = decided();
        opened.shown.number = number;
        QCOMPARE(readBars(summaryPicture(summaryOf(opened), 300)), number);
    }

    void whatBarsCannotSayIsLeftToTheDigits()
    {
        for (const QString &number :
             {QString(), QStringLiteral("طلب ١٢"), QString(41, u'1'), QStringLiteral("a\nb")})
            QVERIFY(code128(number).empty());
    }

    // --- the summary ---

    void oneSheetSaysWhatTheCaseIs_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("ar") << Language::Arabic;
        QTest::newRow("en") << Language::English;
    }
    void oneSheetSaysWhatTheCaseIs()
    {
        QFETCH(Language, language);
        m_words->use(language);
        const QByteArray pdf = pdfOf(summaryOf(decided(), language));
        QCOMPARE(pagesOf(pdf), 1);
        QVERIFY(told(QStringLiteral("pdfinfo"), {QStringLiteral("-")}, pdf).contains(QStringLiteral("A4")));
        const QString text = textOf(pdf);
        const QStringList everywhere{QStringLiteral("1448021457"), QStringLiteral("7700214581"),
                                     QStringLiteral("AISHA MUHAMMAD KHAN")};
        for (const QString &part : everywhere)
            QVERIFY2(text.contains(part), qPrintable(part % u" in " % text));
        if (language == Language::English) {
            for (const char *part : {"Request summary", "Official stamp", "Reply to the applicant",
                                     "Service deadline", "22 November 2026", "1448 AH", "Printed by"})
                QVERIFY2(text.contains(QString::fromLatin1(part)), part);
        }
        // Nothing personal where a viewer takes its title from.
        QVERIFY(!told(QStringLiteral("pdfinfo"), {QStringLiteral("-")}, pdf)
                     .contains(QStringLiteral("1448021457")));
    }

    void numbersOfPersonsAreHiddenUnlessAskedFor()
    {
        const QString hidden = textOf(pdfOf(summaryOf(decided())));
        const QString shown = textOf(pdfOf(summaryOf(decided(), Language::Arabic, Numbers::Whole)));
        for (const char *number : {"2123456788", "AB0000171", "2456789011", "966500000017"}) {
            QVERIFY2(!hidden.contains(QString::fromLatin1(number)), number);
            QVERIFY2(shown.contains(QString::fromLatin1(number)), number);
        }
        QVERIFY(hidden.contains(QStringLiteral("6788"))); // the last four
    }

    void itIsNotConfirmedExactlyWhileTheCentreHasNotAcknowledgedIt_data()
    {
        QTest::addColumn<int>("act");
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("unconfirmed");
        const auto row = [](const char *name, ActType act, OutboxState state, bool unconfirmed) {
            QTest::newRow(name) << static_cast<int>(act) << static_cast<int>(state) << unconfirmed;
        };
        row("waiting", ActType::Complete, OutboxState::Waiting, true);
        row("being sent", ActType::Return, OutboxState::Sending, true);
        row("parked", ActType::Reject, OutboxState::Parked, true);
        row("transfer", ActType::Transfer, OutboxState::Waiting, true);
        row("settled", ActType::Complete, OutboxState::Settled, false);
        row("taken back", ActType::Complete, OutboxState::Closed, false);
        row("a note alone", ActType::Note, OutboxState::Waiting, false);
    }
    void itIsNotConfirmedExactlyWhileTheCentreHasNotAcknowledgedIt()
    {
        QFETCH(int, act);
        QFETCH(int, state);
        QFETCH(bool, unconfirmed);
        OpenedCase opened = decided();
        opened.pending = {samples::outboxItem(opened.shown, static_cast<ActType>(act),
                                              static_cast<OutboxState>(state), ParkReason::None)};
        const CaseSummary summary = summaryOf(opened);
        QCOMPARE(summary.unconfirmed, unconfirmed ? QStringLiteral("غير مؤكد") : QString());
        QCOMPARE(!summary.unconfirmedWhy.isEmpty(), unconfirmed);
        // As others see it: the words in the text, and the band in its colour.
        m_words->use(Language::English);
        const CaseSummary english = summaryOf(opened, Language::English);
        QCOMPARE(textOf(pdfOf(english)).contains(QStringLiteral("Not confirmed")), unconfirmed);
        const QImage picture = summaryPicture(english, 50);
        const QRgb band = tokensOf(Scheme::Light).tone(Tone::Warning).background.rgb();
        int found = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                found += picture.pixel(x, y) == band ? 1 : 0;
        }
        QCOMPARE(found > 500, unconfirmed);
        QVERIFY(unconfirmed == !english.stamp.loud.isEmpty());
    }

    void trainingIsSaidBesideWhatIsNotConfirmed()
    {
        OpenedCase opened = decided();
        opened.pending = {
            samples::outboxItem(opened.shown, ActType::Complete, OutboxState::Waiting, ParkReason::None)};
        const CaseSummary summary =
            caseSummary(opened, printing(true), Numbers::Masked, {Language::Arabic, Digits::European});
        const QString training = paperStamp(printing(true), {}).loud;
        QVERIFY(!training.isEmpty());
        QVERIFY2(summary.stamp.loud.contains(training), qPrintable(summary.stamp.loud));
        QVERIFY2(summary.stamp.loud.contains(summary.unconfirmed), qPrintable(summary.stamp.loud));
        QCOMPARE(summaryOf(opened).stamp.loud, summary.unconfirmed);
    }

    // What is hidden in one place of the sheet does not stand open in another.
    void numbersInTheReplyAreMaskedWithTheOthers()
    {
        OpenedCase opened = decided();
        Party &party = opened.shown.subject.party;
        party.passportNumber = QStringLiteral("AB1234567");
        QVERIFY(!party.identifier.isEmpty());
        opened.shown.history.back().reply->text =
            QStringLiteral(
                "رقم الهوية %1 ورقم الزوجة ٢١٢٣-٤٥٦-٧٨٨ والجواز ab1234567، بتاريخ 1448/06/02، العملية 55512.")
                .arg(party.identifier);
        const CaseSummary hidden = summaryOf(opened);
        QVERIFY(!hidden.reply.contains(party.identifier));
        QVERIFY(!hidden.reply.contains(QStringLiteral("٢١٢٣")));
        QVERIFY(!hidden.reply.contains(QStringLiteral("1234567"), Qt::CaseInsensitive));
        QVERIFY(hidden.reply.contains(isolateId(masked(party.identifier))));
        QVERIFY(hidden.reply.contains(masked(QStringLiteral("2123456788"))));
        QVERIFY(hidden.reply.contains(QStringLiteral("1448/06/02")));
        QVERIFY(hidden.reply.contains(QStringLiteral("55512")));
        const CaseSummary whole = summaryOf(opened, Language::Arabic, Numbers::Whole);
        QCOMPARE(whole.reply, opened.shown.history.back().reply->text);
    }

    void withoutAPendingActNothingIsInDoubt() { QVERIFY(summaryOf(decided()).unconfirmed.isEmpty()); }

    void theReceiptSaysWhatItsCheckCameTo_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("proof");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *code, ReceiptProof proof, const char *words) {
            QTest::newRow(name) << QString::fromLatin1(code) << static_cast<int>(proof)
                                << QString::fromLatin1(words);
        };
        row("proven", "K7QM-3T9D", ReceiptProof::Proven, "Verified on this device");
        row("doubtful", "K7QM-3T9D", ReceiptProof::Doubtful, "Could not be verified");
        row("unsigned", "", ReceiptProof::Unsigned, "");
        row("unreadable", "", ReceiptProof::Doubtful, "");
    }
    void theReceiptSaysWhatItsCheckCameTo()
    {
        QFETCH(QString, code);
        QFETCH(int, proof);
        QFETCH(QString, words);
        m_words->use(Language::English);
        OpenedCase opened = decided();
        opened.receipts.emplace(opened.shown.history.back().act,
                                KeptReceipt{code, static_cast<ReceiptProof>(proof)});
        const QString text = textOf(pdfOf(summaryOf(opened, Language::English)));
        QCOMPARE(text.contains(QStringLiteral("Receipt of the central system")), !code.isEmpty());
        QVERIFY2(text.contains(code), qPrintable(text));
        for (const char *said : {"Verified on this device", "Could not be verified"})
            QCOMPARE(text.contains(QString::fromLatin1(said)), words == QString::fromLatin1(said));
    }

    void aDecisionThatWasTakenUpAgainIsNone()
    {
        OpenedCase opened = decided();
        const auto names = [](const CaseSummary &summary) {
            QStringList found;
            for (const Fact &fact : summary.decision)
                found.append(fact.name);
            return found;
        };
        QVERIFY(names(summaryOf(opened)).contains(QStringLiteral("summaryDecision")));
        HistoryEntry entry = opened.shown.history.back();
        entry.type = ActType::Reopen;
        entry.reply.reset();
        opened.shown.history.push_back(entry);
        opened.shown.status = CaseStatus::InProgress;
        const CaseSummary again = summaryOf(opened);
        QCOMPARE(names(again), QStringList{QStringLiteral("summaryStatus")});
        QVERIFY(!again.reply.contains(QStringLiteral("نفيد")));
    }

    void whatHasNoRoomSaysSo_data()
    {
        QTest::addColumn<OpenedCase>("opened");
        QTest::addColumn<bool>("whole");
        QTest::newRow("ordinary") << decided() << true;
        QTest::newRow("long names") << samples::opened(samples::longNames()) << true;
        OpenedCase talkative = decided();
        talkative.shown.history.back().reply->text =
            QStringLiteral("نفيد مقدم الطلب بأن المعاملة عولجت وفق ما هو مبين في السجل. ").repeated(14);
        QTest::newRow("a long reply is set smaller") << talkative << true;
        QTest::newRow("everything long") << withLongEverything() << false;
        OpenedCase endless = withLongEverything();
        endless.shown.history.back().reply->text = QString(20'000, u'م');
        endless.shown.subject.party.name = QString(5'000, u'ع');
        QTest::newRow("words without an end") << endless << false;
    }
    void whatHasNoRoomSaysSo()
    {
        QFETCH(OpenedCase, opened);
        QFETCH(bool, whole);
        const CaseSummary summary = summaryOf(opened);
        QImage sheet((kSheetOfPaper / 10).toSize(), QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter painter(&sheet);
        painter.scale(0.1, 0.1);
        QCOMPARE(paintSummary(painter, QRectF(QPointF(), kSheetOfPaper), summary), whole);
        painter.end();
        const QByteArray pdf = pdfOf(summary);
        QCOMPARE(pagesOf(pdf), 1);
        m_words->use(Language::English);
        CaseSummary english = summaryOf(opened, Language::English);
        english.continued = QStringLiteral("ZZCONTINUED");
        QCOMPARE(textOf(pdfOf(english)).contains(QStringLiteral("ZZCONTINUED")), !whole);
        // The place for the signature is free whatever is above it: a stamp of pure paper and watermark.
        const QRect stamp(60, sheet.height() - 95, 180, 40);
        QCOMPARE(countBetween(sheet, 0, 150, stamp), 0);
    }

    // --- pages of attachments ---

    void theStampIsOnEverySheetAndHidesNothing()
    {
        const PaperStamp stamp = paperStamp(printing(), {Language::Arabic, Digits::European});
        PaperBook book;
        book.add(PaperPage{plainPage({1240, 1754}, Qt::white), stamp.across}, stamp);
        book.add(PaperPage{plainPage({1754, 1240}, Qt::black), stamp.across}, stamp);
        book.add(PaperPage{plainPage({1240, 1754}, Qt::white), stamp.across}, stamp);
        book.add(summaryOf(decided()));
        const QByteArray pdf = book.close();
        QCOMPARE(pagesOf(pdf), 4);
        for (const int page : {0, 2, 3}) {
            const QImage grey = pageOf(pdf, page);
            const QRect middle = grey.rect().adjusted(grey.width() / 5, grey.height() / 5, -grey.width() / 5,
                                                      -grey.height() / 5);
            QVERIFY2(countBetween(grey, 200, 250, middle) > 400, qPrintable(QString::number(page)));
        }
        // White paper stays light, black ink stays black, and a wide page lies across.
        const QImage white = pageOf(pdf, 0);
        QVERIFY(countBetween(white, 0, 190, white.rect().adjusted(20, 20, -20, -60)) == 0);
        const QImage black = pageOf(pdf, 1);
        QVERIFY(black.width() > black.height());
        const QRect inside = black.rect().adjusted(60, 40, -60, -60);
        QCOMPARE(countBetween(black, 0, 10, inside), inside.width() * inside.height());
    }

    void theStampNamesWhoWhenAndWhat()
    {
        const PaperStamp stamp = paperStamp(printing(true), {Language::Arabic, Digits::European});
        for (const QString &part :
             {samples::officer().name, samples::ordinary().number, QStringLiteral("22 نوفمبر 2026 م"),
              QStringLiteral("1448 هـ"), QStringLiteral("10:42")})
            QVERIFY2(stamp.across.contains(part), qPrintable(part));
        QVERIFY(!stamp.loud.isEmpty()); // of training
        QVERIFY(paperStamp(printing(), {}).loud.isEmpty());
    }

    // --- asking ---

    void ctrlPIsForWhatHasTheKeyboard()
    {
        samples::StoppedClock clock(samples::now());
        CasePane pane(*m_theme, clock, clock, {Language::Arabic, Digits::European});
        pane.resize(1400, 900);
        pane.show();
        QSignalSpy summary(&pane, &CasePane::summaryPrintRequested);
        QSignalSpy document(&pane.documents(), &DocumentPane::printRequested);
        auto &key = *pane.findChild<QAction *>(QStringLiteral("keyPrint"));
        QCOMPARE(key.shortcut(), QKeySequence(QStringLiteral("Ctrl+P")));
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        const auto press = [](QWidget &part) {
            QApplication::setActiveWindow(part.window()); // the offscreen platform forgets which one it is
            QWidget *focus = part.window()->focusWidget();
            QTest::keyClick(focus ? focus : part.window(), Qt::Key_P, Qt::ControlModifier);
        };
        press(pane);
        QCOMPARE(summary.size(), 0); // no case

        const Case theCase = samples::ordinary();
        pane.open(samples::opened(theCase), samples::officer());
        const QString sha256 = theCase.attachments.front().sha256;
        auto *act = pane.findChild<QPushButton *>(QStringLiteral("actNote"));
        act->setFocus();
        press(pane);
        QCOMPARE(summary.size(), 1);
        pane.documents().focusPage();
        press(pane);
        QCOMPARE(summary.size() + document.size(), 1); // nothing is shown yet that could be printed
        DocumentState ready;
        ready.kind = DocumentState::Kind::Ready;
        ready.pages.assign(3, kA4);
        pane.documents().setState(sha256, ready);
        pane.documents().focusPage();
        press(pane);
        QCOMPARE(document.size(), 1);
        QCOMPARE(document.front(), (QVariantList{sha256, 3}));
        act->setFocus();
        pane.findChild<QAction *>(QStringLiteral("keyPrintDocument"))->trigger(); // from the menu
        QCOMPARE(document.size(), 2);
        pane.findChild<QAbstractButton *>(QStringLiteral("printSummary"))->click();
        QCOMPARE(summary.size(), 2);
        // In a window of its own the document has the key to itself.
        auto &dock = *pane.findChild<DocumentDock *>(QStringLiteral("documentDock"));
        dock.setOwnWindow(true);
        pane.documents().focusPage();
        press(pane.documents());
        QCOMPARE(document.size(), 3);
        act->setFocus();
        press(pane);
        QCOMPARE(summary.size(), 3);
        dock.setOwnWindow(false);
        act->setFocus();
        press(pane); // and nobody else has that key
        QCOMPARE(summary.size(), 4);
        QCOMPARE(document.size(), 3);
    }

    void aSheetGoesToAPrinterOrAFile()
    {
        QWidget window;
        window.resize(1280, 720);
        window.show();
        auto *sheet = new PrintSheet(*m_theme, {Language::Arabic, Digits::European}, window,
                                     {PrintOffer::What::Summary, QStringLiteral("1448021457"), 0, {}});
        QSignalSpy chosen(sheet, &PrintSheet::printChosen);
        sheet->open();
        auto &printers = *sheet->findChild<QComboBox *>(QStringLiteral("printPrinter"));
        auto &go = *sheet->findChild<QPushButton *>(QStringLiteral("printGo"));
        QCOMPARE(printers.count(), 1);
        const QString save = go.text();
        sheet->setPrinters({{QStringLiteral("hall"), false}, {QStringLiteral("counter-3"), true}});
        QCOMPARE(printers.count(), 3);
        QCOMPARE(printers.currentData().toString(), QStringLiteral("counter-3"));
        QVERIFY(go.text() != save);
        sheet->findChild<QCheckBox *>(QStringLiteral("printWholeNumbers"))->click();
        go.click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<PrintChoice>(),
                 (PrintChoice{QStringLiteral("counter-3"), {}, 0, 0, true}));

        // What was chosen by hand stays when the list comes anew.
        printers.setCurrentIndex(0);
        Q_EMIT printers.activated(0);
        sheet->setPrinters({{QStringLiteral("hall"), false}, {QStringLiteral("counter-3"), true}});
        QCOMPARE(printers.currentData().toString(), QStringLiteral("hall"));
        printers.setCurrentIndex(2);
        QCOMPARE(go.text(), save);
        go.click();
        auto *dialog = sheet->findChild<QFileDialog *>(QStringLiteral("printFile"));
        QVERIFY(dialog);
        QVERIFY(dialog->testOption(QFileDialog::DontConfirmOverwrite));
        const QTemporaryDir folder;
        Q_EMIT dialog->fileSelected(folder.filePath(QStringLiteral("a.pdf")));
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen[1][0].value<PrintChoice>().path, folder.filePath(QStringLiteral("a.pdf")));
        QVERIFY(chosen[1][0].value<PrintChoice>().printer.isEmpty());
    }

    void printersThatAreToldLateChangeNothingUnderTheHand_data()
    {
        QTest::addColumn<int>("reached");
        QTest::addColumn<bool>("hasDefault");
        QTest::addColumn<QString>("chosen");
        const QString file = QStringLiteral("/file");
        QTest::newRow("nothing touched") << 0 << true << QStringLiteral("counter-3");
        QTest::newRow("none is the default") << 0 << false << file;
        QTest::newRow("the chooser passed by") << 1 << true << QStringLiteral("counter-3");
        QTest::newRow("the button has the keyboard") << 2 << true << file;
        QTest::newRow("the pointer is at the button") << 3 << true << file;
        QTest::newRow("a key in the chooser") << 4 << true << file;
        QTest::newRow("the chooser is clicked") << 5 << true << file;
    }
    void printersThatAreToldLateChangeNothingUnderTheHand()
    {
        QFETCH(int, reached);
        QFETCH(bool, hasDefault);
        QFETCH(QString, chosen);
        QWidget window;
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *sheet = new PrintSheet(*m_theme, {Language::Arabic, Digits::European}, window,
                                     {PrintOffer::What::Summary, QStringLiteral("1448021457"), 0, {}});
        sheet->open();
        auto &printers = *sheet->findChild<QComboBox *>(QStringLiteral("printPrinter"));
        auto &go = *sheet->findChild<QPushButton *>(QStringLiteral("printGo"));
        QVERIFY(printers.hasFocus());
        QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
        switch (reached) {
        case 1:
            QTest::keyClick(&printers, Qt::Key_Tab);
            break;
        case 2:
            go.setFocus(Qt::TabFocusReason);
            break;
        case 3:
            QCoreApplication::sendEvent(&go, &enter);
            break;
        case 4:
            QTest::keyClick(&printers, Qt::Key_Down);
            break;
        case 5:
            QTest::mouseClick(&printers, Qt::LeftButton);
            break;
        default:
            break;
        }
        const QString said = go.text();
        sheet->setPrinters({{QStringLiteral("hall"), false}, {QStringLiteral("counter-3"), hasDefault}});
        QCOMPARE(printers.currentData().toString(), chosen);
        QCOMPARE(go.text() == said, chosen == QStringLiteral("/file"));
    }

    void pagesAreCheckedBeforeAnythingIsPrinted_data()
    {
        QTest::addColumn<int>("pages");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::newRow("all") << 12 << QString() << 0 << 11;
        QTest::newRow("one") << 12 << QStringLiteral("٣") << 2 << 2;
        QTest::newRow("range") << 12 << QStringLiteral("2-5") << 1 << 4;
        QTest::newRow("backwards") << 12 << QStringLiteral("5–2") << 1 << 4;
        QTest::newRow("beyond") << 12 << QStringLiteral("2-13") << -1 << -1;
        QTest::newRow("words") << 12 << QStringLiteral("all") << -1 << -1;
        QTest::newRow("long, the first of them") << 400 << QString() << 0 << kMostPages - 1;
        QTest::newRow("too many") << 400 << QStringLiteral("1-200") << -1 << -1;
    }
    void pagesAreCheckedBeforeAnythingIsPrinted()
    {
        QFETCH(int, pages);
        QFETCH(QString, typed);
        QFETCH(int, first);
        QFETCH(int, last);
        QWidget window;
        window.resize(1280, 720);
        window.show();
        auto *sheet = new PrintSheet(*m_theme, {Language::Arabic, Digits::European}, window,
                                     {PrintOffer::What::Attachment, QStringLiteral("1448021457"), pages, {}});
        sheet->setPrinters({{QStringLiteral("hall"), true}});
        QSignalSpy chosen(sheet, &PrintSheet::printChosen);
        sheet->open();
        auto &field = *sheet->findChild<QLineEdit *>(QStringLiteral("printPages"));
        if (!typed.isEmpty())
            field.setText(typed);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(chosen.size(), first < 0 ? 0 : 1);
        if (first < 0) {
            QVERIFY(!field.accessibleDescription().isEmpty());
            return;
        }
        QCOMPARE(chosen[0][0].value<PrintChoice>().first, first);
        QCOMPARE(chosen[0][0].value<PrintChoice>().last, last);
    }

    void whatIsAtThePrinterIsNotGivenUp()
    {
        QWidget window;
        auto *behind = new QLineEdit;
        auto *column = new QVBoxLayout(&window);
        column->addWidget(behind);
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *sheet = new PrintSheet(*m_theme, {Language::Arabic, Digits::European}, window,
                                     {PrintOffer::What::Summary, QStringLiteral("1"), 0, {}});
        QSignalSpy givenUp(sheet, &PrintSheet::givenUp);
        sheet->open();
        sheet->showProgress(0, 1);
        sheet->showHandingOver();
        auto &cancel = *sheet->findChild<QPushButton *>(QStringLiteral("printCancel"));
        QVERIFY(!cancel.isEnabled());
        for (const int key : {int(Qt::Key_Tab), int(Qt::Key_Escape), int(Qt::Key_Backtab)}) {
            QCOMPARE(window.focusWidget(), sheet); // and nothing behind it
            QTest::keyClick(window.focusWidget(), Qt::Key(key));
        }
        QCOMPARE(givenUp.size(), 0);
        QVERIFY(sheet->isVisible());
        sheet->showError(QStringLiteral("x"));
        QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
        QCOMPARE(givenUp.size(), 1);
    }

    // What is under way goes on, and says so; else the question goes with its window.
    void theWindowBehindClosesWhenNothingIsLost()
    {
        QWidget window;
        window.resize(1280, 720);
        window.show();
        QPointer<PrintSheet> sheet =
            new PrintSheet(*m_theme, {Language::Arabic, Digits::European}, window,
                           {PrintOffer::What::Attachment, QStringLiteral("1"), 3, {}});
        QSignalSpy givenUp(sheet, &PrintSheet::givenUp);
        sheet->open();
        sheet->showProgress(0, 3);
        QVERIFY(!sheet->letGo());
        auto &message = *sheet->findChild<Strip *>(QStringLiteral("printMessage"));
        QVERIFY(message.isVisible());
        const QString underWay = message.message();
        sheet->showHandingOver();
        QVERIFY(!sheet->letGo());
        QVERIFY(message.message() != underWay);
        QCOMPARE(givenUp.size(), 0);
        sheet->showError(QStringLiteral("x"));
        QVERIFY(sheet->letGo());
        QCOMPARE(givenUp.size(), 1);
        QTRY_VERIFY(!sheet);
    }

    void whoMayNotShowNumbersIsNotAsked()
    {
        QWidget window;
        window.resize(1280, 720);
        window.show();
        QSet<QString> notes;
        for (const bool may : {true, false}) {
            auto *sheet = new PrintSheet(*m_theme, {Language::Arabic, Digits::European}, window,
                                         {PrintOffer::What::Summary, QStringLiteral("1"), 0, {}, may});
            sheet->open();
            QCOMPARE(sheet->findChild<QCheckBox *>(QStringLiteral("printWholeNumbers"))->isVisible(), may);
            notes.insert(sheet->findChild<Note *>(QStringLiteral("printNote"))->sentence());
            sheet->finish();
        }
        QCOMPARE(notes.size(), 2); // it is explained
    }

    void theKeyboardStaysOnTheSheetAndEscGivesUp()
    {
        QWidget window;
        auto *behind = new QLineEdit;
        auto *column = new QVBoxLayout(&window);
        column->addWidget(behind);
        window.resize(1280, 720);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        behind->setFocus();
        QPointer<PrintSheet> sheet = new PrintSheet(*m_theme, {Language::Arabic, Digits::European}, window,
                                                    {PrintOffer::What::Summary, QStringLiteral("1"), 0, {}});
        QSignalSpy givenUp(sheet, &PrintSheet::givenUp);
        sheet->open();
        for (int step = 0; step < 9; ++step) {
            QVERIFY(sheet->isAncestorOf(window.focusWidget()));
            QTest::keyClick(window.focusWidget(), step < 5 ? Qt::Key_Tab : Qt::Key_Backtab);
        }
        sheet->showProgress(0, 1);
        QCOMPARE(window.focusWidget()->objectName(), QStringLiteral("printCancel")); // all that is left to do
        QVERIFY(!sheet->findChild<QPushButton *>(QStringLiteral("printGo"))->isEnabled());
        sheet->showError(QStringLiteral("x"));
        QVERIFY(sheet->findChild<QPushButton *>(QStringLiteral("printGo"))->isEnabled());
        QCOMPARE(sheet->findChild<Strip *>(QStringLiteral("printMessage"))->message(), QStringLiteral("x"));
        QTest::keyClick(sheet, Qt::Key_Escape);
        QCOMPARE(givenUp.size(), 1);
        QCOMPARE(window.focusWidget(), behind);
        QTRY_VERIFY(!sheet);
    }
};

QTEST_MAIN(PrintTest)
#include "tst_print.moc"
