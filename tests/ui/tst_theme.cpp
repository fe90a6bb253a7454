// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>

#include "tests/ui/contrast.h"
#include "ui/theme/focusring.h"
#include "ui/theme/stylesheet.h"

using namespace tawasul;

namespace {

constexpr int kSide = 24;

// The strongest pixel of an icon over a ground.
double visibility(const QPixmap &icon, const QColor &ground)
{
    QPixmap shown(icon.size());
    shown.fill(ground);
    QPainter(&shown).drawPixmap(0, 0, icon);
    const QImage image = shown.toImage();
    double best = 1;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            best = std::max(best, contrast(image.pixelColor(x, y), ground));
    return best;
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QTest::failOnWarning(QRegularExpression(QStringLiteral("icon|style sheet|stylesheet")));
    }
    void cleanup() { m_theme.reset(); }

    void theStyleSheetKnowsEveryWord()
    {
        for (const Scheme scheme : kSchemes) {
            for (const int percent : {90, 100, 150}) {
                const QString sheet = styleSheetOf({scheme, percent, false});
                QVERIFY(sheet.size() > 1000);
                QVERIFY(!sheet.contains(u'$'));
            }
        }
    }

    void everyIconIsDrawnInTheColourAsked()
    {
        for (int index = 0; index < static_cast<int>(kIconSources.size()); ++index) {
            const auto icon = static_cast<Icon>(index);
            const QPixmap drawn = m_theme->pixmap(icon, Qt::black, 16, 1.0, Qt::LeftToRight);
            QVERIFY2(visibility(drawn, Qt::white) > 4.5, iconSource(icon).name);
            const QPixmap white = m_theme->pixmap(icon, Qt::white, 16, 1.0, Qt::LeftToRight);
            QVERIFY2(visibility(white, Qt::white) < 1.01, iconSource(icon).name);
        }
    }

    void anArrowIsMirroredInArabicAndAClockIsNot_data()
    {
        QTest::addColumn<Icon>("icon");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("back") << Icon::ArrowBackUp << true;
        QTest::newRow("chevron") << Icon::ChevronRight << true;
        QTest::newRow("send") << Icon::Send << true;
        QTest::newRow("list") << Icon::ListDetails << true;
        QTest::newRow("clock") << Icon::Clock << false;
        QTest::newRow("search") << Icon::Search << false;
        QTest::newRow("check") << Icon::Check << false;
        QTest::newRow("refresh") << Icon::Refresh << false;
        QTest::newRow("flag") << Icon::Flag << false;
    }
    void anArrowIsMirroredInArabicAndAClockIsNot()
    {
        QFETCH(Icon, icon);
        QFETCH(bool, mirrored);
        const QImage ltr = m_theme->pixmap(icon, Qt::black, kSide, 1.0, Qt::LeftToRight).toImage();
        const QImage rtl = m_theme->pixmap(icon, Qt::black, kSide, 1.0, Qt::RightToLeft).toImage();
        QCOMPARE(rtl == ltr, !mirrored);
    }

    void aDisabledIconStaysVisibleAndDiffers_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
        QTest::newRow("high contrast") << Scheme::HighContrast;
    }
    void aDisabledIconStaysVisibleAndDiffers()
    {
        QFETCH(Scheme, scheme);
        m_theme->apply({scheme, 100, false});
        const QIcon icon = m_theme->icon(Icon::Printer);
        const QPixmap disabled = icon.pixmap(QSize(kSide, kSide), 2.0, QIcon::Disabled);
        QCOMPARE(disabled.devicePixelRatio(), 2.0);
        QCOMPARE(disabled.width(), 2 * kSide);
        QVERIFY(visibility(disabled, m_theme->tokens().surface) > 2.0);
        QVERIFY(disabled.toImage() != icon.pixmap(QSize(kSide, kSide), 2.0, QIcon::Normal).toImage());
    }

    void anIconMadeOnceFollowsTheScheme()
    {
        const QIcon icon = m_theme->icon(Icon::Search, Ink::Text);
        m_theme->apply({Scheme::Dark, 100, false});
        QVERIFY(visibility(icon.pixmap(kSide), m_theme->tokens().surface) > 7);
        m_theme->apply({Scheme::Light, 100, false});
        QVERIFY(visibility(icon.pixmap(kSide), m_theme->tokens().surface) > 7);
    }

    void anIconOutlivesTheTheme()
    {
        const QIcon icon = m_theme->icon(Icon::Search);
        m_theme.reset();
        QVERIFY(icon.pixmap(kSide).isNull());
    }

    void paletteAndPlaceholderFollowTheScheme()
    {
        QLineEdit field;
        field.show();
        for (const Scheme scheme : kSchemes) {
            m_theme->apply({scheme, 100, false});
            QCOMPARE(field.palette().color(QPalette::PlaceholderText), tokensOf(scheme).text3);
            QCOMPARE(field.palette().color(QPalette::Text), tokensOf(scheme).text);
            QCOMPARE(qApp->palette().color(QPalette::Window), tokensOf(scheme).canvas);
        }
    }

    void textGrowsWithTheOfficersSizeAndNeverFallsBelowTwelve()
    {
        for (const TextRole role : kTextRoles) {
            m_theme->apply({Scheme::Light, 150, false});
            QCOMPARE(m_theme->font(role).pixelSize(), (textStep(role).pixels * 150 + 50) / 100);
            m_theme->apply({Scheme::Light, 90, false});
            QVERIFY(m_theme->font(role).pixelSize() >= 12);
            QCOMPARE(m_theme->font(role).hintingPreference(), QFont::PreferNoHinting);
        }
        m_theme->apply({Scheme::Light, 400, false});
        QCOMPARE(m_theme->appearance().textPercent, 150);
    }

    // Qt remembers by a mark on it which widget it watches, and would read it after its end if the mark lied.
    void whatWasMeasuredBeforeAFittingIsWatchedAnewAfterIt()
    {
        auto button = std::make_unique<QPushButton>();
        const auto measure = [&] {
            (void)button->style()->pixelMetric(QStyle::PM_ButtonMargin, nullptr, button.get());
        };
        measure();
        QVERIFY(button->testAttribute(Qt::WA_StyleSheet));
        {
            const Fitting fitting(*m_theme);
            QVERIFY(!button->testAttribute(Qt::WA_StyleSheet));
        }
        measure();
        QVERIFY(button->testAttribute(Qt::WA_StyleSheet));
        button.reset();
        m_theme->apply({Scheme::Dark, 100, true});
    }

    void reducedMotionStandsStill()
    {
        QVERIFY(m_theme->duration(Motion::Sheet) > 0);
        m_theme->apply({Scheme::Light, 100, true});
        for (const Motion motion : {Motion::Press, Motion::Sheet, Motion::Pane})
            QCOMPARE(m_theme->duration(motion), 0);
    }

    void theRingFollowsTheKeyboardAndNotTheMouse()
    {
        FocusRing ring(*m_theme);
        auto window = std::make_unique<QWidget>();
        auto *row = new QHBoxLayout(window.get());
        auto *first = new QPushButton(QStringLiteral("first"));
        auto *second = new QPushButton(QStringLiteral("second"));
        row->addWidget(first);
        row->addWidget(second);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        second->setFocus(Qt::MouseFocusReason);
        QCOMPARE(ring.marked(), nullptr);
        QTest::keyClick(window.get(), Qt::Key_Tab);
        QCOMPARE(ring.marked(), first);
        // The ring is drawn outside the button, in the focus colour.
        const QImage image = window->grab().toImage();
        const QColor drawn = image.pixelColor(first->geometry().center().x(), first->y() - 3);
        QVERIFY2(contrast(drawn, m_theme->tokens().canvas) > 3.0, qPrintable(drawn.name()));
        window.reset();
        QCOMPARE(ring.marked(), nullptr);
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
