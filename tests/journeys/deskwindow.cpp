// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/deskwindow.h"

#include "tests/central/testcentre.h"

#include <QtTest/QTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

namespace tawasul {

namespace {

constexpr int kPatienceMs = 40'000;

} // namespace

DeskWindow::DeskWindow(const QUrl &centre, const QString &username)
    : m_centre(centre)
    , m_username(username)
{
}

DeskWindow::~DeskWindow()
{
    quit();
}

DeskPlace DeskWindow::place(bool training) const
{
    return {m_centre, m_folder->path(), training};
}

void DeskWindow::start(bool training, const QString &password)
{
    const Prefill prefill{m_username, password.isEmpty() ? TestCentre::password() : password};
    m_app = std::make_unique<DeskApp>(*qApp, m_clock, m_random, place(training), prefill);
    m_app->show();
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *each : all) {
        if (each->isVisible() && each->objectName() == QLatin1String("window"))
            m_window = each;
    }
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void DeskWindow::quit()
{
    m_window = nullptr;
    m_app.reset();
}

void DeskWindow::bringToFront() const
{
    if (m_window && !QApplication::activeWindow())
        m_window->activateWindow();
}

void DeskWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : m_window, key, modifiers);
    ++m_presses;
}

void DeskWindow::type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void DeskWindow::signIn()
{
    QTRY_VERIFY(focusIsIn("signIn"));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(shown("worklistView"), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(focusIsIn("worklistView"), kPatienceMs);
}

int DeskWindow::rows() const
{
    const auto *view = shown<QAbstractItemView>("worklistView");
    return view ? view->model()->rowCount() : -1;
}

bool DeskWindow::focusIsIn(const char *name) const
{
    const QWidget *part = shown(name);
    bringToFront();
    const QWidget *focus = QApplication::focusWidget();
    return part && focus && (part == focus || part->isAncestorOf(focus));
}

QString DeskWindow::said(const char *name) const
{
    const QWidget *part = shown(name);
    QStringList texts;
    if (part) {
        const QList<QLabel *> labels = part->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                texts.append(label->text());
        }
    }
    return texts.join(u'\n');
}

} // namespace tawasul
