// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stands in for a tawasul-preview that a hostile document has taken over. Lies at its start are chosen by the
// name it is called by; all others by the document itself: "VERB KIND …", KIND being the FrameKind of the
// answer to spoil; as a tawasul-upright that has been taken over it lies by its name alone. A document that
// begins with "locked" asks for a password first.
#include "models/preview/frame.h"

#include <array>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <linux/falloc.h>
#include <random>
#include <sstream>
#include <string>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace tawasul;

namespace {

using Bytes = std::vector<unsigned char>;

template<class Frame>
Bytes bytesOf(const Frame &frame)
{
    Bytes bytes(sizeof(Frame));
    std::memcpy(bytes.data(), &frame, sizeof(Frame));
    return bytes;
}

void tell(const Bytes &bytes, const std::vector<int> &descriptors = {})
{
    iovec buffer = {const_cast<unsigned char *>(bytes.data()), bytes.size()};
    msghdr message = {};
    message.msg_iov = &buffer;
    message.msg_iovlen = 1;
    Bytes control(CMSG_SPACE(sizeof(int) * descriptors.size()));
    if (!descriptors.empty()) {
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr *rights = CMSG_FIRSTHDR(&message);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(sizeof(int) * descriptors.size());
        std::memcpy(CMSG_DATA(rights), descriptors.data(), sizeof(int) * descriptors.size());
    }
    ::sendmsg(kWorkerSocket, &message, MSG_NOSIGNAL);
}

[[noreturn]] void beSilent()
{
    for (;;)
        ::pause();
}

/// The lie of one document.
struct Lie
{
    bool locked = false;
    bool isPdf = false;
    std::string verb;
    quint32 kind = 0;
    quint32 first = 0;
    quint32 second = 0;
};

struct Received
{
    Bytes bytes;
    FrameHead head = {};
    int descriptor = -1;
};

Received receive()
{
    Received received;
    received.bytes.resize(kLargestFrame);
    iovec buffer = {received.bytes.data(), received.bytes.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control = {};
    msghdr message = {};
    message.msg_iov = &buffer;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    if (::recvmsg(kWorkerSocket, &message, 0) <= 0)
        ::_exit(0);
    if (const cmsghdr *rights = CMSG_FIRSTHDR(&message))
        std::memcpy(&received.descriptor, CMSG_DATA(rights), sizeof(int));
    std::memcpy(&received.head, received.bytes.data(), sizeof(received.head));
    return received;
}

Lie readLie(int document)
{
    std::array<char, 256> text = {};
    const ssize_t size = ::pread(document, text.data(), text.size() - 1, 0);
    std::istringstream words(std::string(text.data(), size > 0 ? std::size_t(size) : 0));
    Lie lie;
    words >> lie.verb;
    lie.locked = lie.verb == "locked";
    if (lie.locked)
        words >> lie.verb;
    lie.isPdf = lie.verb == "pdf"; // and is called one
    if (lie.isPdf)
        words >> lie.verb;
    words >> lie.kind >> lie.first >> lie.second;
    return lie;
}

void writeGlyphs(int memory)
{
    for (quint32 i = 0; i < 2; ++i) {
        TextGlyph glyph{};
        glyph.character = u'a' + i;
        glyph.left = 1000 * i;
        glyph.right = 1000 * i + 900;
        glyph.bottom = 2000;
        (void)!::pwrite(memory, &glyph, sizeof(glyph), off_t(i * sizeof(glyph)));
    }
}

Bytes truthTo(const Received &question)
{
    const quint32 sequence = question.head.sequence;
    switch (FrameKind(quint32(question.head.kind))) {
    case FrameKind::Open:
    case FrameKind::Unlock: {
        auto frame = makeFrame<OpenedFrame>(sequence);
        frame.documentKind = quint32(DocumentKind::Png);
        frame.pages = 3;
        return bytesOf(frame);
    }
    case FrameKind::AskSize: {
        AskSizeFrame asked;
        std::memcpy(&asked, question.bytes.data(), sizeof(asked));
        auto frame = makeFrame<SizedFrame>(sequence);
        frame.page = asked.page;
        frame.width = 60'000;
        frame.height = 40'000;
        return bytesOf(frame);
    }
    case FrameKind::Render: {
        RenderFrame asked;
        std::memcpy(&asked, question.bytes.data(), sizeof(asked));
        auto frame = makeFrame<RenderedFrame>(sequence);
        frame.page = asked.page;
        frame.width = asked.width;
        frame.height = asked.height;
        frame.stride = asked.width * kBytesPerPixel;
        frame.format = quint32(PixelFormat::Rgb32);
        return bytesOf(frame);
    }
    case FrameKind::AskText: {
        AskTextFrame asked;
        std::memcpy(&asked, question.bytes.data(), sizeof(asked));
        writeGlyphs(question.descriptor);
        auto frame = makeFrame<TextFrame>(sequence);
        frame.page = asked.page;
        frame.glyphs = 2;
        frame.complete = 1;
        return bytesOf(frame);
    }
    case FrameKind::AskFindings: {
        auto frame = makeFrame<FindingsFrame>(sequence);
        frame.flags = kFindingScripts | kFindingEncrypted;
        frame.scripts = 3;
        return bytesOf(frame);
    }
    default:
        ::_exit(9);
    }
}

Bytes failure(quint32 sequence, FrameReason reason)
{
    auto frame = makeFrame<FailedFrame>(sequence);
    frame.reason = quint32(reason);
    return bytesOf(frame);
}

void poke(Bytes &bytes, std::size_t offset, quint32 value)
{
    const quint32_le little(value);
    if (offset + sizeof(little) <= bytes.size())
        std::memcpy(bytes.data() + offset, &little, sizeof(little));
}

Bytes nonsense(Bytes truth, std::mt19937 &random)
{
    constexpr std::array<quint32, 8> kEdges{0, 1, 2, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff, 65'536};
    const auto value = [&] {
        return random() % 2 == 0 ? kEdges.at(random() % kEdges.size()) : quint32(random());
    };
    if (random() % 4 == 0) { // nothing but noise, of any length
        truth.resize(random() % 64);
        for (unsigned char &byte : truth)
            byte = static_cast<unsigned char>(random());
        return truth;
    }
    const auto pokes = 1 + random() % 3;
    for (std::size_t i = 0; i < pokes; ++i)
        poke(truth, 4 * (random() % (truth.size() / 4)), value());
    if (random() % 8 == 0)
        truth.resize(random() % 48);
    return truth;
}

/// True when the lie took the place of an answer.
bool spoil(const Lie &lie, Bytes &truth, int document, int pixels)
{
    if (lie.verb == "poke")
        poke(truth, lie.first, lie.second);
    else if (lie.verb == "resize")
        truth.resize(lie.first);
    else if (lie.verb == "fail") {
        auto frame = makeFrame<FailedFrame>(0);
        std::memcpy(&frame.head.sequence, truth.data() + offsetof(FrameHead, sequence), sizeof(quint32));
        frame.reason = lie.first;
        frame.documentKind = lie.second;
        truth = bytesOf(frame);
    } else if (lie.verb == "twice")
        tell(truth);
    else if (lie.verb == "descriptors")
        tell(truth, std::vector<int>(lie.first, STDIN_FILENO));
    else if (lie.verb == "silence")
        beSilent();
    else if (lie.verb == "exit")
        ::_exit(int(lie.first));
    else if (lie.verb == "signal")
        ::raise(int(lie.first));
    else if (lie.verb == "close") {
        ::close(kWorkerSocket);
        beSilent();
    } else if (lie.verb
               == "rewrite") { // the document and the size of the pixels are sealed: an answer means that
        const bool refused = ::pwrite(document, "x", 1, 0) < 0 && ::ftruncate(document, 1) < 0
            && (pixels < 0 || (::ftruncate(pixels, 1) < 0 && ::ftruncate(pixels, 1 << 20) < 0));
        if (!refused)
            ::_exit(8);
    } else if (lie.verb == "glyph" && pixels >= 0) { // one number of the first glyph
        const quint32_le value(lie.second);
        (void)!::pwrite(pixels, &value, sizeof(value), off_t(lie.first));
    } else if (lie.verb == "punch" && pixels >= 0)
        ::fallocate(pixels, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, 1 << 20);
    return lie.verb == "descriptors";
}

void startWith(const std::string &name)
{
    auto hello = makeFrame<HelloFrame>(0);
    hello.protocol = kFrameProtocol;
    hello.posture = kRequiredPosture;
    if (name == "startsilent")
        beSilent();
    if (name == "startexit")
        ::_exit(1);
    if (name == "startprotocol")
        hello.protocol = kFrameProtocol + 1;
    if (name == "startunsealed")
        hello.posture = kRequiredPosture & ~kPostureLimits;
    if (name == "startsequence")
        hello.head.sequence = 1;
    Bytes bytes = bytesOf(hello);
    if (name == "startshort")
        bytes.resize(bytes.size() - 4);
    tell(bytes);
    if (name == "startflood") {
        for (int i = 0; i < 1000; ++i)
            tell(bytes);
    }
    if (name == "startgone")
        ::_exit(0);
}

// Of a tawasul-upright: "upright-KNOWN-QUARTERS", or what else it does instead of answering.
[[noreturn]] void lieAboutUpright(const std::string &name, quint32 sequence)
{
    auto frame = makeFrame<UprightFrame>(sequence);
    std::istringstream words(name.substr(name.find('-') + 1));
    quint32 known = 1;
    quint32 quarters = 0;
    char dash = 0;
    words >> known >> dash >> quarters;
    frame.isKnown = known;
    frame.quarters = quarters;
    if (name == "upright-silent")
        beSilent();
    if (name == "upright-exit")
        ::_exit(7);
    if (name == "upright-sequence")
        frame.head.sequence = sequence + 1;
    Bytes bytes = bytesOf(frame);
    if (name == "upright-short")
        bytes.resize(bytes.size() - 4);
    tell(bytes, name == "upright-descriptor" ? std::vector<int>{STDIN_FILENO} : std::vector<int>());
    beSilent();
}

} // namespace

int main(int, char **arguments)
{
    const std::string path = arguments[0];
    const std::string name = path.substr(path.rfind('/') + 1);
    startWith(name);

    Lie lie;
    int document = -1;
    std::mt19937 random;
    for (;;) {
        const Received question = receive();
        if (question.head.kind == quint32(FrameKind::AskUpright))
            lieAboutUpright(name, question.head.sequence);
        if (question.head.kind == quint32(FrameKind::Open)) {
            document = question.descriptor;
            lie = readLie(document);
            random.seed(lie.first);
        }
        const bool isForWriting = question.head.kind == quint32(FrameKind::Render)
            || question.head.kind == quint32(FrameKind::AskText);
        const int pixels = isForWriting ? question.descriptor : -1;
        Bytes truth = truthTo(question);
        if (lie.isPdf && question.head.kind == quint32(FrameKind::Open))
            poke(truth, offsetof(OpenedFrame, documentKind), quint32(DocumentKind::Pdf));
        if (lie.locked && question.head.kind == quint32(FrameKind::Open)) {
            tell(failure(question.head.sequence, FrameReason::Locked));
            continue;
        }
        FrameHead head;
        std::memcpy(&head, truth.data(), sizeof(head));
        bool told = false;
        if (lie.verb == "random")
            truth = random() % 3 == 0 ? truth : nonsense(truth, random);
        else if (head.kind == lie.kind)
            told = spoil(lie, truth, document, pixels);
        if (!told)
            tell(truth);
        if (pixels >= 0)
            ::close(pixels);
    }
}
