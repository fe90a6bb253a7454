// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/preview/documentrun.h"

#include "tests/support/previewrig.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QTimer>

#include <csignal>

namespace tawasul {

namespace {

using End = DocumentVerdict::End;

constexpr int kAtOnce = 2;
constexpr int kTickMs = 5;
constexpr std::size_t kWarmFiles = 10;
constexpr QSize kScreen{1000, 1400};

} // namespace

DocumentVerdict::End endOf(const Error &error)
{
    const QString &code = error.code;
    if (code == QLatin1String("preview.timeout") || code == QLatin1String("preview.too_large"))
        return End::Limit;
    if (code != QLatin1String("preview.crashed"))
        return End::Refused;
    const int signal = error.detail.section(u' ', -1).toInt();
    if (signal == SIGSYS)
        return End::Sigsys;
    // Libraries that get no memory end themselves.
    return signal == SIGABRT || signal == SIGKILL ? End::Limit : End::Signal;
}

namespace {

/// One list of files on its way through the host.
class Showing
{
public:
    Showing(const QStringList &files, const QString &worker)
        : m_files(files)
        , m_rig(settingsWith(worker))
    {
    }

    DocumentRun run()
    {
        m_sinceTick.start();
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] {
            m_run.longestStallMs = std::max(m_run.longestStallMs, m_sinceTick.restart() - kTickMs);
        });
        m_tick.start(kTickMs);
        for (int n = 0; n < kAtOnce; ++n)
            askNext();
        if (m_pending > 0)
            m_loop.exec();
        m_tick.stop();
        m_rig.stop();
        m_run.growthBytes = m_memoryBefore > 0 ? residentMemory() - m_memoryBefore : 0;
        m_run.left = static_cast<int>(childProcesses().size());
        return std::move(m_run);
    }

private:
    static PreviewSettings settingsWith(const QString &worker)
    {
        PreviewSettings settings;
        settings.program = worker;
        settings.cacheBytes = qint64(1) << 20;
        return settings;
    }

    void askNext()
    {
        if (m_next >= m_files.size())
            return;
        const QString file = m_files.at(m_next++);
        PageRequest request;
        request.sha256 = QString::number(m_next);
        request.path = file;
        request.fitInto = kScreen;
        QElapsedTimer timer;
        timer.start();
        ++m_pending;
        m_rig.host().request(request, [this, request, timer](const PreviewAnswer &answer) {
            answered(request, timer, answer);
        });
    }

    void answered(const PageRequest &request, const QElapsedTimer &timer, const PreviewAnswer &answer)
    {
        const qint64 waited = timer.elapsed();
        if (!answer)
            return settle(
                {request.path, endOf(answer.error()), answer.error().code, answer.error().detail, waited});
        // What is asked beside a page may not harm anybody either. Its end counts, not its time.
        const DocumentVerdict shown{request.path, End::Shown, verdictOf(answer), {}, waited};
        const DocumentRequest whole{request.sha256, request.path, request.priority};
        m_rig.host().askText(whole, request.page, [this, whole, shown](const Result<PageText> &text) {
            m_rig.host().askFindings(whole, [this, shown, text](const Result<DocumentFindings> &findings) {
                settle(besides(besides(shown, text), findings));
            });
        });
    }

    /// A page was shown; but when the worker died of the rest, that is the verdict.
    template<class Gain>
    static DocumentVerdict besides(DocumentVerdict shown, const Result<Gain> &other)
    {
        const End end = other ? End::Shown : endOf(other.error());
        if (end == End::Sigsys || end == End::Signal) {
            shown.end = end;
            shown.code = other.error().code;
            shown.detail = other.error().detail;
        }
        return shown;
    }

    void settle(DocumentVerdict verdict)
    {
        m_run.verdicts.push_back(std::move(verdict));
        if (m_run.verdicts.size() == kWarmFiles)
            m_memoryBefore = residentMemory();
        --m_pending;
        askNext();
        if (m_pending == 0)
            m_loop.quit();
    }

    const QStringList &m_files;
    PreviewRig m_rig;
    DocumentRun m_run;
    QEventLoop m_loop;
    QTimer m_tick;
    QElapsedTimer m_sinceTick;
    qsizetype m_next = 0;
    int m_pending = 0;
    qint64 m_memoryBefore = 0;
};

} // namespace

QByteArray DocumentVerdict::line() const
{
    const QByteArrayList parts{QByteArray::number(static_cast<int>(end)), code.toUtf8(),
                               QByteArray::number(milliseconds), detail.toUtf8(), file.toUtf8()};
    return parts.join('\t');
}

DocumentVerdict DocumentVerdict::fromLine(const QByteArray &line)
{
    const QByteArrayList parts = line.split('\t');
    DocumentVerdict verdict;
    if (parts.size() < 5)
        return verdict;
    verdict.end = static_cast<End>(parts.at(0).toInt());
    verdict.code = QString::fromUtf8(parts.at(1));
    verdict.milliseconds = parts.at(2).toLongLong();
    verdict.detail = QString::fromUtf8(parts.at(3));
    verdict.file = QString::fromUtf8(parts.mid(4).join('\t'));
    return verdict;
}

DocumentRun showDocuments(const QStringList &files, const QString &worker)
{
    return Showing(files, worker).run();
}

} // namespace tawasul
