// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/preview/previewhost.h"

#include <QtCore/QElapsedTimer>

#include <memory>
#include <thread>

namespace tawasul {

/// The test's own thread as an Executor: jobs run from its event loop.
class TestThreadExecutor final : public Executor
{
public:
    void post(std::function<void()> job) override;
    void postAfter(std::chrono::milliseconds delay, std::function<void()> job) override;

private:
    QObject m_here;
};

/// A PreviewHost on a thread of its own, as app/ would run it, with the test's thread as the GUI's.
class PreviewRig
{
public:
    explicit PreviewRig(const PreviewSettings &settings);
    ~PreviewRig();
    PreviewRig(const PreviewRig &) = delete;
    PreviewRig &operator=(const PreviewRig &) = delete;

    [[nodiscard]] PreviewHost &host() { return *m_host; }

    /// Asks and waits; an Error without a code when no answer came.
    [[nodiscard]] PreviewAnswer page(const PageRequest &request);

    [[nodiscard]] Result<DocumentFacts> facts(const PageRequest &document);
    [[nodiscard]] Result<DocumentFacts> unlock(const PageRequest &document, const QString &password);
    /// Of the request's page.
    [[nodiscard]] Result<PageText> text(const PageRequest &page);
    [[nodiscard]] Result<PageHits> hits(const PageRequest &page, const QString &words);
    [[nodiscard]] Result<PageBlankness> blankness(const PageRequest &page);
    [[nodiscard]] Result<PageOrientation> orientation(const PageRequest &page);
    [[nodiscard]] Result<DocumentFindings> findings(const PageRequest &document);

    /// Ends the preview thread; the destructor does the same.
    void stop();

private:
    SystemClock m_clock;
    TestThreadExecutor m_gui;
    std::unique_ptr<PreviewHost> m_host;
    std::thread m_thread;
};

/// The processes that this one started and that still exist, zombies included.
[[nodiscard]] std::vector<pid_t> childProcesses();
[[nodiscard]] int openDescriptors();
/// Of this process, in bytes.
[[nodiscard]] qint64 residentMemory();

/// What came out, for comparing in a table: "page", or the error's code.
[[nodiscard]] QString verdictOf(const PreviewAnswer &answer);

} // namespace tawasul
