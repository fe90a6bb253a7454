// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>

#include "models/arabic/bidi.h"
#include "tests/support/documentpanetest.h"
#include "ui/documents/attachmentlook.h"
#include "ui/shared/note.h"

using namespace tawasul;

class DocumentsTest : public DocumentPaneTest
{
    Q_OBJECT

private Q_SLOTS:
    void pagesFitAsAsked_data()
    {
        QTest::addColumn<QSizeF>("points");
        QTest::addColumn<QSize>("room");
        QTest::addColumn<PageZoom::Fit>("fit");
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        const QSize room(476, 600);
        QTest::newRow("width") << kA4 << room << PageZoom::Fit::Width << 100 << QSize(476, 674);
        QTest::newRow("page") << kA4 << room << PageZoom::Fit::Page << 100 << QSize(424, 600);
        QTest::newRow("landscape fits by width")
            << QSizeF(842, 595) << room << PageZoom::Fit::Page << 100 << QSize(476, 336);
        QTest::newRow("own size") << kA4 << room << PageZoom::Fit::Free << 100 << QSize(793, 1123);
        QTest::newRow("half") << kA4 << room << PageZoom::Fit::Free << 50 << QSize(397, 561);
        QTest::newRow("unknown stands in as A4")
            << QSizeF() << room << PageZoom::Fit::Width << 100 << QSize(476, 674);
        QTest::newRow("never nothing") << kA4 << QSize(0, 0) << PageZoom::Fit::Page << 100 << QSize(1, 1);
    }
    void pagesFitAsAsked()
    {
        QFETCH(QSizeF, points);
        QFETCH(QSize, room);
        QFETCH(PageZoom::Fit, fit);
        QFETCH(int, percent);
        QFETCH(QSize, size);
        QCOMPARE(pageSize(points, room, {fit, percent}), size);
    }

    void namesAreShownSafely_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("extension");
        QTest::addColumn<bool>("deceptive");
        const QString pdf = QStringLiteral("application/pdf");
        QTest::newRow("ordinary") << QStringLiteral("مستندات.pdf") << pdf << QStringLiteral("PDF") << false;
        QTest::newRow("override") << QStringLiteral("invoice\u202Efdp.exe") << pdf << QStringLiteral("EXE")
                                  << true;
        QTest::newRow("isolate") << QStringLiteral("a\u2067b.pdf") << pdf << QStringLiteral("PDF") << true;
        QTest::newRow("another type") << QStringLiteral("photo.jpg") << pdf << QStringLiteral("JPG") << true;
        QTest::newRow("two extensions")
            << QStringLiteral("a.pdf.exe") << pdf << QStringLiteral("EXE") << true;
        QTest::newRow("two extensions and a point")
            << QStringLiteral("photo.pdf.exe.") << pdf << QStringLiteral("EXE") << true;
        QTest::newRow("two extensions, points and spaces")
            << QStringLiteral("photo.pdf.exe . ..") << pdf << QStringLiteral("EXE") << true;
        QTest::newRow("a point at the end")
            << QStringLiteral("scan.pdf.") << pdf << QStringLiteral("PDF") << false;
        QTest::newRow("nothing but points") << QStringLiteral("....") << pdf << QString() << false;
        for (const auto hidden : {U'\u00AD', U'\u034F', U'\u115F', U'\u1160', U'\u17B4', U'\u2061', U'\u2064',
                                  U'\u206A', U'\u206F', U'\u2800', U'\u3164', U'\uFFA0', U'\uFEFF', U'\u2028',
                                  U'\u0007', U'\U000E0041', U'\U0001D173', U'\u200D', U'\u200C'})
            QTest::addRow("hidden U+%04X", quint32(hidden))
                << QString(u"a." % QStringView(QChar::fromUcs4(hidden)) % u"pdf") << pdf
                << QStringLiteral("PDF") << true;
        QTest::newRow("Persian, joined by its rules")
            << QStringLiteral("می\u200Cخواهم.pdf") << pdf << QStringLiteral("PDF") << false;
        QTest::newRow("the end of a verse")
            << QStringLiteral("آية \u06DD.pdf") << pdf << QStringLiteral("PDF") << false;
        QTest::newRow("wide blanks") << QStringLiteral("photo\u3000\u3000\u00A0\u2003.pdf") << pdf
                                     << QStringLiteral("PDF") << true;
        QTest::newRow("none") << QStringLiteral("scan") << pdf << QString() << false;
        QTest::newRow("empty") << QString() << pdf << QString() << false;
        QTest::newRow("a sentence after a dot")
            << QStringLiteral("صورة. الجواز الجديد") << pdf << QString() << false;
        QTest::newRow("unknown type")
            << QStringLiteral("a.heic") << QStringLiteral("image/heic") << QStringLiteral("HEIC") << false;
    }
    void namesAreShownSafely()
    {
        QFETCH(QString, name);
        QFETCH(QString, type);
        QFETCH(QString, extension);
        QFETCH(bool, deceptive);
        Attachment file;
        file.name = name;
        file.mediaType = type;
        const AttachmentLook look = attachmentLook(file);
        QCOMPARE(look.extension, extension);
        QCOMPARE(look.deceptive, deceptive);
        QVERIFY(!look.name.isEmpty());
        // Nothing but the one isolate around it.
        QVERIFY(!hasBidiControls(QStringView(look.name).sliced(1).chopped(1)));
        QVERIFY(!hasBidiControls(look.spoken));
        QCOMPARE(look.tricks.isEmpty(), !deceptive);
    }

    void tricksOfANameAreToldInWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("content");
        QTest::addColumn<QStringList>("told"); ///< a part of each sentence
        const QString pdf = QStringLiteral("application/pdf");
        const QString jpeg = QStringLiteral("image/jpeg");
        const QString marks = QStringLiteral("رموز مخفية");
        const QString two = QStringLiteral("امتدادان");
        const QString content = QStringLiteral("محتوى الملف");
        QTest::newRow("an override") << QStringLiteral("a\u202Efdp.pdf") << pdf << QString()
                                     << QStringList{marks};
        QTest::newRow("an override that hides a program")
            << QStringLiteral("a\u202Efdp.exe") << pdf << QString()
            << QStringList{QStringLiteral("صُرّح"), marks};
        QTest::newRow("two extensions")
            << QStringLiteral("photo.jpg.pdf") << pdf << QStringLiteral("PDF") << QStringList{two};
        QTest::newRow("the same one twice")
            << QStringLiteral("photo.jpeg.jpg") << jpeg << QStringLiteral("JPEG") << QStringList();
        QTest::newRow("a name with points")
            << QStringLiteral("v1.2.pdf") << pdf << QStringLiteral("PDF") << QStringList();
        QTest::newRow("its end out of sight") << QStringLiteral("photo          .pdf") << pdf << QString()
                                              << QStringList{QStringLiteral("مسافات")};
        QTest::newRow("other content than its name")
            << QStringLiteral("scan.pdf") << pdf << QStringLiteral("JPEG") << QStringList{content};
        QTest::newRow("other content than declared")
            << QStringLiteral("scan") << jpeg << QStringLiteral("PDF") << QStringList{content};
        QTest::newRow("content of a kind without a word")
            << QStringLiteral("scan.pdf") << pdf << QString() << QStringList();
    }
    void tricksOfANameAreToldInWords()
    {
        QFETCH(QString, name);
        QFETCH(QString, type);
        QFETCH(QString, content);
        QFETCH(QStringList, told);
        Attachment file;
        file.name = name;
        file.mediaType = type;
        const AttachmentLook look = attachmentLook(file, content);
        QCOMPARE(look.tricks.size(), told.size());
        for (qsizetype index = 0; index < told.size(); ++index)
            QVERIFY2(look.tricks[index].contains(told[index]), qPrintable(look.tricks[index]));
        if (name.contains(QChar(0x202E)))
            QVERIFY(look.name.contains(QStringLiteral("[RLO]")));
    }

    void nothingOfADocumentStaysOnceTheCaseIsLeft()
    {
        openDocument(2);
        bringPage(0);
        QVERIFY(!canvas().isWaiting());
        m_pane->leave();
        QVERIFY(canvas().isWaiting());
        QVERIFY(canvas().pictureSize(0).isEmpty());
        QVERIFY(m_pane->readings().isEmpty());
        QVERIFY(!part<QWidget>("documentFindings").isVisible());
    }

    void theTypeByContentStandsBesideTheName()
    {
        m_pane->setAttachments(m_files);
        DocumentState state = readyState(1);
        state.foundType = QStringLiteral("PDF");
        m_pane->setState(sha(0), state);
        QCOMPARE(part<QLabel>("documentBadge").text(), QStringLiteral("PDF"));
        QVERIFY(!part<QWidget>("documentTricks").isVisible());
        m_pane->showAttachment(sha(1)); // called .jpg
        m_pane->setState(sha(1), state);
        QCOMPARE(part<QLabel>("documentBadge").text(), QStringLiteral("PDF"));
        QVERIFY(part<QWidget>("documentTricks").isVisible());
        QVERIFY(part<QLabel>("documentTricks").text().contains(QStringLiteral("JPG")));
        QVERIFY(part<QWidget>("documentWarning").isVisible());
    }

    void aFileThatComesIntoViewIsAskedForOnce()
    {
        QSignalSpy shown(m_pane.get(), &DocumentPane::attachmentShown);
        m_pane->setAttachments(m_files);
        QCOMPARE(shown.count(), 1);
        QCOMPARE(shown.first().first().toString(), sha(0));
        m_pane->setAttachments(m_files);
        QCOMPARE(shown.count(), 1);
        part<QAbstractButton>("nextFile").click();
        QCOMPARE(shown.last().first().toString(), sha(1));
        part<QAbstractButton>("nextFile").click();
        QVERIFY(!part<QAbstractButton>("nextFile").isEnabled());
        QCOMPARE(shown.count(), 3);
    }

    void aPageIsWantedInExactlyThePixelsItIsShown()
    {
        m_pane->setAttachments(m_files);
        QCOMPARE(m_wanted->count(), 0);
        m_pane->setState(sha(0), readyState(3));
        QVERIFY(m_wanted->count() >= 1);
        QCOMPARE(m_wanted->last().at(2).toSize(), canvas().devicePixels());
        QVERIFY(canvas().isWaiting());
        m_pane->setPage(sha(0), 0, pagePicture(canvas().devicePixels()));
        QVERIFY(!canvas().isWaiting());
        // The next one is drawn ahead, so that turning needs no wait.
        QCOMPARE(lastPage(), 1);
        m_pane->setPage(sha(0), 1, pagePicture(canvas().devicePixels()));
        m_pane->turnPage(1);
        QVERIFY(!canvas().isWaiting());
        QCOMPARE(part<QLabel>("pageCount").text(), QStringLiteral("صفحة 2 من 3"));
    }

    void aPageForAFileNoLongerShownIsDropped()
    {
        m_pane->setAttachments(m_files);
        m_pane->setState(sha(0), readyState(1));
        m_pane->setState(sha(1), readyState(1));
        m_pane->showAttachment(sha(1));
        m_pane->setPage(sha(0), 0, pagePicture({10, 10}));
        QVERIFY(part<PageCanvas>("pageCanvas").isWaiting());
    }

    void turningStopsAtTheEnds()
    {
        m_pane->setAttachments(m_files);
        m_pane->setState(sha(0), readyState(2));
        m_pane->turnPage(-1);
        QCOMPARE(m_pane->shownPage(), 0);
        m_pane->turnPage(1);
        m_pane->turnPage(1);
        QCOMPARE(m_pane->shownPage(), 1);
        QVERIFY(!part<QAbstractButton>("nextPage").isEnabled());
        QVERIFY(part<QAbstractButton>("previousPage").isEnabled());
    }

    void spaceReadsOnAndOverTheEnd()
    {
        m_pane->setAttachments(m_files);
        m_pane->setState(sha(0), readyState(2));
        m_pane->setZoom({PageZoom::Fit::Free, 100});
        canvas().setFocus();
        int keys = 0;
        while (m_pane->shownPage() == 0 && keys < 10) {
            QTest::keyClick(&canvas(), Qt::Key_Space);
            ++keys;
        }
        QCOMPARE(m_pane->shownPage(), 1);
        QVERIFY(keys >= 2);
        QCOMPARE(canvas().verticalScrollBar()->value(), 0);
    }

    void zoomingAsksForTheNewSize()
    {
        m_pane->setAttachments(m_files);
        m_pane->setState(sha(0), readyState(1));
        const QSize before = canvas().devicePixels();
        part<QAbstractButton>("zoomIn").click();
        QVERIFY(canvas().devicePixels().width() > before.width());
        QCOMPARE(m_wanted->last().at(2).toSize(), canvas().devicePixels());
        part<QAbstractButton>("fitPage").click();
        QVERIFY(canvas().devicePixels().height() <= canvas().viewport()->height());
        part<QAbstractButton>("fitWidth").click();
        QCOMPARE(canvas().devicePixels(), before);
    }

    void aPageTakesTheShapeThatItsPictureTold()
    {
        const QSizeF landscape(842, 595);
        m_pane->setAttachments(m_files);
        m_pane->setState(sha(0), readyState(3));
        const QSize upright = canvas().devicePixels();
        m_wanted->clear();
        m_pane->setPageSize(sha(0), 0, kA4);
        m_pane->setPageSize(sha(0), 0, QSizeF(595.2, 841.9)); // the same paper
        m_pane->setPageSize(sha(0), 3, landscape);
        m_pane->setPageSize(sha(1), 0, landscape);
        m_pane->setPageSize(sha(0), 0, QSizeF());
        QCOMPARE(m_wanted->count(), 0);
        m_pane->setPageSize(sha(0), 0, landscape);
        QCOMPARE(m_wanted->count(), 1);
        QCOMPARE(lastPage(), 0);
        QVERIFY(canvas().devicePixels().width() > canvas().devicePixels().height());
        QCOMPARE(m_wanted->last().at(2).toSize(), canvas().devicePixels());
        // The next one is drawn ahead in its own shape, whatever stands beside it.
        m_pane->setPage(sha(0), 0, pagePicture(canvas().devicePixels()));
        QCOMPARE(lastPage(), 1);
        QCOMPARE(m_wanted->last().at(2).toSize(), upright);
        m_pane->setPageSize(sha(0), 1, landscape);
        QCOMPARE(lastPage(), 1);
        QCOMPARE(m_wanted->last().at(2).toSize(), canvas().devicePixels());
        const QSize wide = canvas().devicePixels();
        m_pane->setPage(sha(0), 1, pagePicture(wide));
        m_pane->turnPage(1);
        QCOMPARE(canvas().devicePixels(), wide);
        QVERIFY(!canvas().isWaiting());
    }

    void aZoomByHandBelongsToItsDocument()
    {
        m_pane->setAttachments(m_files);
        m_pane->setState(sha(0), readyState(2));
        m_pane->setState(sha(1), readyState(1));
        m_pane->zoomStep(-1);
        const PageZoom byHand = canvas().zoom();
        QCOMPARE(byHand.fit, PageZoom::Fit::Free);
        m_pane->turnPage(1);
        QCOMPARE(canvas().zoom(), byHand);
        m_pane->showAttachment(sha(1));
        QCOMPARE(canvas().zoom().fit, PageZoom::Fit::Width);
        m_pane->showAttachment(sha(0));
        QCOMPARE(canvas().zoom(), byHand);
        // Another case, and the same one once more: everything begins anew.
        std::vector<Attachment> others = samples::ordinary().attachments;
        others.front().sha256 = QString(64, u'f');
        m_pane->setAttachments(others);
        m_pane->setState(others.front().sha256, readyState(1));
        QCOMPARE(canvas().zoom().fit, PageZoom::Fit::Width);
        m_pane->setAttachments(m_files);
        m_pane->setState(sha(0), readyState(2));
        QCOMPARE(canvas().zoom().fit, PageZoom::Fit::Width);
    }

    void aFitIsForEveryDocument()
    {
        m_pane->setAttachments(m_files);
        m_pane->setState(sha(0), readyState(1));
        part<QAbstractButton>("fitPage").click();
        m_pane->setState(sha(1), readyState(1));
        m_pane->showAttachment(sha(1));
        QCOMPARE(canvas().zoom().fit, PageZoom::Fit::Page);
        QVERIFY(part<QAbstractButton>("fitPage").isChecked());
        QCOMPARE(m_wanted->last().at(2).toSize(), canvas().devicePixels());
    }

    void noTwoButtonsLookAlike()
    {
        QHash<QString, QImage> looks;
        for (const char *name : {"zoomOut", "zoomIn", "fitWidth", "fitPage", "previousPage", "nextPage"}) {
            const QImage look = part<QAbstractButton>(name).icon().pixmap(24, 24).toImage();
            QVERIFY(!look.isNull());
            for (auto other = looks.begin(); other != looks.end(); ++other)
                QVERIFY2(look != other.value(),
                         qPrintable(QString(other.key() % u" and " % QLatin1String(name))));
            looks.insert(QString::fromLatin1(name), look);
        }
    }

    void pagesNeverMirror()
    {
        QCOMPARE(part<PageCanvas>("pageCanvas").layoutDirection(), Qt::LeftToRight);
        QCOMPARE(m_pane->layoutDirection(), Qt::RightToLeft);
    }

    void eachStateSaysWhatCanBeDone_data()
    {
        QTest::addColumn<DocumentState>("state");
        QTest::addColumn<bool>("retry");
        DocumentState state;
        state.kind = DocumentState::Kind::Failed;
        state.error.code = QStringLiteral("preview.unreadable");
        QTest::newRow("failed") << state << true;
        state = {};
        state.kind = DocumentState::Kind::Away;
        QTest::newRow("waiting") << state << true;
        state.percent = 40;
        QTest::newRow("downloading") << state << false;
        state = {};
        state.kind = DocumentState::Kind::Offline;
        QTest::newRow("offline") << state << false;
    }
    void eachStateSaysWhatCanBeDone()
    {
        QFETCH(DocumentState, state);
        QFETCH(bool, retry);
        m_pane->setAttachments(m_files);
        m_pane->setState(sha(0), state);
        QVERIFY(part<QWidget>("documentCard").isVisible());
        QVERIFY(!part<QLabel>("documentTitle").text().isEmpty());
        // What is known of the file is there to be told to somebody: raw.
        QCOMPARE(part<QLabel>("documentHash").text(), sha(0).left(16));
        QSignalSpy asked(m_pane.get(), &DocumentPane::retryRequested);
        auto *button = m_pane->findChild<QAbstractButton *>(QStringLiteral("documentRetry"));
        QCOMPARE(button != nullptr, retry);
        if (button)
            button->click();
        QCOMPARE(asked.count(), retry ? 1 : 0);
    }

    void anotherCopyIsAskedForWhereItMayHelp_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("offered");
        for (const char *code : {"unreadable", "unknown_type", "encrypted", "too_large", "no_pages", "empty",
                                 "crashed", "timeout", "lied"})
            QTest::newRow(code) << QString(u"preview." % QLatin1StringView(code)) << true;
        for (const char *code : {"file_missing", "worker_missing", "worker_broken"})
            QTest::newRow(code) << QString(u"preview." % QLatin1StringView(code)) << false;
    }
    void anotherCopyIsAskedForWhereItMayHelp()
    {
        QFETCH(QString, code);
        QFETCH(bool, offered);
        m_pane->setAttachments(m_files);
        m_pane->setCopyAllowed(true);
        DocumentState state;
        state.kind = DocumentState::Kind::Failed;
        state.error.code = code;
        m_pane->setState(sha(0), state);
        QSignalSpy asked(m_pane.get(), &DocumentPane::copyRequested);
        auto *button = m_pane->findChild<QAbstractButton *>(QStringLiteral("documentCopy"));
        QCOMPARE(button != nullptr, offered);
        if (!button)
            return;
        button->click();
        QCOMPARE(asked.first().first().toString(), sha(0));
        m_pane->setCopyAllowed(false);
        QVERIFY(!button->isVisible());
        const bool isProtected = code == QStringLiteral("preview.encrypted");
        QVERIFY(part<QWidget>(isProtected ? "documentUnlock" : "documentRetry").isVisible());
        // A code is told of faults, and that a file asks for a password is none.
        QCOMPARE(m_pane->findChild<QWidget *>(QStringLiteral("documentCode")) == nullptr, isProtected);
    }

    void aProtectedFileIsOpenedByItsPassword()
    {
        m_pane->setAttachments(m_files);
        DocumentState state;
        state.kind = DocumentState::Kind::Failed;
        state.error.code = QStringLiteral("preview.encrypted");
        m_pane->setState(sha(0), state);
        QSignalSpy given(m_pane.get(), &DocumentPane::passwordGiven);
        auto &field = part<QLineEdit>("documentPassword");
        QCOMPARE(field.echoMode(), QLineEdit::Password);
        QVERIFY(!part<QAbstractButton>("documentUnlock").isEnabled());
        QVERIFY(!part<QWidget>("documentPasswordRefused").isVisible());
        field.setText(QStringLiteral("1448"));
        part<QAbstractButton>("documentUnlock").click();
        QCOMPARE(given.count(), 1);
        QCOMPARE(given.first().at(0).toString(), sha(0));
        // As a secret, which overwrites itself; nothing of it stays in the field, nor could be brought back.
        QCOMPARE(given.first().at(1).value<std::shared_ptr<const Secret>>()->utf8(), QByteArray("1448"));
        QVERIFY(field.text().isEmpty());
        QVERIFY(!field.isUndoAvailable());

        state.passwordRefused = true;
        m_pane->setState(sha(0), state);
        QTRY_VERIFY(part<QWidget>("documentPasswordRefused").isVisible());
        QTRY_VERIFY(part<QLineEdit>("documentPassword").hasFocus()); // to be typed again
    }

    void whatAFileCarriesIsSaidBesideIt()
    {
        m_pane->setAttachments(m_files);
        m_pane->setState(sha(0), readyState(2));
        QVERIFY(!part<QWidget>("documentFindings").isVisible());
        auto frame = makeFrame<FindingsFrame>(1);
        frame.flags = kFindingScripts | kFindingEncrypted | kFindingPartial;
        frame.scripts = 2;
        m_pane->setFindings(sha(0), *DocumentFindings::from(frame));
        QVERIFY(part<QWidget>("documentFindings").isVisible());
        QCOMPARE(part<Note>("documentFindings").sentence(),
                 QStringLiteral(
                     "يتضمن الملف: برامج نصية: 2، تشفير. لا يُشغَّل شيء من ذلك هنا. تعذّر فحص الملف كاملًا."));
        m_pane->turnAttachment(1); // of another file nothing is known
        QVERIFY(m_files.size() < 2 || !part<QWidget>("documentFindings").isVisible());
    }

    void nothingAttachedIsSaid()
    {
        m_pane->setAttachments({});
        QCOMPARE(part<QLabel>("documentTitle").text(), QStringLiteral("لا توجد مرفقات"));
        QCOMPARE(m_wanted->count(), 0);
    }
};

QTEST_MAIN(DocumentsTest)
#include "tst_documents.moc"
