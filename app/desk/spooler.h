// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "ui/print/printchoice.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QProcess>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace tawasul {

/// The printers of this machine, by the programs of CUPS: a print server that does not answer holds up one of
/// them and nothing of the desk, and what is printed goes through a pipe and lies in no file of ours. GUI
/// thread.
class Spooler : public QObject
{
    Q_OBJECT

public:
    struct Programs
    {
        QString print; ///< lp
        QString list;  ///< lpstat
    };

    /// `patience`: how long a print server may take over sheets.
    explicit Spooler(Programs programs, std::chrono::milliseconds patience = std::chrono::seconds(30));
    ~Spooler() override;

    /// Those that are installed; empty names where there are none.
    [[nodiscard]] static Programs installed();

    /// The answer comes later; none where there is no spooler, or it does not answer.
    void findPrinters(std::function<void(std::vector<Printer>)> answer);

    /// Done once the spooler has taken it over. Errors print.no_spooler, print.refused; and print.no_answer,
    /// after which it may be printed all the same. Goes on when whoever asked has gone.
    void print(const QString &printer, const QByteArray &pdf, std::function<void(Outcome)> answer);

    /// Says until when a file may still be taken back.
    class Errand
    {
    public:
        /// True while nothing has been put in place: then nothing will be.
        bool giveUp();
        /// From now on it is written to its end; false when it was given up.
        [[nodiscard]] bool commit();

    private:
        enum class State { Open, GivenUp, Committed };
        std::atomic<State> m_state = State::Open;
    };

    /// Writes a file that nothing has yet, whole or not at all, and tells where it is: under the name with a
    /// number when that is taken. Error print.not_saved. A folder of the network that does not answer holds
    /// up nobody, not even whoever signs out. No answer when it was given up, or once this object is gone.
    void save(const QString &path, const QByteArray &pdf, std::shared_ptr<Errand> errand,
              std::function<void(Result<QString>)> answer);

private:
    [[nodiscard]] QProcess *process(const QString &program, const QStringList &arguments);

    struct Counter; ///< where answers arrive, as long as somebody is there

    std::shared_ptr<Counter> m_counter;
    Programs m_programs;
    std::chrono::milliseconds m_patience;
};

} // namespace tawasul
