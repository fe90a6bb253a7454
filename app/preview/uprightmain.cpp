// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tawasul-upright tells how one picture of a page lies. A program of its own, so that the workers that show
// pages need not wait for Tesseract nor carry it: it is started for a picture when somebody has looked at a
// scan for a while, and ends with its answer. Shut in as they are, and tighter: it opens no file at all.
#include "app/preview/confinement.h"
#include "app/preview/hostsocket.h"
#include "app/preview/orientation.h"
#include "app/preview/sharedmemory.h"

#include <algorithm>
#include <sys/resource.h>
#include <unistd.h>

using namespace tawasul;

namespace {

constexpr int kWrongUse = 2;
constexpr int kHostGone = 3;
constexpr int kNoData = 4;
constexpr int kBehindOthers = 10; // nobody waits for it
constexpr quint32 kLeastDots = 30;
constexpr quint32 kMostDots = 1200;

bool isPicture(const AskUprightFrame &asked)
{
    return asked.width >= 1U && asked.width <= kMaximumSide && asked.height >= 1U
        && asked.height <= kMaximumSide && quint64(asked.width) * asked.height <= kMaximumPixelBytes;
}

bool answerOne(Orientation &orientation)
{
    Question question;
    if (!question.receive())
        return false;
    const auto asked = question.as<AskUprightFrame>();
    if (!asked || !isPicture(*asked))
        return false;
    const std::size_t bytes = std::size_t(asked->width) * asked->height;
    const SharedMemory memory(question.descriptor(), bytes, SharedMemory::Use::Document);
    if (!memory)
        return false;
    const GreyPicture picture{
        {memory.bytes(), memory.bytes() + bytes}, int(quint32(asked->width)), int(quint32(asked->height))};
    const auto quarters = orientation.quartersToUpright(
        picture, int(std::clamp(quint32(asked->dotsPerInch), kLeastDots, kMostDots)));
    auto frame = makeFrame<UprightFrame>(question.sequence());
    frame.isKnown = quarters ? 1U : 0U;
    frame.quarters = quint32(quarters.value_or(0));
    return answer(frame);
}

} // namespace

int main()
{
    if (!hasHost()) {
        constexpr char kWhy[] = "tawasul-upright: is started by tawasul-desk only\n";
        (void)!::write(STDERR_FILENO, kWhy, sizeof(kWhy) - 1);
        return kWrongUse;
    }
    quint32 posture = shedInheritance();
    ::setpriority(PRIO_PROCESS, 0, kBehindOthers);
    Orientation orientation;
    if (!orientation.load())
        ::_exit(kNoData);
    posture = enterConfinement(FileReading::Nothing, posture);

    auto hello = makeFrame<HelloFrame>(0);
    hello.protocol = kFrameProtocol;
    hello.posture = posture;
    const bool well = answer(hello) && answerOne(orientation);
    ::_exit(well ? 0 : kHostGone);
}
