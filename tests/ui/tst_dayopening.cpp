// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include "models/arabic/bidi.h"
#include "tests/support/samplecases.h"
#include "tests/support/samplesupervision.h"
#include "ui/shared/language.h"
#include "ui/shared/strip.h"
#include "ui/supervision/dayopeningpage.h"
#include "ui/theme/theme.h"

using namespace tawasul;

class DayOpeningTest : public QObject
{
    Q_OBJECT

    samples::StoppedClock m_clock{samples::now()};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<DayOpeningPage> m_page;

    void show(Language language)
    {
        m_page.reset();
        m_words->use(language);
        m_page =
            std::make_unique<DayOpeningPage>(*m_theme, m_clock, DisplayLocale{language, Digits::European});
        m_page->setReference(samples::reference());
        m_page->resize(1180, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    QAbstractButton *button(const char *name) const
    {
        return m_page->findChild<QAbstractButton *>(QString::fromLatin1(name));
    }
    QStringList counts() const
    {
        QStringList all;
        for (const QLabel *label : m_page->findChildren<QLabel *>(QStringLiteral("openingCount")))
            all.append(label->text());
        return all;
    }
    QString sentence(int line) const
    {
        return m_page->findChildren<QLabel *>(QStringLiteral("openingSentence")).value(line)->text();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply({Scheme::Light, 100, true});
        m_words = std::make_unique<Catalogues>(*qApp);
    }
    void cleanup() { m_page.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    void eachLineHasOneCountOneSentenceAndOneStep_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("ar") << Language::Arabic;
        QTest::newRow("en") << Language::English;
    }
    void eachLineHasOneCountOneSentenceAndOneStep()
    {
        QFETCH(Language, language);
        show(language);
        const DayOpening day = samples::opening();
        m_page->setOpening(day);
        QCOMPARE(
            counts(),
            QStringList({QString::number(day.overdue), QStringLiteral("2"), QString::number(day.unassigned),
                         QStringLiteral("64"), QStringLiteral("1"), QStringLiteral("3")}));
        for (const QWidget *line : m_page->findChildren<QWidget *>(QStringLiteral("openingLine"))) {
            QCOMPARE(line->findChildren<QAbstractButton *>().size(), 1);
            QCOMPARE(line->findChildren<QLabel *>(QStringLiteral("openingSentence")).size(), 1);
            const QString name = line->findChild<QAbstractButton *>()->accessibleName();
            QVERIFY2(!hasBidiControls(name) && name.contains(u':'), qPrintable(name));
        }
    }

    void theStepAsksForTheseCases()
    {
        show(Language::Arabic);
        const DayOpening day = samples::opening();
        m_page->setOpening(day);
        QSignalSpy asked(m_page.get(), &DayOpeningPage::asked);
        const auto question = [&](const char *name) {
            button(name)->click();
            return asked.takeLast().front().value<BoardQuestion>();
        };
        using Matter = BoardQuestion::Matter;
        QCOMPARE(question("openOverdue").standing, Standing::Overdue);
        QCOMPARE(question("openEndingAway").matter, Matter::EndsTodayOfficerAway);
        QCOMPARE(question("openUnassigned").officer, PersonId());
        QCOMPARE(question("openArrived").matter, Matter::ArrivedSince);
        QCOMPARE(question("openArrived").since, day.since);
        QCOMPARE(question("openReturned").matter, Matter::ReturnedSince);
        QCOMPARE(question("openMachine").officer, day.machines.front().officer.id);
    }

    void aMachineIsNamedWithItsOfficerAndSinceWhen()
    {
        show(Language::Arabic);
        m_page->setOpening(samples::opening());
        QVERIFY(sentence(5).contains(QStringLiteral("ماجد بن فهد الحربي")));
        QString all;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            all += withoutControls(label->text()) + u'\n';
        for (const char16_t *part : {u"RUH-PC-0417", u"13:05", u"07:31", u"منيرة بنت علي الفيفي"})
            QVERIFY2(all.contains(QString::fromUtf16(part)), qPrintable(QString::fromUtf16(part)));
    }

    void nothingWaitsIsSaidCalmlyAndOnlyWhenItIsKnown()
    {
        show(Language::Arabic);
        auto *empty = m_page->findChild<QWidget *>(QStringLiteral("openingEmpty"));
        QVERIFY(!empty->isVisible()); // nothing is known yet
        DayOpening none;
        none.countedAt = none.since = samples::now();
        none.staffAt = samples::now();
        none.isPartial = true;
        m_page->setOpening(none);
        QVERIFY(!empty->isVisible()); // what is being fetched may be overdue
        QVERIFY(m_page->findChild<Strip *>(QStringLiteral("openingStrip"))->isVisible());
        none.isPartial = false;
        m_page->setOpening(none);
        QVERIFY(empty->isVisible());
        QVERIFY(!m_page->findChild<Strip *>(QStringLiteral("openingStrip"))->isVisible());
        QVERIFY(counts().isEmpty());
        QSignalSpy board(m_page.get(), &DayOpeningPage::boardRequested);
        empty->findChild<QAbstractButton *>(QStringLiteral("emptyAction"))->click();
        QCOMPARE(board.count(), 1);
    }

    void inAnOutageTheAgeOfTheDataIsSaid()
    {
        show(Language::Arabic);
        m_page->setOpening(samples::opening());
        SyncStatus status;
        status.link = SyncStatus::Link::Offline;
        status.since = status.completeAt = samples::now() - std::chrono::minutes(65);
        m_page->setSyncStatus(status);
        const auto *age = m_page->findChild<QLabel *>(QStringLiteral("openingAge"));
        QVERIFY(age->isVisible());
        QVERIFY2(withoutControls(age->text()).contains(QStringLiteral("09:37")), qPrintable(age->text()));
        m_page->setUnread({Error::Kind::Storage, QStringLiteral("sql.io"), {}});
        QVERIFY(m_page->findChild<Strip *>(QStringLiteral("openingStrip"))->isVisible());
        QVERIFY(!counts().isEmpty()); // what was known stays
    }

    void theButtonThatHasTheKeyboardKeepsItWhileNothingChanges()
    {
        show(Language::Arabic);
        m_page->setOpening(samples::opening());
        m_page->focusFirst();
        QCOMPARE(QApplication::focusWidget(), button("openOverdue"));
        const QWidget *before = QApplication::focusWidget();
        m_page->setOpening(samples::opening());
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void theKeyboardWaitsForTheLinesAndStaysInThem()
    {
        show(Language::Arabic);
        m_page->focusFirst();
        QVERIFY(m_page->hasFocus());
        DayOpening opening = samples::opening();
        m_page->setOpening(opening);
        QVERIFY(button("openOverdue")->hasFocus());
        button("openUnassigned")->setFocus();
        opening.unassigned += 1;
        m_page->setOpening(opening);
        QVERIFY(button("openUnassigned")->hasFocus());
        opening.unassigned = 0; // what it stood on is gone
        m_page->setOpening(opening);
        QVERIFY(button("openOverdue")->hasFocus());
        DayOpening nothing;
        nothing.countedAt = nothing.since = samples::now();
        nothing.staffAt = samples::now();
        m_page->setOpening(nothing);
        QVERIFY(m_page->findChild<QWidget *>(QStringLiteral("openingEmpty"))
                    ->isAncestorOf(QApplication::focusWidget()));
        m_page->setOpening(opening);
        QVERIFY(button("openOverdue")->hasFocus());
    }
};

QTEST_MAIN(DayOpeningTest)
#include "tst_dayopening.moc"
