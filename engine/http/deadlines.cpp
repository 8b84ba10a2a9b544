// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/http/deadlines.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstddef>

namespace engine {

using std::chrono::milliseconds;

namespace {

// How many bytes have come over this connection, read or not; none where the kernel does not say.
std::optional<std::uint64_t> bytesReceived(int socket)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    const bool isKnown = getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0
        && size >= offsetof(tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received;
    return isKnown ? std::optional<std::uint64_t>(info.tcpi_bytes_received) : std::nullopt;
}

} // namespace

class Deadlines::Watch {
public:
    explicit Watch(int socket)
        : m_socket(socket)
    { }

    void waitForRequest()
    {
        m_phase = Phase::Waiting;
        m_bytesBefore.reset();
    }

    void beginRequest(milliseconds now)
    {
        if (m_phase == Phase::Waiting) {
            m_phase = Phase::Arriving;
            m_since = now;
        }
    }

    void stopCounting() { m_phase = Phase::NotCounting; }

    void look(milliseconds now, milliseconds limit)
    {
        if (m_phase == Phase::Waiting && hasFirstByte())
            beginRequest(now);
        if (m_phase == Phase::Arriving && now - m_since >= limit) {
            shutdown(m_socket, SHUT_RDWR); // libmicrohttpd sees the end of the stream and closes
            stopCounting();
        }
    }

private:
    enum class Phase : std::uint8_t { Waiting, Arriving, NotCounting };

    bool hasFirstByte()
    {
        const auto bytes = bytesReceived(m_socket);
        if (!bytes)
            return true; // not knowable here: count from the first look
        if (!m_bytesBefore)
            m_bytesBefore = bytes;
        return *bytes > *m_bytesBefore;
    }

    int m_socket;
    Phase m_phase = Phase::Waiting;
    std::optional<std::uint64_t> m_bytesBefore = 0; // received before this request; none until the next look
    milliseconds m_since{}; // Arriving: since when
};

Deadlines::Deadlines(std::function<milliseconds()> steady, milliseconds limit)
    : m_steady(std::move(steady))
    , m_limit(limit)
    , m_thread([this] { run(); })
{ }

Deadlines::~Deadlines()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

Deadlines::Watch *Deadlines::open(int socket)
{
    auto made = std::make_unique<Watch>(socket);
    Watch *watch = made.get();
    const std::lock_guard lock(m_mutex);
    m_watches.emplace(watch, std::move(made));
    if (m_watches.size() == 1)
        m_changed.notify_one();
    return watch;
}

void Deadlines::close(Watch *watch)
{
    const std::lock_guard lock(m_mutex);
    m_watches.erase(watch);
}

void Deadlines::requestBegan(Watch *watch)
{
    const milliseconds now = m_steady();
    const std::lock_guard lock(m_mutex);
    watch->beginRequest(now);
}

void Deadlines::requestComplete(Watch *watch)
{
    const std::lock_guard lock(m_mutex);
    watch->stopCounting();
}

void Deadlines::requestAnswered(Watch *watch)
{
    const std::lock_guard lock(m_mutex);
    watch->waitForRequest();
}

void Deadlines::run()
{
    // Twenty looks in a limit: a connection is shut at most a twentieth late.
    const milliseconds pause = std::clamp(m_limit / 20, milliseconds(5), milliseconds(500));
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        if (m_watches.empty())
            m_changed.wait(lock);
        else if (m_changed.wait_for(lock, pause) == std::cv_status::timeout)
            look();
    }
}

void Deadlines::look()
{
    const milliseconds now = m_steady();
    for (const auto &[watch, owned] : m_watches)
        watch->look(now, m_limit);
}

} // namespace engine
