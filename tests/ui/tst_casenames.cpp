// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a screen reader, and a test that drives the program from outside, meets on the case screen: each thing
// has a role, a raw name, and a stable object name.
#include <QtGui/QAccessible>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QTextEdit>

#include "models/arabic/bidi.h"
#include "tests/support/samplecases.h"
#include "ui/casefile/casepane.h"
#include "ui/documents/documentpane.h"
#include "ui/documents/pagecanvas.h"
#include "ui/shared/language.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/statuschip.h"
#include "ui/shared/strip.h"
#include "ui/shared/valuelabel.h"
#include "ui/theme/theme.h"

using namespace tawasul;

namespace {

constexpr QSizeF kA4(595, 842);

QAccessibleInterface &spoken(QWidget &widget)
{
    QAccessibleInterface *found = QAccessible::queryAccessibleInterface(&widget);
    Q_ASSERT(found);
    return *found;
}

// What is worked with, and what tells a status.
bool speaks(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QComboBox *>(&widget)
        || qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QPlainTextEdit *>(&widget)
        || qobject_cast<const QTextEdit *>(&widget) || qobject_cast<const QAbstractItemView *>(&widget)
        || qobject_cast<const QProgressBar *>(&widget) || qobject_cast<const PageCanvas *>(&widget)
        || qobject_cast<const StatusChip *>(&widget) || qobject_cast<const Strip *>(&widget)
        || widget.focusPolicy() == Qt::StrongFocus;
}

} // namespace

class CaseNamesTest : public QObject
{
    Q_OBJECT

private:
    using State = std::function<void(CasePane &)>;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    samples::StoppedClock m_clock{samples::now()};
    std::unique_ptr<CasePane> m_pane;

    static OpenedCase busiest()
    {
        OpenedCase opened = samples::opened(samples::longNames());
        opened.shown.assignee = PersonName{samples::officer().id, samples::officer().name};
        opened.shown.subject.link = AccountLink::NotLinked;
        OutboxItem parked =
            samples::outboxItem(opened.shown, ActType::Return, OutboxState::Parked, ParkReason::Conflict);
        OutboxItem waiting =
            samples::outboxItem(opened.shown, ActType::Escalate, OutboxState::Waiting, ParkReason::None);
        waiting.act.id = opened.shown.history.back().act;
        waiting.recallUntil = samples::now() + std::chrono::seconds(60);
        opened.pending = {parked, waiting};
        return opened;
    }
    static State sheet(ActType act)
    {
        return [act](CasePane &pane) {
            pane.open(samples::opened(samples::ordinary()), samples::officer());
            pane.openSheet(act);
        };
    }
    static State document(DocumentState::Kind kind)
    {
        return [kind](CasePane &pane) {
            pane.open(samples::opened(samples::ordinary()), samples::officer());
            DocumentState state;
            state.kind = kind;
            state.percent = 40;
            state.error.code = QStringLiteral("preview.unreadable");
            if (kind == DocumentState::Kind::Ready)
                state.pages = {kA4, kA4, kA4};
            pane.documents().setState(samples::ordinary().attachments.front().sha256, state);
        };
    }
    static std::map<QString, State> states()
    {
        using Kind = DocumentState::Kind;
        return {
            {QStringLiteral("empty"), [](CasePane &pane) { pane.showNothing(); }},
            {QStringLiteral("error"),
             [](CasePane &pane) {
                 pane.showError({Error::Kind::NotFound, QStringLiteral("case.unknown"), {}});
             }},
            {QStringLiteral("case"), document(Kind::Ready)},
            {QStringLiteral("busy"), [](CasePane &pane) { pane.open(busiest(), samples::officer()); }},
            {QStringLiteral("checks"),
             [](CasePane &pane) { pane.open(samples::opened(samples::failedChecks()), samples::officer()); }},
            {QStringLiteral("returned"),
             [](CasePane &pane) { pane.open(samples::opened(samples::returned()), samples::officer()); }},
            {QStringLiteral("extreme"),
             [](CasePane &pane) { pane.open(samples::opened(samples::extreme()), samples::officer()); }},
            {QStringLiteral("auditor"),
             [](CasePane &pane) { pane.open(samples::opened(samples::ordinary()), samples::auditor()); }},
            {QStringLiteral("complete"), sheet(ActType::Complete)},
            {QStringLiteral("return"), sheet(ActType::Return)},
            {QStringLiteral("reject"), sheet(ActType::Reject)},
            {QStringLiteral("transfer"), sheet(ActType::Transfer)},
            {QStringLiteral("escalate"), sheet(ActType::Escalate)},
            {QStringLiteral("note"), sheet(ActType::Note)},
            {QStringLiteral("failed"), document(Kind::Failed)},
            {QStringLiteral("away"), document(Kind::Away)},
        };
    }

    void go(const QString &state)
    {
        states().at(state)(*m_pane);
        for (int round = 0; round < 3; ++round)
            QApplication::processEvents();
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
        m_pane = std::make_unique<CasePane>(*m_theme, m_clock, m_clock, DisplayLocale{});
        m_pane->resize(1100, 900);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }
    void cleanup() { m_pane.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    void eachPartHasItsRoleAndItsName_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("object");
        QTest::addColumn<QAccessible::Role>("role");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *state, const char *object, QAccessible::Role role, const char *name) {
            QTest::addRow("%s: %s", state, object)
                << QString::fromLatin1(state) << QString::fromLatin1(object) << role
                << QString::fromUtf8(name);
        };
        constexpr auto kButton = QAccessible::Button;
        constexpr auto kText = QAccessible::StaticText;
        constexpr auto kField = QAccessible::EditableText;
        row("case", "actComplete", kButton, "إنهاء المعالجة");
        row("case", "actReturn", kButton, "إعادة لاستكمال النواقص");
        row("case", "actTransfer", kButton, "إحالة");
        row("case", "actEscalate", kButton, "تصعيد");
        row("case", "actNote", kButton, "ملاحظة");
        row("case", "actReject", kButton, "رفض");
        row("case", "copyNumber", kButton, "نسخ رقم الطلب (Ctrl+Shift+C)");
        row("case", "whyThisDate", kButton, "لماذا هذا التاريخ؟");
        row("case", "caseNumber", kText, "1448021457");
        row("case", "caseStatus", kText, "قيد المعالجة");
        row("case", "timeLeft", kText, "بعد 5 أيام عمل");
        row("case", "deadlineDay", kText, "مهلة الخدمة 29/11/2026");
        row("case", "description", kField, "وصف الطلب");
        row("case", "attachmentList", QAccessible::List, "المرفقات");
        row("case", "documentName", kText, "مستندات نقل المعلومات.pdf");
        row("case", "pageCount", kText, "صفحة 1 من 3");
        row("case", "pageCanvas", QAccessible::Document,
            "صفحة 1 من 3 – مستندات نقل المعلومات.pdf – جارٍ تجهيزها");
        row("case", "nextPage", kButton, "الصفحة التالية (PgDn)");
        row("auditor", "whyNoActs", kText, "صلاحية هذا الحساب للاطلاع فقط.");
        row("busy", "caseMark", kText, "عاجل");
        row("complete", "sheetTitle", kText, "إنهاء المعالجة");
        row("complete", "executed", QAccessible::RadioButton, "نُفّذ الإجراء ورقم العملية متوفر");
        row("complete", "awaiting", QAccessible::RadioButton, "الموافقة بانتظار التنفيذ");
        row("complete", "operationNumber", kField, "رقم العملية");
        row("complete", "executedOn", kField, "تاريخ التنفيذ");
        row("complete", "executedAt", kField, "الوقت");
        row("complete", "reply", kField, "الرد على مقدم الطلب");
        row("complete", "confirm", kButton, "تأكيد إنهاء المعالجة");
        row("complete", "closeSheet", kButton, "إغلاق مع حفظ المسودة (Esc)");
        row("return", "confirm", kButton, "تأكيد الإعادة");
        row("reject", "confirmReject", kButton, "تأكيد الرفض");
        row("note", "confirm", kButton, "حفظ الملاحظة");
        row("failed", "documentTitle", kText, "الملف تالف");
        row("failed", "documentRetry", kButton, "إعادة المحاولة");
        row("away", "downloadProgress", QAccessible::ProgressBar, "ما نُزّل");
    }
    void eachPartHasItsRoleAndItsName()
    {
        QFETCH(QString, state);
        QFETCH(QString, object);
        QFETCH(QAccessible::Role, role);
        QFETCH(QString, name);
        go(state);
        auto *widget = m_pane->findChild<QWidget *>(object);
        QVERIFY(widget && widget->isVisible());
        QCOMPARE(spoken(*widget).text(QAccessible::Name), name);
        QCOMPARE(spoken(*widget).role(), role);
    }

    void nothingIsNamelessAndEveryNameIsRaw_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<Language>("language");
        for (const auto &[state, ignored] : states()) {
            QTest::addRow("%s ar", qPrintable(state)) << state << Language::Arabic;
            QTest::addRow("%s en", qPrintable(state)) << state << Language::English;
        }
    }
    void nothingIsNamelessAndEveryNameIsRaw()
    {
        QFETCH(QString, state);
        QFETCH(Language, language);
        m_words->use(language);
        m_pane =
            std::make_unique<CasePane>(*m_theme, m_clock, m_clock, DisplayLocale{language, Digits::European});
        m_pane->resize(1100, 900);
        m_pane->show();
        go(state);
        m_words->use(Language::Arabic);
        int met = 0;
        const QList<QWidget *> widgets = m_pane->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!widget->isVisible() || widget->objectName().startsWith(u"qt_"))
                continue;
            const QString name = spoken(*widget).text(QAccessible::Name);
            const QString more = spoken(*widget).text(QAccessible::Description);
            const QByteArray which = QString(QLatin1StringView(widget->metaObject()->className()) % u' '
                                             % widget->objectName() % u": " % name % u"; " % more)
                                         .toUtf8();
            QVERIFY2(!hasBidiControls(name) && !hasBidiControls(more), which.constData());
            if (speaks(*widget)) {
                QVERIFY2(!name.isEmpty() && !widget->objectName().isEmpty(), which.constData());
                ++met;
            }
            if (const auto *label = qobject_cast<PlainLabel *>(widget)) {
                QCOMPARE(spoken(*widget).role(), QAccessible::StaticText);
                const bool value = qobject_cast<ValueLabel *>(widget);
                QVERIFY2((value ? more : name) == rawText(label->text()), which.constData());
            }
        }
        QVERIFY(met > 0 || state == u"empty");
    }

    void alertsAreReadAsTextAndTheirButtonsByTheirWord_data()
    {
        QTest::addColumn<QString>("strip");
        QTest::addColumn<QString>("begins");
        QTest::addColumn<QString>("button");
        QTest::newRow("conflict") << QStringLiteral(
            "alertConflict") << QStringLiteral("سُجّل إجراء «إعادة لاستكمال النواقص» على هذا الجهاز، وتغيّر")
                                  << QStringLiteral("معالجة التعارض");
        QTest::newRow("not linked") << QStringLiteral("alertNotLinked")
                                    << QStringLiteral("صاحب العلاقة غير مرتبط بحساب مقدم الطلب.")
                                    << QStringLiteral("إعادة لهذا السبب");
        QTest::newRow("waiting") << QStringLiteral("alertWaiting")
                                 << QStringLiteral("سُجّل إجراء «تصعيد» على هذا الجهاز، وهو بانتظار الإرسال.")
                                 << QStringLiteral("تراجع");
    }
    void alertsAreReadAsTextAndTheirButtonsByTheirWord()
    {
        QFETCH(QString, strip);
        QFETCH(QString, begins);
        QFETCH(QString, button);
        go(QStringLiteral("busy"));
        auto *alert = m_pane->findChild<Strip *>(strip);
        QVERIFY(alert && alert->isVisible());
        QVERIFY2(alert->accessibleName().startsWith(begins), qPrintable(alert->accessibleName()));
        auto &message = *alert->findChild<QWidget *>(QStringLiteral("stripMessage"));
        QCOMPARE(spoken(message).role(), QAccessible::StaticText);
        QCOMPARE(spoken(message).text(QAccessible::Name), alert->accessibleName());
        auto &action = *alert->findChild<QWidget *>(QStringLiteral("stripAction"));
        QCOMPARE(spoken(action).role(), QAccessible::Button);
        QCOMPARE(spoken(action).text(QAccessible::Name), button);
    }

    void filesAreReadWithSizeDocumentsAndWarning()
    {
        go(QStringLiteral("busy"));
        auto &files = *m_pane->findChild<QListWidget *>(QStringLiteral("attachmentList"));
        QAccessibleInterface &list = spoken(files);
        QCOMPARE(list.childCount(), 3);
        for (int row = 0; row < 3; ++row)
            QVERIFY(!hasBidiControls(list.child(row)->text(QAccessible::Name)));
        QCOMPARE(list.child(2)->text(QAccessible::Name),
                 QStringLiteral("invoice[RLO]fdp.exe 60 كيلوبايت · المحتوى غير مسمّى "
                                "صُرّح بأن نوع الملف PDF، ويدل اسمه على EXE. في اسم الملف رموز مخفية تظهر "
                                "بالعلامات [RLO]، وقد يُقرأ في غير هذا البرنامج على نحو آخر."));
        files.setCurrentRow(2);
        auto &name = *m_pane->findChild<QWidget *>(QStringLiteral("documentName"));
        QVERIFY(!spoken(name).text(QAccessible::Description).isEmpty());
    }

    // Qt names a choice on Linux after what is chosen; what it is a choice of is told by its label.
    void choicesAreFoundByTheirLabel_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("label");
        const auto row = [](const char *state, const char *object, const char *label) {
            QTest::addRow("%s: %s", state, object)
                << QString::fromLatin1(state) << QString::fromLatin1(object) << QString::fromUtf8(label);
        };
        row("complete", "reason", "النتيجة");
        row("complete", "template", "نموذج الرد");
        row("return", "reason", "سبب الإعادة");
        row("reject", "reason", "سبب الرفض");
        row("transfer", "toSection", "الإحالة إلى القسم");
        row("transfer", "toSubService", "الخدمة الفرعية");
        row("escalate", "reason", "سبب التصعيد");
    }
    void choicesAreFoundByTheirLabel()
    {
        QFETCH(QString, state);
        QFETCH(QString, object);
        QFETCH(QString, label);
        go(state);
        auto &box = *m_pane->findChild<QComboBox *>(object);
        QVERIFY(box.isVisible());
        QCOMPARE(spoken(box).role(), QAccessible::ComboBox);
        QCOMPARE(box.accessibleName(), label);
        const auto labels = spoken(box).relations(QAccessible::Label);
        QCOMPARE(labels.size(), 1);
        QCOMPARE(labels.first().first->text(QAccessible::Name), label);
        QCOMPARE(spoken(box).text(QAccessible::Name),
                 box.currentIndex() < 0 ? label : rawText(box.currentText()));
    }

    void choicesAreReadRaw()
    {
        for (const char *state : {"complete", "return", "reject", "transfer", "escalate"}) {
            go(QString::fromLatin1(state));
            const QList<QComboBox *> boxes = m_pane->findChildren<QComboBox *>();
            for (const QComboBox *box : boxes) {
                for (int row = 0; row < box->count(); ++row) {
                    const QString said = box->itemData(row, Qt::AccessibleTextRole).toString();
                    QCOMPARE(said, rawText(box->itemText(row)));
                }
            }
        }
    }

    void thePageIsNamedAnewWhenItIsTurned()
    {
        go(QStringLiteral("case"));
        auto &canvas = *m_pane->findChild<QWidget *>(QStringLiteral("pageCanvas"));
        m_pane->documents().turnPage(1);
        QCOMPARE(spoken(canvas).text(QAccessible::Name),
                 QStringLiteral("صفحة 2 من 3 – مستندات نقل المعلومات.pdf – جارٍ تجهيزها"));
    }

    void whatMovedIntoTheMenuKeepsItsName()
    {
        go(QStringLiteral("case"));
        m_pane->resize(640, 680);
        QApplication::processEvents();
        auto *note = m_pane->findChild<QAction *>(QStringLiteral("more_actNote"));
        QVERIFY(note);
        QCOMPARE(note->text(), QStringLiteral("ملاحظة"));
    }
};

QTEST_MAIN(CaseNamesTest)
#include "tst_casenames.moc"
