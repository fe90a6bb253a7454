// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tawasul-preview opens what strangers sent and gives back pixels. It alone links Poppler and image codecs;
// it is started by the desk for one document, lives behind one socket, and is killed without ceremony.
#include "app/preview/confinement.h"
#include "app/preview/hostsocket.h"
#include "app/preview/service.h"
#include "app/preview/warmup.h"

#include <unistd.h>

using namespace tawasul;

int main()
{
    constexpr int kWrongUse = 2;
    constexpr int kHostGone = 3;
    if (!hasHost()) {
        constexpr char kWhy[] = "tawasul-preview: is started by tawasul-desk only\n";
        (void)!::write(STDERR_FILENO, kWhy, sizeof(kWhy) - 1);
        return kWrongUse;
    }
    quint32 posture = shedInheritance();
    warmUp();
    posture = enterConfinement(FileReading::Fonts, posture);

    auto hello = makeFrame<HelloFrame>(0);
    hello.protocol = kFrameProtocol;
    hello.posture = posture;
    const bool well = answer(hello) && Service().run();
    // Nothing is worth tidying up; destructors of hostile documents least of all.
    ::_exit(well ? 0 : kHostGone);
}
