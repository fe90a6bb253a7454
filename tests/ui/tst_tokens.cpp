// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QtTest/QTest>

#include "tests/ui/contrast.h"

using namespace tawasul;

namespace {

constexpr double kText = 4.5;
constexpr double kEdge = 3.0;

const char *nameOf(Scheme scheme)
{
    return scheme == Scheme::Light ? "light" : scheme == Scheme::Dark ? "dark" : "high contrast";
}

// What the look promises beyond WCAG AA: dark text 5.6, high contrast 7.
double textBar(Scheme scheme)
{
    return scheme == Scheme::Light ? kText : scheme == Scheme::Dark ? 5.6 : 7.0;
}

} // namespace

class TokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFormulaGivesTheKnownRatios()
    {
        QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 0.01);
        QVERIFY(std::abs(contrast(QColor(0x11, 0x19, 0x27), Qt::white) - 17.6) < 0.1);
        QVERIFY(std::abs(contrast(QColor(0x86, 0x8E, 0x99), Qt::white) - 3.31) < 0.01);
    }

    void textIsReadableOnEveryGround_data() { pairs(); }
    void textIsReadableOnEveryGround()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, bar);
        const double ratio = contrast(ink, ground);
        QVERIFY2(ratio >= bar, qPrintable(QString::number(ratio)));
    }

    void statusesDifferInMoreThanTheScheme()
    {
        for (const Scheme scheme : kSchemes) {
            QSet<QRgb> texts;
            for (const Tone tone : kTones)
                texts.insert(tokensOf(scheme).tone(tone).text.rgb());
            QCOMPARE(texts.size(), static_cast<qsizetype>(kTones.size()));
        }
    }

private:
    static void row(Scheme scheme, const char *what, const QColor &ink, const QColor &ground, double bar)
    {
        QTest::addRow("%s: %s on %s", nameOf(scheme), what, qPrintable(ground.name()))
            << ink << ground << bar;
    }

    static void pairs()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("bar");
        for (const Scheme scheme : kSchemes) {
            const Tokens &t = tokensOf(scheme);
            for (const QColor &ground : {t.canvas, t.surface, t.sunken, t.hover, t.selected}) {
                row(scheme, "text", t.text, ground, textBar(scheme));
                row(scheme, "text-2", t.text2, ground, textBar(scheme));
                row(scheme, "text-3", t.text3, ground, textBar(scheme));
                row(scheme, "ink", t.ink, ground, kText);
            }
            for (const QColor &fill : {t.fill, t.fillHover, t.fillActive})
                row(scheme, "on-fill", t.onFill, fill, kText);
            for (const QColor &ground : {t.canvas, t.surface})
                row(scheme, "focus", t.focus, ground, kEdge);
            for (const QColor &ground : {t.surface, t.sunken})
                row(scheme, "control-border", t.controlBorder, ground, kEdge);
            for (const QColor &mark : {t.marks.danger, t.marks.warning, t.marks.brand, t.marks.neutral})
                row(scheme, "mark", mark, t.surface, kEdge);
            for (const Tone tone : kTones) {
                const ToneColors &colors = t.tone(tone);
                for (const QColor &ground : {colors.background, t.surface, t.selected})
                    row(scheme, "tone", colors.text, ground, kText);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TokensTest)
#include "tst_tokens.moc"
