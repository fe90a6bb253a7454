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

namespace {

/// Waits for the one answer that `ask` is given a place for; an Error without a code when none came.
template<class Gain, class Ask>
Result<Gain> waitFor(const Ask &ask)
{
    constexpr int kLongest = 30'000;
    auto answer = std::make_shared<std::optional<Result<Gain>>>();
    ask([answer](Result<Gain> got) { *answer = std::move(got); });
    if (!QTest::qWaitFor([&answer] { return answer->has_value(); }, kLongest))
        return Error{};
    return **answer;
}

DocumentRequest wholeOf(const PageRequest &page)
{
    return {page.sha256, page.path, page.priority};
}

} // namespace

PreviewAnswer PreviewRig::page(const PageRequest &request)
{
    return waitFor<PageImage>([&](auto answer) { m_host->request(request, std::move(answer)); });
}

Result<DocumentFacts> PreviewRig::facts(const PageRequest &document)
{
    return waitFor<DocumentFacts>(
        [&](auto answer) { m_host->askFacts(wholeOf(document), std::move(answer)); });
}

Result<DocumentFacts> PreviewRig::unlock(const PageRequest &document, const QString &password)
{
    return waitFor<DocumentFacts>(
        [&](auto answer) { m_host->unlock(wholeOf(document), Secret::of(password), std::move(answer)); });
}

Result<PageText> PreviewRig::text(const PageRequest &page)
{
    return waitFor<PageText>(
        [&](auto answer) { m_host->askText(wholeOf(page), page.page, std::move(answer)); });
}

Result<PageHits> PreviewRig::hits(const PageRequest &page, const QString &words)
{
    return waitFor<PageHits>(
        [&](auto answer) { m_host->askHits(wholeOf(page), page.page, words, std::move(answer)); });
}

Result<PageBlankness> PreviewRig::blankness(const PageRequest &page)
{
    return waitFor<PageBlankness>([&](auto answer) { m_host->askBlankness(page, std::move(answer)); });
}

Result<PageOrientation> PreviewRig::orientation(const PageRequest &page)
{
    return waitFor<PageOrientation>([&](auto answer) { m_host->askOrientation(page, std::move(answer)); });
}

Result<DocumentFindings> PreviewRig::findings(const PageRequest &document)
{
    return waitFor<DocumentFindings>(
        [&](auto answer) { m_host->askFindings(wholeOf(document), std::move(answer)); });
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
