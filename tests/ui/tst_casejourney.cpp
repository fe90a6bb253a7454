// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>

#include "models/domain/workflow.h"
#include "tests/support/samplecases.h"
#include "ui/casefile/casepane.h"
#include "ui/documents/documentpane.h"
#include "ui/shared/language.h"
#include "ui/shared/strip.h"
#include "ui/theme/theme.h"

using namespace tawasul;

namespace {

constexpr QSizeF kA4(595, 842);

// The little of the program that surrounds the pane: a list that opens cases, the journal that answers at
// once, and the key for the next case.
class Desktop : public QWidget
{
public:
    explicit Desktop(const Theme &theme)
        : m_pane(new CasePane(theme, m_clock, m_clock, {}))
    {
        auto *row = new QHBoxLayout(this);
        row->addWidget(&m_list);
        row->addWidget(m_pane, 1);
        m_list.setFixedWidth(160);
        m_list.addItems({QStringLiteral("1"), QStringLiteral("2")});
        m_list.setCurrentRow(0);
        connect(&m_list, &QListWidget::itemActivated, this, [this] { openCurrent(); });
        connect(m_pane, &CasePane::closeRequested, &m_list, [this] { m_list.setFocus(); });
        connect(m_pane, &CasePane::actRequested, this, [this](const Intention &intention) {
            m_recorded.push_back(intention);
            m_pane->actRecorded(intention.caseId);
        });
        auto *next = new QAction(this);
        next->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Down));
        connect(next, &QAction::triggered, this, [this] {
            m_list.setCurrentRow(m_list.currentRow() + 1);
            openCurrent();
        });
        addAction(next);
        DocumentPane &documents = m_pane->documents();
        connect(&documents, &DocumentPane::attachmentShown, &documents, [&documents](const QString &sha256) {
            DocumentState state;
            state.kind = DocumentState::Kind::Ready;
            state.pages = {kA4, kA4, kA4};
            documents.setState(sha256, state);
        });
        resize(1100, 700);
        show();
        m_list.setFocus();
    }

    std::vector<Case> m_cases{samples::ordinary(), samples::failedChecks()};
    std::vector<Intention> m_recorded;
    int m_keys = 0;

    CasePane &pane() { return *m_pane; }
    QListWidget &list() { return m_list; }
    void openCurrent()
    {
        m_pane->open(samples::opened(m_cases[static_cast<std::size_t>(m_list.currentRow())]),
                     samples::officer());
    }

    template<class T>
    T &part(const char *name)
    {
        T *found = m_pane->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT_X(found, "part", name);
        return *found;
    }

    // One key, to whatever has the keyboard, counted.
    void press(int key, Qt::KeyboardModifiers held = Qt::NoModifier)
    {
        ++m_keys;
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClick(focus, static_cast<Qt::Key>(key), held);
        QApplication::processEvents();
    }
    void type(const QString &text)
    {
        for (const QChar letter : text)
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(letter),
                                Qt::NoModifier);
    }

private:
    samples::StoppedClock m_clock{samples::now()};
    QListWidget m_list;
    CasePane *m_pane;
};

} // namespace

class CaseJourneyTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<Desktop> m_desk;

    CasePane &pane() const { return m_desk->pane(); }
    QComboBox &combo(const char *name) const { return m_desk->part<QComboBox>(name); }

    static const Error &diskFull()
    {
        static const Error kFull{Error::Kind::Full, QStringLiteral("sql.full"), {}};
        return kFull;
    }
    QString reply() const { return m_desk->part<QPlainTextEdit>("reply").toPlainText(); }
    void choose(const char *box, const QString &code) const
    {
        combo(box).setCurrentIndex(combo(box).findData(code));
    }
    void write(const char *field, const QString &text) const
    {
        m_desk->part<QWidget>(field).setFocus();
        m_desk->type(text);
    }
    // Nobody answers by itself.
    void keepUnanswered() const { disconnect(&pane(), &CasePane::actRequested, m_desk.get(), nullptr); }
    void openCase(const Case &theCase, const QByteArray &draft = {}) const
    {
        OpenedCase opened = samples::opened(theCase);
        if (!draft.isEmpty())
            opened.draft = Draft{theCase.id, draft, samples::now()};
        pane().open(opened, samples::officer());
    }
    static QByteArray returnDraft()
    {
        DecisionForm form;
        form.type = ActType::Return;
        form.reason = QStringLiteral("MISSING_ATTACHMENT");
        form.templateCode = QStringLiteral("return.missing_attachment");
        form.reply = QStringLiteral("نص كُتب بعناية");
        DecisionDrafts drafts;
        drafts.forms.insert(ActType::Return, form);
        drafts.last = ActType::Return;
        return toJson(drafts);
    }

    static OutboxItem parked(const Intention &said)
    {
        OutboxItem item =
            samples::outboxItem(samples::ordinary(), said.type, OutboxState::Parked, ParkReason::Conflict);
        item.act.reason = said.reason;
        item.act.text = said.text;
        item.act.reply = said.reply;
        item.act.execution = said.execution;
        item.act.toSection = said.toSection;
        item.act.toSubService = said.toSubService;
        return item;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply({Scheme::Light, 100, true});
        m_words = std::make_unique<Catalogues>(*qApp);
        m_words->use(Language::Arabic);
    }
    void init()
    {
        m_desk = std::make_unique<Desktop>(*m_theme);
        QVERIFY(QTest::qWaitForWindowActive(m_desk.get()));
    }
    void cleanup() { m_desk.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    // Open, check (in sight), view all pages, decide with a template, next: at most 12 keys plus typed text.
    void aCaseIsCompletedWithinTwelveKeys()
    {
        m_desk->press(Qt::Key_Return); // open
        QVERIFY(m_desk->part<QWidget>("actComplete").hasFocus());
        m_desk->press(Qt::Key_PageDown); // page 2
        m_desk->press(Qt::Key_PageDown); // page 3
        QCOMPARE(pane().documents().shownPage(), 2);
        m_desk->press(Qt::Key_Return); // the sheet
        QVERIFY(m_desk->part<QWidget>("operationNumber").hasFocus());
        m_desk->type(QStringLiteral("7700214581"));
        m_desk->press(Qt::Key_Return); // nothing is missing: to the button
        QVERIFY(m_desk->part<QWidget>("confirm").hasFocus());
        m_desk->press(Qt::Key_Return); // confirm
        QCOMPARE(m_desk->m_recorded.size(), std::size_t(1));
        QVERIFY(!pane().isSheetOpen());
        m_desk->press(Qt::Key_Down, Qt::ControlModifier); // next
        QCOMPARE(pane().caseId(), samples::failedChecks().id);
        QVERIFY2(m_desk->m_keys <= 12, qPrintable(QString::number(m_desk->m_keys)));
        QCOMPARE(m_desk->m_keys, 7);
        const Intention &done = m_desk->m_recorded.front();
        QCOMPARE(done.type, ActType::Complete);
        QCOMPARE(done.reason, QStringLiteral("EXECUTED"));
        QCOMPARE(done.reply->templateCode, QStringLiteral("complete.passport_info_transferred"));
        QVERIFY(done.reply->text.contains(QStringLiteral("رقم العملية: 7700214581")));
        QCOMPARE(done.execution->at, samples::now());
    }

    void theSameGoesWithTheKeysOfTheMap()
    {
        m_desk->press(Qt::Key_Return);
        m_desk->press(Qt::Key_PageDown);
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->type(QStringLiteral("٧٧٠٠٢١٤٥٨١"));
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(m_desk->m_recorded.size(), std::size_t(1));
        QCOMPARE(m_desk->m_recorded.front().execution->operationNumber, QStringLiteral("7700214581"));
        QCOMPARE(m_desk->m_keys, 5);
    }

    void aFailedCheckBecomesTheRightReturnReply()
    {
        m_desk->list().setCurrentRow(1);
        m_desk->m_cases[1].description =
            QStringLiteral("رقم الإقامة 2123456788، نقل معلومات جواز جديد للمقيم");
        m_desk->press(Qt::Key_Return); // open: the keyboard stands on the failed check
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("checkAnswer"));
        m_desk->press(Qt::Key_Return); // the sheet, with reason, reply and documents
        QCOMPARE(combo("reason").currentData().toString(), QStringLiteral("MISSING_ATTACHMENT"));
        QVERIFY(m_desk->part<QCheckBox>("document_new_passport").isChecked());
        QVERIFY(!m_desk->part<QCheckBox>("document_iqama").isChecked());
        QVERIFY(m_desk->part<QPlainTextEdit>("reply").toPlainText().contains(
            QStringLiteral("المستندات الناقصة: الجواز السابق، الجواز الجديد.")));
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->m_recorded.size(), std::size_t(1));
        QCOMPARE(m_desk->m_recorded.front().type, ActType::Return);
        QCOMPARE(m_desk->m_keys, 3);
    }

    void theKeyOfTheReturnTakesTheFailedCheckAlong()
    {
        m_desk->list().setCurrentRow(1);
        m_desk->press(Qt::Key_Return);
        m_desk->press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(combo("reason").currentData().toString(), QStringLiteral("MISSING_IDENTIFIER"));
    }

    void whatIsMissingBlocksAndIsNamed()
    {
        m_desk->press(Qt::Key_Return);
        m_desk->press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(combo("reason").hasFocus());
        QCOMPARE(combo("reason").currentIndex(), -1);
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        auto &message = m_desk->part<Strip>("sheetMessage");
        QCOMPARE(message.message(), QStringLiteral("يلزم تحديد السبب."));
        combo("reason").setCurrentIndex(combo("reason").findData(QStringLiteral("DEADLINE_PASSED")));
        QVERIFY(!message.isVisible());
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(message.message().contains(QStringLiteral("التفاصيل")));
        QVERIFY(message.message().contains(QStringLiteral("إدارة الجوازات")));
        auto &reply = m_desk->part<QPlainTextEdit>("reply");
        QVERIFY(reply.hasFocus());
        QCOMPARE(reply.textCursor().selectedText(), QStringLiteral("{التفاصيل}"));
        m_desk->type(QStringLiteral("15"));
        m_desk->press(Qt::Key_Tab);
        QCOMPARE(reply.textCursor().selectedText(), QStringLiteral("{إدارة الجوازات}"));
        m_desk->type(QStringLiteral("x"));
        QVERIFY(m_desk->m_recorded.empty());
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->m_recorded.size(), std::size_t(1));
        QCOMPARE(m_desk->m_recorded.front().type, ActType::Reject);
    }

    void enterGoesOnToWhatIsMissing()
    {
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Complete);
        m_desk->press(Qt::Key_Return); // the number is missing: the keyboard stays on it
        QVERIFY(m_desk->part<QWidget>("operationNumber").hasFocus());
        m_desk->type(QStringLiteral("5"));
        m_desk->part<QLineEdit>("executedAt").clear();
        m_desk->press(Qt::Key_Return);
        QVERIFY(m_desk->part<QWidget>("executedAt").hasFocus());
        m_desk->type(QStringLiteral("23:59"));
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->part<Strip>("sheetMessage").message(),
                 QStringLiteral("وقت التنفيذ لاحق للوقت الحالي."));
        QVERIFY(m_desk->m_recorded.empty());
    }

    void withoutProofTheCaseWaitsAndNoReplySaysDone()
    {
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Complete);
        m_desk->part<QAbstractButton>("awaiting").click();
        QVERIFY(!m_desk->part<QWidget>("operationNumber").isVisible());
        for (int row = 0; row < combo("reason").count(); ++row)
            QCOMPARE(combo("reason").itemData(row).toString(), QStringLiteral("APPROVED_AWAITING_EXECUTION"));
        QCOMPARE(m_desk->part<QLabel>("replyStatus").text(), QStringLiteral("تحت المعالجة"));
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->m_recorded.size(), std::size_t(1));
        QVERIFY(!m_desk->m_recorded.front().execution);
        QVERIFY(
            !samples::reference()->replyTemplate(m_desk->m_recorded.front().reply->templateCode)->saysDone);
    }

    void aCaseThatAwaitsExecutionAsksForItsProofOnly()
    {
        m_desk->m_cases[0] = samples::awaitingExecution();
        m_desk->press(Qt::Key_Return);
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!m_desk->part<QWidget>("awaiting").isVisible());
        QVERIFY(m_desk->part<QWidget>("operationNumber").hasFocus());
        QCOMPARE(m_desk->part<QLabel>("replyStatus").text(), QStringLiteral("تمت المعالجة"));
    }

    void everySheetRecordsWhatTheRegisterAccepts_data()
    {
        QTest::addColumn<ActType>("type");
        QTest::newRow("transfer") << ActType::Transfer;
        QTest::newRow("escalate") << ActType::Escalate;
        QTest::newRow("note") << ActType::Note;
        QTest::newRow("return") << ActType::Return;
    }
    void everySheetRecordsWhatTheRegisterAccepts()
    {
        QFETCH(ActType, type);
        m_desk->press(Qt::Key_Return);
        pane().openSheet(type);
        if (type != ActType::Note)
            combo("reason").setCurrentIndex(0);
        if (type == ActType::Transfer) {
            combo("toSection").setCurrentIndex(3);
            combo("toSubService").setCurrentIndex(1);
        } else if (type == ActType::Escalate || type == ActType::Note) {
            m_desk->part<QPlainTextEdit>("text").setFocus();
            m_desk->type(QStringLiteral("because"));
        }
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->m_recorded.size(), std::size_t(1));
        const Intention &said = m_desk->m_recorded.front();
        Act act;
        act.type = said.type;
        act.actor = samples::officer();
        act.recordedAt = samples::now();
        act.reason = said.reason;
        act.text = said.text;
        act.reply = said.reply;
        act.toSection = said.toSection;
        act.toSubService = said.toSubService;
        const Result<Case> after = apply(samples::ordinary(), act, *samples::reference(), samples::now());
        QVERIFY2(after.has_value(), after ? "" : qPrintable(after.error().code + after.error().detail));
    }

    void escKeepsTheDraftAndTheStripBringsItBack()
    {
        QSignalSpy drafts(&pane(), &CasePane::draftChanged);
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Escalate);
        combo("reason").setCurrentIndex(2);
        m_desk->part<QPlainTextEdit>("text").setFocus();
        m_desk->type(QStringLiteral("half a thought"));
        m_desk->press(Qt::Key_Escape);
        QVERIFY(!pane().isSheetOpen());
        QCOMPARE(drafts.last().first().value<CaseId>(), samples::ordinary().id);
        // As after a crash: another pane, the draft from the journal.
        OpenedCase opened = samples::opened(samples::ordinary());
        opened.draft = Draft{opened.shown.id, drafts.last().at(1).toByteArray(), samples::now()};
        pane().open(opened, samples::officer());
        auto *strip = m_desk->part<QWidget>("alertStrips").findChild<Strip *>();
        QVERIFY(strip->message().contains(QStringLiteral("تصعيد")));
        strip->findChild<QAbstractButton *>(QStringLiteral("stripAction"))->click();
        QCOMPARE(m_desk->part<QPlainTextEdit>("text").toPlainText(), QStringLiteral("half a thought"));
        QCOMPARE(combo("reason").currentIndex(), 2);
    }

    void aWholeDecisionSurvivesInItsDraft()
    {
        QSignalSpy drafts(&pane(), &CasePane::draftChanged);
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Complete);
        m_desk->type(QStringLiteral("77"));
        auto &reply = m_desk->part<QPlainTextEdit>("reply");
        reply.setFocus();
        reply.moveCursor(QTextCursor::End);
        m_desk->type(QStringLiteral(" END"));
        const QString written = reply.toPlainText();
        OpenedCase opened = samples::opened(samples::ordinary());
        opened.draft = Draft{opened.shown.id, drafts.last().at(1).toByteArray(), samples::now()};
        pane().open(opened, samples::officer());
        pane().openSheet(ActType::Complete);
        QCOMPARE(reply.toPlainText(), written);
        QCOMPARE(m_desk->part<QLineEdit>("operationNumber").text(), QStringLiteral("77"));
        m_desk->part<QAbstractButton>("discardDraft").click();
        QVERIFY(!pane().isSheetOpen());
        pane().openSheet(ActType::Complete);
        QVERIFY(m_desk->part<QLineEdit>("operationNumber").text().isEmpty());
        QVERIFY(!reply.toPlainText().contains(QStringLiteral("END")));
    }

    void aWrittenReturnGoesBeforeWhatACheckProposes_data()
    {
        QTest::addColumn<QByteArray>("way");
        QTest::newRow("the check") << QByteArray("checkAnswer");
        QTest::newRow("the strip") << QByteArray("alertNotLinked");
        QTest::newRow("the key") << QByteArray();
    }
    void aWrittenReturnGoesBeforeWhatACheckProposes()
    {
        QFETCH(QByteArray, way);
        QSignalSpy drafts(&pane(), &CasePane::draftChanged);
        openCase(samples::failedChecks(), returnDraft());
        if (way.isEmpty())
            m_desk->press(Qt::Key_D, Qt::ControlModifier);
        else if (way == "checkAnswer")
            m_desk->part<QAbstractButton>("checkAnswer").click();
        else
            m_desk->part<QWidget>(way.constData())
                .findChild<QAbstractButton *>(QStringLiteral("stripAction"))
                ->click();
        QVERIFY(pane().isSheetOpen());
        QCOMPARE(reply(), QStringLiteral("نص كُتب بعناية"));
        QCOMPARE(combo("reason").currentData().toString(), QStringLiteral("MISSING_ATTACHMENT"));
        QVERIFY(m_desk->part<Strip>("sheetMessage").isVisible()); // it is not what was asked for
        write("reply", QStringLiteral("+"));
        const DecisionDrafts kept = draftsFromJson(drafts.last().at(1).toByteArray());
        QVERIFY(kept.forms.value(ActType::Return).reply.contains(QStringLiteral("نص كُتب بعناية")));
    }

    void aWrittenReplyComesBackWhateverReplacedIt_data()
    {
        QTest::addColumn<QByteArray>("way");
        QTest::newRow("another reason") << QByteArray("reason");
        QTest::newRow("another template") << QByteArray("template");
        QTest::newRow("no proof") << QByteArray("awaiting");
    }
    void aWrittenReplyComesBackWhateverReplacedIt()
    {
        QFETCH(QByteArray, way);
        QSignalSpy drafts(&pane(), &CasePane::draftChanged);
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Complete);
        m_desk->type(QStringLiteral("7700214581"));
        auto &edit = m_desk->part<QPlainTextEdit>("reply");
        edit.moveCursor(QTextCursor::End);
        write("reply", QStringLiteral(" WRITTEN"));
        const QString written = reply();
        const QString reason = combo("reason").currentData().toString();
        const QString model = combo("template").currentData().toString();
        auto &strip = m_desk->part<Strip>("replyReplaced");
        QVERIFY(!strip.isVisible());
        if (way == "awaiting") {
            m_desk->part<QAbstractButton>("awaiting").click();
        } else {
            QVERIFY(combo(way.constData()).count() > 1);
            combo(way.constData()).setCurrentIndex(combo(way.constData()).currentIndex() == 0 ? 1 : 0);
        }
        QVERIFY(combo("template").currentData().toString() != model);
        QVERIFY(!reply().contains(QStringLiteral("WRITTEN")));
        QVERIFY(strip.isVisible());
        // What the disk has by now holds both, should the program end here.
        const QByteArray onDisk = drafts.last().at(1).toByteArray();
        QCOMPARE(draftsFromJson(onDisk).forms.value(ActType::Complete).otherReplies.value(model), written);
        strip.findChild<QAbstractButton *>(QStringLiteral("stripAction"))->click();
        QVERIFY(!strip.isVisible());
        QCOMPARE(reply(), written);
        QCOMPARE(combo("reason").currentData().toString(), reason);
        QCOMPARE(combo("template").currentData().toString(), model);
        QVERIFY(m_desk->part<QAbstractButton>("executed").isChecked());
        QCOMPARE(draftsFromJson(drafts.last().at(1).toByteArray()).forms.value(ActType::Complete).reply,
                 written);
        // After a crash, choosing its template brings it back.
        openCase(samples::ordinary(), onDisk);
        pane().openSheet(ActType::Complete);
        QCOMPARE(m_desk->part<QAbstractButton>("awaiting").isChecked(), way == "awaiting");
        QCOMPARE(m_desk->part<QWidget>("awaitingMeans").isVisible(), way == "awaiting");
        QVERIFY(!strip.isVisible());
        QVERIFY(!reply().contains(QStringLiteral("WRITTEN")));
        m_desk->part<QAbstractButton>("executed").click();
        choose("reason", reason);
        choose("template", model);
        QCOMPARE(reply(), written);
    }

    void whatNobodyWroteIsReplacedWithoutAWord()
    {
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Complete);
        m_desk->type(QStringLiteral("7700214581"));
        m_desk->part<QAbstractButton>("awaiting").click();
        QVERIFY(!m_desk->part<Strip>("replyReplaced").isVisible());
    }

    void aReopenedReplyThatNobodyWroteFollowsItsFields()
    {
        QSignalSpy drafts(&pane(), &CasePane::draftChanged);
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Complete);
        m_desk->type(QStringLiteral("77"));
        openCase(samples::ordinary(), drafts.last().at(1).toByteArray());
        pane().openSheet(ActType::Complete);
        auto &number = m_desk->part<QLineEdit>("operationNumber");
        number.setFocus();
        number.end(false);
        m_desk->type(QStringLiteral("99"));
        QVERIFY2(reply().contains(QStringLiteral("رقم العملية: 7799")), qPrintable(reply()));
    }

    void aNoteThatWasErasedIsNoDraft()
    {
        QSignalSpy changed(&pane(), &CasePane::draftChanged);
        QSignalSpy discarded(&pane(), &CasePane::draftDiscarded);
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Note);
        write("text", QStringLiteral("x"));
        QCOMPARE(changed.count(), 1);
        QTest::keyClick(&m_desk->part<QWidget>("text"), Qt::Key_Backspace);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(discarded.count(), 1);
        QCOMPARE(discarded.first().first().value<CaseId>(), samples::ordinary().id);
        m_desk->press(Qt::Key_Escape);
        QVERIFY(!m_desk->part<QWidget>("alertStrips").isVisible());
    }

    void aCaseThatIsNotInSightIsNotActedOn_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("nothing chosen") << QByteArray("caseEmpty");
        QTest::newRow("another one is read") << QByteArray("caseLoading");
        QTest::newRow("it left the list") << QByteArray("caseError");
    }
    void aCaseThatIsNotInSightIsNotActedOn()
    {
        QFETCH(QByteArray, page);
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Complete);
        m_desk->type(QStringLiteral("7700214581"));
        if (page == "caseEmpty")
            pane().showNothing();
        else if (page == "caseLoading")
            pane().showLoading();
        else
            pane().showError({Error::Kind::NotFound, QStringLiteral("case.unknown"), {}});
        QVERIFY(m_desk->part<QWidget>(page.constData()).isVisible());
        QVERIFY(!pane().isSheetOpen());
        for (const char *key : {"keyComplete", "keyReturn", "keyEscalate", "keyReject"}) {
            m_desk->part<QAction>(key).trigger();
            QVERIFY2(!pane().isSheetOpen(), key);
        }
        pane().openSheet(ActType::Note);
        QVERIFY(!pane().isSheetOpen());
        QVERIFY(m_desk->m_recorded.empty());
        openCase(samples::failedChecks());
        QVERIFY(!pane().isSheetOpen());
        QVERIFY(m_desk->part<QWidget>("actReturn").isVisible());
    }

    void anAnswerSpeaksOfItsOwnCaseOnly_data()
    {
        QTest::addColumn<bool>("recorded");
        QTest::newRow("recorded") << true;
        QTest::newRow("failed") << false;
    }
    void anAnswerSpeaksOfItsOwnCaseOnly()
    {
        QFETCH(bool, recorded);
        keepUnanswered();
        QSignalSpy asked(&pane(), &CasePane::actRequested);
        const CaseId first = samples::ordinary().id;
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Note);
        write("text", QStringLiteral("beside"));
        m_desk->press(Qt::Key_Escape);
        pane().openSheet(ActType::Complete);
        m_desk->type(QStringLiteral("7700214581"));
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        openCase(samples::failedChecks());
        pane().openSheet(ActType::Note);
        write("text", QStringLiteral("of the other"));
        // Confirmed before the first was answered: it waits for its turn.
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.count(), 1);
        QSignalSpy drafts(&pane(), &CasePane::draftChanged);
        if (recorded)
            pane().actRecorded(first);
        else
            pane().actFailed(first, diskFull());
        QVERIFY(pane().isSheetOpen());
        QCOMPARE(m_desk->part<QPlainTextEdit>("text").toPlainText(), QStringLiteral("of the other"));
        QVERIFY(!m_desk->part<Strip>("sheetMessage").isVisible());
        // What else was begun on the first one survives the record, and everything survives the refusal.
        QCOMPARE(drafts.count(), 1);
        QCOMPARE(drafts.first().first().value<CaseId>(), first);
        const DecisionDrafts kept = draftsFromJson(drafts.first().at(1).toByteArray());
        QCOMPARE(kept.forms.value(ActType::Note).text, QStringLiteral("beside"));
        QCOMPARE(kept.forms.contains(ActType::Complete), !recorded);
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked.last().first().value<Intention>().caseId, samples::failedChecks().id);
        pane().actFailed(samples::failedChecks().id, diskFull());
        QVERIFY(m_desk->part<QWidget>("confirm").isEnabled());
        QVERIFY(m_desk->part<Strip>("sheetMessage").isVisible());
    }

    void aSheetThatWasLeftIsBroughtBackByItsFailure()
    {
        keepUnanswered();
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Complete);
        m_desk->type(QStringLiteral("7700214581"));
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->press(Qt::Key_Escape);
        pane().actFailed(samples::ordinary().id, diskFull());
        QVERIFY(pane().isSheetOpen());
        QCOMPARE(m_desk->part<QLineEdit>("operationNumber").text(), QStringLiteral("7700214581"));
        QVERIFY(m_desk->part<Strip>("sheetMessage").isVisible());
    }

    void aRecalledActIsADraftAgain()
    {
        QSignalSpy drafts(&pane(), &CasePane::draftChanged);
        Intention said;
        said.type = ActType::Return;
        said.reason = QStringLiteral("MISSING_ATTACHMENT");
        said.reply = Reply{QStringLiteral("return.missing_attachment"),
                           QStringLiteral("المستندات الناقصة: الجواز الجديد.")};
        OutboxItem item = parked(said);
        item.state = OutboxState::Waiting;
        OpenedCase opened = samples::opened(samples::ordinary());
        opened.pending = {item};
        opened.shown.status = CaseStatus::Returned;
        pane().open(opened, samples::officer());
        pane().takeBack(item.act);
        // On disk at once; the sheet opens on the case as it is without the act.
        QCOMPARE(drafts.count(), 1);
        const DecisionForm kept =
            draftsFromJson(drafts.last().at(1).toByteArray()).forms.value(ActType::Return);
        QCOMPARE(kept.reply, said.reply->text);
        QVERIFY(!pane().isSheetOpen());
        pane().refresh(samples::opened(samples::ordinary()));
        QVERIFY(pane().isSheetOpen());
        QCOMPARE(reply(), said.reply->text);
        QVERIFY(m_desk->part<QCheckBox>("document_new_passport").isChecked());
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->m_recorded.size(), std::size_t(1));
        QCOMPARE(m_desk->m_recorded.front().reply, said.reply);
        QVERIFY(!m_desk->m_recorded.front().replaces);
    }

    void aRecalledActOfAnotherCaseDisturbsNothing()
    {
        QSignalSpy drafts(&pane(), &CasePane::draftChanged);
        openCase(samples::failedChecks());
        pane().takeBack(parked({}).act);
        QCOMPARE(drafts.count(), 0);
        QVERIFY(!pane().isSheetOpen());
    }

    void anotherCaseNeverShowsTheRepliesOfTheLast()
    {
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Complete);
        m_desk->press(Qt::Key_Escape);
        Case other = samples::ordinary();
        other.id = CaseId(QStringLiteral("other"));
        other.number = QStringLiteral("1448099999");
        other.beneficiary.name = QStringLiteral("فاطمة");
        pane().open(samples::opened(other), samples::officer());
        pane().openSheet(ActType::Complete);
        const QString text = m_desk->part<QPlainTextEdit>("reply").toPlainText();
        QVERIFY(text.contains(QStringLiteral("1448099999")) && text.contains(QStringLiteral("فاطمة")));
        QVERIFY(!text.contains(samples::ordinary().number));
    }

    void anErrorKeepsEverythingAndSaysWhy()
    {
        disconnect(&pane(), &CasePane::actRequested, m_desk.get(), nullptr);
        QSignalSpy asked(&pane(), &CasePane::actRequested);
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Complete);
        m_desk->type(QStringLiteral("7700214581"));
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.count(), 1); // while it is being recorded nothing is asked twice
        pane().actFailed(samples::ordinary().id, {Error::Kind::Full, QStringLiteral("sql.full"), {}});
        QVERIFY(pane().isSheetOpen());
        QVERIFY(m_desk->part<Strip>("sheetMessage").message().contains(QStringLiteral("sql.full")));
        QCOMPARE(m_desk->part<QLineEdit>("operationNumber").text(), QStringLiteral("7700214581"));
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.count(), 2);
    }

    void aChangeBehindAnOpenSheetIsSaidAndKeepsTheText()
    {
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Complete);
        m_desk->type(QStringLiteral("7700214581"));
        OpenedCase changed = samples::opened(samples::ordinary());
        changed.shown.version = 9;
        pane().refresh(changed);
        auto &message = m_desk->part<Strip>("sheetMessage");
        QVERIFY(message.isVisible());
        QCOMPARE(m_desk->part<QLineEdit>("operationNumber").text(), QStringLiteral("7700214581"));
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->m_recorded.back().seenVersion, 9);
        pane().openSheet(ActType::Complete);
        changed.shown.status = CaseStatus::Completed;
        changed.shown.version = 10;
        pane().refresh(changed);
        QVERIFY(!m_desk->part<QWidget>("confirm").isEnabled());
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->m_recorded.size(), std::size_t(1));
    }

    void aParkedActIsDecidedAnewFromWhatItHeld_data()
    {
        QTest::addColumn<Intention>("before");
        Intention said;
        said.type = ActType::Complete;
        said.reason = QStringLiteral("EXECUTED");
        said.reply = Reply{QStringLiteral("complete.executed"), QStringLiteral("رد كُتب من قبل")};
        said.execution =
            Execution{QStringLiteral("7700214581"), riyadhInstant(QDate(2026, 11, 22), QTime(9, 5))};
        QTest::newRow("complete") << said;
        said.execution.reset();
        said.reason = QStringLiteral("APPROVED_AWAITING_EXECUTION");
        said.reply = Reply{QStringLiteral("complete.under_execution"), QStringLiteral("قيد التنفيذ")};
        QTest::newRow("approved") << said;
        said.type = ActType::Return;
        said.reason = QStringLiteral("MISSING_ATTACHMENT");
        said.reply = Reply{QStringLiteral("return.missing_attachment"),
                           QStringLiteral("المستندات الناقصة: الجواز الجديد.")};
        QTest::newRow("return") << said;
        said = {};
        said.type = ActType::Escalate;
        said.reason = QStringLiteral("STATUTORY_WINDOW");
        said.text = QStringLiteral("المهلة النظامية");
        QTest::newRow("escalate") << said;
        said.type = ActType::Transfer;
        said.reason = QStringLiteral("SPECIALIST_SECTION");
        said.toSection = QStringLiteral("reports");
        said.toSubService = QStringLiteral("reports.absence_cancel");
        QTest::newRow("transfer") << said;
    }
    void aParkedActIsDecidedAnewFromWhatItHeld()
    {
        QFETCH(Intention, before);
        OpenedCase opened = samples::opened(samples::ordinary());
        opened.pending = {parked(before)};
        pane().open(opened, samples::officer());
        pane().decideAnew(opened.pending.front().act.id);
        QVERIFY(pane().isSheetOpen());
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->m_recorded.size(), std::size_t(1));
        const Intention &now = m_desk->m_recorded.front();
        QCOMPARE(now.replaces, std::optional(opened.pending.front().act.id));
        QCOMPARE(now.type, before.type);
        QCOMPARE(now.reason, before.reason);
        QCOMPARE(now.text, before.text);
        QCOMPARE(now.reply, before.reply);
        QCOMPARE(now.execution, before.execution);
        QCOMPARE(now.toSection, before.toSection);
        QCOMPARE(now.toSubService, before.toSubService);
        QCOMPARE(now.seenLastAct, opened.shown.history.back().act);
    }

    void whatIsDecidedAnewMayBeChangedFirst()
    {
        Intention before;
        before.type = ActType::Return;
        before.reason = QStringLiteral("MISSING_ATTACHMENT");
        before.reply = Reply{QStringLiteral("return.missing_attachment"),
                             QStringLiteral("المستندات الناقصة: الجواز الجديد.")};
        OpenedCase opened = samples::opened(samples::ordinary());
        opened.pending = {parked(before)};
        pane().open(opened, samples::officer());
        pane().decideAnew(opened.pending.front().act.id);
        QVERIFY(m_desk->part<QCheckBox>("document_new_passport").isChecked());
        QVERIFY(!m_desk->part<QCheckBox>("document_iqama").isChecked());
        auto &reply = m_desk->part<QPlainTextEdit>("reply");
        reply.setFocus();
        reply.moveCursor(QTextCursor::End);
        m_desk->type(QStringLiteral(" END"));
        // Closed and asked for again, what was written since is there, and the act is still replaced.
        m_desk->press(Qt::Key_Escape);
        pane().decideAnew(opened.pending.front().act.id);
        QVERIFY(reply.toPlainText().endsWith(QStringLiteral("END")));
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_desk->m_recorded.front().replaces.has_value());
        QVERIFY(m_desk->m_recorded.front().reply->text.endsWith(QStringLiteral("END")));
    }

    void whatIsNoLongerPossibleIsShownAndNotSent()
    {
        Intention before;
        before.type = ActType::Return;
        before.reason = QStringLiteral("MISSING_ATTACHMENT");
        before.reply = Reply{QStringLiteral("return.missing_attachment"), QStringLiteral("نص محفوظ")};
        OpenedCase opened = samples::opened(samples::returned());
        opened.pending = {parked(before)};
        pane().open(opened, samples::officer());
        pane().decideAnew(opened.pending.front().act.id);
        QCOMPARE(m_desk->part<QPlainTextEdit>("reply").toPlainText(), QStringLiteral("نص محفوظ"));
        QVERIFY(m_desk->part<Strip>("sheetMessage").isVisible());
        QVERIFY(!m_desk->part<QWidget>("confirm").isEnabled());
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_desk->m_recorded.empty());
    }

    void onlyAParkedActIsDecidedAnew()
    {
        OpenedCase opened = samples::opened(samples::ordinary());
        opened.pending = {
            samples::outboxItem(opened.shown, ActType::Note, OutboxState::Waiting, ParkReason::None)};
        pane().open(opened, samples::officer());
        pane().decideAnew(opened.pending.front().act.id);
        pane().decideAnew(ActId(QStringLiteral("another")));
        QVERIFY(!pane().isSheetOpen());
    }

    void aNewActReplacesAParkedOneOfItsKindOnly_data()
    {
        QTest::addColumn<ActType>("before");
        QTest::addColumn<ActType>("now");
        QTest::addColumn<bool>("replaces");
        QTest::newRow("decision after decision") << ActType::Return << ActType::Complete << true;
        QTest::newRow("escalation after escalation") << ActType::Escalate << ActType::Escalate << true;
        QTest::newRow("decision after escalation") << ActType::Escalate << ActType::Complete << false;
        QTest::newRow("escalation after decision") << ActType::Complete << ActType::Escalate << false;
        QTest::newRow("note after note") << ActType::Note << ActType::Note << false;
        QTest::newRow("decision after note") << ActType::Note << ActType::Complete << false;
    }
    void aNewActReplacesAParkedOneOfItsKindOnly()
    {
        QFETCH(ActType, before);
        QFETCH(ActType, now);
        QFETCH(bool, replaces);
        OpenedCase opened = samples::opened(samples::ordinary());
        opened.pending = {
            samples::outboxItem(opened.shown, before, OutboxState::Parked, ParkReason::Refused)};
        pane().open(opened, samples::officer());
        pane().openSheet(now);
        if (now == ActType::Escalate)
            combo("reason").setCurrentIndex(0);
        m_desk->part<QWidget>(now == ActType::Complete ? "operationNumber" : "text").setFocus();
        m_desk->type(QStringLiteral("7700214581"));
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->m_recorded.size(), std::size_t(1));
        QCOMPARE(m_desk->m_recorded.front().replaces.has_value(), replaces);
    }

    void escWithoutASheetLeadsBackToTheList()
    {
        m_desk->press(Qt::Key_Return);
        m_desk->press(Qt::Key_Escape);
        QVERIFY(m_desk->list().hasFocus());
    }

    void tabFollowsTheSheetFromTopToBottom()
    {
        m_desk->press(Qt::Key_Return);
        pane().openSheet(ActType::Complete);
        m_desk->type(QStringLiteral("7700214581"));
        m_desk->part<QWidget>("closeSheet").setFocus(Qt::TabFocusReason);
        QStringList order;
        for (int step = 0; step < 10; ++step) {
            order.append(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(order.join(u' '),
                 QStringLiteral("closeSheet executed reason template operationNumber executedOn executedAt "
                                "reply confirm discardDraft"));
    }

    void tabFollowsTheOrderOfReading()
    {
        m_desk->m_cases[0] = samples::longNames();
        m_desk->m_cases[0].section = samples::officer().section;
        m_desk->press(Qt::Key_Return);
        m_desk->part<QWidget>("copyNumber").setFocus(Qt::TabFocusReason);
        QStringList order;
        for (int step = 0; step < 60 && order.count(QStringLiteral("copyNumber")) < 2; ++step) {
            order.append(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        const QStringList expected{QStringLiteral("copyNumber"),
                                   QStringLiteral("whyThisDate"),
                                   QStringLiteral("actComplete"),
                                   QStringLiteral("actReject"),
                                   QStringLiteral("description"),
                                   QStringLiteral("attachmentList"),
                                   QStringLiteral("factSubjectIdentifier"),
                                   QStringLiteral("nextFile"),
                                   QStringLiteral("nextPage"),
                                   QStringLiteral("pageCanvas")};
        qsizetype last = -1;
        for (const QString &name : expected) {
            const qsizetype place = order.indexOf(name);
            QVERIFY2(place > last, qPrintable(QString(name % u" in " % order.join(u' '))));
            last = place;
        }
    }
};

QTEST_MAIN(CaseJourneyTest)
#include "tst_casejourney.moc"
