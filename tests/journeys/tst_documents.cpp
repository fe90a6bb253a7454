// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A long document with everything real: fetched from the centre, opened by the sealed worker, read by keys,
// and found again as it was left.
#include "tests/journeys/deskwindow.h"
#include "tests/journeys/realcentre.h"
#include "ui/documents/documentpane.h"
#include "ui/shared/note.h"
#include "ui/shared/strip.h"

#include <QtCore/QBuffer>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace tawasul {

namespace {

constexpr int kPatienceMs = 40'000;
constexpr int kPages = 40;

QByteArray longPdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    QPainter painter(&writer);
    for (int page = 1; page <= kPages; ++page) {
        painter.fillRect(QRect(40, 40, 10 * page, 60), Qt::black);
        if (page < kPages)
            writer.newPage();
    }
    painter.end();
    return bytes;
}

// Two pages of text with one that is a picture between them.
QByteArray writtenPdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    QPainter painter(&writer);
    painter.setFont(QFont(QStringLiteral("Noto Sans Arabic UI"), 14));
    const QRect room(0, 0, writer.width(), writer.height());
    painter.drawText(room, QStringLiteral("طلب تحديث بيانات جواز السفر باسم أحمد بن محمد"));
    writer.newPage();
    painter.fillRect(QRect(40, 40, 200, 60), Qt::black);
    writer.newPage();
    painter.drawText(room, QStringLiteral("صورة الإقامة\nالاسم: أحمد بن محمد"));
    painter.end();
    return bytes;
}

// A page on its head, and one with nothing on it.
QByteArray oddPdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    QPainter painter(&writer);
    painter.setFont(QFont(QStringLiteral("Noto Sans Arabic UI"), 14));
    painter.save();
    painter.translate(writer.width(), writer.height());
    painter.rotate(180);
    painter.drawText(QRect(0, 0, writer.width(), writer.height()),
                     QStringLiteral("طلب تحديث بيانات جواز السفر باسم أحمد بن محمد العتيبي\n").repeated(9));
    painter.restore();
    writer.newPage();
    painter.end();
    return bytes;
}

// A letter as it comes from a scanner, upside down.
QByteArray scannedOnItsHead()
{
    QImage paper(1240, 1754, QImage::Format_RGB32);
    paper.fill(QColor(248, 247, 243));
    QPainter painter(&paper);
    QFont font(QStringLiteral("Noto Sans Arabic UI"));
    font.setPixelSize(30);
    painter.setFont(font);
    QTextOption option(Qt::AlignRight);
    option.setTextDirection(Qt::RightToLeft);
    painter.drawText(
        QRectF(120, 140, 1000, 1500),
        QStringLiteral("نأمل التكرم بالموافقة على تمديد تأشيرة الخروج والعودة للعامل المذكور أعلاه، "
                       "ونرفق لكم صورة من جواز السفر وهوية مقيم رقم 448210.\n")
            .repeated(7),
        option);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    paper.transformed(QTransform().rotate(180)).save(&buffer, "jpeg", 80);
    return bytes;
}

bool focusIsIn(const DeskWindow &desk, const char *name)
{
    const QWidget *part = desk.shown(name);
    desk.bringToFront();
    const QWidget *focus = QApplication::focusWidget();
    return part && focus && (part == focus || part->isAncestorOf(focus));
}

QString pageCount(const DeskWindow &desk)
{
    const auto *label = desk.shown<QLabel>("pageCount");
    return label ? label->text() : QString();
}

PageCanvas *canvas(const DeskWindow &desk)
{
    return desk.shown<PageCanvas>("pageCanvas");
}

void openTheCase(DeskWindow &desk)
{
    QTRY_VERIFY(focusIsIn(desk, "signIn"));
    desk.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(focusIsIn(desk, "worklistView"), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown<QAbstractItemView>("worklistView")->model()->rowCount() == 1,
                             kPatienceMs);
    desk.press(Qt::Key_Home);
    desk.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!pageCount(desk).isEmpty(), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(canvas(desk) && !canvas(desk)->isWaiting(), kPatienceMs);
    QTRY_VERIFY(focusIsIn(desk, "casePane"));
}

} // namespace

class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLongDocumentIsFoundAgainAsItWasLeft()
    {
        RealCentre centre;
        Case theCase = numberedCase(1);
        const QByteArray pdf = longPdf();
        theCase.attachments = {{centre.keepAttachment(pdf),
                                QStringLiteral("مستندات.pdf"),
                                QStringLiteral("application/pdf"),
                                pdf.size(),
                                {},
                                {}}};
        centre.take(theCase);
        centre.start();
        DeskWindow desk(centre.address(), sampleOfficer().id.text());
        desk.start();
        openTheCase(desk);
        QCOMPARE(pageCount(desk), QStringLiteral("صفحة 1 من 40"));
        QCOMPARE(desk.shown<QLabel>("documentBadge")->text(), QStringLiteral("PDF"));

        desk.press(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *number =
            QApplication::activePopupWidget()->findChild<QLineEdit *>(QStringLiteral("goToNumber"));
        QTest::keyClicks(number, QStringLiteral("31"));
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(pageCount(desk), QStringLiteral("صفحة 31 من 40"));
        QTRY_VERIFY_WITH_TIMEOUT(!canvas(desk)->isWaiting(), kPatienceMs);
        QTRY_VERIFY(focusIsIn(desk, "casePane")); // the popover has given the keyboard back
        desk.press(Qt::Key_F8);
        QTRY_VERIFY_WITH_TIMEOUT(!canvas(desk)->isWaiting(), kPatienceMs);
        QVERIFY(canvas(desk)->pictureSize(30).width() > canvas(desk)->pictureSize(30).height());
        desk.press(Qt::Key_PageDown);
        desk.press(Qt::Key_PageUp);
        QTRY_VERIFY_WITH_TIMEOUT(!canvas(desk)->isWaiting(), kPatienceMs);

        // Small pictures of what is in sight come through the same worker.
        desk.press(Qt::Key_F9);
        auto *strip = desk.shown<QAbstractItemView>("thumbnailStrip");
        QVERIFY(strip);
        QTRY_VERIFY_WITH_TIMEOUT(!strip->currentIndex().data(Qt::UserRole).value<QImage>().isNull(),
                                 kPatienceMs);

        desk.quit(); // at once: what was read last is written down all the same
        desk.start();
        openTheCase(desk);
        QCOMPARE(pageCount(desk), QStringLiteral("صفحة 31 من 40"));
        QVERIFY(canvas(desk)->devicePixels().width() > canvas(desk)->devicePixels().height());
        QTRY_VERIFY_WITH_TIMEOUT(canvas(desk)->pictureSize(30) == canvas(desk)->devicePixels(), kPatienceMs);
        desk.quit();
    }

    void whatIsKnownOfPagesIsSaid()
    {
        RealCentre centre;
        Case theCase = numberedCase(1);
        const QByteArray pdf = oddPdf();
        theCase.attachments = {{centre.keepAttachment(pdf),
                                QStringLiteral("مستندات.pdf"),
                                QStringLiteral("application/pdf"),
                                pdf.size(),
                                {},
                                {}}};
        centre.take(theCase);
        centre.start();
        DeskWindow desk(centre.address(), sampleOfficer().id.text());
        desk.start();
        openTheCase(desk);
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown<Strip>("uprightOffer"), kPatienceMs);
        QCOMPARE(desk.shown<Strip>("uprightOffer")->message(), QStringLiteral("هذه الصفحة مقلوبة."));
        desk.press(Qt::Key_F8, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!desk.shown<Strip>("uprightOffer"));
        const auto isMarked = [&desk] {
            return canvas(desk)->accessibleName().contains(QStringLiteral("شبه فارغة"));
        };
        QVERIFY(!isMarked());
        desk.press(Qt::Key_PageDown);
        QTRY_VERIFY_WITH_TIMEOUT(isMarked(), kPatienceMs);
        QTRY_VERIFY(!canvas(desk)->isWaiting());
        desk.quit();
    }

    // Nothing is written on it that could be selected: only its picture tells.
    void aScanThatLiesIsOfferedToBeTurned()
    {
        RealCentre centre;
        Case theCase = numberedCase(1);
        const QByteArray jpeg = scannedOnItsHead();
        theCase.attachments = {{centre.keepAttachment(jpeg),
                                QStringLiteral("صورة.jpg"),
                                QStringLiteral("image/jpeg"),
                                jpeg.size(),
                                {},
                                {}}};
        centre.take(theCase);
        centre.start();
        DeskWindow desk(centre.address(), sampleOfficer().id.text());
        desk.start();
        openTheCase(desk);
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown<Strip>("uprightOffer"), kPatienceMs);
        QCOMPARE(desk.shown<Strip>("uprightOffer")->message(), QStringLiteral("يبدو أن هذه الصفحة مقلوبة."));
        desk.press(Qt::Key_F8, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!desk.shown<Strip>("uprightOffer"));
        desk.quit();
    }

    void wordsAreFoundInAnySpellingAndCopied()
    {
        RealCentre centre;
        Case theCase = numberedCase(1);
        const QByteArray pdf = writtenPdf();
        theCase.attachments = {{centre.keepAttachment(pdf),
                                QStringLiteral("مستندات.pdf"),
                                QStringLiteral("application/pdf"),
                                pdf.size(),
                                {},
                                {}}};
        centre.take(theCase);
        centre.start();
        DeskWindow desk(centre.address(), sampleOfficer().id.text());
        desk.start();
        openTheCase(desk);
        desk.press(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(focusIsIn(desk, "findBar"));
        desk.shown<QLineEdit>("findWords")->insert(QStringLiteral("احمد"));
        const auto *count = desk.shown<QLabel>("findCount");
        QTRY_COMPARE_WITH_TIMEOUT(count->text(), QStringLiteral("1 من 2"), kPatienceMs);
        QCOMPARE(desk.shown<Note>("findNote")->sentence(),
                 QStringLiteral("صفحة واحدة مصوّرة لا يمكن البحث فيها."));
        desk.press(Qt::Key_F3);
        QCOMPARE(count->text(), QStringLiteral("2 من 2"));
        QCOMPARE(pageCount(desk), QStringLiteral("صفحة 3 من 3"));
        desk.press(Qt::Key_Escape);
        QTRY_VERIFY(focusIsIn(desk, "pageCanvas"));
        QTRY_COMPARE_WITH_TIMEOUT(canvas(desk)->selectedText(), QStringLiteral("أحمد"), kPatienceMs);
        desk.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("أحمد"));
        desk.press(Qt::Key_A, Qt::ControlModifier);
        desk.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("صورة الإقامة\nالاسم: أحمد بن محمد"));
        desk.quit();
    }
};

} // namespace tawasul

QTEST_MAIN(tawasul::TestDocuments)
#include "tst_documents.moc"
