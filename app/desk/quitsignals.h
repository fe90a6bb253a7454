// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSocketNotifier>

#include <array>

namespace tawasul {

/// Ends the program as closing its window does when the session ends or somebody sends SIGTERM, SIGINT or
/// SIGHUP: what is being typed is written down. One in a program.
class QuitSignals : public QObject
{
    Q_OBJECT

public:
    QuitSignals();
    ~QuitSignals() override;

private:
    std::array<int, 2> m_pipe{-1, -1}; ///< a signal handler may do little more than write a byte
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace tawasul
