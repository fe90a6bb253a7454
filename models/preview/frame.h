// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The wire between the desk and tawasul-preview, and the only file that both share. One message is one record
// of a SEQPACKET socket: a struct below, whole and of exactly its size, little-endian. Descriptors travel
// beside Open, Unlock, Render, AskText and AskUpright only, always from the host to the worker. What the
// worker says is a few integers; the host believes none of them before it has checked it.
//
//     worker                      host
//     Hello                   →                    once, sealed and ready
//                             ←   Open + memfd     once: a worker sees one document in its life
//     Opened | Failed         →
//                             ←   Unlock + memfd   after Failed(Locked) only, kMaximumUnlocks times at most
//     Opened | Failed         →
//                             ←   AskSize
//     Sized | Failed          →
//                             ←   Render + memfd   the memfd has its final size and is sealed against
//                             changing it
//     Rendered | Failed       →                    the pixels lie in the memfd
//                             ←   AskText + memfd  the memfd as for Render
//     Text | Failed           →                    its characters lie in the memfd, a TextGlyph each
//                             ←   AskFindings
//     Findings | Failed       →
//
// And between the desk and tawasul-upright, which sees one picture in its life and no document:
//
//     Hello                   →
//                             ←   AskUpright + memfd   the picture in grey, sealed against any change
//     Upright                 →                        and the end
#pragma once

#include <QtCore/QtEndian>

#include <type_traits>

namespace tawasul {

inline constexpr quint32 kFrameMagic = 0x31505754; // "TWP1" in the order of bytes
inline constexpr quint32 kFrameProtocol = 4;

inline constexpr quint64 kMaximumDocumentBytes = quint64(256) << 20;
inline constexpr quint64 kMaximumPixelBytes = quint64(64) << 20; ///< of one rendered page
inline constexpr quint64 kReusedPixelBytes = quint64(16) << 20;  ///< memory of larger pages is used once
inline constexpr quint64 kMaximumImagePixels =
    100'000'000;                                   ///< images whose header says more are refused unread
inline constexpr quint32 kMaximumGlyphs = 100'000; ///< of one page's text; what is beyond is left out
inline constexpr quint32 kMaximumPasswordBytes = 1024;
inline constexpr quint32 kMaximumUnlocks = 5; ///< passwords that one worker tries
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
    AskFindings,
    Findings,
    Unlock,
    AskText,
    Text,
    AskUpright,
    Upright,
};

/// What a document is by its content; its name is never asked.
enum class DocumentKind : quint32 {
    Pdf = 1,
    Jpeg,
    Png,
    Gif,
    Bmp,
    Tiff,
    Webp,
    Heif, ///< HEIC and AVIF, too
};
inline constexpr quint32 kLastDocumentKind = quint32(DocumentKind::Heif);

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
inline constexpr quint32 kPostureNames = 1U
    << 8U; ///< names of the machine's files: not even that one is there can be seen
inline constexpr quint32 kKnownPosture = (kPostureNames << 1U) - 1;
/// Fails closed: without these there is no preview. Files, namespaces and names depend on the kernel and on
/// who configured it; what the first two forbid is forbidden by the calls as well.
inline constexpr quint32 kRequiredPosture = kPostureLimits | kPostureNoNewPrivileges | kPostureUndumpable
    | kPostureDiesWithHost | kPostureAlone | kPostureCalls;

// What a document carries that could act on whoever opens it, as bits; nothing of it is ever run here.
inline constexpr quint32 kFindingScripts = 1U << 0U;       ///< JavaScript, wherever it hangs
inline constexpr quint32 kFindingLaunches = 1U << 1U;      ///< actions that start programs or open files
inline constexpr quint32 kFindingSubmissions = 1U << 2U;   ///< actions that send or fetch the form's fields
inline constexpr quint32 kFindingEmbeddedFiles = 1U << 3U; ///< files within the file
inline constexpr quint32 kFindingExternalLinks = 1U << 4U; ///< to the web, or into other documents
inline constexpr quint32 kFindingLaterEdits = 1U
    << 5U; ///< changed after it was first saved, earlier state kept
inline constexpr quint32 kFindingEncrypted = 1U << 6U;
inline constexpr quint32 kFindingActsAlone = 1U << 7U;   ///< an action runs when it is opened, or a page is
inline constexpr quint32 kFindingDynamicForm = 1U << 8U; ///< XFA: a program of its own decides what is shown
inline constexpr quint32 kFindingMedia = 1U << 9U;       ///< film, sound, three-dimensional or rich media
inline constexpr quint32 kFindingPartial = 1U << 10U;    ///< not all of it could be looked at
inline constexpr quint32 kKnownFindings = (kFindingPartial << 1U) - 1;
inline constexpr quint32 kMaximumFindings = 9'999; ///< of one kind; more are counted as so many

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
    quint32_le encrypted; ///< 1: encrypted, and open by a password or to everybody; otherwise 0
};

struct UnlockFrame
{
    static constexpr FrameKind kKind = FrameKind::Unlock;
    FrameHead head;
    quint32_le size; ///< bytes of the password in the memfd, in UTF-8: 1 … kMaximumPasswordBytes
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
    quint32_le memory; ///< the number of the memfd: one that came before may still be mapped
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
    quint32_le reason;       ///< FrameReason
    quint32_le documentKind; ///< DocumentKind, to Open and Unlock only; 0: nothing that is known here
};

struct AskFindingsFrame
{
    static constexpr FrameKind kKind = FrameKind::AskFindings;
    FrameHead head;
};

struct FindingsFrame
{
    static constexpr FrameKind kKind = FrameKind::Findings;
    FrameHead head;
    quint32_le flags;   ///< of kFinding…
    quint32_le scripts; ///< 0 … kMaximumFindings, and 0 only without the flag; likewise below
    quint32_le launches;
    quint32_le submissions;
    quint32_le embeddedFiles;
    quint32_le externalLinks;
};

struct AskTextFrame
{
    static constexpr FrameKind kKind = FrameKind::AskText;
    FrameHead head;
    quint32_le page;
};

struct TextFrame
{
    static constexpr FrameKind kKind = FrameKind::Text;
    FrameHead head;
    quint32_le page;
    quint32_le glyphs;   ///< 0 … kMaximumGlyphs
    quint32_le complete; ///< 1: all that the page has; otherwise 0
};

/// One character as it stands on the page; in the order in which they were found, which for Arabic is that of
/// the eye from left to right and not that of the text. Edges in thousandths of a point from the page's top
/// left corner, as it is shown.
struct TextGlyph
{
    quint32_le character; ///< a scalar value of Unicode, no control or format sign, no end of a line
    quint32_le flags;     ///< of kGlyph…
    quint32_le left;
    quint32_le top;
    quint32_le right;  ///< not below left
    quint32_le bottom; ///< not below top
};
inline constexpr quint32 kGlyphBeginsWord = 1U << 0U;
inline constexpr quint32 kGlyphBeforeSpace = 1U << 1U; ///< to its right
inline constexpr quint32 kKnownGlyphFlags = (kGlyphBeforeSpace << 1U) - 1;
inline constexpr std::size_t kTextBytes = sizeof(TextGlyph) * kMaximumGlyphs; ///< of the memfd

struct AskUprightFrame
{
    static constexpr FrameKind kKind = FrameKind::AskUpright;
    FrameHead head;
    quint32_le width; ///< pixels, a byte each from black to white, rows without padding
    quint32_le height;
    quint32_le dotsPerInch;
};

struct UprightFrame
{
    static constexpr FrameKind kKind = FrameKind::Upright;
    FrameHead head;
    quint32_le isKnown;  ///< 1: it is written on, in one direction and enough to tell; otherwise 0
    quint32_le quarters; ///< to the right until it stands upright, 0 … 3; 0 when it is not known
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
static_assert(kCrossesTheWire<UnlockFrame> && sizeof(UnlockFrame) == 16);
static_assert(kCrossesTheWire<AskSizeFrame> && sizeof(AskSizeFrame) == 16);
static_assert(kCrossesTheWire<SizedFrame> && sizeof(SizedFrame) == 32);
static_assert(kCrossesTheWire<RenderFrame> && sizeof(RenderFrame) == 28);
static_assert(kCrossesTheWire<RenderedFrame> && sizeof(RenderedFrame) == 32);
static_assert(kCrossesTheWire<FailedFrame> && sizeof(FailedFrame) == 20);
static_assert(kCrossesTheWire<AskFindingsFrame> && sizeof(AskFindingsFrame) == 12);
static_assert(kCrossesTheWire<FindingsFrame> && sizeof(FindingsFrame) == 36);
static_assert(kCrossesTheWire<AskTextFrame> && sizeof(AskTextFrame) == 16);
static_assert(kCrossesTheWire<TextFrame> && sizeof(TextFrame) == 24);
static_assert(kCrossesTheWire<AskUprightFrame> && sizeof(AskUprightFrame) == 24);
static_assert(kCrossesTheWire<UprightFrame> && sizeof(UprightFrame) == 20);
static_assert(kCrossesTheWire<TextGlyph> && sizeof(TextGlyph) == 24);
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
