// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/childrun.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>

#include <array>
#include <cstdio>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ; // NOLINT(readability-redundant-declaration): POSIX leaves it to the user to declare

namespace tawasul {

namespace {

constexpr double kKilobytes = 1024;

double milliseconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

QByteArray readAll(int descriptor)
{
    QByteArray all;
    std::array<char, 256> part{};
    for (ssize_t count = 0; (count = read(descriptor, part.data(), part.size())) > 0;)
        all.append(part.data(), static_cast<qsizetype>(count));
    close(descriptor);
    return all;
}

} // namespace

std::optional<ChildRun> runChild(const QString &program, const QStringList &arguments)
{
    QByteArrayList words{program.toLocal8Bit()};
    for (const QString &each : arguments)
        words.append(each.toLocal8Bit());
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    std::array<int, 2> pipes{};
    if (pipe(pipes.data()) != 0)
        return std::nullopt;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addclose(&actions, pipes[0]);
    posix_spawn_file_actions_adddup2(&actions, pipes[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, pipes[1]);
    QElapsedTimer timer;
    timer.start();
    pid_t child = 0;
    const int failed = posix_spawn(&child, argv.front(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(pipes[1]);
    const QByteArray said = readAll(pipes[0]);
    int status = 0;
    rusage usage{};
    if (failed != 0 || wait4(child, &status, 0, &usage) != child || status != 0)
        return std::nullopt;
    return ChildRun{milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
                    static_cast<double>(timer.nsecsElapsed()) / 1e6, said};
}

double anonymousIn(const ChildRun &run)
{
    return run.said.trimmed().toDouble() / kKilobytes;
}

void sayAnonymous()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return;
    const QByteArrayList lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("RssAnon:"))
            std::printf("%s\n", line.simplified().split(' ').value(1).constData());
    }
    std::fflush(stdout);
}

} // namespace tawasul
