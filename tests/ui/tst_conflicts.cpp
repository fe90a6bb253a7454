// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include "models/arabic/bidi.h"
#include "tests/support/sampleoutbox.h"
#include "ui/conflicts/conflictspage.h"
#include "ui/conflicts/conflictstory.h"
#include "ui/shared/language.h"
#include "ui/shared/rowtable.h"
#include "ui/shared/strip.h"
#include "ui/theme/theme.h"

using namespace tawasul;
using namespace tawasul::samples;
using Items = std::vector<OutboxItem>;

namespace {

const Error kNotMine{Error::Kind::Forbidden, QStringLiteral("act.forbidden"), {}};
const Error kIllegal{Error::Kind::Conflict, QStringLiteral("act.illegal"), {}};
const Error kInvalid{Error::Kind::Invalid, QStringLiteral("act.invalid.reason_unknown"), {}};

OutboxItem complete(int number = 1)
{
    return recorded(overdue(), ActType::Complete, number, 61);
}

Items several()
{
    return {rejectedMeanwhile(complete(1)),
            resubmittedMeanwhile(recorded(returned(), ActType::Return, 2, 50)),
            refused(recorded(failedChecks(), ActType::Return, 3, 40), kIllegal)};
}

ConflictStory arabicStory(const OutboxItem &item)
{
    return storyOf(item, *reference(), now(), {});
}

const ComparedField *fieldOf(const ConflictStory &story, const char *name)
{
    for (const ComparedField &field : story.fields) {
        if (field.name == QLatin1StringView(name))
            return &field;
    }
    return nullptr;
}

QString offersOf(const ConflictStory &story)
{
    QStringList words;
    const auto add = [&words](const char *name, const ChoiceOffer &offer) {
        if (offer.offered)
            words.append(QString(QLatin1StringView(name) % (offer.possible ? u"" : u"-")));
    };
    add("anew", story.decideAnew);
    add("resend", story.resend);
    add("theirs", story.takeTheirs);
    return words.join(u' ');
}

} // namespace

class ConflictsTest : public QObject
{
    Q_OBJECT

private:
    StoppedClock m_clock{now()};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<ConflictsPage> m_page;

    void open(Language language = Language::Arabic)
    {
        m_words->use(language);
        m_page = std::make_unique<ConflictsPage>(*m_theme, m_clock, DisplayLocale{language, {}});
        m_page->setReference(reference());
        m_page->resize(1192, 660);
        m_page->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    template<class T = QWidget>
    T &part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT_X(found, "part", name);
        return *found;
    }
    QString text(const char *name) const { return part<QLabel>(name).text(); }
    QAbstractButton &button(const char *name) const { return part<QAbstractButton>(name); }
    RowTable &table() const { return part<RowTable>("conflictsView"); }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply({Scheme::Light, 100, true});
        m_words = std::make_unique<Catalogues>(*qApp);
    }
    void init()
    {
        m_clock.move(now());
        open();
    }
    void cleanup() { m_page.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    // --- the story ---

    void whatHappenedIsOneSentenceAndEachChoiceTellsWhereItLeads_data()
    {
        QTest::addColumn<OutboxItem>("item");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("happened");
        QTest::addColumn<QString>("offers");
        QTest::addColumn<QString>("anew");
        const auto row = [](const char *name, const OutboxItem &item, const char *title, const char *happened,
                            const char *offers, const char *anew) {
            QTest::newRow(name) << item << QString::fromUtf8(title) << QString::fromUtf8(happened)
                                << QString::fromLatin1(offers) << QString::fromUtf8(anew);
        };
        const char *again = "يُفتح الطلب كما هو الآن لاتخاذ قرار جديد. لا يُرسل شيء قبل تأكيده، وعندها يحل محل "
                            "هذا القرار.";
        row("decided by another", rejectedMeanwhile(complete()), "معالجة التعارض",
            "سُجّل «إنهاء المعالجة» على هذا الجهاز (09:41)، وعُدّل الطلب في النظام المركزي قبل وصوله: رفض (ماجد "
            "بن "
            "سعود الحربي، 10:31). لم يُفقد شيء؛ والمتاح الآن هو الأخذ بالنسخة المركزية.",
            "anew- theirs", "أصبحت حالة الطلب «مرفوض»، فلا يمكن اتخاذ إجراء جديد عليه.");
        row("given to another", reassignedMeanwhile(complete()), "معالجة التعارض",
            "سُجّل «إنهاء المعالجة» على هذا الجهاز (09:41)، وعُدّل الطلب في النظام المركزي قبل وصوله: إسناد "
            "(خالد "
            "بن فهد المطيري، 10:31). لم يُفقد شيء؛ والمتاح الآن هو الأخذ بالنسخة المركزية.",
            "anew- theirs",
            "أصبح الطلب مسندًا إلى عبدالله بن محمد بن عبدالعزيز آل الشيخ القحطاني، فلا يمكن تسجيل إجراء عليه "
            "من "
            "هذا الحساب.");
        row("more was sent", resubmittedMeanwhile(complete()), "معالجة التعارض",
            "سُجّل «إنهاء المعالجة» على هذا الجهاز (09:41)، وعُدّل الطلب في النظام المركزي قبل وصوله: استكمال من "
            "مقدم الطلب (محمد عبدالرحمن خان، 10:31). لم يُفقد شيء؛ ويلزم اختيار إحدى النسختين.",
            "anew theirs", again);
        row("no decision", resubmittedMeanwhile(recorded(overdue(), ActType::Escalate, 1, 61)),
            "معالجة التعارض",
            "سُجّل «تصعيد» على هذا الجهاز (09:41)، وعُدّل الطلب في النظام المركزي قبل وصوله: استكمال من مقدم "
            "الطلب (محمد عبدالرحمن خان، 10:31). لم يُفقد شيء؛ ويلزم اختيار إحدى النسختين.",
            "anew theirs",
            "يُفتح الطلب كما هو الآن لتسجيل إجراء جديد. لا يُرسل شيء قبل تأكيده، وعندها يحل محل هذا الإجراء.");
        row("refused, may help to send again", refused(complete(), kIllegal), "معالجة الرفض",
            "رفضه النظام المركزي: حالة الطلب الحالية لا تسمح بهذا الإجراء. سُجّل «إنهاء المعالجة» على هذا "
            "الجهاز "
            "(09:41)، وهو محفوظ هنا بكل ما كُتب فيه.",
            "anew resend theirs", again);
        row("refused for its content", refused(complete(), kInvalid), "معالجة الرفض",
            "رفضه النظام المركزي: الإجراء غير مكتمل أو لا يوافق البيانات المرجعية. سُجّل «إنهاء المعالجة» على "
            "هذا "
            "الجهاز (09:41)، وهو محفوظ هنا بكل ما كُتب فيه.",
            "anew theirs", again);
        row("refused, not mine any more", refused(complete(), kNotMine), "معالجة الرفض",
            "رفضه النظام المركزي: لم يعد الطلب مسندًا إلى هذا الحساب. سُجّل «إنهاء المعالجة» على هذا الجهاز "
            "(09:41)، وهو محفوظ هنا بكل ما كُتب فيه.",
            "anew- resend theirs", "لم يعد الطلب مسندًا إلى هذا الحساب، فلا يمكن تسجيل إجراء عليه من هنا.");
        row("the act before it was withdrawn", unfounded(complete()), "إجراء لم يعد ممكنًا",
            "سُجّل «إنهاء المعالجة» على هذا الجهاز (09:41)، ولم يعد ممكنًا دون الإجراء السابق الذي بُني عليه: "
            "حالة "
            "الطلب الحالية لا تسمح بهذا الإجراء. لم يُرسل، وهو محفوظ هنا بكل ما كُتب فيه.",
            "anew resend theirs", again);
        row("its record is damaged", damaged(complete()), "سجل إجراء تالف",
            "سجل إجراء على هذا الطلب (09:41) تالف على هذا الجهاز، فلم يعد مضمون الإجراء معروفًا هنا. لم يُرسل. "
            "يلزم الاطلاع على الطلب، واتخاذ القرار من جديد عند الحاجة.",
            "theirs", "");
        row("its record is damaged, and it may have left", damaged(complete(), 2), "سجل إجراء تالف",
            "سجل إجراء على هذا الطلب (09:41) تالف على هذا الجهاز، فلم يعد مضمون الإجراء معروفًا هنا. قد تكون "
            "محاولة سابقة وصلت إلى النظام المركزي، ويُظهر الطلب ما لديه. يلزم الاطلاع عليه، واتخاذ القرار من "
            "جديد "
            "عند الحاجة.",
            "theirs", "");
    }
    void whatHappenedIsOneSentenceAndEachChoiceTellsWhereItLeads()
    {
        QFETCH(OutboxItem, item);
        const ConflictStory story = arabicStory(item);
        QTEST(story.title, "title");
        QTEST(withoutControls(story.happened), "happened");
        QTEST(offersOf(story), "offers");
        QTEST(withoutControls(story.decideAnew.consequence), "anew");
        QVERIFY(story.takeTheirs.consequence.contains(QStringLiteral("لا يُرسل")));
        // No screen shows a log: what is true is where it stays.
        QVERIFY(story.takeTheirs.consequence.contains(QStringLiteral("على هذا الجهاز")));
        QVERIFY(!story.takeTheirs.consequence.contains(QStringLiteral("السجل")));
    }

    void bothVersionsAreSetSideBySide_data()
    {
        QTest::addColumn<OutboxItem>("item");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<bool>("changed");
        const auto row = [](const char *what, const OutboxItem &item, const char *name, const char *base,
                            const char *mine, const char *theirs, bool changed) {
            QTest::newRow(what) << item << QString::fromLatin1(name) << QString::fromUtf8(base)
                                << QString::fromUtf8(mine) << QString::fromUtf8(theirs) << changed;
        };
        const OutboxItem rejected = rejectedMeanwhile(complete());
        row("act", rejected, "act", "", "إنهاء المعالجة", "رفض", false);
        row("status", rejected, "status", "قيد المعالجة", "تمت المعالجة", "مرفوض", true);
        row("reason", rejected, "reason", "", "نُفّذ الإجراء المطلوب", "طلب مكرر", false);
        row("operation", rejected, "operation", "", "7700214581", "", false);
        const OutboxItem given = reassignedMeanwhile(complete());
        row("owner", given, "owner", "نورة بنت سعد القحطاني", "نورة بنت سعد القحطاني",
            "عبدالله بن محمد بن عبدالعزيز آل الشيخ القحطاني", true);
        const OutboxItem more = resubmittedMeanwhile(complete());
        row("files", more, "files", "ملف واحد", "ملف واحد", "ملفان", true);
        OutboxItem marked = resubmittedMeanwhile(complete());
        marked.theirs->marks = {{Mark::Kind::Humanitarian, {}}};
        row("priority", marked, "priority", "عاجل", "عاجل", "حالة إنسانية", true);
        marked.theirs->marks.clear();
        row("no priority any more", marked, "priority", "عاجل", "عاجل", "اعتيادية", true);
        const OutboxItem refusedOne = refused(complete(), kIllegal);
        row("status when refused", refusedOne, "status", "", "تمت المعالجة", "قيد المعالجة", false);
    }
    void bothVersionsAreSetSideBySide()
    {
        QFETCH(OutboxItem, item);
        QFETCH(QString, name);
        const ConflictStory story = arabicStory(item);
        const ComparedField *field = fieldOf(story, qPrintable(name));
        QVERIFY(field);
        QTEST(field->base, "base");
        QTEST(field->mine, "mine");
        QTEST(field->theirs, "theirs");
        QTEST(field->changed, "changed");
    }

    // Nobody knows what it was: nothing is compared, and no choice is offered that comes to nothing.
    void aDamagedActIsNotSentAgain()
    {
        m_page->setItems({damaged(complete(), 2)});
        QVERIFY(!part("comparison").isVisible());
        QVERIFY(!part("resendPanel").isVisible());
        QVERIFY(!part("decideAnewPanel").isVisible());
        QSignalSpy opened(m_page.get(), &ConflictsPage::caseChosen);
        button("conflictOpen").click();
        QCOMPARE(opened.count(), 1);
        QSignalSpy taken(m_page.get(), &ConflictsPage::takeTheirsRequested);
        button("takeTheirs").click();
        button("takeTheirsConfirm").click();
        QCOMPARE(taken.count(), 1);
        m_page->setItems({});
        QVERIFY(part("stateNoConflicts").isVisible());
    }

    void whatNobodyTouchedIsLeftOut()
    {
        const ConflictStory story = arabicStory(rejectedMeanwhile(complete()));
        for (const char *name : {"section", "subService", "owner", "files", "text"})
            QVERIFY2(!fieldOf(story, name), name);
        QVERIFY(fieldOf(arabicStory(reassignedMeanwhile(complete())), "section"));
    }

    void notesMeanwhileAreNotWhatStoodInTheWay()
    {
        OutboxItem item = rejectedMeanwhile(complete());
        HistoryEntry note;
        note.act = ActId(QStringLiteral("a-note"));
        note.type = ActType::Note;
        note.text = QStringLiteral("ملاحظة");
        item.theirs->history.push_back(note);
        QCOMPARE(fieldOf(arabicStory(item), "act")->theirs, QStringLiteral("رفض"));
    }

    void aStatusAndAnActOfTheFutureAreShownAsTheyCame()
    {
        OutboxItem item = rejectedMeanwhile(complete());
        item.theirs->status = CaseStatus::Unknown;
        item.theirs->statusText = QStringLiteral("awaiting_approval");
        item.theirs->history.back().type = ActType::Unknown;
        item.theirs->history.back().typeText = QStringLiteral("request_approval");
        const ConflictStory story = arabicStory(item);
        QCOMPARE(fieldOf(story, "status")->theirs, QStringLiteral("awaiting_approval"));
        QCOMPARE(fieldOf(story, "act")->theirs, QStringLiteral("request_approval"));
        QVERIFY(!story.decideAnew.possible);
    }

    void whatIsMissingDoesNotStopTheStory()
    {
        OutboxItem item = rejectedMeanwhile(complete());
        item.theirs.reset();
        QVERIFY(!arabicStory(item).happened.isEmpty());
        item.base.reset();
        item.lastError.reset();
        const ConflictStory story = storyOf(item, Reference(), now(), {});
        QVERIFY(story.takeTheirs.possible);
        QVERIFY(story.about.contains(item.act.caseId.text()));
    }

    // --- the page ---

    void nothingIsSaidBeforeTheFirstSnapshot()
    {
        QVERIFY(!part("stateNoConflicts").isVisible());
        m_page->show(ActId(QStringLiteral("any")));
        QVERIFY(!part("stateNoConflicts").isVisible());
        m_page->setItems({recorded(ordinary(), ActType::Complete, 1, 5)}); // waits, is not parked
        QVERIFY(part("stateNoConflicts").isVisible());
    }

    void theListIsThereForMoreThanOne()
    {
        m_page->setItems({several().front()});
        QVERIFY(!table().isVisible());
        QVERIFY(part("conflictCard").isVisible());
        m_page->setItems(several());
        QVERIFY(table().isVisible());
        QCOMPARE(text("conflictsCount"), QStringLiteral("3 إجراءات بانتظار المعالجة"));
        m_page->setItems({});
        QVERIFY(part("stateNoConflicts").isVisible());
    }

    void anActIsShownNowOrWithTheNextSnapshot()
    {
        const Items items = several();
        m_page->setItems(items);
        m_page->show(items[2].act.id);
        QCOMPARE(table().currentRow(), 2);
        QCOMPARE(text("conflictTitle"), QStringLiteral("معالجة الرفض"));
        open();
        m_page->show(items[1].act.id);
        m_page->setItems(items);
        QCOMPARE(table().currentRow(), 1);
    }

    void takingTheirsAsksOnceMoreInPlace()
    {
        m_page->setItems(several());
        QSignalSpy taken(m_page.get(), &ConflictsPage::takeTheirsRequested);
        QVERIFY(!button("takeTheirsConfirm").isVisible());
        button("takeTheirs").click();
        QVERIFY(taken.isEmpty());
        QVERIFY(!button("takeTheirs").isVisible());
        QVERIFY(button("takeTheirsConfirm").isVisible());
        QVERIFY(button("takeTheirsCancel").hasFocus()); // Enter twice decides nothing
        QTest::keyClick(&button("takeTheirsCancel"), Qt::Key_Escape);
        QVERIFY(button("takeTheirs").isVisible() && button("takeTheirs").hasFocus());
        button("takeTheirs").click();
        m_page->setItems(several()); // news of no concern
        m_page->tick();
        QVERIFY(button("takeTheirsConfirm").isVisible());
        button("takeTheirsConfirm").click();
        QCOMPARE(taken.count(), 1);
        QCOMPARE(taken.first().first().value<ActId>(), several()[0].act.id);
    }

    void walkingOnTakesTheQuestionBack()
    {
        m_page->setItems(several());
        button("takeTheirs").click();
        table().setCurrentRow(1);
        QVERIFY(!button("takeTheirsConfirm").isVisible());
        table().setCurrentRow(0);
        QVERIFY(!button("takeTheirsConfirm").isVisible());
    }

    void aChoiceIsBusyUntilTheActIsGone()
    {
        const Items items = several();
        m_page->setItems(items);
        button("takeTheirs").click();
        button("takeTheirsConfirm").click();
        QVERIFY(part("conflictBusy").isVisible());
        QVERIFY(!button("takeTheirs").isEnabled());
        QVERIFY(part("takeTheirsPanel").hasFocus()); // and nothing else has the keyboard meanwhile
        m_page->setItems(items);
        QVERIFY(part("conflictBusy").isVisible());
        table().setCurrentRow(1); // another one is not busy
        QVERIFY(!part("conflictBusy").isVisible());
        QVERIFY(button("takeTheirs").isEnabled());
        table().setCurrentRow(0);
        m_page->setItems({items[1], items[2]});
        QVERIFY(!part("conflictBusy").isVisible());
        QVERIFY(button("takeTheirs").isEnabled());
        QCOMPARE(table().currentRow(), 0);
    }

    void aChoiceThatFailedIsSaidAndCanBeMadeAgain()
    {
        m_page->setItems(several());
        button("takeTheirs").click();
        button("takeTheirsConfirm").click();
        m_page->choiceFailed({Error::Kind::Full, QStringLiteral("sql.full"), {}});
        auto &failed = part<Strip>("conflictFailed");
        QVERIFY(failed.isVisible());
        QVERIFY(failed.message().contains(QStringLiteral("القرص ممتلئ، فلم يُحفظ الاختيار")));
        QVERIFY(!part("conflictBusy").isVisible());
        QVERIFY(button("takeTheirs").isEnabled());
        QVERIFY(button("takeTheirs").hasFocus());
        m_page->tick();
        QVERIFY(failed.isVisible());
        button("takeTheirs").click();
        button("takeTheirsConfirm").click();
        QVERIFY(!failed.isVisible());
        m_page->choiceFailed({Error::Kind::Full, QStringLiteral("sql.full"), {}});
        table().setCurrentRow(1);
        QVERIFY(!failed.isVisible());
    }

    void sendingAgainEndsWithTheNextAnswerEvenIfItIsTheSame()
    {
        OutboxItem item = refused(complete(), kIllegal);
        m_page->setItems({item});
        QSignalSpy again(m_page.get(), &ConflictsPage::retryRequested);
        button("resend").click();
        QCOMPARE(again.first().first().value<ActId>(), item.act.id);
        QVERIFY(!button("resend").isEnabled());
        ++item.tries; // refused once more before anybody saw it waiting
        m_page->setItems({item});
        QVERIFY(button("resend").isEnabled());
    }

    void decidingAnewNamesTheCaseAndTheActItReplaces()
    {
        const Items items = several();
        m_page->setItems(items);
        QVERIFY(!button("decideAnew").isEnabled());
        table().setCurrentRow(1);
        QSignalSpy anew(m_page.get(), &ConflictsPage::decideAnewRequested);
        button("decideAnew").click();
        QCOMPARE(anew.first().at(0).value<CaseId>(), items[1].act.caseId);
        QCOMPARE(anew.first().at(1).value<ActId>(), items[1].act.id);
        QVERIFY(!part("conflictBusy").isVisible()); // nothing is recorded yet
        QSignalSpy opened(m_page.get(), &ConflictsPage::caseChosen);
        button("conflictOpen").click();
        QCOMPARE(opened.first().first().value<CaseId>(), items[1].act.caseId);
    }

    void onlyARefusalOffersSendingAgain()
    {
        m_page->setItems(several());
        QVERIFY(!button("resend").isVisible());
        table().setCurrentRow(2);
        QVERIFY(button("resend").isVisible());
    }

    // --- keyboard and reading aloud ---

    void theKeyboardAloneResolves()
    {
        m_page->setItems(several());
        m_page->focusRows();
        QVERIFY(table().hasFocus());
        QSignalSpy taken(m_page.get(), &ConflictsPage::takeTheirsRequested);
        for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_Space})
            QTest::keyClick(&table(), key);
        QTest::keyClick(&table(), Qt::Key_Return);
        QVERIFY(button("takeTheirs").hasFocus()); // deciding anew is not possible
        QTest::keyClick(&button("takeTheirs"), Qt::Key_Return);
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Backtab);
        QVERIFY(button("takeTheirsConfirm").hasFocus());
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Return);
        QCOMPARE(taken.count(), 1);
        m_page->setItems({several()[1]});
        QVERIFY(button("decideAnew").hasFocus()); // the work goes on where the keyboard is
    }

    void theChoicesAreSeenWholeAtAnySize_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << 100 << QSize(1192, 660);
        QTest::newRow("low") << 100 << QSize(1192, 420);
        QTest::newRow("large text") << 150 << QSize(1392, 730);
        QTest::newRow("large text in the smallest window") << 150 << QSize(1170, 500);
    }
    void theChoicesAreSeenWholeAtAnySize()
    {
        QFETCH(int, percent);
        QFETCH(QSize, size);
        m_theme->apply({Scheme::Light, percent, true});
        open();
        m_page->resize(size);
        m_page->setItems(several());
        for (int row = 0; row < m_page->model().rowCount(); ++row) {
            table().setCurrentRow(row);
            QTest::qWait(0);
            for (const char *name : {"decideAnew", "resend", "takeTheirs"}) {
                const QAbstractButton &choice = button(name);
                if (choice.isVisibleTo(m_page.get()))
                    QVERIFY2(choice.visibleRegion().boundingRect() == choice.rect(), name);
            }
            QVERIFY(part("conflictBody").height() > m_theme->scaled(40)); // and what they are about
        }
        m_theme->apply({Scheme::Light, 100, true});
    }

    void everythingSpeaksWithoutControls_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("Arabic") << Language::Arabic;
        QTest::newRow("English") << Language::English;
    }
    void everythingSpeaksWithoutControls()
    {
        QFETCH(Language, language);
        open(language);
        Items items = several();
        items.push_back(reassignedMeanwhile(recorded(longNames(), ActType::Complete, 4, 60 * 27)));
        m_page->setItems(items);
        for (int row = 0; row < m_page->model().rowCount(); ++row) {
            table().setCurrentRow(row);
            for (QWidget *widget : m_page->findChildren<QWidget *>()) {
                if (QAccessibleInterface *voice = QAccessible::queryAccessibleInterface(widget)) {
                    QVERIFY(!hasBidiControls(voice->text(QAccessible::Name)));
                    QVERIFY(!hasBidiControls(voice->text(QAccessible::Description)));
                }
                if (auto *clickable = qobject_cast<QAbstractButton *>(widget);
                    clickable && clickable->isVisible()) {
                    QVERIFY(!clickable->accessibleName().isEmpty());
                    QVERIFY(!clickable->objectName().isEmpty());
                }
            }
        }
        // Both columns say of which version they are.
        const QString label = part<QLabel>("theirs_status").accessibleName();
        QVERIFY2(label.contains(language == Language::Arabic ? QStringLiteral("النسخة المركزية")
                                                             : QStringLiteral("The central version")),
                 qPrintable(label));
    }
};

QTEST_MAIN(ConflictsTest)
#include "tst_conflicts.moc"
