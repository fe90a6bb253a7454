// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/previewrig.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtTest/QtTest>

#include <unistd.h>

namespace tawasul {

void TestThreadExecutor::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(&m_here, std::move(job), Qt::QueuedConnection);
}

void TestThreadExecutor::postAfter(std::chrono::milliseconds delay, std::function<void()> job)
{
    post([this, delay, job = std::move(job)] { QTimer::singleShot(delay, &m_here, job); });
}

PreviewRig::PreviewRig(const PreviewSettings &settings)
    : m_host(std::make_unique<PreviewHost>(settings, m_clock, m_gui))
    , m_thread([this] { m_host->run(); })
{
}

PreviewRig::~PreviewRig()
{
    stop();
}

void PreviewRig::stop()
{
    m_host->stop();
    if (m_thread.joinable())
        m_thread.join();
}

PreviewAnswer PreviewRig::page(const PageRequest &request)
{
    constexpr int kLongest = 30'000;
    auto answer = std::make_shared<std::optional<PreviewAnswer>>();
    m_host->request(request, [answer](PreviewAnswer got) { *answer = std::move(got); });
    if (!QTest::qWaitFor([&answer] { return answer->has_value(); }, kLongest))
        return Error{};
    return **answer;
}

std::vector<pid_t> childProcesses()
{
    std::vector<pid_t> children;
    const QStringList tasks =
        QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &task : tasks) {
        QFile list(QStringLiteral("/proc/self/task/%1/children").arg(task));
        if (!list.open(QIODevice::ReadOnly))
            continue;
        const QList<QByteArray> numbers = list.readAll().simplified().split(' ');
        for (const QByteArray &number : numbers) {
            if (!number.isEmpty())
                children.push_back(number.toInt());
        }
    }
    return children;
}

int openDescriptors()
{
    return int(QDir(QStringLiteral("/proc/self/fd"))
                   .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
                   .size());
}

qint64 residentMemory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

QString verdictOf(const PreviewAnswer &answer)
{
    return answer ? QStringLiteral("page") : answer.error().code;
}

} // namespace tawasul
