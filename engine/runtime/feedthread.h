// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/commands.h"
#include "engine/store/connection.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace engine {

class Engine;

// The thread of a feed: it reads the store on a connection of its own, hears of the engine's commits, and shares what
// was asked for with whoever asks, under one lock. What is read, and when, is the feed's business. The feed has it as
// its last member, so that the thread has ended before anything goes that it uses.
class FeedThread {
public:
    using Lock = std::unique_lock<std::mutex>;
    // What the thread does, with the lock held, until isStopping().
    using Run = std::function<void(const Connection &, Lock &)>;

    // `note` is called on the engine's thread, after each commit.
    FeedThread(Engine &engine, std::function<void(const Changes &)> note, Run run);
    ~FeedThread();

    // From any thread: changes what is shared, and wakes the thread.
    template <class Change>
    void share(Change change)
    {
        {
            const Lock lock(m_mutex);
            change();
        }
        m_wakeUp.notify_all();
    }
    Lock lock() { return Lock(m_mutex); }

    // Of the thread alone, with the lock held. Waits end when it shall stop, too.
    bool isStopping() const { return m_isStopping; }
    void wait(Lock &lock) { m_wakeUp.wait(lock); }
    void wait(Lock &lock, milliseconds longest) { m_wakeUp.wait_for(lock, longest); }
    template <class Condition>
    void waitUntil(Lock &lock, Condition condition)
    {
        m_wakeUp.wait(lock, [&] { return m_isStopping || condition(); });
    }
    template <class Condition>
    void waitUntil(Lock &lock, milliseconds longest, Condition condition)
    {
        m_wakeUp.wait_for(lock, longest, [&] { return m_isStopping || condition(); });
    }

private:
    Engine &m_engine;
    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    bool m_isStopping = false;
    int m_subscription; // once there is what it uses
    std::thread m_thread;
};

} // namespace engine
