// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/service.h"

#include "app/preview/contenttype.h"
#include "app/preview/hostsocket.h"

#include <cstring>
#include <new>
#include <utility>

namespace tawasul {

namespace {

bool refuse(const Question &question, FrameReason reason, std::optional<DocumentKind> kind = {})
{
    auto frame = makeFrame<FailedFrame>(question.sequence());
    frame.reason = quint32(reason);
    frame.documentKind = kind ? quint32(*kind) : 0U;
    return answer(frame);
}

DocumentBytes documentBytes(const SharedMemory &memory)
{
    return {reinterpret_cast<const char *>(memory.bytes()), memory.size()};
}

bool isDrawable(const RenderFrame &asked)
{
    return asked.width >= 1U && asked.width <= kMaximumSide && asked.height >= 1U
        && asked.height <= kMaximumSide
        && quint64(asked.width) * asked.height * kBytesPerPixel <= kMaximumPixelBytes;
}

} // namespace

bool Service::run()
{
    for (;;) {
        Question question;
        if (!question.receive())
            return true;
        try {
            if (!reply(question))
                return false;
        } catch (const std::bad_alloc &) {
            if (!refuse(question, FrameReason::TooLarge))
                return false;
        }
    }
}

bool Service::reply(const Question &question)
{
    switch (question.kind()) {
    case FrameKind::Open:
        return open(question);
    case FrameKind::Unlock:
        return unlock(question);
    case FrameKind::AskSize:
        return tellSize(question);
    case FrameKind::Render:
        return render(question);
    case FrameKind::AskText:
        return tellText(question);
    case FrameKind::AskFindings:
        return tellFindings(question);
    default:
        return false;
    }
}

bool Service::open(const Question &question)
{
    const auto asked = question.as<OpenFrame>();
    if (!asked || m_memory)
        return false;
    m_memory = SharedMemory(question.descriptor(), asked->size, SharedMemory::Use::Document);
    if (!m_memory)
        return refuse(question, FrameReason::TooLarge);
    return tellOpened(question, openDocument(documentBytes(m_memory), {}));
}

bool Service::unlock(const Question &question)
{
    const auto asked = question.as<UnlockFrame>();
    if (!asked || !m_isLocked || m_unlocks >= kMaximumUnlocks || asked->size < 1U
        || asked->size > kMaximumPasswordBytes)
        return false;
    ++m_unlocks;
    const SharedMemory secret(question.descriptor(), asked->size, SharedMemory::Use::Pixels);
    if (!secret)
        return refuse(question, FrameReason::TooLarge);
    const std::string password(reinterpret_cast<const char *>(secret.bytes()), secret.size());
    ::explicit_bzero(secret.bytes(), secret.size());
    return tellOpened(question, openDocument(documentBytes(m_memory), password));
}

bool Service::tellOpened(const Question &question, OpenedDocument opened)
{
    const auto *reason = std::get_if<FrameReason>(&opened);
    m_isLocked = reason != nullptr && *reason == FrameReason::Locked;
    if (reason != nullptr)
        return refuse(question, *reason, kindOf(documentBytes(m_memory)));
    m_document = std::move(std::get<std::unique_ptr<Document>>(opened));
    auto frame = makeFrame<OpenedFrame>(question.sequence());
    frame.documentKind = quint32(m_document->kind());
    frame.pages = m_document->pages();
    frame.encrypted = m_document->isEncrypted() ? 1U : 0U;
    return answer(frame);
}

bool Service::tellSize(const Question &question)
{
    const auto asked = question.as<AskSizeFrame>();
    if (!asked || !m_document)
        return false;
    if (asked->page >= m_document->pages())
        return refuse(question, FrameReason::NoSuchPage);
    const auto measure = m_document->measure(asked->page);
    if (!measure)
        return refuse(question, FrameReason::Unreadable);
    auto frame = makeFrame<SizedFrame>(question.sequence());
    frame.page = asked->page;
    frame.width = measure->width;
    frame.height = measure->height;
    return answer(frame);
}

SharedMemory &Service::pixelsFor(const Question &question, const RenderFrame &asked)
{
    const std::size_t bytes = std::size_t(asked.width) * asked.height * kBytesPerPixel;
    auto &[latest, other] = m_pixels;
    std::swap(latest, other);
    const auto fits = [&](const KnownPixels &known) {
        return known.number == asked.memory && known.memory && known.memory.size() == bytes;
    };
    if (!fits(latest) && fits(other))
        std::swap(latest, other);
    else if (!fits(latest))
        latest = {asked.memory, SharedMemory(question.descriptor(), bytes, SharedMemory::Use::Pixels)};
    return latest.memory;
}

bool Service::render(const Question &question)
{
    const auto asked = question.as<RenderFrame>();
    if (!asked || !m_document || !isDrawable(*asked))
        return false;
    if (asked->page >= m_document->pages())
        return refuse(question, FrameReason::NoSuchPage);
    const SharedMemory &pixels = pixelsFor(question, *asked);
    if (!pixels)
        return refuse(question, FrameReason::TooLarge);
    const PixelTarget target = {pixels.bytes(), int(quint32(asked->width)), int(quint32(asked->height))};
    const auto reason = m_document->render(asked->page, target);
    if (pixels.size() > kReusedPixelBytes)
        m_pixels.front() = {};
    if (reason)
        return refuse(question, *reason);
    auto frame = makeFrame<RenderedFrame>(question.sequence());
    frame.page = asked->page;
    frame.width = asked->width;
    frame.height = asked->height;
    frame.stride = asked->width * kBytesPerPixel;
    frame.format = quint32(PixelFormat::Rgb32);
    return answer(frame);
}

bool Service::tellText(const Question &question)
{
    const auto asked = question.as<AskTextFrame>();
    if (!asked || !m_document)
        return false;
    if (asked->page >= m_document->pages())
        return refuse(question, FrameReason::NoSuchPage);
    const SharedMemory memory(question.descriptor(), kTextBytes, SharedMemory::Use::Sparse);
    if (!memory)
        return refuse(question, FrameReason::TooLarge);
    TextTarget target{reinterpret_cast<TextGlyph *>(memory.bytes())};
    if (!m_document->write(asked->page, target))
        return refuse(question, FrameReason::Unreadable);
    auto frame = makeFrame<TextFrame>(question.sequence());
    frame.page = asked->page;
    frame.glyphs = target.used;
    frame.complete = target.complete ? 1U : 0U;
    return answer(frame);
}

bool Service::tellFindings(const Question &question)
{
    if (!question.as<AskFindingsFrame>() || !m_document)
        return false;
    const Findings found = m_document->findings();
    auto frame = makeFrame<FindingsFrame>(question.sequence());
    frame.flags = found.flags;
    frame.scripts = found.scripts;
    frame.launches = found.launches;
    frame.submissions = found.submissions;
    frame.embeddedFiles = found.embeddedFiles;
    frame.externalLinks = found.externalLinks;
    return answer(frame);
}

} // namespace tawasul
