// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include "tests/support/samplecases.h"
#include "tests/support/samplesupervision.h"
#include "ui/shared/language.h"
#include "ui/shared/strip.h"
#include "ui/supervision/leavesheet.h"
#include "ui/theme/theme.h"

using namespace tawasul;

class LeaveSheetTest : public QObject
{
    Q_OBJECT

    samples::StoppedClock m_clock{samples::now()};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<BoardWords> m_boardWords;
    std::unique_ptr<LeaveSheet> m_sheet;
    std::vector<Leave> m_confirmed;

    void show(Language language, int officer, Leave::Kind kind)
    {
        m_sheet.reset();
        m_confirmed.clear();
        m_words->use(language);
        m_boardWords = std::make_unique<BoardWords>(DisplayLocale{language, Digits::European});
        m_sheet = std::make_unique<LeaveSheet>(*m_theme, *m_boardWords, m_clock);
        m_sheet->setStaff(samples::staff());
        connect(m_sheet.get(), &LeaveSheet::confirmed, this,
                [this](const Leave &leave) { m_confirmed.push_back(leave); });
        m_sheet->open(samples::staff()[static_cast<std::size_t>(officer - 1)].name, kind);
        m_sheet->resize(620, 640);
        m_sheet->show();
        QVERIFY(QTest::qWaitForWindowActive(m_sheet.get()));
        m_sheet->focusFirst();
    }
    template<class W = QWidget>
    W &part(const char *name) const
    {
        return *m_sheet->findChild<W *>(QString::fromLatin1(name));
    }
    void type(const char *field, const QString &day)
    {
        part<QLineEdit>(field).clear();
        part<QLineEdit>(field).insert(day); // keyClicks() knows no Arabic digits
    }
    void standIn(int officer)
    {
        auto &box = part<QComboBox>("leaveSubstitute");
        box.setCurrentIndex(box.findData(QStringLiteral("s-%1").arg(officer)));
    }
    QString confirm()
    {
        part<QAbstractButton>("leaveConfirm").click();
        return part<Strip>("leaveMessage").isVisible() ? part<Strip>("leaveMessage").message() : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply({Scheme::Light, 100, true});
        m_words = std::make_unique<Catalogues>(*qApp);
    }
    void cleanup() { m_sheet.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    void anAbsenceOfTodayNeedsOneKey_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("ar") << Language::Arabic;
        QTest::newRow("en") << Language::English;
    }
    void anAbsenceOfTodayNeedsOneKey()
    {
        QFETCH(Language, language);
        show(language, 1, Leave::Kind::Unplanned);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_confirmed.size(), 1U);
        const QDate today = riyadhDate(samples::now());
        QCOMPARE(m_confirmed[0].kind, Leave::Kind::Unplanned);
        QCOMPARE(m_confirmed[0].first, today);
        QCOMPARE(m_confirmed[0].last, today);
        QVERIFY(!m_confirmed[0].substitute);
        QVERIFY(!part("leaveConfirm").isEnabled()); // until the disk has answered
        QSignalSpy closed(m_sheet.get(), &LeaveSheet::closeRequested);
        m_sheet->setRecorded(Done());
        QCOMPARE(closed.count(), 1);
    }

    void untilFurtherNoticeHasNoEnd()
    {
        show(Language::Arabic, 1, Leave::Kind::Unplanned);
        part<QAbstractButton>("leaveOpen").click();
        QVERIFY(confirm().isEmpty());
        QCOMPARE(m_confirmed.size(), 1U);
        QVERIFY(m_confirmed[0].last.isNull());
    }

    void plannedDaysShowTheirHijriOnes()
    {
        show(Language::Arabic, 1, Leave::Kind::Planned);
        QVERIFY(part("leaveFirst").hasFocus());
        type("leaveFirst", QStringLiteral("٢٩/١١/٢٠٢٦"));
        QCOMPARE(part<QLineEdit>("leaveFirst").text(), QStringLiteral("29/11/2026"));
        QVERIFY2(part<QLabel>("leaveFirstExplanation").text().contains(QStringLiteral("1448")),
                 qPrintable(part<QLabel>("leaveFirstExplanation").text()));
        type("leaveLast", QStringLiteral("3/12/2026"));
        standIn(6);
        QVERIFY2(confirm().isEmpty(), qPrintable(part<Strip>("leaveMessage").message()));
        QCOMPARE(m_confirmed.size(), 1U);
        QCOMPARE(m_confirmed[0].kind, Leave::Kind::Planned);
        QCOMPARE(m_confirmed[0].first, QDate(2026, 11, 29));
        QCOMPARE(m_confirmed[0].last, QDate(2026, 12, 3));
        QCOMPARE(m_confirmed[0].substitute->id, PersonId(QStringLiteral("s-6")));
    }

    void aLeaveThatMakesNoSenseSaysWhy_data()
    {
        QTest::addColumn<int>("officer");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<int>("substitute");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, int officer, const char *first, const char *last,
                            int substitute, const char *code) {
            QTest::newRow(name) << officer << QString::fromLatin1(first) << QString::fromLatin1(last)
                                << substitute << QString::fromLatin1(code);
        };
        row("no day", 1, "", "", 6, "leave.invalid.days");
        row("no last day", 1, "29/11/2026", "", 6, "leave.invalid.days");
        row("backwards", 1, "29/11/2026", "28/11/2026", 6, "leave.invalid.order");
        row("past", 1, "1/11/2026", "28/11/2026", 6, "leave.invalid.past");
        row("nobody stands in", 1, "29/11/2026", "30/11/2026", 0, "leave.invalid.substitute_missing");
        row("away themselves", 1, "23/11/2026", "24/11/2026", 5, "leave.invalid.substitute_absent");
        row("overlap", 5, "24/11/2026", "30/11/2026", 6, "leave.overlap");
    }
    void aLeaveThatMakesNoSenseSaysWhy()
    {
        QFETCH(int, officer);
        QFETCH(QString, first);
        QFETCH(QString, last);
        QFETCH(int, substitute);
        QFETCH(QString, code);
        show(Language::Arabic, officer, Leave::Kind::Planned);
        type("leaveFirst", first);
        type("leaveLast", last);
        if (substitute > 0)
            standIn(substitute);
        const QString said = confirm();
        QVERIFY2(said.contains(code), qPrintable(said));
        QVERIFY(m_confirmed.empty());
        QVERIFY(part("leaveConfirm").isEnabled());
        type("leaveFirst", QStringLiteral("30/11/2026"));
        QVERIFY(!part<Strip>("leaveMessage").isVisible());
    }

    void aRefusalOfTheDeskIsSaidToo()
    {
        show(Language::Arabic, 1, Leave::Kind::Unplanned);
        QVERIFY(confirm().isEmpty());
        m_sheet->setRecorded(Error{Error::Kind::Full, QStringLiteral("sql.full"), {}});
        QVERIFY(part<Strip>("leaveMessage").message().contains(QStringLiteral("sql.full")));
        QVERIFY(part("leaveConfirm").isEnabled());
    }

    void whoeverIsAwayIsNamedSo()
    {
        show(Language::Arabic, 1, Leave::Kind::Planned);
        const auto &box = part<QComboBox>("leaveSubstitute");
        const int row = box.findData(QStringLiteral("s-5"));
        QVERIFY(box.itemText(row).contains(QStringLiteral("في إجازة")));
        QCOMPARE(box.findData(QStringLiteral("s-1")), -1); // nobody stands in for themselves
        QCOMPARE(box.findData(QStringLiteral("s-7")), -1);
    }
};

QTEST_MAIN(LeaveSheetTest)
#include "tst_leavesheet.moc"
