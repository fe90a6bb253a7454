// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/framesocket.h"

#include <cerrno>
#include <sys/socket.h>

namespace tawasul {

ReceivedFrame ReceivedFrame::from(int socket)
{
    ReceivedFrame received;
    iovec buffer = {received.m_bytes.data(), received.m_bytes.size()};
    msghdr message = {};
    message.msg_iov = &buffer;
    message.msg_iovlen = 1; // no room for descriptors: the kernel closes any that were sent
    ssize_t size = -1;
    do {
        size = ::recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    } while (size < 0 && errno == EINTR);
    if (size < 0)
        received.m_state = errno == EAGAIN ? State::Nothing : State::Closed;
    else if (size == 0)
        received.m_state = State::Closed;
    else if ((message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0)
        received.m_state = State::Foul;
    else {
        received.m_size = std::size_t(size);
        received.m_state = State::Frame;
    }
    return received;
}

bool sendRecord(int socket, const void *bytes, std::size_t size, int passed)
{
    iovec buffer = {const_cast<void *>(bytes), size};
    msghdr message = {};
    message.msg_iov = &buffer;
    message.msg_iovlen = 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control = {};
    if (passed >= 0) {
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr *rights = CMSG_FIRSTHDR(&message);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(rights), &passed, sizeof(int));
    }
    return ::sendmsg(socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL) == ssize_t(size);
}

} // namespace tawasul
