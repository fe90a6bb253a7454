// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/orientationcheck.h"

#include "models/preview/framesocket.h"
#include "models/preview/posture.h"
#include "models/preview/previewerror.h"
#include "models/preview/sealedmemory.h"

namespace tawasul {

namespace {

std::optional<PageOrientation> readAnswer(const ReceivedFrame &received, quint32 sequence)
{
    constexpr quint32 kQuarters = 4;
    const auto told = received.as<UprightFrame>(sequence);
    if (!told || told->isKnown > 1U || told->quarters >= kQuarters
        || (told->isKnown == 0U && told->quarters != 0U))
        return {};
    return PageOrientation{told->isKnown == 1U, int(quint32(told->quarters))};
}

} // namespace

OrientationCheck::OrientationCheck(WorkerProcess process, QImage picture, int dotsPerInch,
                                   const PreviewPatience &patience, Time now)
    : m_process(std::move(process))
    , m_picture(std::move(picture))
    , m_dotsPerInch(dotsPerInch)
    , m_patience(patience)
    , m_deadline(now + patience.start)
{
}

std::optional<PreviewOutcome> OrientationCheck::receive(Time now)
{
    const ReceivedFrame received = ReceivedFrame::from(m_process.socket());
    switch (received.state()) {
    case ReceivedFrame::State::Nothing:
        return {};
    case ReceivedFrame::State::Closed: // before it said Hello it lacks what it reads
        return PreviewOutcome(
            previewError(m_isAsked ? PreviewRefusal::Crashed : PreviewRefusal::WorkerBroken));
    case ReceivedFrame::State::Foul:
        return PreviewOutcome(previewError(PreviewRefusal::Lied, QStringLiteral("a foul record")));
    case ReceivedFrame::State::Frame:
        break;
    }
    if (!m_isAsked) {
        const auto hello = received.as<HelloFrame>(0);
        return hello ? ask(*hello, now) : PreviewOutcome(previewError(PreviewRefusal::WorkerBroken));
    }
    const auto orientation = readAnswer(received, kSequence);
    return orientation ? PreviewOutcome(PreviewGain(*orientation))
                       : PreviewOutcome(previewError(PreviewRefusal::Lied, QStringLiteral("no direction")));
}

std::optional<PreviewOutcome> OrientationCheck::ask(const HelloFrame &hello, Time now)
{
    if (hello.protocol != kFrameProtocol || !Posture(hello.posture).isEnough())
        return PreviewOutcome(previewError(PreviewRefusal::WorkerBroken));
    const Descriptor memory = shareGrey(m_picture);
    auto frame = makeFrame<AskUprightFrame>(kSequence);
    frame.width = quint32(m_picture.width());
    frame.height = quint32(m_picture.height());
    frame.dotsPerInch = quint32(m_dotsPerInch);
    m_picture = {};
    m_isAsked = true;
    m_deadline = now + m_patience.page;
    if (!memory)
        return PreviewOutcome(
            previewError(PreviewRefusal::TooLarge, QStringLiteral("no memory for the picture")));
    if (!sendFrame(m_process.socket(), frame, memory.number()))
        return PreviewOutcome(previewError(PreviewRefusal::Crashed));
    return {};
}

PreviewOutcome OrientationCheck::expire() const
{
    return previewError(PreviewRefusal::Timeout);
}

WorkerProcess OrientationCheck::takeProcess()
{
    m_process.kill();
    return std::move(m_process);
}

} // namespace tawasul
