// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawclient.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace tests {

namespace {

constexpr int PatienceMilliseconds = 20'000;

bool isReadable(int socket, int patienceMilliseconds)
{
    pollfd waiting{socket, POLLIN, 0};
    return poll(&waiting, 1, patienceMilliseconds) == 1;
}

} // namespace

RawClient::RawClient(std::uint16_t port)
    : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    if (connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        close(m_socket);
        m_socket = -1;
    }
}

RawClient::RawClient(RawClient &&other) noexcept
    : m_socket(std::exchange(other.m_socket, -1))
    , m_buffer(std::move(other.m_buffer))
{ }

RawClient::~RawClient()
{
    if (m_socket >= 0)
        close(m_socket);
}

bool RawClient::send(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t n = ::send(m_socket, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        sent += n;
    }
    return true;
}

bool RawClient::readMore()
{
    char part[65536];
    if (!isReadable(m_socket, PatienceMilliseconds))
        return false;
    const ssize_t n = recv(m_socket, part, sizeof part, 0);
    if (n <= 0)
        return false;
    m_buffer.append(part, n);
    return true;
}

RawReply RawClient::receive()
{
    qsizetype head = -1;
    while ((head = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!readMore())
            return {};
    }
    RawReply reply;
    const QList<QByteArray> lines = m_buffer.left(head).split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        reply.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    m_buffer.remove(0, head + 4);
    reply.status = lines.first().mid(9, 3).toInt();
    if (reply.status == 100) // go on
        return receive();
    const qsizetype size = reply.headers.value("content-length").toLongLong();
    while (m_buffer.size() < size) {
        if (!readMore())
            return {};
    }
    reply.body = m_buffer.left(size);
    m_buffer.remove(0, size);
    return reply;
}

RawReply RawClient::exchange(const QByteArray &request)
{
    return send(request) ? receive() : RawReply();
}

bool RawClient::isEndedWithin(std::chrono::milliseconds patience)
{
    char part[65536];
    while (isReadable(m_socket, int(patience.count()))) {
        if (recv(m_socket, part, sizeof part, 0) <= 0)
            return true;
    }
    return false;
}

bool RawClient::isSilentFor(std::chrono::milliseconds span)
{
    return m_buffer.isEmpty() && !isReadable(m_socket, int(span.count()));
}

void RawClient::abort()
{
    const linger now{1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close(std::exchange(m_socket, -1));
}

} // namespace tests
