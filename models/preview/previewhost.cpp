// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/previewhost.h"

#include "models/preview/previewloop.h"

namespace tawasul {

PreviewHost::PreviewHost(PreviewSettings settings, const Clock &clock, Executor &gui)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_gui(gui)
    , m_mail(std::make_unique<PreviewMail>())
    , m_waiting(std::make_shared<Waiting>())
{
    Q_ASSERT(m_settings.workers >= 2);
}

PreviewHost::~PreviewHost()
{
    m_waiting->clear();
}

quint64 PreviewHost::request(PageRequest page, Answer answer)
{
    const quint64 id = ++m_lastId;
    m_waiting->emplace(id, std::move(answer));
    m_mail->post(PreviewMail::Ask{{id, std::move(page), false}});
    return id;
}

void PreviewHost::cancel(quint64 id)
{
    if (m_waiting->erase(id) > 0)
        m_mail->post(PreviewMail::Cancel{id});
}

void PreviewHost::forget(const QString &sha256)
{
    m_mail->post(PreviewMail::Forget{sha256});
}

void PreviewHost::run()
{
    PreviewLoop loop(m_settings, m_clock, *m_mail, [this](quint64 id, PreviewAnswer answer) {
        m_gui.post([waiting = m_waiting, id, answer = std::move(answer)]() mutable {
            const auto found = waiting->find(id);
            if (found == waiting->end())
                return;
            const Answer tell = std::move(found->second);
            waiting->erase(found);
            tell(std::move(answer));
        });
    });
    loop.run();
}

void PreviewHost::stop()
{
    m_mail->stop();
}

} // namespace tawasul
