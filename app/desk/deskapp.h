// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/settings.h"
#include "app/desk/signinflow.h"
#include "app/desk/threadexecutor.h"
#include "models/preview/previewhost.h"
#include "models/sync/networktransport.h"
#include "ui/shared/language.h"
#include "ui/signin/signinpage.h"
#include "ui/theme/theme.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>
#include <thread>

QT_BEGIN_NAMESPACE
class QApplication;
class QStackedWidget;
QT_END_NAMESPACE

namespace tawasul {

class SignInPage;
class Workplace;

/// What the sign-in card shows filled in, for demonstrations; only a training desk takes it.
struct Prefill
{
    QString username;
    QString password;
};

/// The whole desk, built on this one page: threads, transport, theme and words; then the sign-in card, and
/// the workplace of whoever signed in. Clock and chance come from outside, and outlive it. GUI thread.
class DeskApp : public QObject
{
    Q_OBJECT

public:
    DeskApp(QApplication &app, const Clock &clock, Random &random, DeskPlace place, Prefill prefill);
    ~DeskApp() override;

    void show();
    /// Closing the window loses nothing that was typed: what the disk has not taken is asked about first.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitToScreen();
    void useLanguage(Language language);
    void nameWindow();
    void useScheme(Scheme scheme);
    void useTextSize(int percent);
    void applyAppearance();
    void showSignIn();
    void greet();
    void surveyUnsent();
    void enter();
    void leave();
    void rebuild();
    void showShell();
    void showRefusal(const Error &error);
    [[nodiscard]] Surroundings surroundings();

    const Clock &m_clock;
    Random &m_random;
    const DeskPlace m_place;
    Prefill m_prefill;
    LoopExecutor m_gui;
    std::unique_ptr<NetworkTransport> m_transport; ///< used and destroyed on the network's thread
    ThreadExecutor m_network;
    PreviewHost m_preview;
    std::thread m_previewThread;
    Settings m_settings;
    Theme m_theme;
    Catalogues m_words;
    Language m_language = Language::Arabic;
    bool m_isClosing = false; ///< whoever closes the window has been asked
    std::unique_ptr<QStackedWidget> m_window;
    SignInPage *m_signIn = nullptr; ///< owned by the window
    std::vector<UnsentOf> m_unsent; ///< as the last survey found it
    QString m_tried;                ///< the name of the attempt under way
    QTimer m_greeting;              ///< asks whether the centre is there while the card is shown
    SignInFlow m_flow;
    std::unique_ptr<Workplace> m_workplace;
};

} // namespace tawasul
