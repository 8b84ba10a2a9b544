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
#include <vector>

namespace engine {

// Shuts connections whose request is not complete within a limit from its first byte on. libmicrohttpd's own timeout
// counts inactivity only, so a client that sends a byte now and then could stay for ever. It also keeps the number of
// idle connections small, since every open one costs each turn of libmicrohttpd's loop, and makes room before there are
// too many of any kind: those go first that have waited longest for their next request, then those whose request has
// been longest on its way, so that idle clients lock nobody out and slow nobody down. It has a thread of its own, which
// sleeps while there are no connections; every member is called on the HTTP thread.
class Deadlines {
public:
    class Watch;

    struct Limits {
        std::chrono::milliseconds request; // from its first byte to its last
        std::size_t connections; // at so many no more would be accepted
        std::size_t idle; // so many may be without a whole request for longer than a second
    };
    // `steady` is the machine's monotonic time; it is called on both threads.
    Deadlines(std::function<std::chrono::milliseconds()> steady, Limits limits);
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
    void shutFirst(std::vector<Watch *> idle, std::size_t count);

    const std::function<std::chrono::milliseconds()> m_steady;
    const Limits m_limits;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::unordered_map<Watch *, std::unique_ptr<Watch>> m_watches;
    std::uint64_t m_turns = 0;
    std::size_t m_shut = 0; // of these, not yet closed
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace engine
