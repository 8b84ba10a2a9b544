// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

namespace engine {

// Shuts connections whose request is not complete within a limit from its first byte on. libmicrohttpd's own timeout
// counts inactivity only, so a client that sends a byte now and then could stay for ever. It also makes room before
// there are too many connections: those go first that have waited longest for their next request, then those whose
// request has been longest on its way, so that idle clients lock nobody out. It has a thread of its own, which sleeps
// while there are no connections; every member is called on the HTTP thread.
class Deadlines {
public:
    class Watch;

    // `steady` is the machine's monotonic time; it is called on both threads.
    // `most` is the number of connections at which no more would be accepted.
    Deadlines(std::function<std::chrono::milliseconds()> steady, std::chrono::milliseconds limit, std::size_t most);
    ~Deadlines();

    // The socket stays open until close(), which ends the watch.
    Watch *open(int socket);
    void close(Watch *watch);
    // A request's first line is here.
    void requestBegan(Watch *watch);
    // It is here whole: however long its answer takes is not the client's doing.
    void requestComplete(Watch *watch);
    // It is answered, and the connection waits for another.
    void requestAnswered(Watch *watch);

private:
    void run();
    void look();
    void makeRoom();

    const std::function<std::chrono::milliseconds()> m_steady;
    const std::chrono::milliseconds m_limit;
    const std::size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::unordered_map<Watch *, std::unique_ptr<Watch>> m_watches;
    std::uint64_t m_turns = 0;
    std::size_t m_shut = 0; // of these, not yet closed
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace engine
