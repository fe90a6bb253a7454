// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/previewhost.h"

#include "models/preview/previewloop.h"

namespace tawasul {

namespace {

/// The one kind of gain that was asked for.
template<class Gain, class Answer>
std::function<void(PreviewOutcome)> telling(Answer answer)
{
    return [answer = std::move(answer)](PreviewOutcome outcome) {
        if (outcome)
            answer(std::get<Gain>(std::move(*outcome)));
        else
            answer(std::move(outcome).error());
    };
}

PageRequest wholeOf(DocumentRequest document)
{
    PageRequest request;
    request.sha256 = std::move(document.sha256);
    request.path = std::move(document.path);
    request.priority = document.priority;
    return request;
}

} // namespace

PreviewHost::PreviewHost(PreviewSettings settings, const Clock &clock, Executor &gui)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_gui(gui)
    , m_mail(std::make_unique<PreviewMail>())
    , m_waiting(std::make_shared<Waiting>())
    , m_news(std::make_shared<News>())
{
    Q_ASSERT(m_settings.workers >= 2);
}

PreviewHost::~PreviewHost()
{
    m_waiting->clear();
    m_news->postureChanged = {};
}

quint64 PreviewHost::post(PreviewJob job, Tell tell)
{
    job.id = ++m_lastId;
    m_waiting->emplace(job.id, std::move(tell));
    m_mail->post(PreviewMail::Ask{std::move(job)});
    return m_lastId;
}

quint64 PreviewHost::request(PageRequest page, Answer answer)
{
    PreviewJob job;
    job.request = std::move(page);
    return post(std::move(job), telling<PageImage>(std::move(answer)));
}

quint64 PreviewHost::askFacts(DocumentRequest document, FactsAnswer answer)
{
    PreviewJob job;
    job.task = PreviewTask::Facts;
    job.request = wholeOf(std::move(document));
    return post(std::move(job), telling<DocumentFacts>(std::move(answer)));
}

quint64 PreviewHost::askText(DocumentRequest document, int page, TextAnswer answer)
{
    PreviewJob job;
    job.task = PreviewTask::Text;
    job.request = wholeOf(std::move(document));
    job.request.page = page;
    return post(std::move(job), telling<PageText>(std::move(answer)));
}

quint64 PreviewHost::askHits(DocumentRequest document, int page, QString words, HitsAnswer answer)
{
    PreviewJob job;
    job.task = PreviewTask::Hits;
    job.request = wholeOf(std::move(document));
    job.request.page = page;
    job.words = std::move(words);
    return post(std::move(job), telling<PageHits>(std::move(answer)));
}

quint64 PreviewHost::askBlankness(PageRequest page, BlanknessAnswer answer)
{
    PreviewJob job;
    job.task = PreviewTask::Blankness;
    job.request = std::move(page);
    return post(std::move(job), telling<PageBlankness>(std::move(answer)));
}

quint64 PreviewHost::askOrientation(PageRequest page, OrientationAnswer answer)
{
    PreviewJob job;
    job.task = PreviewTask::Orientation;
    job.request = std::move(page);
    return post(std::move(job), telling<PageOrientation>(std::move(answer)));
}

quint64 PreviewHost::unlock(DocumentRequest document, std::shared_ptr<const Secret> password,
                            FactsAnswer answer)
{
    PreviewJob job;
    job.task = PreviewTask::Facts;
    job.request = wholeOf(std::move(document));
    job.password = std::move(password);
    job.triesPassword = true;
    return post(std::move(job), telling<DocumentFacts>(std::move(answer)));
}

quint64 PreviewHost::askFindings(DocumentRequest document, FindingsAnswer answer)
{
    PreviewJob job;
    job.task = PreviewTask::Findings;
    job.request = wholeOf(std::move(document));
    return post(std::move(job), telling<DocumentFindings>(std::move(answer)));
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

void PreviewHost::setShown(const QString &sha256)
{
    m_mail->post(PreviewMail::Shown{sha256});
}

void PreviewHost::forgetAll()
{
    m_waiting->clear();
    m_news->kinds.clear();
    m_mail->post(PreviewMail::ForgetAll{});
}

void PreviewHost::forgetRefusals(const QString &sha256, int page)
{
    m_mail->post(PreviewMail::Retry{sha256, page});
}

std::optional<DocumentKind> PreviewHost::kindOf(const QString &sha256) const
{
    const DocumentKind *kind = m_news->kinds.object(sha256);
    return kind == nullptr ? std::nullopt : std::optional(*kind);
}

void PreviewHost::onPostureChanged(std::function<void(Posture)> listener)
{
    m_news->postureChanged = std::move(listener);
}

void PreviewHost::run()
{
    PreviewLoop::Listeners listeners;
    listeners.answered = [this](quint64 id, PreviewOutcome outcome) {
        m_gui.post([waiting = m_waiting, id, outcome = std::move(outcome)]() mutable {
            const auto found = waiting->find(id);
            if (found == waiting->end())
                return;
            const Tell tell = std::move(found->second);
            waiting->erase(found);
            tell(std::move(outcome));
        });
    };
    listeners.pageServed = [this](bool remembered) {
        m_gui.post(
            [news = m_news, remembered] { ++(remembered ? news->tally.remembered : news->tally.drawn); });
    };
    listeners.kindLearned = [this](const QString &sha256, DocumentKind kind) {
        m_gui.post([news = m_news, sha256, kind] { news->kinds.insert(sha256, new DocumentKind(kind)); });
    };
    listeners.postureLearned = [this](Posture posture) {
        m_gui.post([news = m_news, posture] {
            // One that is not shut in as it must be shows nothing.
            const bool isBack = posture.isEnough() && std::exchange(news->unavailable, {}).has_value();
            if (news->posture == posture && !isBack)
                return;
            news->posture = posture;
            if (news->postureChanged)
                news->postureChanged(posture);
        });
    };
    listeners.workerMissed = [this](const Error &why) {
        m_gui.post([news = m_news, why] {
            if (std::exchange(news->unavailable, why) != why && news->postureChanged)
                news->postureChanged(news->posture.value_or(Posture()));
        });
    };
    PreviewLoop(m_settings, m_clock, *m_mail, std::move(listeners)).run();
}

void PreviewHost::stop()
{
    m_mail->stop();
}

} // namespace tawasul
