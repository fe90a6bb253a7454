// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/clippedtexts.h"
#include "tests/tour/tourindex.h"
#include "ui/shared/elidedlabel.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include <algorithm>

using namespace tawasul;

namespace {

constexpr QSize kSmallest{1280, 720};

// Each run of this program takes the language of its locale; CTest runs it under both.
Language languageHere()
{
    return QLocale::system().language() == QLocale::Arabic ? Language::Arabic : Language::English;
}

std::vector<TourPicture> picturesHere()
{
    std::vector<TourPicture> pictures = tourPictures();
    std::erase_if(pictures,
                  [](const TourPicture &picture) { return picture.look.language != languageHere(); });
    return pictures;
}

bool isBlank(const QImage &image)
{
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 4) {
        for (int x = 0; x < image.width(); x += 4)
            colors.insert(image.pixel(x, y));
    }
    return colors.size() < 8;
}

/// Notes what becomes a window of its own, if only for a moment: that takes the keyboard from the one at
/// work. Menus and the like are none, and a document has one by choice.
class WindowsSeen : public QObject
{
public:
    QStringList names;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Show || !watched->isWidgetType())
            return false;
        const auto *widget = static_cast<QWidget *>(watched);
        const Qt::WindowType type = widget->windowType();
        const bool isMeant = widget->objectName() == u"documentWindow";
        if (widget->isWindow() && !isMeant && (type == Qt::Window || type == Qt::Widget))
            names.append(QString::fromLatin1(widget->metaObject()->className()) + u' '
                         + widget->objectName());
        return false;
    }
};

} // namespace

class TourTest : public QObject
{
    Q_OBJECT

    Tour m_tour{*qApp};

private Q_SLOTS:
    void everyPictureHasANameOfItsOwn()
    {
        static const QRegularExpression plain(
            QStringLiteral("^[a-z-]+-(ar|en)-(light|dark|contrast)-\\d+(-text\\d+)?"
                           "\\.png$"));
        QSet<QString> names;
        for (const TourPicture &picture : tourPictures()) {
            QVERIFY2(plain.match(picture.fileName()).hasMatch(), qPrintable(picture.fileName()));
            QVERIFY2(!names.contains(picture.fileName()), qPrintable(picture.fileName()));
            names.insert(picture.fileName());
        }
        QVERIFY(names.size() > 250);
    }

    void theIndexNamesEveryPictureAndNoOtherPlace()
    {
        const std::vector<TourPicture> pictures = tourPictures();
        const QString page = QString::fromUtf8(tourPage(pictures));
        QVERIFY(page.contains(QStringLiteral("dir=\"rtl\"")));
        QVERIFY(!page.contains(QStringLiteral("//")));
        QCOMPARE(page.count(QStringLiteral("<div")), page.count(QStringLiteral("</div>")));
        for (const TourPicture &picture : pictures)
            QVERIFY2(page.contains(QString(u"<a href=\"" % picture.fileName() % u'"')),
                     qPrintable(picture.fileName()));
        QCOMPARE(QJsonDocument::fromJson(tourList(pictures)).array().size(),
                 static_cast<qsizetype>(pictures.size()));
    }

    void everyStateIsReachedAndClipsNoText_data()
    {
        QTest::addColumn<int>("at");
        const std::vector<TourPicture> pictures = picturesHere();
        for (int at = 0; at < static_cast<int>(pictures.size()); ++at) {
            const TourPicture &picture = pictures[static_cast<std::size_t>(at)];
            if (picture.look.scheme == Scheme::Light && picture.look.textPercent == 100)
                QTest::newRow(qPrintable(picture.fileName())) << at;
        }
    }
    void everyStateIsReachedAndClipsNoText()
    {
        QFETCH(int, at);
        const TourPicture picture = picturesHere().at(static_cast<std::size_t>(at));
        WindowsSeen windows;
        qApp->installEventFilter(&windows);
        m_tour.visit(picture, [&](TourStage &stage) {
            stage.settle();
            QCOMPARE(windows.names.join(u'\n'), QStringLiteral("QStackedWidget window"));
            QCOMPARE(stage.window().size(), picture.look.size);
            const QStringList clipped = clippedTexts(stage.window());
            QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
        });
    }

    void aPictureIsSavedInItsSizeTwiceTheSame_data()
    {
        QTest::addColumn<int>("at");
        const std::vector<TourPicture> pictures = picturesHere();
        for (const char *state : {"signin-wrong", "worklist-normal", "case-long-names", "document-zoomed",
                                  "sheet-complete", "outbox-many", "conflicts-several", "user-menu"}) {
            const auto found =
                std::find_if(pictures.begin(), pictures.end(), [&](const TourPicture &picture) {
                    return picture.state == QLatin1StringView(state) && picture.look.scheme == Scheme::Dark;
                });
            QVERIFY(found != pictures.end());
            QTest::newRow(state) << static_cast<int>(found - pictures.begin());
        }
    }
    void aPictureIsSavedInItsSizeTwiceTheSame()
    {
        QFETCH(int, at);
        const TourPicture picture = picturesHere().at(static_cast<std::size_t>(at));
        const QTemporaryDir folder;
        const QString file = folder.filePath(picture.fileName());
        QVERIFY(m_tour.take(picture).save(file));
        QFile first(file);
        QVERIFY(first.open(QIODevice::ReadOnly));
        const QByteArray bytes = first.readAll();
        first.close();
        const QImage image(file);
        QCOMPARE(image.size(), picture.look.size);
        QVERIFY(!isBlank(image));
        QVERIFY(m_tour.take(picture).save(file));
        QFile second(file);
        QVERIFY(second.open(QIODevice::ReadOnly));
        QVERIFY(second.readAll() == bytes);
    }

    void aTextWithoutRoomIsFound()
    {
        QWidget window;
        window.resize(kSmallest);
        QLabel narrow(QStringLiteral("a text that does not fit"), &window);
        narrow.setGeometry(0, 0, 20, 30);
        QLabel outside(QStringLiteral("beyond"), &window);
        outside.setGeometry(kSmallest.width() - 10, 0, 200, 30);
        QLabel well(QStringLiteral("well"), &window);
        well.setGeometry(0, 100, 400, 30);
        ElidedLabel shortened(TextRole::Value, QStringLiteral("a name that is shortened"), Qt::ElideRight,
                              &window);
        shortened.setGeometry(0, 200, 80, 30);
        ElidedLabel low(TextRole::Value, QStringLiteral("a name without height"), Qt::ElideRight, &window);
        low.setGeometry(0, 300, 400, 5);
        window.show();
        QCOMPARE(clippedTexts(window).size(), 3);
    }
};

int main(int argc, char **argv)
{
    useTourScreen();
    QApplication app(argc, argv);
    TourTest test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tour.moc"
