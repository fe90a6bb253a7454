// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/documentflow.h"
#include "models/sync/transport.h"
#include "tests/preview/documentrun.h"
#include "tests/support/deskprofile.h"
#include "tests/support/previewrig.h"
#include "ui/theme/theme.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include <malloc.h>

namespace tawasul {

namespace {

using End = DocumentVerdict::End;

constexpr int kTickMs = 5;
constexpr qint64 kSharpensMs = 1'000; ///< after it, nothing better is on its way
constexpr qint64 kPatienceMs = 30'000;
constexpr std::size_t kWarmFiles = 10;

class NoLine final : public Transport
{
public:
    CallId send(TransportCall, Answer) override { return 0; }
    void stop(CallId) override {}
};

PreviewSettings settingsWith(const QString &worker)
{
    PreviewSettings settings;
    settings.program = worker;
    return settings;
}

/// The pane of a desk, and one file after the other in it.
class OfficersWindow
{
public:
    explicit OfficersWindow(const QString &worker)
        : m_rig(settingsWith(worker))
        , m_theme(*qApp)
        , m_pane(m_theme, DisplayLocale{})
    {
        if (!m_profile.open())
            qFatal("documents: no profile");
        Executor &room = m_profile.scheduler().makeExecutor();
        m_engine =
            std::make_unique<SyncEngine>(m_profile.store(), m_line, room, room, m_profile.clock(), m_random);
        m_flow = std::make_unique<DocumentFlow>(m_profile.desk(), m_profile.store(), *m_engine, m_rig.host(),
                                                m_pane);
        m_pane.resize(900, 1100); // as in a window of 1920×1200
        m_pane.show();
    }

    DocumentRun run(const QStringList &files)
    {
        m_sinceTick.start();
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] { look(); });
        m_tick.start(kTickMs);
        qint64 before = 0;
        for (const QString &file : files) {
            if (const auto sha256 = keep(file))
                show(file, *sha256);
            if (m_run.verdicts.size() == kWarmFiles)
                before = residentMemory();
        }
        m_tick.stop();
        m_pane.leave();
        m_flow.reset(); // signed out: nothing of them is kept
        QTimer::singleShot(1'000, &m_loop, &QEventLoop::quit);
        m_loop.exec();
        m_rig.stop();
        ::malloc_trim(0);
        m_run.growthBytes = before > 0 ? residentMemory() - before : 0;
        m_run.left = static_cast<int>(childProcesses().size());
        return std::move(m_run);
    }

private:
    /// Into the profile, as if it had been downloaded; nothing for what cannot be one.
    std::optional<QString> keep(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray bytes = file.readAll();
        const QString sha256 =
            QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        AttachmentFiles &files = m_profile.store().attachments();
        const bool isHere = files.pathOf(sha256) || (files.append(sha256, 0, bytes) && files.finish(sha256));
        return isHere ? std::optional(sha256) : std::nullopt;
    }

    void show(const QString &path, const QString &sha256)
    {
        Attachment attachment;
        attachment.sha256 = sha256;
        attachment.name = path.section(u'/', -1);
        m_code.clear();
        m_seen = {};
        m_timer.start();
        m_sinceTick.restart(); // reading the file was this program's doing
        m_pane.leave();
        m_pane.setAttachments({attachment});
        if (!isSettled())
            m_loop.exec();
        m_run.verdicts.push_back({path,
                                  m_code == QStringLiteral("page") ? End::Shown : endOf({{}, m_code, {}}),
                                  m_code, QStringLiteral("in the window"), m_timer.elapsed()});
        m_sinceTick.restart();
    }

    void look()
    {
        m_run.longestStallMs = std::max(m_run.longestStallMs, m_sinceTick.restart() - kTickMs);
        if (m_loop.isRunning() && isSettled())
            m_loop.quit();
    }

    /// A page is seen, as sharp as it will be, or the card says why not.
    bool isSettled()
    {
        const auto *canvas = m_pane.findChild<PageCanvas *>(QStringLiteral("pageCanvas"));
        const auto *code = m_pane.findChild<QLabel *>(QStringLiteral("documentCode"));
        const auto *password = m_pane.findChild<QWidget *>(QStringLiteral("documentPassword"));
        const QSize seen =
            canvas->isVisible() && !canvas->isWaiting() ? canvas->pictureSize(canvas->current()) : QSize();
        if (seen != m_seen) {
            m_seen = seen;
            m_sinceSeen.start();
        }
        // Some are never drawn as large as they are shown: a picture of a few pixels.
        if (!seen.isEmpty() && (seen == canvas->devicePixels() || m_sinceSeen.elapsed() > kSharpensMs))
            m_code = QStringLiteral("page");
        else if (canvas->isVisible() && canvas->hasProblem(canvas->current()))
            m_code = QStringLiteral("preview.too_large"); // this page, and not the others
        else if (code && code->isVisible())
            m_code = code->text().remove(QChar(0x2066)).remove(QChar(0x2069));
        else if (password && password->isVisible())
            m_code = QStringLiteral("preview.encrypted"); // asked for, and no fault with a code
        else if (m_timer.elapsed() > kPatienceMs)
            m_code = QStringLiteral("preview.timeout");
        return !m_code.isEmpty();
    }

    DeskProfile m_profile;
    NoLine m_line;
    SystemRandom m_random;
    PreviewRig m_rig;
    Theme m_theme;
    DocumentPane m_pane;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<DocumentFlow> m_flow;
    DocumentRun m_run;
    QEventLoop m_loop;
    QTimer m_tick;
    QElapsedTimer m_sinceTick;
    QElapsedTimer m_timer;
    QSize m_seen; ///< the picture of the page, as large as it is now
    QElapsedTimer m_sinceSeen;
    QString m_code;
};

} // namespace

DocumentRun showInTheWindow(const QStringList &files, const QString &worker)
{
    return OfficersWindow(worker).run(files);
}

} // namespace tawasul
