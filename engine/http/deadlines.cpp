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

// A client in the midst of its work comes back sooner.
constexpr milliseconds IdleAfter{1'000};

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
    Watch(int socket, std::uint64_t turn, milliseconds now)
        : m_socket(socket)
        , m_since(now)
        , m_turn(turn)
    { }

    void waitForRequest(std::uint64_t turn, milliseconds now)
    {
        if (isShut())
            return;
        m_phase = Phase::Waiting;
        m_since = now;
        m_turn = turn;
        m_bytesBefore.reset();
    }

    void beginRequest(milliseconds now)
    {
        if (m_phase == Phase::Waiting) {
            m_phase = Phase::Arriving;
            m_since = now;
        }
    }

    void stopCounting()
    {
        if (!isShut())
            m_phase = Phase::NotCounting;
    }

    // Whether it is too late.
    bool look(milliseconds now, milliseconds limit)
    {
        if (m_phase == Phase::Waiting && hasFirstByte())
            beginRequest(now);
        return m_phase == Phase::Arriving && now - m_since >= limit;
    }

    void shut()
    {
        shutdown(m_socket, SHUT_RDWR); // libmicrohttpd sees the end of the stream and closes
        m_phase = Phase::Shut;
    }
    bool isShut() const { return m_phase == Phase::Shut; }

    // Nobody is owed an answer here.
    bool mayGo() const { return m_phase == Phase::Waiting || m_phase == Phase::Arriving; }
    bool isIdle(milliseconds now) const { return mayGo() && now - m_since >= IdleAfter; }
    bool goesBefore(const Watch &other) const
    {
        return m_phase != other.m_phase ? m_phase == Phase::Waiting : m_turn < other.m_turn;
    }

private:
    enum class Phase : std::uint8_t { Waiting, Arriving, NotCounting, Shut };

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
    milliseconds m_since; // when it began to wait, or its request to arrive
    std::uint64_t m_turn; // rises from one wait for a request to the next
};

Deadlines::Deadlines(std::function<milliseconds()> steady, Limits limits)
    : m_steady(std::move(steady))
    , m_limits(limits)
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
    const milliseconds now = m_steady();
    const std::lock_guard lock(m_mutex);
    auto made = std::make_unique<Watch>(socket, ++m_turns, now);
    Watch *watch = made.get();
    if (m_watches.size() - m_shut + 1 >= m_limits.connections)
        makeRoom();
    m_watches.emplace(watch, std::move(made));
    if (m_watches.size() == 1)
        m_changed.notify_one();
    return watch;
}

void Deadlines::close(Watch *watch)
{
    const std::lock_guard lock(m_mutex);
    m_shut -= watch->isShut() ? 1 : 0;
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
    const milliseconds now = m_steady();
    const std::lock_guard lock(m_mutex);
    watch->waitForRequest(++m_turns, now);
}

void Deadlines::run()
{
    // Twenty looks in a limit: a connection is shut at most a twentieth late.
    const milliseconds pause = std::clamp(m_limits.request / 20, milliseconds(5), milliseconds(500));
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
    std::vector<Watch *> idle;
    for (const auto &[watch, owned] : m_watches) {
        if (watch->look(now, m_limits.request)) {
            watch->shut();
            ++m_shut;
        } else if (watch->isIdle(now)) {
            idle.push_back(watch);
        }
    }
    if (const std::size_t count = idle.size(); count > m_limits.idle)
        shutFirst(std::move(idle), count - m_limits.idle);
}

// A good number at once, so that a flood of connections does not make it search each time.
void Deadlines::makeRoom()
{
    std::vector<Watch *> idle;
    for (const auto &[watch, owned] : m_watches) {
        if (watch->mayGo())
            idle.push_back(watch);
    }
    const std::size_t count = std::min(idle.size(), std::max<std::size_t>(1, m_limits.connections / 16));
    shutFirst(std::move(idle), count);
}

void Deadlines::shutFirst(std::vector<Watch *> idle, std::size_t count)
{
    std::partial_sort(idle.begin(), idle.begin() + std::ptrdiff_t(count), idle.end(),
                      [](const Watch *a, const Watch *b) { return a->goesBefore(*b); });
    for (std::size_t i = 0; i < count; ++i)
        idle[i]->shut();
    m_shut += count;
}

} // namespace engine
