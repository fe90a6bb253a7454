// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/hostsocket.h"

#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace tawasul {

Question::~Question()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool Question::receive()
{
    iovec buffer = {m_bytes.data(), m_bytes.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control = {};
    msghdr message = {};
    message.msg_iov = &buffer;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t size = -1;
    do {
        size = ::recvmsg(kWorkerSocket, &message, MSG_CMSG_CLOEXEC);
    } while (size < 0 && errno == EINTR);
    const cmsghdr *rights = size > 0 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (rights != nullptr && rights->cmsg_level == SOL_SOCKET && rights->cmsg_type == SCM_RIGHTS
        && rights->cmsg_len == CMSG_LEN(sizeof(int)))
        std::memcpy(&m_descriptor, CMSG_DATA(rights), sizeof(int));
    if (size < ssize_t(sizeof(FrameHead)) || (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0)
        return false;
    m_size = std::size_t(size);
    std::memcpy(&m_head, m_bytes.data(), sizeof(m_head));
    return true;
}

bool sendToHost(const void *bytes, std::size_t size)
{
    ssize_t sent = -1;
    do {
        sent = ::send(kWorkerSocket, bytes, size, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == ssize_t(size);
}

bool hasHost()
{
    int type = 0;
    socklen_t size = sizeof(type);
    return ::getsockopt(kWorkerSocket, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

} // namespace tawasul
