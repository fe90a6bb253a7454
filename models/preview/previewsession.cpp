// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/previewsession.h"

#include "models/preview/sealedmemory.h"
#include "models/preview/textlines.h"

#include <csignal>

namespace tawasul {

namespace {

constexpr double kPointsPerMillipoint = 0.001;

bool isWithin(quint64 value, quint64 largest)
{
    return value >= 1 && value <= largest;
}

} // namespace

PreviewSession::PreviewSession(WorkerProcess process, const PreviewPatience &patience, MonotonicTime now)
    : m_process(std::move(process))
    , m_patience(patience)
{
    enter(Stage::Starting, now);
}

void PreviewSession::enter(Stage stage, MonotonicTime now)
{
    m_stage = stage;
    m_since = now;
    m_yields = false;
    switch (stage) {
    case Stage::Starting:
        m_deadline = now + m_patience.start;
        break;
    case Stage::Working:
        m_deadline = now + m_patience.page;
        break;
    case Stage::Idle:
        m_deadline = now + m_patience.idle;
        break;
    case Stage::Spare:
    case Stage::Spent:
        m_deadline = MonotonicTime::max();
        break;
    }
}

// --- what the loop asks for ---

std::optional<PreviewOutcome> PreviewSession::begin(PreviewJob job, MonotonicTime now)
{
    Q_ASSERT(m_stage == Stage::Spare || (m_stage == Stage::Idle && m_sha256 == job.request.sha256));
    const bool first = m_stage == Stage::Spare;
    m_job = std::move(job);
    enter(Stage::Working, now);
    if (first)
        return open(now);
    return m_isLocked ? unlock(now) : askNext(now);
}

std::optional<PreviewOutcome> PreviewSession::receive(MonotonicTime now)
{
    const ReceivedFrame received = ReceivedFrame::from(m_process.socket());
    switch (received.state()) {
    case ReceivedFrame::State::Nothing:
        return {};
    case ReceivedFrame::State::Closed:
        return diedAlone();
    case ReceivedFrame::State::Foul:
        return refuse(PreviewRefusal::Lied, QStringLiteral("a foul record"));
    case ReceivedFrame::State::Frame:
        break;
    }
    if (m_question == Question::Hello) {
        const auto hello = received.as<HelloFrame>(0);
        if (!hello || !acceptHello(*hello, now))
            enter(Stage::Spent, now);
        return {};
    }
    if (takesAhead(received))
        return {};
    if (m_question == Question::None)
        return refuse(PreviewRefusal::Lied, QStringLiteral("an answer to no question"));
    if (const auto failed = received.as<FailedFrame>(m_asked))
        return readFailure(*failed, now);
    return readAnswer(received, now);
}

std::optional<PreviewOutcome> PreviewSession::expire()
{
    if (m_stage == Stage::Working && !m_yields)
        return refuse(PreviewRefusal::Timeout);
    m_stage = Stage::Spent;
    return {};
}

void PreviewSession::yieldSoon()
{
    if (m_stage != Stage::Working || m_yields)
        return;
    m_yields = true;
    m_deadline = std::min(m_deadline, m_since + m_patience.yield);
}

void PreviewSession::retire()
{
    m_retires = true;
    if (m_stage != Stage::Working)
        m_stage = Stage::Spent;
}

WorkerProcess PreviewSession::takeProcess()
{
    m_process.kill();
    return std::move(m_process);
}

// --- endings of a page ---

std::optional<PreviewOutcome> PreviewSession::refuse(PreviewRefusal refusal, const QString &detail)
{
    // Whatever went wrong, the worker may be in somebody else's hands by now.
    const bool working = m_stage == Stage::Working;
    m_stage = Stage::Spent;
    m_question = Question::None;
    if (!working)
        return {};
    return PreviewOutcome(previewError(refusal, detail));
}

std::optional<PreviewOutcome> PreviewSession::finish(PreviewOutcome outcome, MonotonicTime now)
{
    m_question = Question::None;
    m_painting = {};
    m_textMemory.close();
    m_secretMemory.close();
    const bool tired = m_process.processorTime() - m_startCost > m_patience.processor;
    enter(m_retires || tired ? Stage::Spent : Stage::Idle, now);
    return outcome;
}

std::optional<PreviewOutcome> PreviewSession::diedAlone()
{
    const WorkerEnd end = m_process.end();
    const bool usedUp = end.signal == SIGXCPU;
    return refuse(usedUp ? PreviewRefusal::Timeout : PreviewRefusal::Crashed,
                  QStringLiteral("exit code %1, signal %2").arg(end.exitCode).arg(end.signal));
}

std::optional<PreviewOutcome> PreviewSession::readFailure(const FailedFrame &failed, MonotonicTime now)
{
    const quint32 reason = failed.reason;
    if (!isWithin(reason, kLastFrameReason))
        return refuse(PreviewRefusal::Lied, QStringLiteral("an unknown reason"));
    const PreviewRefusal refusal = refusalOf(FrameReason(reason));
    const bool opens = m_question == Question::Open || m_question == Question::Unlock;
    const quint32 kind = failed.documentKind;
    if (kind > kLastDocumentKind || (kind != 0 && !opens))
        return refuse(PreviewRefusal::Lied, QStringLiteral("an unknown kind of document"));
    if (kind != 0)
        m_kind = DocumentKind(kind);
    if (opens && FrameReason(reason) == FrameReason::Locked)
        return readLocked(now);
    if (opens) // there will never be a second document
        return refuse(refusal);
    return finish(previewError(refusal), now);
}

/// There is no password yet, or it was the wrong one: the worker waits for another.
std::optional<PreviewOutcome> PreviewSession::readLocked(MonotonicTime now)
{
    m_isLocked = true;
    if (m_question == Question::Open)
        return unlock(now);
    overwriteSecret(m_secretMemory, *m_job.password);
    if (m_unlocks >= kMaximumUnlocks)
        m_retires = true; // the next try gets a fresh one
    return finish(previewError(PreviewRefusal::Encrypted), now);
}

// --- what a worker may answer ---

std::optional<PreviewOutcome> PreviewSession::readAnswer(const ReceivedFrame &received, MonotonicTime now)
{
    switch (m_question) {
    case Question::Unlock:
        overwriteSecret(m_secretMemory, *m_job.password);
        [[fallthrough]];
    case Question::Open:
        if (const auto opened = received.as<OpenedFrame>(m_asked); opened && acceptOpened(*opened))
            return askNext(now);
        break;
    case Question::Size:
        if (const auto sized = received.as<SizedFrame>(m_asked);
            sized && acceptSized(*sized, m_job.request.page))
            return askPixels();
        break;
    case Question::Render:
        if (const auto rendered = received.as<RenderedFrame>(m_asked); rendered && acceptRendered(*rendered))
            return takePixels(now);
        break;
    case Question::Text:
        if (const auto text = received.as<TextFrame>(m_asked))
            return takeText(*text, now);
        break;
    case Question::Findings:
        if (const auto found = received.as<FindingsFrame>(m_asked))
            return takeFindings(*found, now);
        break;
    case Question::None:
    case Question::Hello:
        break;
    }
    return refuse(PreviewRefusal::Lied, QStringLiteral("to question %1").arg(int(m_question)));
}

bool PreviewSession::acceptHello(const HelloFrame &hello, MonotonicTime now)
{
    if (hello.protocol != kFrameProtocol)
        return false;
    m_posture = Posture(hello.posture);
    if (!m_posture->isEnough())
        return false;
    m_question = Question::None;
    m_startCost = m_process.processorTime();
    enter(Stage::Spare, now);
    return true;
}

bool PreviewSession::acceptOpened(const OpenedFrame &opened)
{
    if (!isWithin(opened.documentKind, kLastDocumentKind) || !isWithin(opened.pages, kMaximumPages)
        || opened.encrypted > 1U)
        return false;
    m_facts.kind = DocumentKind(quint32(opened.documentKind));
    m_kind = m_facts.kind;
    m_facts.pageCount = int(quint32(opened.pages));
    m_facts.encrypted = opened.encrypted == 1U;
    m_isLocked = false;
    m_secretMemory.close();
    return true;
}

bool PreviewSession::acceptSized(const SizedFrame &sized, int page)
{
    if (sized.page != quint32(page) || !isWithin(sized.width, kMaximumMillipoints)
        || !isWithin(sized.height, kMaximumMillipoints))
        return false;
    m_sizes.insert(page,
                   QSizeF(double(quint64(sized.width)) * kPointsPerMillipoint,
                          double(quint64(sized.height)) * kPointsPerMillipoint));
    return true;
}

bool PreviewSession::acceptRendered(const RenderedFrame &rendered) const
{
    return rendered.page == quint32(m_job.request.page) && rendered.width == quint32(m_painting.size.width())
        && rendered.height == quint32(m_painting.size.height())
        && rendered.stride == quint32(m_painting.size.width()) * kBytesPerPixel
        && rendered.format == quint32(PixelFormat::Rgb32);
}

// --- questions ---

std::optional<PreviewOutcome> PreviewSession::open(MonotonicTime now)
{
    m_sha256 = m_job.request.sha256;
    const Result<SealedDocument> sealed = sealDocument(m_job.request.path);
    if (!sealed) {
        // Nothing was sent: the worker is as fresh as before.
        m_sha256.clear();
        enter(Stage::Spare, now);
        return PreviewOutcome(sealed.error());
    }
    auto frame = makeFrame<OpenFrame>(m_asked = ++m_sequence);
    frame.size = sealed->size;
    m_question = Question::Open;
    if (!sendFrame(m_process.socket(), frame, sealed->memory.number()))
        return refuse(PreviewRefusal::WorkerBroken, QStringLiteral("the spare died"));
    return {};
}

std::optional<PreviewOutcome> PreviewSession::unlock(MonotonicTime now)
{
    if (!m_job.password)
        return finish(previewError(PreviewRefusal::Encrypted), now);
    m_secretMemory = shareSecret(*m_job.password);
    if (!m_secretMemory) // no document has such a password
        return finish(previewError(PreviewRefusal::Encrypted), now);
    auto frame = makeFrame<UnlockFrame>(m_asked = ++m_sequence);
    frame.size = quint32(m_job.password->utf8().size());
    m_question = Question::Unlock;
    ++m_unlocks;
    if (!sendFrame(m_process.socket(), frame, m_secretMemory.number()))
        return diedAlone();
    return {};
}

std::optional<PreviewOutcome> PreviewSession::askNext(MonotonicTime now)
{
    switch (askedFor(m_job.task)) {
    case PreviewTask::Facts:
        return finish(PreviewGain(m_facts), now);
    case PreviewTask::Findings:
        return askFindings();
    case PreviewTask::Text:
        return askText(now);
    default:
        return askPage(now);
    }
}

std::optional<PreviewOutcome> PreviewSession::askPage(MonotonicTime now)
{
    const int page = m_job.request.page;
    if (page < 0 || page >= m_facts.pageCount)
        return finish(previewError(PreviewRefusal::NoSuchPage), now);
    return m_sizes.contains(page) ? askPixels() : askSize();
}

std::optional<PreviewOutcome> PreviewSession::askSize()
{
    m_question = Question::Size;
    const int page = m_job.request.page;
    m_isAhead = m_ahead.sequence != 0 && m_ahead.page == page;
    if (m_isAhead) {
        m_asked = std::exchange(m_ahead, {}).sequence;
        return {};
    }
    auto frame = makeFrame<AskSizeFrame>(m_asked = ++m_sequence);
    frame.page = quint32(page);
    if (!sendFrame(m_process.socket(), frame))
        return diedAlone();
    return {};
}

void PreviewSession::askSizeAhead(int page)
{
    const bool isPainting = m_stage == Stage::Working && m_question == Question::Render;
    if (!isPainting || m_ahead.sequence != 0 || m_sizes.contains(page) || page < 0
        || page >= m_facts.pageCount)
        return;
    auto frame = makeFrame<AskSizeFrame>(m_sequence + 1);
    frame.page = quint32(page);
    if (sendFrame(m_process.socket(), frame)) // else it is found dead by whoever reads
        m_ahead = {++m_sequence, page};
}

bool PreviewSession::takesAhead(const ReceivedFrame &received)
{
    if (m_ahead.sequence == 0)
        return false;
    const Ahead ahead = m_ahead;
    if (const auto sized = received.as<SizedFrame>(ahead.sequence)) {
        m_ahead = {};
        return acceptSized(*sized, ahead.page);
    }
    // Whatever is wrong with that page is told when it comes up.
    const auto failed = received.as<FailedFrame>(ahead.sequence);
    if (failed)
        m_ahead = {};
    return failed && isWithin(failed->reason, kLastFrameReason) && failed->documentKind == 0U;
}

std::optional<PreviewOutcome> PreviewSession::askPixels()
{
    const QSize size = pagePixels(m_job.request, m_sizes.value(m_job.request.page));
    m_painting =
        m_spare.size == size ? std::exchange(m_spare, {}) : Pixels{size, makePixelMemory(size), ++m_memories};
    if (!m_painting.memory)
        return refuse(PreviewRefusal::TooLarge, QStringLiteral("no memory for the pixels"));
    auto frame = makeFrame<RenderFrame>(m_asked = ++m_sequence);
    frame.page = quint32(m_job.request.page);
    frame.width = quint32(m_painting.size.width());
    frame.height = quint32(m_painting.size.height());
    frame.memory = m_painting.number;
    m_question = Question::Render;
    if (!sendFrame(m_process.socket(), frame, m_painting.memory.number()))
        return diedAlone();
    return {};
}

std::optional<PreviewOutcome> PreviewSession::askText(MonotonicTime now)
{
    const int page = m_job.request.page;
    if (page < 0 || page >= m_facts.pageCount)
        return finish(previewError(PreviewRefusal::NoSuchPage), now);
    m_textMemory = makeTextMemory();
    if (!m_textMemory)
        return refuse(PreviewRefusal::TooLarge, QStringLiteral("no memory for the text"));
    auto frame = makeFrame<AskTextFrame>(m_asked = ++m_sequence);
    frame.page = quint32(page);
    m_question = Question::Text;
    if (!sendFrame(m_process.socket(), frame, m_textMemory.number()))
        return diedAlone();
    return {};
}

std::optional<PreviewOutcome> PreviewSession::askFindings()
{
    m_question = Question::Findings;
    if (!sendFrame(m_process.socket(), makeFrame<AskFindingsFrame>(m_asked = ++m_sequence)))
        return diedAlone();
    return {};
}

// --- what comes of them ---

std::optional<PreviewOutcome> PreviewSession::takeText(const TextFrame &frame, MonotonicTime now)
{
    const bool makesSense =
        frame.page == quint32(m_job.request.page) && frame.glyphs <= kMaximumGlyphs && frame.complete <= 1U;
    const auto glyphs = makesSense ? copyGlyphs(m_textMemory, frame.glyphs) : std::nullopt;
    if (!glyphs || !makeSense(*glyphs))
        return refuse(PreviewRefusal::Lied, QStringLiteral("text that is none"));
    return finish(PreviewGain(readLines(*glyphs, frame.complete == 1U)), now);
}

std::optional<PreviewOutcome> PreviewSession::takeFindings(const FindingsFrame &frame, MonotonicTime now)
{
    const auto findings = DocumentFindings::from(frame);
    if (!findings)
        return refuse(PreviewRefusal::Lied, QStringLiteral("findings that do not belong together"));
    return finish(PreviewGain(*findings), now);
}

std::optional<PreviewOutcome> PreviewSession::takePixels(MonotonicTime now)
{
    PageImage page;
    page.kind = m_facts.kind;
    page.pageCount = m_facts.pageCount;
    page.encrypted = m_facts.encrypted;
    page.pageSizePoints = m_sizes.value(m_job.request.page);
    m_painted = std::exchange(m_painting, {});
    return finish(PreviewGain(std::move(page)), now);
}

QImage PreviewSession::fetchPixels()
{
    QImage image = copyPixels(m_painted.memory, m_painted.size);
    m_spare = std::exchange(m_painted, {});
    if (quint64(image.sizeInBytes()) > kReusedPixelBytes)
        m_spare = {};
    return image;
}

} // namespace tawasul
