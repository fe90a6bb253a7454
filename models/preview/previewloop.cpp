// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/previewloop.h"

#include "models/preview/blankpage.h"

#include <array>
#include <poll.h>

namespace tawasul {

namespace {

using Stage = PreviewSession::Stage;

/// While its worker is at work a password is kept, however old: it is looked at again after that.
constexpr std::chrono::milliseconds kLookAgain{1'000};

/// What was asked, made of what the worker was asked for it.
PreviewGain madeOf(PreviewGain gain, const PreviewJob &job)
{
    if (job.task == PreviewTask::Hits)
        return hitsOn(std::get<PageText>(gain), job.words);
    if (const auto *page = std::get_if<PageImage>(&gain); page && job.task == PreviewTask::Blankness)
        return PageBlankness{isNearlyBlank(page->image)};
    return gain;
}

/// Of its picture; what has no size counts as A4.
int dotsPerInch(const PageImage &page)
{
    constexpr double kPointsPerInch = 72;
    constexpr double kA4 = 595;
    const double points = page.pageSizePoints.width();
    return qRound(page.image.width() / (points > 0 ? points : kA4) * kPointsPerInch);
}

} // namespace

PreviewLoop::PreviewLoop(const PreviewSettings &settings, const Clock &clock, PreviewMail &mail,
                         Listeners listeners)
    : m_settings(settings)
    , m_clock(clock)
    , m_mail(mail)
    , m_listeners(std::move(listeners))
    , m_cache(settings.cacheBytes, settings.patience.doubt)
{
}

PreviewLoop::~PreviewLoop() = default;

void PreviewLoop::run()
{
    while (!m_mail.isStopped()) {
        readMail();
        answerWhatIsKnown();
        assign();
        keepSpare();
        checkOrientation();
        failThoseWithoutWorker();
        sweep();
        waitAndRead();
        expireDue();
        sweep();
    }
    // All at once, then the waiting: each WorkerProcess reaps its own at its end.
    for (const Session &session : m_sessions)
        m_dying.push_back(session->takeProcess());
    if (m_orientation)
        m_dying.push_back(m_orientation->takeProcess());
    m_orientation.reset();
    m_sessions.clear();
    m_dying.clear();
}

// --- mail ---

void PreviewLoop::readMail()
{
    for (PreviewMail::Letter &letter : m_mail.take())
        std::visit([this](auto &one) { take(one); }, letter);
}

void PreviewLoop::take(PreviewMail::Ask &letter)
{
    m_cannotStart.reset();
    const auto after = [](const PreviewJob &one, const PreviewJob &other) {
        return one.request.priority < other.request.priority;
    };
    m_queue.insert(std::upper_bound(m_queue.begin(), m_queue.end(), letter.job, after),
                   std::move(letter.job));
}

void PreviewLoop::take(const PreviewMail::Cancel &letter)
{
    std::erase_if(m_queue, [&letter](const PreviewJob &job) { return job.id == letter.id; });
    dropPictures([&letter](const PreviewJob &job) { return job.id == letter.id; });
    for (const Session &session : m_sessions) {
        if (session->stage() == Stage::Working && session->job().id == letter.id) {
            session->job().cancelled = true;
            session->yieldSoon();
        }
    }
}

void PreviewLoop::take(const PreviewMail::Forget &letter)
{
    m_cache.forget(letter.sha256);
    m_passwords.remove(letter.sha256);
    dropPictures([&letter](const PreviewJob &job) { return job.request.sha256 == letter.sha256; });
    for (PreviewJob &job : m_queue)
        job.isForgotten = job.isForgotten || job.request.sha256 == letter.sha256;
    for (const Session &session : m_sessions) {
        if (session->sha256() != letter.sha256 || session->stage() == Stage::Spent)
            continue;
        session->job().isForgotten = true;
        session->retire();
    }
}

void PreviewLoop::take(const PreviewMail::ForgetAll &)
{
    m_cache.clear();
    m_passwords.clear();
    m_queue.clear();
    dropPictures([](const PreviewJob &) { return true; });
    m_shown.clear();
    for (const Session &session : m_sessions) {
        if (session->sha256().isEmpty() || session->stage() == Stage::Spent)
            continue; // it has seen nothing
        session->job().isForgotten = true;
        session->job().cancelled = true;
        session->yieldSoon();
        session->retire();
    }
}

void PreviewLoop::take(const PreviewMail::Shown &letter)
{
    const auto before = m_passwords.find(m_shown);
    if (before != m_passwords.end())
        before->used = m_clock.monotonic(); // it was needed until now
    m_shown = letter.sha256;
}

void PreviewLoop::take(const PreviewMail::Retry &letter)
{
    m_cache.forgetRefusals(letter.sha256, letter.page);
}

// --- who gets what ---

void PreviewLoop::answerWhatIsKnown()
{
    std::erase_if(m_queue, [this](const PreviewJob &job) {
        const auto known = job.triesPassword ? std::nullopt : m_cache.find(job, m_clock.monotonic());
        if (known && *known && job.task == PreviewTask::Page)
            m_listeners.pageServed(true);
        if (known)
            answer(job, *known);
        return known.has_value();
    });
}

void PreviewLoop::answer(const PreviewJob &job, PreviewOutcome outcome)
{
    if (!outcome)
        return m_listeners.answered(job.id, std::move(outcome));
    if (PageImage *page = std::get_if<PageImage>(&*outcome); page && job.task == PreviewTask::Orientation) {
        if (!job.cancelled)
            m_pictures.push_back({job, std::move(*page)});
        return;
    }
    PreviewGain gain = madeOf(std::move(*outcome), job);
    if (const auto *blankness = std::get_if<PageBlankness>(&gain))
        m_cache.remember(job, *blankness);
    m_listeners.answered(job.id, std::move(gain));
}

void PreviewLoop::assign()
{
    auto queue = std::exchange(m_queue, {});
    for (PreviewJob &job : queue) {
        if (!place(job))
            m_queue.push_back(std::move(job));
    }
    if (m_queue.empty())
        return;
    shareWork();
    makeRoomFor(m_queue.front());
    askAhead();
}

/// Many pages of one document that somebody looks at together are painted by two, where one stands ready.
void PreviewLoop::shareWork()
{
    constexpr std::ptrdiff_t kMany = 4; // opening it again costs about a page
    PreviewSession *spare = sessionIn(Stage::Spare);
    const QString sha256 = m_queue.front().request.sha256;
    const auto isOfIt = [&sha256](const PreviewJob &job) {
        return job.request.sha256 == sha256 && askedFor(job.task) == PreviewTask::Page
            && job.request.priority == PagePriority::Visible;
    };
    const auto paint = std::count_if(m_sessions.begin(), m_sessions.end(), [&sha256](const Session &session) {
        return session->sha256() == sha256 && session->stage() == Stage::Working && !session->retires();
    });
    if (spare == nullptr || paint != 1 || std::count_if(m_queue.begin(), m_queue.end(), isOfIt) < kMany)
        return;
    // The first of them is the first worker's, which is asked about it already.
    const auto second =
        std::find_if(std::next(std::find_if(m_queue.begin(), m_queue.end(), isOfIt)), m_queue.end(), isOfIt);
    PreviewJob job = std::move(*second);
    m_queue.erase(second);
    begin(*spare, std::move(job));
}

/// Of each document the page that comes up next: the worker paints it without another question.
void PreviewLoop::askAhead()
{
    QHash<QString, int> others; // of the same document, which ask for the pages before
    for (const Session &session : m_sessions) {
        if (session->stage() != Stage::Working)
            continue;
        int before = others[session->sha256()]++;
        const auto next = std::find_if(m_queue.begin(), m_queue.end(), [&](const PreviewJob &job) {
            return job.request.sha256 == session->sha256() && askedFor(job.task) == PreviewTask::Page
                && before-- == 0;
        });
        if (next != m_queue.end())
            session->askSizeAhead(next->request.page);
    }
}

/// Pages that nobody looks at yet are made one at a time, and never beside one that somebody looks at.
bool PreviewLoop::place(PreviewJob &job)
{
    if (job.request.priority != PagePriority::Visible && (isBeingMade(true) || isBeingMade(false)))
        return false;
    PreviewSession *session = sessionOf(job.request.sha256);
    if (session == nullptr)
        session = sessionIn(Stage::Spare);
    if (session == nullptr || session->stage() == Stage::Working)
        return false;
    begin(*session, std::move(job));
    return true;
}

void PreviewLoop::begin(PreviewSession &session, PreviewJob job)
{
    if (!job.password)
        job.password = m_passwords.value(job.request.sha256).secret;
    const bool isForgotten = job.isForgotten;
    std::optional<PreviewOutcome> atOnce = session.begin(std::move(job), m_clock.monotonic());
    if (isForgotten)
        session.retire(); // it must not stay open for whoever asks next
    finish(session, std::move(atOnce));
}

/// The first in the queue waits: for its own document's worker, or for any.
void PreviewLoop::makeRoomFor(const PreviewJob &job)
{
    const auto yieldTo = [&job](PreviewSession &session) {
        const PreviewJob &running = session.job();
        const bool same = running.request.sha256 == job.request.sha256
            && running.request.page == job.request.page && running.task == job.task;
        if (!same && running.request.priority > job.request.priority)
            session.yieldSoon();
    };
    if (PreviewSession *own = sessionOf(job.request.sha256)) {
        yieldTo(*own);
        return;
    }
    if (int(m_sessions.size()) < m_settings.workers || sessionIn(Stage::Starting) != nullptr
        || sessionIn(Stage::Idle) != nullptr)
        return; // a worker is coming, or keepSpare() makes one
    for (const Session &session : m_sessions) {
        if (session->stage() == Stage::Working)
            yieldTo(*session);
    }
}

/// One ready or on its way for the next document, and one for each that somebody waits to see. Starting one
/// takes processor time, so the spare waits while somebody looks at a page being made.
void PreviewLoop::keepSpare()
{
    sweep();
    const auto lacksWorker = [this](const PreviewJob &job) {
        return job.request.priority == PagePriority::Visible && sessionOf(job.request.sha256) == nullptr;
    };
    auto wanted = std::count_if(m_queue.begin(), m_queue.end(), lacksWorker);
    if (wanted == 0 && !isBeingMade(true))
        wanted = 1;
    const auto coming = count(Stage::Starting) + count(Stage::Spare);
    if (coming == 0 && wanted > 0 && int(m_sessions.size()) >= m_settings.workers) {
        if (PreviewSession *idle = longestIdle())
            letGo(*idle);
        sweep();
    }
    for (auto missing = wanted - coming; missing > 0 && int(m_sessions.size()) < m_settings.workers;
         --missing)
        startWorker();
}

/// Nobody has looked at its document for a while: what opened it is not kept any longer either.
void PreviewLoop::letGo(PreviewSession &idle)
{
    const QString sha256 = idle.sha256();
    idle.retire();
    if (sessionOf(sha256) == nullptr && sha256 != m_shown)
        dropPassword(sha256);
}

void PreviewLoop::missWorkers(const Error &why)
{
    m_cannotStart = why;
    m_listeners.workerMissed(why);
}

void PreviewLoop::startWorker()
{
    if (m_cannotStart)
        return;
    Result<WorkerProcess> started = WorkerProcess::start(m_settings.program);
    if (started)
        m_sessions.push_back(std::make_unique<PreviewSession>(std::move(started).value(), m_settings.patience,
                                                              m_clock.monotonic()));
    else
        missWorkers(started.error());
}

// --- how a scan lies ---

/// For a picture that waits for it, and behind whoever waits to see a page.
void PreviewLoop::checkOrientation()
{
    while (!m_pictures.empty() && !m_orientation && !isBeingMade(true)) {
        const PageImage &page = m_pictures.front().page;
        if (!m_noOrientation) {
            Result<WorkerProcess> started = WorkerProcess::start(m_settings.uprightProgram);
            if (started)
                m_orientation = std::make_unique<OrientationCheck>(std::move(started).value(), page.image,
                                                                   dotsPerInch(page), m_settings.patience,
                                                                   m_clock.monotonic());
            else
                m_noOrientation = started.error();
        }
        if (m_noOrientation)
            endOrientation(*m_noOrientation);
    }
}

/// Whoever looks at one of them is looking at nothing any more.
void PreviewLoop::dropPictures(const std::function<bool(const PreviewJob &)> &isMeant)
{
    if (m_orientation && isMeant(m_pictures.front().job)) {
        m_dying.push_back(m_orientation->takeProcess());
        m_orientation.reset();
    }
    std::erase_if(m_pictures, [&isMeant](const Picture &each) { return isMeant(each.job); });
}

void PreviewLoop::receiveOrientation()
{
    if (auto outcome = m_orientation->receive(m_clock.monotonic()))
        endOrientation(std::move(*outcome));
}

void PreviewLoop::endOrientation(PreviewOutcome outcome)
{
    const PreviewJob job = m_pictures.front().job;
    m_pictures.erase(m_pictures.begin());
    if (m_orientation)
        m_dying.push_back(m_orientation->takeProcess());
    m_orientation.reset();
    if (!outcome && !isOfDocument(outcome.error()))
        m_noOrientation = outcome.error(); // it lacks what it reads, and will
    // What it could not bear once it will not bear again: nothing is offered there.
    const PageOrientation *told = outcome ? std::get_if<PageOrientation>(&*outcome) : nullptr;
    m_cache.remember(job, told ? *told : PageOrientation());
    m_listeners.answered(job.id, std::move(outcome));
}

void PreviewLoop::failThoseWithoutWorker()
{
    if (!m_cannotStart || count(Stage::Starting) + count(Stage::Spare) > 0)
        return;
    std::erase_if(m_queue, [this](const PreviewJob &job) {
        const bool lacks = sessionOf(job.request.sha256) == nullptr;
        if (lacks)
            m_listeners.answered(job.id, *m_cannotStart);
        return lacks;
    });
}

// --- what comes back ---

void PreviewLoop::waitAndRead()
{
    std::vector<pollfd> polled{{m_mail.bell(), POLLIN, 0}};
    for (const Session &session : m_sessions)
        polled.push_back({session->socket(), POLLIN, 0});
    for (const WorkerProcess &process : m_dying)
        polled.push_back({process.endSignal(), POLLIN, 0});
    if (m_orientation)
        polled.push_back({m_orientation->socket(), POLLIN, 0});
    const bool looks = m_orientation != nullptr;
    if (::poll(polled.data(), polled.size(), pollTimeout()) <= 0)
        return;
    if (looks && polled.back().revents != 0)
        receiveOrientation();
    for (std::size_t i = 0; i < m_sessions.size(); ++i) {
        PreviewSession &session = *m_sessions[i];
        if (polled[i + 1].revents == 0)
            continue;
        const bool starts = session.stage() == Stage::Starting;
        finish(session, session.receive(m_clock.monotonic()));
        if (starts && session.posture())
            m_listeners.postureLearned(*session.posture());
    }
}

void PreviewLoop::finish(PreviewSession &session, std::optional<PreviewOutcome> outcome)
{
    if (!outcome)
        return;
    const PreviewJob job = session.job();
    session.job().password.reset();
    const bool isWorthKeeping = !session.retires();
    settlePassword(job, *outcome);
    std::optional<PreviewOutcome> ofNext;
    if (PageImage *page = *outcome ? std::get_if<PageImage>(&**outcome) : nullptr) {
        ofNext = beginNext(session);
        page->image = session.fetchPixels();
        *page = turnedTo(job.request.quarters, std::move(*page));
        if (page->image.isNull())
            outcome = previewError(PreviewRefusal::TooLarge, QStringLiteral("no memory for the image"));
    }
    if (*outcome && job.task == PreviewTask::Page)
        m_listeners.pageServed(false);
    if (const auto kind = session.documentKind(); kind && !*outcome)
        m_listeners.kindLearned(job.request.sha256, *kind);
    if (isWorthKeeping)
        m_cache.remember(job, *outcome, m_clock.monotonic());
    answer(job, std::move(*outcome));
    finish(session, std::move(ofNext));
}

/// The worker need not wait for what follows until the pixels are fetched. How large the next page is was
/// asked behind this one, and is told sooner than they are copied.
std::optional<PreviewOutcome> PreviewLoop::beginNext(PreviewSession &session)
{
    constexpr int kSoon = 1; // milliseconds
    assign();
    pollfd one{session.socket(), POLLIN, 0};
    if (!session.awaitsSizeAhead() || ::poll(&one, 1, kSoon) <= 0)
        return {};
    return session.receive(m_clock.monotonic());
}

void PreviewLoop::settlePassword(const PreviewJob &job, const PreviewOutcome &outcome)
{
    if (!job.password || job.isForgotten)
        return;
    const QString &sha256 = job.request.sha256;
    const auto known = m_passwords.find(sha256);
    if (outcome && known != m_passwords.end()) { // open already, whatever was tried now
        known->used = m_clock.monotonic();
    } else if (outcome) {
        m_cache.forget(sha256); // it was refused until now
        m_passwords.insert(sha256, {job.password, m_clock.monotonic()});
    } else {
        // The wrong one; or its worker died of the document, and what opened that dies with it.
        constexpr std::array kEnds{PreviewRefusal::Encrypted, PreviewRefusal::Crashed,
                                   PreviewRefusal::Timeout, PreviewRefusal::Lied};
        const QString &code = outcome.error().code;
        if (std::any_of(kEnds.begin(), kEnds.end(),
                        [&code](PreviewRefusal end) { return previewError(end).code == code; }))
            dropPassword(sha256);
    }
}

void PreviewLoop::dropPassword(const QString &sha256)
{
    if (m_passwords.remove(sha256))
        m_cache.forget(sha256);
}

// Those of documents whose worker went without being idle before: stopped for somebody else, while nobody
// waited for it any more.
void PreviewLoop::dropOldPasswords()
{
    const MonotonicTime now = m_clock.monotonic();
    for (auto each = m_passwords.begin(); each != m_passwords.end();) {
        const bool isNeeded = each.key() == m_shown || sessionOf(each.key()) != nullptr
            || now < each->used + m_settings.patience.idle;
        if (!isNeeded)
            m_cache.forget(each.key());
        each = isNeeded ? std::next(each) : m_passwords.erase(each);
    }
}

void PreviewLoop::expireDue()
{
    const MonotonicTime now = m_clock.monotonic();
    dropOldPasswords();
    if (m_orientation && now >= m_orientation->deadline())
        endOrientation(m_orientation->expire());
    for (const Session &session : m_sessions) {
        if (now < session->deadline())
            continue;
        const bool working = session->stage() == Stage::Working;
        if (session->stage() == Stage::Idle)
            letGo(*session);
        const auto answer = session->expire();
        finish(*session, answer);
        if (working && !answer && !session->job().cancelled) {
            PreviewMail::Ask again{session->job()};
            take(again);
        }
    }
}

void PreviewLoop::sweep()
{
    for (const Session &session : m_sessions) {
        if (session->stage() != Stage::Spent)
            continue;
        if (session->sha256().isEmpty()) // it did not die of a document
            missWorkers(previewError(PreviewRefusal::WorkerBroken));
        m_dying.push_back(session->takeProcess());
    }
    std::erase_if(m_sessions, [](const Session &session) { return session->stage() == Stage::Spent; });
    for (auto process = m_dying.begin(); process != m_dying.end();)
        process = process->reap() ? m_dying.erase(process) : std::next(process);
}

int PreviewLoop::pollTimeout() const
{
    MonotonicTime first = MonotonicTime::max();
    for (const Session &session : m_sessions)
        first = std::min(first, session->deadline());
    if (m_orientation)
        first = std::min(first, m_orientation->deadline());
    for (auto each = m_passwords.begin(); each != m_passwords.end(); ++each) {
        if (each.key() != m_shown)
            first = std::min(
                first, std::max(each->used + m_settings.patience.idle, m_clock.monotonic() + kLookAgain));
    }
    if (first == MonotonicTime::max())
        return -1;
    constexpr MonotonicTime kLongest = std::chrono::hours(1);
    return int(std::clamp(first - m_clock.monotonic(), MonotonicTime(0), kLongest).count());
}

// --- looking around ---

PreviewSession *PreviewLoop::sessionOf(const QString &sha256) const
{
    PreviewSession *found = nullptr;
    for (const Session &session : m_sessions) {
        const bool isOfIt =
            session->stage() != Stage::Spent && !session->retires() && session->sha256() == sha256;
        if (isOfIt && (found == nullptr || session->stage() == Stage::Idle))
            found = session.get();
    }
    return found;
}

PreviewSession *PreviewLoop::sessionIn(Stage stage) const
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(),
                                    [stage](const Session &session) { return session->stage() == stage; });
    return found == m_sessions.end() ? nullptr : found->get();
}

PreviewSession *PreviewLoop::longestIdle() const
{
    PreviewSession *longest = nullptr;
    for (const Session &session : m_sessions) {
        if (session->stage() == Stage::Idle && (longest == nullptr || session->since() < longest->since()))
            longest = session.get();
    }
    return longest;
}

int PreviewLoop::count(Stage stage) const
{
    return int(std::count_if(m_sessions.begin(), m_sessions.end(),
                             [stage](const Session &session) { return session->stage() == stage; }));
}

bool PreviewLoop::isBeingMade(bool visible) const
{
    return std::any_of(m_sessions.begin(), m_sessions.end(), [visible](const Session &session) {
        if (session->stage() != Stage::Working)
            return false;
        const PreviewJob &job = session->job();
        return visible == (job.request.priority == PagePriority::Visible && !job.cancelled);
    });
}

} // namespace tawasul
