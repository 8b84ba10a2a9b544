// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/http/exchange.h"

#include <microhttpd.h>

#include <arpa/inet.h>
#include <gnutls/gnutls.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace engine {

namespace {

std::string remoteAddress(MHD_Connection *connection)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (!info || !info->client_addr)
        return {};
    char text[INET6_ADDRSTRLEN] = {};
    const sockaddr *address = info->client_addr;
    const void *bytes = address->sa_family == AF_INET6
        ? static_cast<const void *>(&reinterpret_cast<const sockaddr_in6 *>(address)->sin6_addr)
        : static_cast<const void *>(&reinterpret_cast<const sockaddr_in *>(address)->sin_addr);
    return inet_ntop(address->sa_family, bytes, text, sizeof text) ? std::string(text) : std::string();
}

MHD_Result appendHeader(void *fields, MHD_ValueKind, const char *name, const char *value)
{
    static_cast<Fields *>(fields)->emplace_back(name, value ? value : "");
    return MHD_YES;
}

// What the client says the body will measure; zero when it does not say. libmicrohttpd has refused what is no number.
std::size_t declaredBody(const HttpRequest &request)
{
    const std::string_view text = request.header("content-length");
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    return error == std::errc::result_out_of_range ? std::numeric_limits<std::size_t>::max() : size;
}

// What says twice where its body ends is read in two ways: behind a proxy, a part of one request becomes another.
bool hasTwoLengths(const HttpRequest &request)
{
    return std::count_if(request.headers.begin(), request.headers.end(),
                         [](const auto &header) {
                             const std::string name = toLower(header.first);
                             return name == "content-length" || name == "transfer-encoding";
                         })
        > 1;
}

} // namespace

Exchange::Exchange(MHD_Connection *connection, const char *target, Deadlines::Watch *watch)
    : m_connection(connection)
    , m_watch(watch)
    , m_target(target)
{ }

Exchange::Step Exchange::proceed(const char *method, std::string_view data)
{
    if (m_slot)
        return Step::Answer;
    if (!m_isHeadRead) {
        m_isHeadRead = true;
        return readHead(method);
    }
    if (!data.empty())
        return readBody(data);
    if (m_isRefusalSent)
        return Step::Close;
    if (m_bodySize > MaxKeptBody) {
        m_refusedWith = MHD_HTTP_CONTENT_TOO_LARGE;
        return Step::Refused;
    }
    return Step::Dispatch;
}

Exchange::Step Exchange::readHead(const char *method)
{
    m_request.method = method;
    MHD_get_connection_values(m_connection, MHD_HEADER_KIND, &appendHeader, &m_request.headers);
    if (m_target.size() >= MaxReadTarget)
        m_refusedWith = MHD_HTTP_URI_TOO_LONG;
    else if (m_target.size() >= MaxTarget)
        m_refusedWith = MHD_HTTP_CONTENT_TOO_LARGE;
    else if (hasTwoLengths(m_request))
        m_refusedWith = MHD_HTTP_BAD_REQUEST;
    else if (declaredBody(m_request) > MaxReadBody)
        refuseAmidBody();
    return m_refusedWith ? Step::Refused : Step::Continue;
}

Exchange::Step Exchange::readBody(std::string_view data)
{
    m_bodySize += data.size();
    if (m_bodySize <= MaxKeptBody) {
        m_request.body.append(data);
    } else {
        m_request.body = {};
        if (m_bodySize > MaxReadBody && !m_isRefusalSent)
            refuseAmidBody();
    }
    return Step::Continue;
}

// libmicrohttpd takes no reply amid a body, and to close while bytes are unread would destroy a reply that is on its
// way. So the refusal goes out beside it, and what still comes is dropped until the client has left or its time is
// over.
void Exchange::refuseAmidBody()
{
    static constexpr std::string_view Refusal = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n"
                                                "Connection: close\r\n\r\n";
    m_isRefusalSent = true;
    const auto infoOf = [this](MHD_ConnectionInfoType type) { return MHD_get_connection_info(m_connection, type); };
    const int socket = infoOf(MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    if (const MHD_ConnectionInfo *tls = infoOf(MHD_CONNECTION_INFO_GNUTLS_SESSION)) {
        auto *session = static_cast<gnutls_session_t>(tls->tls_session);
        if (gnutls_record_send(session, Refusal.data(), Refusal.size()) < 0)
            return;
        gnutls_bye(session, GNUTLS_SHUT_WR);
    } else if (send(socket, Refusal.data(), Refusal.size(), MSG_DONTWAIT | MSG_NOSIGNAL) < 0) {
        return;
    }
    shutdown(socket, SHUT_WR);
}

HttpReply Exchange::refusal() const
{
    const bool isBodyRead = m_bodySize > 0;
    return {m_refusedWith, {}, {}, isBodyRead ? Fields() : Fields{{MHD_HTTP_HEADER_CONNECTION, "close"}}};
}

HttpRequest Exchange::takeRequest()
{
    m_request.setTarget(m_target);
    m_request.remoteAddress = remoteAddress(m_connection);
    return std::move(m_request);
}

} // namespace engine
