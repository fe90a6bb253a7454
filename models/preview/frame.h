// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The wire between the desk and tawasul-preview, and the only file that both share. One message is one record
// of a SEQPACKET socket: a struct below, whole and of exactly its size, little-endian. Descriptors travel
// beside Open and Render only, always from the host to the worker. What the worker says is a few integers;
// the host believes none of them before it has checked it.
//
//     worker                      host
//     Hello                   →                    once, sealed and ready
//                             ←   Open + memfd     once: a worker sees one document in its life
//     Opened | Failed         →
//                             ←   AskSize
//     Sized | Failed          →
//                             ←   Render + memfd   the memfd has its final size and is sealed against
//                             changing it
//     Rendered | Failed       →                    the pixels lie in the memfd
#pragma once

#include <QtCore/QtEndian>

#include <type_traits>

namespace tawasul {

inline constexpr quint32 kFrameMagic = 0x31505754; // "TWP1" in the order of bytes
inline constexpr quint32 kFrameProtocol = 1;

inline constexpr quint64 kMaximumDocumentBytes = quint64(256) << 20;
inline constexpr quint64 kMaximumPixelBytes = quint64(64) << 20; ///< of one rendered page
inline constexpr quint64 kMaximumImagePixels =
    100'000'000; ///< images whose header says more are refused unread
inline constexpr quint32 kMaximumPages = 10'000;
inline constexpr quint32 kMaximumSide = 32'767; ///< pixels; beyond it painters count in 16 bits and fail
inline constexpr quint32 kBytesPerPixel = 4;
/// Ten kilometres: any page is smaller, and sizes up to it are exact in every arithmetic used here.
inline constexpr quint64 kMaximumMillipoints = quint64(28'346'457) * 1000;

enum class FrameKind : quint32 {
    Hello = 1,
    Open,
    Opened,
    AskSize,
    Sized,
    Render,
    Rendered,
    Failed,
};

/// What a document is by its content; its name is never asked.
enum class DocumentKind : quint32 {
    Pdf = 1,
    Jpeg,
    Png,
    Gif,
    Bmp,
};
inline constexpr quint32 kLastDocumentKind = quint32(DocumentKind::Bmp);

/// Why the worker refuses; a worker that dies or is silent has no reason to give.
enum class FrameReason : quint32 {
    UnknownType = 1, ///< nothing that is shown here
    Unreadable,      ///< of a known type, but broken
    Locked,          ///< asks for a password
    TooLarge,        ///< more pixels, pages or memory than a preview may have
    NoPages,
    NoSuchPage,
};
inline constexpr quint32 kLastFrameReason = quint32(FrameReason::NoSuchPage);

/// How pixels lie in the memfd.
enum class PixelFormat : quint32 {
    Rgb32 = 1, ///< 0xffRRGGBB in 32 bits, rows without padding, from the top
};

// What a worker has given up before it says Hello, as bits; the host shows nothing of a worker that lacks one
// it asks for.
inline constexpr quint32 kPostureLimits = 1U
    << 0U; ///< memory, processor time, files, descriptors, no core dump
inline constexpr quint32 kPostureNoNewPrivileges = 1U << 1U;
inline constexpr quint32 kPostureUndumpable = 1U << 2U;
inline constexpr quint32 kPostureDiesWithHost = 1U << 3U;
inline constexpr quint32 kPostureAlone = 1U << 4U; ///< no descriptor but the socket and /dev/null
inline constexpr quint32 kPostureCalls = 1U << 5U; ///< every system call but those that showing a page takes
inline constexpr quint32 kPostureFiles = 1U << 6U; ///< every file but fonts; without it none is opened
inline constexpr quint32 kPostureNamespaces = 1U << 7U; ///< network, processes and users of the machine
/// Fails closed: without these there is no preview. Files and namespaces depend on the kernel and on who
/// configured it, and what they forbid is forbidden by the calls as well.
inline constexpr quint32 kRequiredPosture = kPostureLimits | kPostureNoNewPrivileges | kPostureUndumpable
    | kPostureDiesWithHost | kPostureAlone | kPostureCalls;

/// The socket's number in the worker; 0, 1 and 2 are /dev/null.
inline constexpr int kWorkerSocket = 3;

struct FrameHead
{
    quint32_le magic;
    quint32_le kind;     ///< FrameKind
    quint32_le sequence; ///< an answer carries the number of its question; Hello carries 0
};

struct HelloFrame
{
    static constexpr FrameKind kKind = FrameKind::Hello;
    FrameHead head;
    quint32_le protocol;
    quint32_le posture;
};

struct OpenFrame
{
    static constexpr FrameKind kKind = FrameKind::Open;
    FrameHead head;
    quint32_le size; ///< bytes of the memfd
};

struct OpenedFrame
{
    static constexpr FrameKind kKind = FrameKind::Opened;
    FrameHead head;
    quint32_le documentKind;
    quint32_le pages;     ///< 1 … kMaximumPages
    quint32_le encrypted; ///< 1: encrypted, yet open to everybody; otherwise 0
};

struct AskSizeFrame
{
    static constexpr FrameKind kKind = FrameKind::AskSize;
    FrameHead head;
    quint32_le page; ///< from 0
};

struct SizedFrame
{
    static constexpr FrameKind kKind = FrameKind::Sized;
    FrameHead head;
    quint32_le page;
    quint64_le width; ///< thousandths of a point, 1 … kMaximumMillipoints, as the page is shown
    quint64_le height;
};

struct RenderFrame
{
    static constexpr FrameKind kKind = FrameKind::Render;
    FrameHead head;
    quint32_le page;
    quint32_le width; ///< pixels of the whole page
    quint32_le height;
};

struct RenderedFrame
{
    static constexpr FrameKind kKind = FrameKind::Rendered;
    FrameHead head;
    quint32_le page;
    quint32_le width;  ///< as asked
    quint32_le height; ///< as asked
    quint32_le stride; ///< width × kBytesPerPixel
    quint32_le format; ///< PixelFormat
};

struct FailedFrame
{
    static constexpr FrameKind kKind = FrameKind::Failed;
    FrameHead head;
    quint32_le reason; ///< FrameReason
};

inline constexpr std::size_t kLargestFrame = 40;

/// Copied byte by byte between processes: no padding that would carry old memory along, nothing but integers.
template<class Frame>
inline constexpr bool
    kCrossesTheWire = std::is_trivially_copyable_v<Frame> &&
                          std::has_unique_object_representations_v<Frame> && sizeof(Frame) <= kLargestFrame;

static_assert(kCrossesTheWire<HelloFrame> && sizeof(HelloFrame) == 20);
static_assert(kCrossesTheWire<OpenFrame> && sizeof(OpenFrame) == 16);
static_assert(kCrossesTheWire<OpenedFrame> && sizeof(OpenedFrame) == 24);
static_assert(kCrossesTheWire<AskSizeFrame> && sizeof(AskSizeFrame) == 16);
static_assert(kCrossesTheWire<SizedFrame> && sizeof(SizedFrame) == 32);
static_assert(kCrossesTheWire<RenderFrame> && sizeof(RenderFrame) == 24);
static_assert(kCrossesTheWire<RenderedFrame> && sizeof(RenderedFrame) == 32);
static_assert(kCrossesTheWire<FailedFrame> && sizeof(FailedFrame) == 16);
static_assert(kMaximumDocumentBytes <= 0xffffffffU);

/// A frame with its head filled in and every other field 0.
template<class Frame>
[[nodiscard]] Frame makeFrame(quint32 sequence)
{
    Frame frame{};
    frame.head.magic = kFrameMagic;
    frame.head.kind = quint32(Frame::kKind);
    frame.head.sequence = sequence;
    return frame;
}

} // namespace tawasul
