// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is drawn before anybody looks: the work of the real worker is counted, and that nothing is drawn
// twice.
#include "app/desk/documentflow.h"
#include "models/sync/transport.h"
#include "tests/support/deskprofile.h"
#include "tests/support/previewfixtures.h"
#include "tests/support/previewrig.h"
#include "ui/shared/note.h"
#include "ui/theme/theme.h"

#include <QtCore/QCryptographicHash>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include <ctime>

namespace tawasul {

namespace {

namespace fx = fixtures;

constexpr int kPatienceMs = 30'000;
constexpr QSize kPaper(595, 842);

class NoLine final : public Transport
{
public:
    CallId send(TransportCall, Answer) override { return 0; }
    void stop(CallId) override {}
};

constexpr double kStallMs = 100;

/// The longest that this thread has worked without coming back to its events; the machine's other work is not
/// counted.
class Busiest
{
public:
    Busiest() { m_waited.start(); }

    void note()
    {
        const double now = worked();
        m_longest = std::max(m_longest, now - m_last);
        m_last = now;
    }
    [[nodiscard]] double milliseconds() const { return m_longest; }
    [[nodiscard]] qint64 waited() const { return m_waited.elapsed(); }

private:
    static double worked()
    {
        timespec used = {};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
    }

    QElapsedTimer m_waited;
    double m_last = worked();
    double m_longest = 0;
};

PreviewSettings settings()
{
    PreviewSettings settings;
    settings.program = QStringLiteral(TAWASUL_PREVIEW_PROGRAM);
    return settings;
}

} // namespace

class TestReadAhead : public QObject
{
    Q_OBJECT

private:
    Attachment keep(const QByteArray &bytes)
    {
        Attachment file;
        file.sha256 =
            QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        file.name = QStringLiteral("مستند.pdf");
        file.mediaType = QStringLiteral("application/pdf");
        file.size = bytes.size();
        AttachmentFiles &files = m_profile->store().attachments();
        if (!files.append(file.sha256, 0, bytes) || !files.finish(file.sha256))
            return {};
        return file;
    }
    // From here on documents are opened by one that lies as they say.
    void useLyingWorker()
    {
        m_flow.reset();
        PreviewSettings lying;
        lying.program = QStringLiteral(TAWASUL_LYING_WORKER);
        m_rig = std::make_unique<PreviewRig>(lying);
        m_flow = std::make_unique<DocumentFlow>(m_profile->desk(), m_profile->store(), *m_engine,
                                                m_rig->host(), *m_pane);
    }
    PageCanvas &canvas() const { return *m_pane->findChild<PageCanvas *>(QStringLiteral("pageCanvas")); }
    int drawn() const { return m_rig->host().tally().drawn; }
    bool isSeen(const Attachment &file) const
    {
        return m_pane->shownAttachment() == file.sha256 && !canvas().isWaiting()
            && canvas().pictureSize(canvas().current()) == canvas().devicePixels();
    }

    std::unique_ptr<DeskProfile> m_profile;
    NoLine m_line;
    SystemRandom m_random;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<PreviewRig> m_rig;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DocumentPane> m_pane;
    std::unique_ptr<DocumentFlow> m_flow;

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<DeskProfile>();
        QVERIFY(m_profile->open());
        Executor &room = m_profile->scheduler().makeExecutor();
        m_engine = std::make_unique<SyncEngine>(m_profile->store(), m_line, room, room, m_profile->clock(),
                                                m_random);
        m_rig = std::make_unique<PreviewRig>(settings());
        m_theme = std::make_unique<Theme>(*qApp);
        m_pane = std::make_unique<DocumentPane>(*m_theme, DisplayLocale{});
        m_pane->resize(500, 640);
        m_pane->show();
        m_flow = std::make_unique<DocumentFlow>(m_profile->desk(), m_profile->store(), *m_engine,
                                                m_rig->host(), *m_pane);
    }
    void cleanup()
    {
        m_flow.reset();
        m_pane.reset();
        m_theme.reset();
        m_rig.reset();
        m_engine.reset();
        m_profile.reset();
    }

    void theNextPageFileAndCaseAreDrawnOnceBeforeTheyAreSeen_data()
    {
        QTest::addColumn<QSize>("paper");
        QTest::addColumn<PageZoom::Fit>("fit");
        QTest::addColumn<int>("quarters");
        for (const auto &[name, fit] :
             {std::pair("width", PageZoom::Fit::Width), std::pair("page", PageZoom::Fit::Page)}) {
            for (const int quarters : {0, 1}) {
                const auto row = [&name = name, quarters](const char *paper) {
                    return QByteArray(QByteArray(paper) + " by " + name + (quarters == 0 ? "" : ", turned"));
                };
                QTest::newRow(row("A4").constData()) << QSize(595, 842) << fit << quarters;
                QTest::newRow(row("a photograph").constData()) << QSize(600, 800) << fit << quarters;
                QTest::newRow(row("lying").constData()) << QSize(842, 595) << fit << quarters;
                QTest::newRow(row("long").constData()) << QSize(300, 1700) << fit << quarters;
            }
        }
    }
    void theNextPageFileAndCaseAreDrawnOnceBeforeTheyAreSeen()
    {
        QFETCH(QSize, paper);
        QFETCH(PageZoom::Fit, fit);
        QFETCH(int, quarters);
        Case now = numberedCase(1);
        Case next = numberedCase(2);
        now.attachments = {keep(fx::plainPdf(paper, 2)), keep(fx::plainPdf(paper))};
        next.attachments = {keep(fx::plainPdf(paper) + "% another file")};
        const Attachment &first = now.attachments.front();
        DocumentReading turned;
        turned.turn = quarters;
        DocumentReadings left;
        for (const Attachment &each : now.attachments)
            left.insert(each.sha256, turned);
        m_pane->setChoices({{QStringLiteral("passport"), QStringLiteral("جواز السفر"), true}});
        m_pane->setZoom({fit, 100});
        m_pane->setAttachments(now.attachments, left);
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(first), kPatienceMs);
        const DocumentReadings leftNext{{next.attachments.front().sha256, turned}};
        m_flow->readAhead(next, leftNext);
        // The first page, once; the second one; the other file; the next case.
        QTRY_COMPARE_WITH_TIMEOUT(drawn(), 4, kPatienceMs);
        m_pane->turnPage(1);
        QVERIFY(isSeen(first)); // in the same frame
        m_pane->turnAttachment(1);
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(now.attachments.back()), kPatienceMs);
        m_pane->setAttachments(next.attachments, leftNext);
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(next.attachments.front()), kPatienceMs);
        QCOMPARE(drawn(), 4); // all of it had been there
        QVERIFY(m_rig->host().tally().remembered >= 2);
    }

    // Sixteen million pixels, which take longer to turn than an officer takes for a pause.
    void aLargePageIsTurnedWithoutStoppingTheWindow()
    {
        Case now = numberedCase(1);
        now.attachments = {keep(fx::plainPdf({640, 900}))};
        const Attachment &file = now.attachments.front();
        m_pane->setAttachments(now.attachments);
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(file), kPatienceMs);
        m_pane->setZoom({PageZoom::Fit::Free, 400});
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(file), kPatienceMs);
        QVERIFY(canvas().pictureSize(0).width() * canvas().pictureSize(0).height() > 16'000'000);
        const int before = drawn();
        for (int quarters = 1; quarters <= 4; ++quarters) {
            Busiest busiest;
            m_pane->findChild<QAction *>(QStringLiteral("keyTurnRight"))->trigger();
            busiest.note();
            QVERIFY(!isSeen(file));
            while (!isSeen(file) && busiest.waited() < kPatienceMs) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
                busiest.note();
            }
            QVERIFY(isSeen(file));
            QCOMPARE(m_pane->readings().value(file.sha256).turns.empty(), quarters == 4);
            QVERIFY2(busiest.milliseconds() < kStallMs, qPrintable(QString::number(busiest.milliseconds())));
        }
        QCOMPARE(drawn(), before); // the picture was there, only lying otherwise
    }

    // What nobody survived looking into is not taken for harmless.
    void whatCouldNotBeExaminedIsSaid()
    {
        useLyingWorker();
        auto *note = m_pane->findChild<Note *>(QStringLiteral("documentFindings"));
        Case now = numberedCase(1);
        now.attachments = {keep("pdf exit " + QByteArray::number(quint32(FrameKind::Findings)) + " 3")};
        m_pane->setAttachments(now.attachments);
        QTRY_VERIFY_WITH_TIMEOUT(!canvas().isWaiting(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!note->sentence().isEmpty(), kPatienceMs);
        QVERIFY(!canvas().isWaiting());
    }

    // A file that does not open can be left, and given up: its worker goes.
    void nobodyHasToWaitForAFile()
    {
        useLyingWorker();
        Case now = numberedCase(1);
        now.attachments = {keep("silence " + QByteArray::number(quint32(FrameKind::Opened))),
                           keep("honest 0")};
        m_pane->setAttachments(now.attachments);
        auto *stop = m_pane->findChild<QAbstractButton *>(QStringLiteral("stopWaiting"));
        QVERIFY(!stop->isVisible()); // most files are there by then
        QTRY_VERIFY_WITH_TIMEOUT(stop->isVisible(), 4'000);
        m_pane->turnAttachment(1);
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(now.attachments.back()), kPatienceMs);
        QVERIFY(!stop->isVisible());
        m_pane->turnAttachment(-1);
        QTRY_VERIFY_WITH_TIMEOUT(stop->isVisible(), 4'000);
        stop->click();
        auto *title = m_pane->findChild<QLabel *>(QStringLiteral("documentTitle"));
        QVERIFY(title && title->isVisible());
        QVERIFY(!stop->isVisible());
        QElapsedTimer timer;
        timer.start();
        m_pane->turnAttachment(1);
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(now.attachments.back()), kPatienceMs);
        // Nothing was told of the file that was given up, which takes eight seconds to be told by itself.
        QVERIFY(timer.elapsed() < 4'000);
    }

    // Out of sight it is not waited for; back in sight it is opened all the same.
    void whatWasHiddenWhileItOpenedIsOpened()
    {
        Case now = numberedCase(1);
        now.attachments = {keep(fx::plainPdf(kPaper))};
        m_pane->setAttachments(now.attachments);
        m_pane->hide();
        QTest::qWait(200);
        m_pane->show();
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(now.attachments.front()), kPatienceMs);
    }

    void whatOneOfficerLookedAtIsGoneForTheNext()
    {
        Case now = numberedCase(1);
        now.attachments = {keep(fx::plainPdf(kPaper))};
        const Attachment &file = now.attachments.front();
        m_pane->setAttachments(now.attachments);
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(file), kPatienceMs);
        const QSize seen = canvas().pictureSize(0);
        m_flow.reset(); // signed out
        const int before = drawn();
        PageRequest same;
        same.sha256 = file.sha256;
        same.path = m_profile->store().attachments().pathOf(file.sha256).value();
        same.fitInto = seen;
        QVERIFY(m_rig->page(same).has_value());
        QCOMPARE(drawn(), before + 1); // not remembered
    }

    void aCaseThatLeavesTakesItsPagesWithIt()
    {
        Case gone = numberedCase(1);
        Case kept = numberedCase(2);
        gone.attachments = {keep(fx::plainPdf(kPaper))};
        kept.attachments = {keep(fx::plainPdf(kPaper) + "% another file")};
        for (const Case &each : {gone, kept}) {
            m_flow->readAhead(each, {});
            const int before = drawn();
            QTRY_COMPARE_WITH_TIMEOUT(drawn(), before + 1, kPatienceMs);
        }
        Q_EMIT m_profile->store().notifier().caseRemoved(gone.id);
        const int before = drawn();
        m_flow->readAhead(kept, {});
        m_flow->readAhead(gone, {});
        QTRY_COMPARE_WITH_TIMEOUT(drawn(), before + 1, kPatienceMs);
        QTest::qWait(200);
        QCOMPARE(drawn(), before + 1); // the one that stayed was remembered
    }

    void whatIsNotHereYetIsNotDrawn()
    {
        Case now = numberedCase(1);
        Attachment away;
        away.sha256 = QString(64, u'a');
        now.attachments = {keep(fx::plainPdf(kPaper)), away};
        m_pane->setAttachments(now.attachments);
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(now.attachments.front()), kPatienceMs);
        m_flow->readAhead(numberedCase(2), {});
        QTest::qWait(300);
        QCOMPARE(drawn(), 1);
    }
};

} // namespace tawasul

QTEST_MAIN(tawasul::TestReadAhead)
#include "tst_readahead.moc"
