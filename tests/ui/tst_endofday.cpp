// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/bidi.h"
#include "tests/support/samplecases.h"
#include "tests/support/sampleoutbox.h"
#include "tests/support/sampleworklist.h"
#include "ui/decisions/decisionform.h"
#include "ui/endofday/endofdaypage.h"
#include "ui/shared/language.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/strip.h"
#include "ui/theme/theme.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>

using namespace tawasul;
using namespace tawasul::samples;

namespace {

CaseHead headOf(const Case &theCase)
{
    CaseHead head;
    head.id = theCase.id;
    head.number = theCase.number;
    head.subService = theCase.subService;
    head.subjectIdentifier = QStringLiteral("2123456788");
    return head;
}

EndOfDay busyDay()
{
    EndOfDay day;
    day.unsent.value =
        std::vector<OutboxItem>{recorded(ordinary(), ActType::Complete, 1, 30),
                                rejectedMeanwhile(recorded(overdue(), ActType::Complete, 2, 61))};
    day.drafts.value = std::vector<BegunDraft>{{{longNames().id, "{}", now()}, longNames()},
                                               {{CaseId(QStringLiteral("gone")), "{}", now()}, std::nullopt}};
    day.nextDay = QDate(2026, 11, 23);
    day.ending.value = std::vector<CaseHead>{headOf(resubmitted())};
    return day;
}

EndOfDay emptyDay()
{
    EndOfDay day;
    day.unsent.value.emplace();
    day.drafts.value.emplace();
    day.ending.value.emplace();
    return day;
}

} // namespace

class EndOfDayTest : public QObject
{
    Q_OBJECT

private:
    StoppedClock m_clock{now()};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<EndOfDayPage> m_page;

    template<class T = QWidget>
    T &part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT_X(found, "part", name);
        return *found;
    }
    QString heading(const char *list) const
    {
        return part(list).findChild<PlainLabel *>(QStringLiteral("leftoverHeading"))->accessibleName();
    }
    QList<QAbstractButton *> lines(const char *list) const
    {
        return part(list).findChildren<QAbstractButton *>(QStringLiteral("leftover"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply({Scheme::Light, 100, true});
        m_words = std::make_unique<Catalogues>(*qApp);
    }
    void init()
    {
        m_words->use(Language::Arabic);
        m_page = std::make_unique<EndOfDayPage>(*m_theme, m_clock,
                                                DisplayLocale{Language::Arabic, Digits::European});
        m_page->setReference(samples::reference());
        m_page->resize(1192, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup() { m_page.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    void whatIsLeftIsCountedAndEachIsAStepAway()
    {
        m_page->setDay(busyDay());
        QCOMPARE(heading("endWaiting"), QStringLiteral("إجراء واحد لم يُرسل"));
        QCOMPARE(heading("endParked"), QStringLiteral("إجراء واحد بانتظار المعالجة"));
        QCOMPARE(heading("endDrafts"), QStringLiteral("مسودتان لم تُؤكدا"));
        QCOMPARE(heading("endEnding"),
                 QStringLiteral("طلب واحد تنتهي مهلته في يوم العمل التالي، 23/11/2026"));
        QSignalSpy chosen(m_page.get(), &EndOfDayPage::caseChosen);
        for (const auto &[list, id] :
             {std::pair("endWaiting", ordinary().id), std::pair("endParked", overdue().id),
              std::pair("endDrafts", longNames().id), std::pair("endEnding", resubmitted().id)}) {
            QVERIFY2(!lines(list).isEmpty(), list);
            lines(list).front()->click();
            QCOMPARE(chosen.takeFirst()[0].value<CaseId>(), id);
        }
        QSignalSpy outbox(m_page.get(), &EndOfDayPage::outboxRequested);
        part("endWaiting").findChild<QAbstractButton *>(QStringLiteral("leftoverAll"))->click();
        QCOMPARE(outbox.count(), 1);
        QSignalSpy conflicts(m_page.get(), &EndOfDayPage::conflictsRequested);
        part("endParked").findChild<QAbstractButton *>(QStringLiteral("leftoverAll"))->click();
        QCOMPARE(conflicts.count(), 1);
    }

    void aDraftNamesItsActAndOnlyWhatIsHereCanBePressed()
    {
        EndOfDay day = busyDay();
        DecisionDrafts begun;
        begun.last = ActType::Escalate;
        begun.forms[ActType::Escalate].type = ActType::Escalate;
        begun.forms[ActType::Escalate].text = QStringLiteral("للنظر");
        for (BegunDraft &draft : *day.drafts.value)
            draft.draft.content = toJson(begun);
        m_page->setDay(day);
        QCOMPARE(lines("endDrafts").size(), 1); // the other request is not on this device
        QVERIFY(lines("endDrafts").front()->accessibleName().contains(QStringLiteral("تصعيد")));
        QVERIFY(lines("endDrafts").front()->text().contains(longNames().number));
        QVERIFY(!lines("endDrafts").front()->text().contains(u'–'));
        const auto words = part("endDrafts").findChildren<QLabel *>(QStringLiteral("leftoverWords"));
        QCOMPARE(words.size(), 2);
        for (const QLabel *each : words)
            QVERIFY2(each->accessibleName().contains(QStringLiteral("تصعيد")), qPrintable(each->text()));
    }

    void aDayWithNothingLeftSaysSo()
    {
        m_page->setDay(emptyDay());
        for (const char *list : {"endWaiting", "endParked", "endDrafts", "endEnding"}) {
            QVERIFY2(heading(list).startsWith(QStringLiteral("لا ")), qPrintable(heading(list)));
            QVERIFY(lines(list).isEmpty());
            QVERIFY(!part(list).findChild<QAbstractButton *>(QStringLiteral("leftoverAll"))->isVisible());
        }
    }

    void whatIsReadyOfTheDayIsSaid()
    {
        QVERIFY(!part<QLabel>("endReadyToday").isVisible());
        SyncStatus status;
        status.today = 6;
        status.readyToday = 6;
        m_page->setSyncStatus(status);
        QVERIFY(part<QLabel>("endReadyToday").isVisible());
        QVERIFY(part<QLabel>("endReadyToday").text().contains(QStringLiteral("6 من 6")));
    }

    // The request left this device: nothing opens it, and what was written is read here.
    void theWordsOfADraftWithoutItsRequestAreReadHere()
    {
        EndOfDay day = busyDay();
        DecisionDrafts begun;
        begun.last = ActType::Return;
        DecisionForm form;
        form.type = ActType::Return;
        form.reason = QStringLiteral("MISSING_ATTACHMENT");
        form.reply = QStringLiteral("نفيد بتعذر استكمال المعالجة");
        form.text = QStringLiteral("للنظر غدًا");
        begun.forms.insert(form.type, form);
        for (BegunDraft &draft : *day.drafts.value)
            draft.draft.content = toJson(begun);
        m_page->setDay(day);
        const auto toggles =
            part("endDrafts").findChildren<QAbstractButton *>(QStringLiteral("leftoverToggle"));
        QCOMPARE(toggles.size(), 1); // the other request can be opened
        auto &words = part<QLabel>("leftoverWritten");
        QTRY_VERIFY(toggles.front()->isVisible());
        QVERIFY(!words.isVisible());
        toggles.front()->click();
        QVERIFY(words.isVisible());
        for (const char16_t *each :
             {u"إعادة لاستكمال النواقص", u"المرفقات ناقصة", u"نفيد بتعذر استكمال المعالجة", u"للنظر غدًا"})
            QVERIFY2(words.text().contains(QString::fromUtf16(each)), qPrintable(words.text()));
        m_page->setDay(day);
        QVERIFY(words.isVisible()); // news of no concern
        toggles.front()->click();
        QVERIFY(!words.isVisible());
    }

    // A count that nobody has is not handed over as none.
    void whatCouldNotBeReadIsNotCountedAsNothing()
    {
        const auto counts = [this] {
            QStringList all;
            for (const char *list : {"endWaiting", "endParked", "endDrafts", "endEnding"})
                all.append(heading(list));
            return all;
        };
        m_page->setDay({}); // before the first answer
        for (const QString &each : counts())
            QVERIFY2(each.endsWith(QStringLiteral(": لم تُقرأ بعد")), qPrintable(each));
        EndOfDay day = emptyDay();
        day.unsent = {std::nullopt, true};
        m_page->setDay(day);
        QCOMPARE(heading("endWaiting"),
                 QStringLiteral("الإجراءات التي لم تُرسل: تعذّرت القراءة على هذا الجهاز"));
        QCOMPARE(heading("endParked"),
                 QStringLiteral("الإجراءات بانتظار المعالجة: تعذّرت القراءة على هذا الجهاز"));
        QVERIFY(heading("endDrafts").startsWith(QStringLiteral("لا ")));
        part<QAbstractButton>("endCopy").click();
        const QString handed = QGuiApplication::clipboard()->text();
        QVERIFY(handed.contains(QStringLiteral("الإجراءات التي لم تُرسل: تعذّرت القراءة على هذا الجهاز")));
        QVERIFY(!handed.contains(QStringLiteral("لا شيء بانتظار الإرسال")));
    }

    void ofManyTheFirstAreListedAndTheRestIsCounted()
    {
        EndOfDay day = busyDay();
        day.ending.value->assign(20, headOf(resubmitted()));
        day.endingMore = 30;
        m_page->setDay(day);
        QVERIFY(heading("endEnding").startsWith(QStringLiteral("50 طلبًا")));
        QCOMPARE(lines("endEnding").size(), 6);
        bool isCounted = false;
        for (const PlainLabel *label : part("endEnding").findChildren<PlainLabel *>())
            isCounted = isCounted || label->accessibleName().contains(QStringLiteral("44"));
        QVERIFY(isCounted);
    }

    void theLineThatHasTheKeyboardKeepsItWhileNothingChanges()
    {
        m_page->setDay(busyDay());
        lines("endDrafts").front()->setFocus();
        const QWidget *before = QApplication::focusWidget();
        m_page->setDay(busyDay());
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void theTextThatIsHandedOverIsPlainAndMasked()
    {
        m_page->setDay(busyDay());
        part<QPlainTextEdit>("handoverNote").setPlainText(QStringLiteral("يلزم الختم قبل الظهر"));
        part<QAbstractButton>("endCopy").click();
        const QString text = QGuiApplication::clipboard()->text();
        QCOMPARE(text, m_page->plainText());
        QCOMPARE(text, withoutControls(text));
        for (const Case &theCase : {ordinary(), overdue(), longNames(), resubmitted()})
            QVERIFY2(text.contains(theCase.number), qPrintable(theCase.number));
        QVERIFY(text.contains(QStringLiteral("يلزم الختم قبل الظهر")));
        QVERIFY(!text.contains(QStringLiteral("2123456788")));
        QVERIFY(text.contains(QStringLiteral("6788")));
        QVERIFY(text.split(u'\n').size() > 8);
    }

    void theNoteOfBeforeIsShownAndNeverOverWhatIsTyped()
    {
        QSignalSpy edited(m_page.get(), &EndOfDayPage::noteEdited);
        m_page->setNote({QStringLiteral("من أمس"), now() - std::chrono::hours(17)});
        QCOMPARE(m_page->note(), QStringLiteral("من أمس"));
        QVERIFY(edited.isEmpty()); // nothing was typed
        m_page->focusFirst();
        QVERIFY(part("handoverNote").hasFocus());
        QTest::keyClicks(&part("handoverNote"), QStringLiteral("x"));
        QCOMPARE(edited.count(), 1);
        const QString typed = m_page->note();
        m_page->setNote({QStringLiteral("متأخر"), now()});
        QCOMPARE(m_page->note(), typed);
    }

    void theNoteOfBeforeReadsFromWhereItsWordsBegin()
    {
        m_page->setNote({QStringLiteral("Two applicants call back tomorrow"), now()});
        const auto alignment = [this] {
            return part<QPlainTextEdit>("handoverNote").document()->defaultTextOption().alignment();
        };
        QCOMPARE(alignment(), Qt::AlignLeft | Qt::AlignAbsolute);
        m_page->setNote({QStringLiteral("يراجع مقدم الطلب غدًا"), now()});
        QCOMPARE(alignment(), Qt::AlignRight | Qt::AlignAbsolute);
    }

    void everyPartHasItsName()
    {
        m_page->setDay(busyDay());
        for (const QAbstractButton *button : m_page->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                         qPrintable(button->objectName()));
        }
        QVERIFY(!part("handoverNote").accessibleName().isEmpty());
        SyncStatus status;
        m_page->setSyncStatus(status);
        QCOMPARE(part("endSignOut").accessibleName(), QStringLiteral("تسجيل الخروج"));
        status.free = 1;
        m_page->setSyncStatus(status);
        QVERIFY(part("endSignOut").accessibleName().contains(QStringLiteral("البقاء")));
        QSignalSpy out(m_page.get(), &EndOfDayPage::signOutRequested);
        part<QAbstractButton>("endSignOut").click();
        QCOMPARE(out.count(), 1);
    }

    // The page is made anew in another language while the disk refuses the note.
    void whatWasTypedBeforeGoesOn()
    {
        QSignalSpy edited(m_page.get(), &EndOfDayPage::noteEdited);
        m_page->continueNote(QStringLiteral("ما كُتب ولم يُحفظ"));
        QCOMPARE(m_page->note(), QStringLiteral("ما كُتب ولم يُحفظ"));
        QVERIFY(edited.isEmpty());
        QVERIFY(part<QLabel>("handoverSaved").text().isEmpty()); // it is not
        m_page->setNote({QStringLiteral("ما على القرص"), now()});
        QCOMPARE(m_page->note(), QStringLiteral("ما كُتب ولم يُحفظ"));
    }

    void aNoteThatCannotBeKeptIsSaid()
    {
        m_page->sayNote(Error{Error::Kind::Full, QStringLiteral("sql.full"), {}});
        QVERIFY(part<Strip>("handoverStrip").isVisible());
        QVERIFY(part<Strip>("handoverStrip").message().contains(QStringLiteral("sql.full")));
        m_page->sayNote(std::nullopt);
        QVERIFY(!part<Strip>("handoverStrip").isVisible());
    }
};

QTEST_MAIN(EndOfDayTest)
#include "tst_endofday.moc"
