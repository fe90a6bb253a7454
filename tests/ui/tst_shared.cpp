// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include "ui/shared/button.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/filterchip.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/statuschip.h"
#include "ui/shared/strip.h"
#include "ui/shared/syncwords.h"
#include "ui/shared/textarea.h"
#include "ui/shared/textfield.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

using namespace tawasul;

namespace {

// Distance of the first and last inked columns from the left and right edge, by looking at what is drawn.
struct Ruler
{
    int left = -1;
    int right = -1;

    explicit Ruler(const QImage &image)
    {
        const QRgb ground = image.pixel(0, 0);
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixel(x, y) == ground)
                    continue;
                left = left < 0 ? x : left;
                right = image.width() - 1 - x;
                break;
            }
        }
    }
};

constexpr int kRoom = 400;
constexpr int kBearing = 3; // the side bearing of a glyph may keep ink this far from its edge

} // namespace

class SharedTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

    static void texts()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Arabic") << QStringLiteral("عبدالرحمن بن ناصر");
        QTest::newRow("digits") << QStringLiteral("1023456789");
        QTest::newRow("Latin") << QStringLiteral("MUHAMMAD KHAN");
        QTest::newRow("isolated") << QStringLiteral("\u2066+966 55 123 4567\u2069");
        QTest::newRow("Latin first") << QStringLiteral("PDF مرفق");
    }

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void labelsKeepToTheStartEdge_data() { texts(); }
    void labelsKeepToTheStartEdge()
    {
        QFETCH(QString, text);
        for (const bool wrapped : {false, true}) {
            PlainLabel label(TextRole::Value, text);
            label.setWordWrap(wrapped);
            label.resize(kRoom, 30);
            label.setLayoutDirection(Qt::RightToLeft);
            const Ruler arabic(label.grab().toImage());
            QVERIFY2(arabic.right <= kBearing, qPrintable(QString::number(arabic.right)));
            label.setLayoutDirection(Qt::LeftToRight);
            const Ruler english(label.grab().toImage());
            QVERIFY2(english.left <= kBearing, qPrintable(QString::number(english.left)));
        }
    }

    void typedTextKeepsToTheStartEdge_data() { texts(); }
    void typedTextKeepsToTheStartEdge()
    {
        QFETCH(QString, text);
        TextField field;
        field.setText(text);
        field.setLayoutDirection(Qt::RightToLeft);
        field.resize(kRoom, 36);
        // Inside the frame: the field's own edge is ink too.
        const int inset = space::snug;
        const Ruler ruler(field.grab(field.rect().adjusted(inset, inset, -inset, -inset)).toImage());
        QVERIFY2(ruler.right < ruler.left, qPrintable(text));
        QVERIFY2(ruler.right <= space::medium, qPrintable(QString::number(ruler.right)));
    }

    void longTextBeginsWhereItsOwnLettersBegin_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Qt::LayoutDirection>("screen");
        QTest::addColumn<bool>("atTheRight");
        const QString english = QStringLiteral("The name differs.");
        const QString arabic = QStringLiteral("يختلف الاسم.");
        const QString digits = QStringLiteral("2123456788.");
        QTest::newRow("English on an Arabic screen") << english << Qt::RightToLeft << false;
        QTest::newRow("Arabic on an Arabic screen") << arabic << Qt::RightToLeft << true;
        QTest::newRow("English on an English screen") << english << Qt::LeftToRight << false;
        QTest::newRow("Arabic on an English screen") << arabic << Qt::LeftToRight << true;
        QTest::newRow("digits on an Arabic screen") << digits << Qt::RightToLeft << true;
        QTest::newRow("digits on an English screen") << digits << Qt::LeftToRight << false;
    }
    void longTextBeginsWhereItsOwnLettersBegin()
    {
        QFETCH(QString, text);
        QFETCH(Qt::LayoutDirection, screen);
        QFETCH(bool, atTheRight);
        TextArea area;
        area.setLayoutDirection(screen);
        area.resize(kRoom, 60);
        // While it is written, letter by letter.
        for (const QChar letter : text)
            area.insertPlainText(letter);
        const int inset = space::snug;
        const Ruler ruler(area.grab(area.rect().adjusted(inset, inset, -inset, -inset)).toImage());
        QCOMPARE(ruler.right < ruler.left, atTheRight);
        // The full stop stands after the last word, wherever that is.
        const Qt::LayoutDirection read = area.document()->firstBlock().layout()->textOption().textDirection();
        QVERIFY(read == Qt::LayoutDirectionAuto || read == (atTheRight ? Qt::RightToLeft : Qt::LeftToRight));
    }
    void anEmptyFieldWaitsAtTheStartOfTheScreen()
    {
        TextArea area;
        area.setLayoutDirection(Qt::RightToLeft);
        area.setPlainText(QStringLiteral("note"));
        area.clear();
        QCOMPARE(area.document()->defaultTextOption().textDirection(), Qt::RightToLeft);
        QVERIFY(area.document()->defaultTextOption().alignment().testFlag(Qt::AlignRight));
    }

    void everyLineOfAWrappedArabicTextBeginsAtTheSameEdge()
    {
        PlainLabel label(
            TextRole::Body,
            QStringLiteral("ااااااااا ااااااااا ااااااااا ااااااااا ااااااااا ااااااااا ااااااااا"));
        label.setWordWrap(true);
        label.setLayoutDirection(Qt::RightToLeft);
        label.resize(90, label.heightForWidth(90));
        const QImage image = label.grab().toImage();
        const int lineHeight = label.fontMetrics().height();
        const int lines = image.height() / lineHeight;
        QVERIFY(lines >= 3);
        QSet<int> edges;
        for (int line = 0; line < lines; ++line)
            edges.insert(Ruler(image.copy(0, line * lineHeight, image.width(), lineHeight)).right);
        QCOMPARE(edges.size(), 1);
    }

    void eachLineOfAWrappedTextBeginsANewOne()
    {
        PlainLabel label(TextRole::Body, QStringLiteral("الأول\nالثاني\nالثالث"));
        label.setLayoutDirection(Qt::RightToLeft);
        label.setWordWrap(true);
        label.ensurePolished();
        label.resize(400, label.heightForWidth(400));
        const QImage image = label.grab().toImage();
        int lines = 0;
        bool wasInked = false;
        for (int y = 0; y < image.height(); ++y) {
            bool isInked = false;
            for (int x = image.width() / 2; x < image.width(); ++x)
                isInked = isInked || image.pixel(x, y) != image.pixel(0, 0);
            lines += isInked && !wasInked ? 1 : 0;
            wasInked = isInked;
        }
        QVERIFY2(lines >= 3, qPrintable(QString::number(lines))); // hamzas and dots may stand apart
        QVERIFY(image.height() >= 3 * label.fontMetrics().height());
        int lowest = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                lowest = image.pixel(x, y) != image.pixel(0, 0) ? y : lowest;
        }
        QVERIFY(lowest > 2 * label.fontMetrics().height());
    }

    void aLabelNeverInterpretsMarkup()
    {
        PlainLabel label(TextRole::Body, QStringLiteral("<b>name</b>"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
        PlainLabel same(TextRole::Body, QStringLiteral("name"));
        QVERIFY(label.sizeHint().width() > same.sizeHint().width());
    }

    void spokenNamesCarryNoIsolates()
    {
        const QString shown = QStringLiteral("\u2066+966 55\u2069 \u2068اسم\u2069");
        const QString raw = QStringLiteral("+966 55 اسم");
        QCOMPARE(rawText(shown), raw);
        PlainLabel label(TextRole::Value, shown);
        QCOMPARE(QAccessible::queryAccessibleInterface(&label)->text(QAccessible::Name), raw);
        Button button(*m_theme, ButtonKind::Primary, shown);
        QCOMPARE(QAccessible::queryAccessibleInterface(&button)->text(QAccessible::Name), raw);
        StatusChip chip(*m_theme, {shown, Icon::Check, Tone::Info});
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&chip);
        QCOMPARE(spoken->text(QAccessible::Name), raw);
        QCOMPARE(spoken->role(), QAccessible::StaticText);
    }

    void anIconButtonIsNamedAfterItsAction()
    {
        QAction action(QStringLiteral("&Sync now"));
        action.setShortcut(QKeySequence(Qt::Key_F5));
        IconButton button(*m_theme, &action);
        QCOMPARE(QAccessible::queryAccessibleInterface(&button)->text(QAccessible::Name),
                 QStringLiteral("Sync now"));
        QVERIFY(button.toolTip().contains(QStringLiteral("F5")));
        action.setText(QStringLiteral("Stop"));
        action.setIconText(QStringLiteral("Stop"));
        QCOMPARE(button.accessibleName(), QStringLiteral("Stop"));
    }

    void aLongNameIsShortenedAndShownWholeOnDemand()
    {
        ElidedLabel label(TextRole::Value, QString(200, u'م'));
        label.resize(100, 24);
        QVERIFY(label.isElided());
        QVERIFY(label.minimumSizeHint().width() < 100);
        QCOMPARE(label.accessibleName().size(), 200);
        label.resize(10000, 24);
        QVERIFY(!label.isElided());
    }

    // Letters are wider where the cut leaves them unjoined; the far end, the kind of a file, must not pay for
    // it.
    void aShortenedTextFitsWhereverItIsCut()
    {
        const QString name =
            QStringLiteral("صورة بلاغ التغيب وهوية مقيم سارية المفعول في ملف مجمع نهائي (نسخة 2).pdf");
        for (const Qt::TextElideMode mode : {Qt::ElideRight, Qt::ElideMiddle}) {
            ElidedLabel label(TextRole::Value, name, mode);
            label.ensurePolished();
            for (int width = 60; width < 600; ++width) {
                label.resize(width, 30);
                QVERIFY2(label.fontMetrics().horizontalAdvance(label.shown()) <= width,
                         qPrintable(QStringLiteral("%1: %2").arg(width).arg(label.shown())));
                if (label.isElided())
                    QVERIFY(label.shown().contains(u'…'));
            }
        }
    }

    void aChipIsDrawnAtTheStartEdgeInBothDirections()
    {
        const ChipLook look{QStringLiteral("جديد"), Icon::CircleDot, Tone::Info};
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QImage image(kRoom, 40, QImage::Format_ARGB32_Premultiplied);
            image.fill(m_theme->tokens().surface);
            QPainter painter(&image);
            paintChip(painter, image.rect(), look, *m_theme, direction);
            painter.end();
            const Ruler ruler(image);
            QCOMPARE(direction == Qt::RightToLeft ? ruler.right : ruler.left, 0);
            QVERIFY((direction == Qt::RightToLeft ? ruler.left : ruler.right) > kRoom / 2);
        }
    }

    void aFilterSpeaksItsCount()
    {
        FilterChip chip(QStringLiteral("متأخر"));
        QCOMPARE(chip.accessibleName(), QStringLiteral("متأخر"));
        chip.setCount(QStringLiteral("6"));
        QCOMPARE(chip.accessibleName(), QStringLiteral("متأخر 6"));
        chip.click();
        QVERIFY(chip.isChecked());
    }

    void aStripSaysItsMessageAndOffersOneAction()
    {
        Strip strip(*m_theme);
        QVERIFY(strip.isHidden());
        QSignalSpy chosen(&strip, &Strip::actionChosen);
        strip.say(Tone::Warning, QStringLiteral("لا يوجد اتصال"), QStringLiteral("مزامنة الآن"));
        QVERIFY(!strip.isHidden());
        strip.findChild<QPushButton *>(QStringLiteral("stripAction"))->click();
        QCOMPARE(chosen.count(), 1);
        strip.say(Tone::Danger, QStringLiteral("تعذّر الإرسال"));
        QVERIFY(strip.findChild<QPushButton *>(QStringLiteral("stripAction"))->isHidden());
        QCOMPARE(strip.message(), QStringLiteral("تعذّر الإرسال"));
        strip.clear();
        QVERIFY(strip.isHidden());
    }

    void anEmptyListOffersAtMostOneButton()
    {
        EmptyState silent(*m_theme, {Icon::CircleCheck, QStringLiteral("done"), {}, {}, Ink::Success});
        QVERIFY(silent.findChildren<QPushButton *>().isEmpty());
        EmptyState asking(*m_theme, {Icon::Inbox, QStringLiteral("none"), {}, QStringLiteral("تحديث")});
        QSignalSpy chosen(&asking, &EmptyState::actionChosen);
        asking.findChild<QPushButton *>(QStringLiteral("emptyAction"))->click();
        QCOMPARE(chosen.count(), 1);
    }

    void marginsAreMirrored()
    {
        QCOMPARE(margins(1, 2, 3, 4, Qt::LeftToRight), QMargins(1, 2, 3, 4));
        QCOMPARE(margins(1, 2, 3, 4, Qt::RightToLeft), QMargins(3, 2, 1, 4));
    }

    // What was fetched a month ago is a month old, whatever the line says; a desk that catches up over a slow
    // one is connected long before its list is new.
    void dataAreAsOldAsTheyAreWhateverTheLink_data()
    {
        QTest::addColumn<std::optional<Instant>>("completeAt");
        QTest::addColumn<DataAge>("age");
        const Instant now = riyadhInstant(QDate(2026, 11, 22), QTime(10, 42));
        QTest::newRow("never fetched") << std::optional<Instant>() << DataAge::Fresh;
        QTest::newRow("now") << std::optional(now) << DataAge::Fresh;
        QTest::newRow("a short break") << std::optional(now - kAgesAfter) << DataAge::Fresh;
        QTest::newRow("a longer one")
            << std::optional(now - kAgesAfter - std::chrono::seconds(1)) << DataAge::Aged;
        QTest::newRow("yesterday, later in the day")
            << std::optional(riyadhInstant(QDate(2026, 11, 21), QTime(10, 43))) << DataAge::Aged;
        QTest::newRow("yesterday, earlier in the day")
            << std::optional(riyadhInstant(QDate(2026, 11, 21), QTime(10, 41))) << DataAge::Old;
        QTest::newRow("a month") << std::optional(now - std::chrono::hours(24 * 30)) << DataAge::Old;
        QTest::newRow("a clock set back") << std::optional(now + std::chrono::hours(1)) << DataAge::Fresh;
    }
    void dataAreAsOldAsTheyAreWhateverTheLink()
    {
        QFETCH(const std::optional<Instant>, completeAt);
        QFETCH(const DataAge, age);
        using Link = SyncStatus::Link;
        SyncStatus status;
        status.completeAt = completeAt;
        for (const Link link : {Link::SignedOut, Link::Connecting, Link::Online, Link::Offline, Link::Failing,
                                Link::SessionEnded, Link::TooOld}) {
            status.link = link;
            // Without a calendar each day counts.
            QVERIFY(dataAge(status, riyadhInstant(QDate(2026, 11, 22), QTime(10, 42)), WorkCalendar())
                    == age);
        }
    }

    void controlsAreLargeEnoughToHit()
    {
        m_theme->apply({});
        Button button(*m_theme, ButtonKind::Secondary, QStringLiteral("x"));
        FilterChip chip(QStringLiteral("x"));
        IconButton icon(*m_theme, Icon::Search, QStringLiteral("search"));
        for (QWidget *each : {static_cast<QWidget *>(&button), static_cast<QWidget *>(&chip),
                              static_cast<QWidget *>(&icon)}) {
            each->ensurePolished();
            QVERIFY2(each->sizeHint().height() >= 32, each->metaObject()->className());
            QVERIFY2(each->sizeHint().width() >= 32, each->metaObject()->className());
        }
    }
};

QTEST_MAIN(SharedTest)
#include "tst_shared.moc"
