// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

#include "models/arabic/bidi.h"
#include "ui/shared/note.h"
#include "ui/shared/strip.h"
#include "ui/signin/keyboardstate.h"
#include "ui/signin/signinpage.h"
#include "ui/theme/theme.h"

using namespace tawasul;

class SignInTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<SignInPage> m_page;
    std::unique_ptr<QSignalSpy> m_requests;

    template<class T>
    T &part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT_X(found, "part", name);
        return *found;
    }
    QLineEdit &username() const { return part<QLineEdit>("username"); }
    QLineEdit &password() const { return part<QLineEdit>("password"); }
    Strip &error() const { return part<Strip>("signInError"); }

    void open(Language language = Language::Arabic)
    {
        m_words->use(language);
        m_page = std::make_unique<SignInPage>(*m_theme, language);
        m_requests = std::make_unique<QSignalSpy>(m_page.get(), &SignInPage::signInRequested);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_words = std::make_unique<Catalogues>(*qApp);
    }
    void init() { open(); }
    void cleanup() { m_page.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    void thePageSpeaksArabicFromTheRight()
    {
        QCOMPARE(part<QAbstractButton>("signIn").text(), QStringLiteral("تسجيل الدخول"));
        QCOMPARE(username().accessibleName(), QStringLiteral("اسم المستخدم"));
        QCOMPARE(m_page->layoutDirection(), Qt::RightToLeft);
        QCOMPARE(part<QAbstractButton>("otherLanguage").text(), QStringLiteral("English"));
    }

    void thePageSpeaksEnglishFromTheLeft()
    {
        open(Language::English);
        QCOMPARE(part<QAbstractButton>("signIn").text(), QStringLiteral("Sign in"));
        QCOMPARE(m_page->layoutDirection(), Qt::LeftToRight);
        QCOMPARE(part<QAbstractButton>("otherLanguage").text(), QStringLiteral("العربية"));
    }

    void userPasswordAndEnterAreEnough()
    {
        m_page->prefill({});
        QVERIFY(username().hasFocus());
        QTest::keyClicks(&username(), QStringLiteral(" n.alqahtani "));
        QTest::keyClick(&username(), Qt::Key_Return);
        QVERIFY(password().hasFocus());
        QTest::keyClicks(&password(), QStringLiteral(" secret "));
        QTest::keyClick(&password(), Qt::Key_Return);
        QCOMPARE(m_requests->count(), 1);
        // A blank is noise in a user name and may be meant in a password.
        QCOMPARE(m_requests->first().first().value<SignInForm>(),
                 (SignInForm{QStringLiteral("n.alqahtani"), QStringLiteral(" secret ")}));
    }

    void theLastUserIsKeptAndThePasswordAskedFor()
    {
        m_page->prefill({QStringLiteral("n.alqahtani"), {}});
        QVERIFY(password().hasFocus());
        QCOMPARE(username().text(), QStringLiteral("n.alqahtani"));
    }

    void anEmptyFieldIsNamedAndKeepsTheFocus()
    {
        m_page->prefill({});
        QTest::keyClick(&password(), Qt::Key_Return);
        QCOMPARE(m_requests->count(), 0);
        QCOMPARE(error().message(), QStringLiteral("يلزم إدخال اسم المستخدم."));
        QVERIFY(username().hasFocus());
        QTest::keyClicks(&username(), QStringLiteral("n"));
        QVERIFY(error().isHidden());
        part<QAbstractButton>("signIn").click();
        QCOMPARE(error().message(), QStringLiteral("يلزم إدخال كلمة المرور."));
        QVERIFY(password().hasFocus());
    }

    void aRefusalStaysUntilTheWrongFieldIsChanged()
    {
        m_page->prefill({QStringLiteral("n.alqahtani"), QStringLiteral("wrong")});
        m_page->showError(QStringLiteral("كلمة المرور غير صحيحة."));
        QVERIFY(error().isVisible());
        QVERIFY(password().hasFocus());
        QCOMPARE(password().selectedText().size(), 5);
        QVERIFY(password().property("invalid").toBool());
        QTest::keyClicks(&password(), QStringLiteral("x"));
        QCOMPARE(password().text(), QStringLiteral("x"));
        QVERIFY(error().isHidden());
        QVERIFY(!password().property("invalid").toBool());
    }

    void whileTheAnswerIsAwaitedNothingIsSentTwice()
    {
        m_page->prefill({QStringLiteral("n.alqahtani"), QStringLiteral("secret")});
        part<QAbstractButton>("signIn").click();
        m_page->setBusy(true);
        QVERIFY(part<Note>("busyNote").isVisible());
        QVERIFY(!part<QAbstractButton>("signIn").isEnabled());
        QVERIFY(password().hasFocus());
        QTest::keyClicks(&password(), QStringLiteral("more"));
        QTest::keyClick(&password(), Qt::Key_Return);
        QCOMPARE(password().text(), QStringLiteral("secret"));
        QCOMPARE(m_requests->count(), 1);
        m_page->setBusy(false);
        QVERIFY(part<Note>("busyNote").isHidden());
        QTest::keyClick(&password(), Qt::Key_Return);
        QCOMPARE(m_requests->count(), 2);
    }

    void thePasswordIsHiddenUntilAskedFor()
    {
        QAction &show = part<QAction>("showPassword");
        QCOMPARE(password().echoMode(), QLineEdit::Password);
        QCOMPARE(show.text(), QStringLiteral("إظهار كلمة المرور"));
        show.trigger();
        QCOMPARE(password().echoMode(), QLineEdit::Normal);
        QCOMPARE(show.text(), QStringLiteral("إخفاء كلمة المرور"));
    }

    void theShowButtonIsReachedByTab()
    {
        m_page->prefill({QStringLiteral("n"), {}});
        QTest::keyClick(&password(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->parentWidget(), &password());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(password().echoMode(), QLineEdit::Normal);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(part<QAbstractButton>("signIn").hasFocus());
    }

    void theKeyboardsScriptIsShownBesideThePassword()
    {
        auto &badge = part<QLabel>("keyboardLayout");
        QVERIFY(badge.text().isEmpty());
        QTest::sendKeyEvent(QTest::Click, &username(), Qt::Key_N, QStringLiteral("n"), Qt::NoModifier);
        QCOMPARE(badge.text(), QStringLiteral("EN"));
        QTest::sendKeyEvent(QTest::Click, &password(), Qt::Key_unknown, QStringLiteral("ش"), Qt::NoModifier);
        QCOMPARE(badge.text(), QStringLiteral("ع"));
        QCOMPARE(badge.accessibleName(), QStringLiteral("لوحة المفاتيح: العربية"));
    }

    void capsLockIsSaid()
    {
        auto &caps = part<Note>("capsWarning");
        QVERIFY(caps.isHidden());
        QTest::sendKeyEvent(QTest::Click, &password(), Qt::Key_A, QStringLiteral("A"), Qt::NoModifier);
        QVERIFY(caps.isVisible());
        QTest::sendKeyEvent(QTest::Click, &password(), Qt::Key_A, QStringLiteral("A"), Qt::ShiftModifier);
        QVERIFY(caps.isHidden());
    }

    void notesAndBandsAreShownWhenThereIsSomethingToSay()
    {
        QVERIFY(part<QWidget>("trainingBand").isHidden());
        m_page->setTraining(true);
        QVERIFY(part<QWidget>("trainingBand").isVisible());
        QVERIFY(part<Note>("offlineNote").isHidden());
        m_page->setOfflineNote(QStringLiteral("دخول دون اتصال – آخر مزامنة أمس 17:20"));
        QVERIFY(part<Note>("offlineNote").isVisible());
        m_page->setOfflineNote({});
        QVERIFY(part<Note>("offlineNote").isHidden());
        QVERIFY(part<Note>("unsentNote").isHidden());
        m_page->setUnsent({{QStringLiteral("نورة"), 3, 3}, {QStringLiteral("فهد"), 1, 1}});
        QVERIFY(part<Note>("unsentNote").isVisible());
        QVERIFY(part<Note>("unsentNote").sentence().contains(QStringLiteral("نورة")));
        QVERIFY(part<Note>("unsentNote").sentence().contains(QStringLiteral("(3 إجراءات)، ")));
        QVERIFY(part<Note>("unsentNote").sentence().contains(QStringLiteral("(إجراء واحد).")));
        // Invariant I15: whoever signs in next carries it along.
        QVERIFY(
            part<Note>("unsentNote").sentence().contains(QStringLiteral("أو أي حساب آخر على هذا الجهاز")));
        m_page->setUnsent({{QStringLiteral("أ"), 1, 1},
                           {QStringLiteral("ب"), 1, 1},
                           {QStringLiteral("ج"), 1, 1},
                           {QStringLiteral("د"), 1, 1},
                           {QStringLiteral("هـ"), 1, 1},
                           {QStringLiteral("و"), 1, 1}});
        QVERIFY(part<Note>("unsentNote").sentence().contains(QStringLiteral("وحسابان آخران")));
        m_page->setUnsent({});
        QVERIFY(part<Note>("unsentNote").isHidden());
    }

    // What is promised of each account is what becomes of its acts.
    void whatWaitsIsNotPromisedToGoWithOthersWhereItDoesNot_data()
    {
        QTest::addColumn<int>("waiting");
        QTest::addColumn<int>("carried");
        QTest::addColumn<int>("stopped");
        QTest::addColumn<QString>("arabic");
        QTest::newRow("carried by others too")
            << 2 << 2 << 0
            << QStringLiteral("بانتظار الإرسال على هذا الجهاز: نورة (إجراءان). يُرسل ذلك عند دخول صاحبه أو أي "
                              "حساب آخر على هذا الجهاز، دون إمكانية اطلاع حساب آخر على محتواه.");
        QTest::newRow("one has no envelope")
            << 2 << 1 << 0
            << QStringLiteral("بانتظار الإرسال على هذا الجهاز: نورة (إجراءان). يُرسل ذلك عند دخول صاحبه.");
        QTest::newRow("needs a choice, or is held")
            << 0 << 0 << 2
            << QStringLiteral("محفوظ على هذا الجهاز: نورة (إجراءان). لا يُرسل ذلك قبل دخول صاحبه والبت فيه.");
        QTest::newRow("both") << 1 << 0 << 3
                              << QStringLiteral("بانتظار الإرسال على هذا الجهاز: نورة (إجراء واحد). يُرسل ذلك "
                                                "عند دخول صاحبه.\nمحفوظ على هذا الجهاز: نورة (3 إجراءات). لا "
                                                "يُرسل ذلك قبل دخول صاحبه والبت فيه.");
        QTest::newRow("somebody brought it") << 0 << 0 << 0 << QString();
    }
    void whatWaitsIsNotPromisedToGoWithOthersWhereItDoesNot()
    {
        QFETCH(const int, waiting);
        QFETCH(const int, carried);
        QFETCH(const int, stopped);
        QFETCH(const QString, arabic);
        m_page->setUnsent({{QStringLiteral("نورة"), waiting, carried, stopped}});
        QCOMPARE(withoutControls(part<Note>("unsentNote").sentence()), arabic);
        QCOMPARE(part<Note>("unsentNote").isHidden(), arabic.isEmpty());
    }

    void languageAndThemeAreAskedForBySignals()
    {
        QSignalSpy languages(m_page.get(), &SignInPage::languageRequested);
        part<QAbstractButton>("otherLanguage").click();
        QCOMPARE(languages.first().first().value<Language>(), Language::English);
        QSignalSpy schemes(m_page.get(), &SignInPage::schemeRequested);
        QMenu *menu = part<QPushButton>("schemeSwitch").menu();
        QCOMPARE(menu->actions().size(), 3);
        QCOMPARE(menu->actions().at(1)->text(), QStringLiteral("داكن"));
        menu->actions().at(1)->trigger();
        QCOMPARE(schemes.first().first().value<Scheme>(), Scheme::Dark);
    }

    void theCardGrowsWithTheTextAndNothingIsCut()
    {
        m_page->resize(1280, 800);
        for (const int percent : {100, 150}) {
            m_theme->apply({Scheme::Light, percent, true});
            m_page->setOfflineNote(QStringLiteral("دخول دون اتصال – آخر مزامنة أمس 17:20"));
            m_page->showError(QStringLiteral(
                "اسم المستخدم أو كلمة المرور غير صحيحة. لم يتغير شيء على هذا الجهاز؛ تمكن إعادة المحاولة."));
            QApplication::processEvents();
            auto &card = part<QWidget>("signInCard");
            QCOMPARE(card.width(), m_theme->scaled(400));
            const QList<QLabel *> labels = card.findChildren<QLabel *>();
            for (const QLabel *label : labels) {
                if (!label->isVisible())
                    continue;
                const int needed =
                    label->wordWrap() ? label->heightForWidth(label->width()) : label->fontMetrics().height();
                QVERIFY2(label->height() >= needed, qPrintable(label->text()));
            }
        }
        m_theme->apply({});
    }
};

QTEST_MAIN(SignInTest)
#include "tst_signin.moc"
