// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/deskapp.h"

#include "app/desk/profile.h"
#include "app/desk/workplace.h"
#include "models/store/unsentwork.h"
#include "models/sync/signin.h"
#include "ui/shared/errortext.h"
#include "ui/shared/scrollaccess.h"
#include "ui/signin/signinpage.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtCore/QPointer>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStackedWidget>

namespace tawasul {

namespace {

constexpr std::chrono::seconds kBetweenGreetings{10};
constexpr QSize kFirstSize{1536, 960};
constexpr QSize kSmallestSize{1280, 720};
constexpr int kTitleBar = 48; ///< higher than any that is usual

Language languageOf(const QString &word)
{
    return word == QLatin1String("en") ? Language::English : Language::Arabic;
}

QString wordOf(Language language)
{
    return language == Language::English ? QStringLiteral("en") : QStringLiteral("ar");
}

Scheme schemeOf(const QString &word)
{
    if (word == QLatin1String("dark"))
        return Scheme::Dark;
    return word == QLatin1String("contrast") ? Scheme::HighContrast : Scheme::Light;
}

QString wordOf(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Dark:
        return QStringLiteral("dark");
    case Scheme::HighContrast:
        return QStringLiteral("contrast");
    case Scheme::Light:
        break;
    }
    return QStringLiteral("light");
}

// The worker lies beside the desk's own program.
PreviewSettings previewSettings()
{
    PreviewSettings settings;
    const QDir here(QCoreApplication::applicationDirPath());
    settings.program = here.filePath(QStringLiteral("tawasul-preview"));
    settings.uprightProgram = here.filePath(QStringLiteral("tawasul-upright"));
    return settings;
}

} // namespace

DeskApp::DeskApp(QApplication &app, const Clock &clock, Random &random, DeskPlace place, Prefill prefill)
    : m_clock(clock)
    , m_random(random)
    , m_place(std::move(place))
    , m_prefill(std::move(prefill))
    , m_transport(std::make_unique<NetworkTransport>(m_place.centre))
    , m_network(QStringLiteral("network"))
    , m_preview(previewSettings(), m_clock, m_gui)
    , m_previewThread([this] { m_preview.run(); })
    , m_settings(m_place.dataFolder)
    , m_theme(app)
    , m_words(app)
    , m_window(std::make_unique<QStackedWidget>())
    , m_flow(m_place, surroundings())
{
    // Numbers and dates on screen come from our own formatter; nothing may follow the machine's locale by
    // luck.
    QLocale::setDefault(QLocale::c());
    guardScrollAreas();
    m_words.use(m_language = languageOf(m_settings.language()));
    applyAppearance();
    m_window->setObjectName(QStringLiteral("window"));
    m_window->installEventFilter(this);
    fitToScreen();
    connect(&m_greeting, &QTimer::timeout, this, &DeskApp::greet);
    connect(&m_flow, &SignInFlow::entered, this, &DeskApp::enter);
    connect(&m_flow, &SignInFlow::refused, this, &DeskApp::showRefusal);
    nameWindow();
    showSignIn();
    surveyUnsent();
}

DeskApp::~DeskApp()
{
    m_workplace.reset();
    m_window.reset();
    m_preview.stop();
    m_previewThread.join();
    m_network.post([this] { m_transport.reset(); });
    m_network.finish();
}

Surroundings DeskApp::surroundings()
{
    return {m_clock, m_random, m_gui, m_network, *m_transport};
}

// Nothing of the window beyond the screen: the navigation and the status line lie at its edges.
void DeskApp::fitToScreen()
{
    const QSize room = m_window->screen()->availableSize();
    m_window->setMinimumSize(kSmallestSize.boundedTo(room));
    m_window->resize(kFirstSize.boundedTo(room));
    // Title bar and frame take room too; how much only the window manager knows.
    const bool isTight =
        room.width() <= kFirstSize.width() || room.height() <= kFirstSize.height() + kTitleBar;
    if (isTight)
        m_window->setWindowState(Qt::WindowMaximized);
}

void DeskApp::show()
{
    m_window->show();
}

bool DeskApp::eventFilter(QObject *watched, QEvent *event)
{
    // Only a person who closes it is asked, and not whoever ends the session of the machine. Qt 6.4 hands a
    // window no spontaneous close event, whoever closed it.
    const bool isClosed = watched == m_window.get() && event->type() == QEvent::Close && !m_isClosing
        && !qApp->isSavingSession();
    const auto close = [this] {
        m_isClosing = true;
        m_window->close();
    };
    if (!isClosed || !m_workplace || m_workplace->mayClose(close))
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

void DeskApp::useLanguage(Language language)
{
    if (language == m_language)
        return;
    m_language = language;
    m_settings.setLanguage(wordOf(language));
    m_words.use(language);
    nameWindow();
    rebuild();
}

void DeskApp::nameWindow()
{
    m_window->setWindowTitle(tr("Tawasul – Request Processing", "the program's name in the window title"));
}

void DeskApp::useScheme(Scheme scheme)
{
    m_settings.setScheme(wordOf(scheme));
    applyAppearance();
}

void DeskApp::useTextSize(int percent)
{
    m_settings.setTextPercent(percent);
    applyAppearance();
}

void DeskApp::applyAppearance()
{
    Appearance appearance;
    appearance.scheme = schemeOf(m_settings.scheme());
    appearance.textPercent = m_settings.textPercent();
    m_theme.apply(appearance);
}

void DeskApp::showSignIn()
{
    // In another language what was typed stays.
    const SignInForm typed = m_signIn ? m_signIn->form() : SignInForm{};
    delete m_signIn;
    m_signIn = new SignInPage(m_theme, m_language);
    m_signIn->setTraining(m_place.training);
    connect(m_signIn, &SignInPage::languageRequested, this, &DeskApp::useLanguage, Qt::QueuedConnection);
    connect(m_signIn, &SignInPage::schemeRequested, this, &DeskApp::useScheme);
    connect(m_signIn, &SignInPage::signInRequested, this, [this](const SignInForm &form) {
        m_signIn->setBusy(true);
        m_tried = form.username;
        m_flow.attempt(form.username, form.password);
    });
    m_window->setCurrentIndex(m_window->addWidget(m_signIn));
    // In its place already, or the focus would be lost on the way.
    m_signIn->prefill(!typed.username.isEmpty() ? typed
                          : m_prefill.username.isEmpty()
                          ? SignInForm{m_settings.lastUsername(), {}}
                          : SignInForm{m_prefill.username, m_prefill.password});
    greet();
    m_greeting.start(kBetweenGreetings);
}

// On the network's thread, which has nothing else to do before somebody signed in.
void DeskApp::surveyUnsent()
{
    m_network.post([this, folder = QDir(m_place.dataFolder).filePath(QStringLiteral("profiles")),
                    guard = QPointer(m_signIn)] {
        m_gui.post([this, guard, work = unsentWork(folder, m_place.envelopes())] {
            m_unsent.clear();
            for (const UnsentWork &each : work) {
                // An account of another centre cannot sign in here.
                const bool isOurs =
                    each.folder == profileFolder(m_place.dataFolder, m_place.centre, each.username);
                const UnsentCounts &counts = each.counts;
                if (isOurs)
                    m_unsent.push_back({each.officer.isEmpty() ? each.username : each.officer,
                                        static_cast<int>(counts.waiting), static_cast<int>(counts.carried),
                                        static_cast<int>(counts.stopped)});
            }
            if (guard)
                guard->setUnsent(m_unsent);
        });
    });
}

void DeskApp::greet()
{
    m_network.post([this, guard = QPointer(m_signIn)] {
        greetCentre(*m_transport, [this, guard](const Result<CentreGreeting> &greeting) {
            m_gui.post([guard, greeting] {
                if (guard)
                    guard->setOfflineNote(
                        greeting ? QString()
                                 : tr("There is no connection to the central system. Accounts that "
                                      "have been used on this device can sign in and work."));
            });
        });
    });
}

void DeskApp::showRefusal(const Error &error)
{
    m_signIn->setBusy(false);
    const bool wrongPassword = error.code == QLatin1String("session.wrong_credentials");
    m_signIn->showError(errorSentence(error, Trouble::SignIn),
                        wrongPassword ? SignInField::Password : SignInField::Username);
}

void DeskApp::enter()
{
    // Only now is it known to be a name and not a password in the wrong field.
    m_settings.setLastUsername(m_tried);
    m_prefill.password.clear(); // for the first time only
    m_greeting.stop();
    m_workplace = std::make_unique<Workplace>(m_flow.takeEntrance(), m_place.training, m_theme, m_settings,
                                              surroundings(), m_preview);
    connect(m_workplace.get(), &Workplace::schemeRequested, this, &DeskApp::useScheme);
    connect(m_workplace.get(), &Workplace::textPercentRequested, this, &DeskApp::useTextSize);
    connect(m_workplace.get(), &Workplace::languageRequested, this, &DeskApp::useLanguage,
            Qt::QueuedConnection);
    connect(m_workplace.get(), &Workplace::left, this, &DeskApp::leave, Qt::QueuedConnection);
    showShell();
    m_signIn->deleteLater();
    m_signIn = nullptr;
}

void DeskApp::leave()
{
    showSignIn();
    m_workplace.reset(); // its shell leaves the window with it
    surveyUnsent();      // of what it left, too
}

void DeskApp::rebuild()
{
    if (m_workplace)
        return showShell();
    showSignIn();
    m_signIn->setUnsent(m_unsent);
}

void DeskApp::showShell()
{
    const Fitting fitting(m_theme);
    m_window->setCurrentIndex(m_window->addWidget(m_workplace->makeShell(m_language)));
}

} // namespace tawasul
