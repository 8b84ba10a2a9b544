// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/http/listensocket.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

Failure failureToListen(const std::string &address, std::uint16_t port, int error)
{
    const QString where = QString::fromStdString(address);
    const QString number = QString::number(port);
    const QString detail = QString::fromLocal8Bit(std::strerror(error));
    switch (error) {
    case EADDRINUSE:
        return {u"Port "_s + number + u" on "_s + where + u" is taken by another program."_s, detail};
    case EACCES:
        return {u"Port "_s + number + u" on "_s + where
                    + u" is reserved for the system: ports below 1024 need rights."_s,
                detail};
    case EADDRNOTAVAIL:
        return {u"This machine has no address "_s + where + u'.', detail};
    default:
        return {u"Pinpath cannot listen on "_s + where + u", port "_s + number + u": "_s + detail + u'.', detail};
    }
}

std::uint16_t portOf(int socket)
{
    sockaddr_storage name{};
    socklen_t size = sizeof name;
    if (getsockname(socket, reinterpret_cast<sockaddr *>(&name), &size) != 0)
        return 0;
    return ntohs(name.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6 *>(&name)->sin6_port
                                            : reinterpret_cast<sockaddr_in *>(&name)->sin_port);
}

// Zero, or the error that came in the way.
int bindAndListen(int socket, const addrinfo &where)
{
    const int on = 1;
    // A restarted server takes its port again while connections of the last one fade out.
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (where.ai_family == AF_INET6)
        setsockopt(socket, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    const bool isListening = bind(socket, where.ai_addr, where.ai_addrlen) == 0 && listen(socket, SOMAXCONN) == 0;
    return isListening ? 0 : errno;
}

} // namespace

Result<ListenSocket> ListenSocket::open(const std::string &address, std::uint16_t port)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo *found = nullptr;
    if (const int error = getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &found); error != 0) {
        return Failure{u"“"_s + QString::fromStdString(address) + u"” is no address of this machine."_s,
                       QString::fromLocal8Bit(gai_strerror(error))};
    }
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owned(found, &freeaddrinfo);
    const int socket = ::socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return failureToListen(address, port, errno);
    ListenSocket listening(socket, port);
    if (const int error = bindAndListen(socket, *found); error != 0)
        return failureToListen(address, port, error);
    listening.m_port = portOf(socket);
    return listening;
}

ListenSocket::~ListenSocket()
{
    if (m_socket >= 0)
        close(m_socket);
}

} // namespace engine
