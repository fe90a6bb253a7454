// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/quitsignals.h"

#include <QtCore/QCoreApplication>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace tawasul {

namespace {

constexpr std::array kSignals{SIGTERM, SIGINT, SIGHUP};
volatile std::sig_atomic_t s_writeEnd = -1;

void tell(int)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(s_writeEnd, &byte, 1);
}

} // namespace

QuitSignals::QuitSignals()
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the program then ends as programs do
    s_writeEnd = m_pipe[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [] {
        QCoreApplication::exit(); // quit() closes the window first, which asks a person who may not be there
    });
    for (const int signal : kSignals)
        std::signal(signal, tell);
}

QuitSignals::~QuitSignals()
{
    if (s_writeEnd < 0)
        return;
    for (const int signal : kSignals)
        std::signal(signal, SIG_DFL);
    m_notifier.reset();
    s_writeEnd = -1;
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

} // namespace tawasul
