// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <functional>
#include <thread>

namespace app {

// The signals that end the program, held back in all threads so that one can wait for them. Made before any thread
// starts.
class EndSignals {
public:
    EndSignals();

    // Returns when one of them has come.
    void wait() const;

private:
    sigset_t m_signals{};
};

// Acts, on a thread of its own, when one of the signals comes, or at its own end when none has come.
class OnEndSignal {
public:
    OnEndSignal(const EndSignals &signals, std::function<void()> act);
    ~OnEndSignal();
    OnEndSignal(const OnEndSignal &) = delete;
    OnEndSignal &operator=(const OnEndSignal &) = delete;

private:
    std::thread m_thread;
};

// Ends the application's event loop, as closing the window does, when one of the signals comes.
class QuitOnEndSignal : public OnEndSignal {
public:
    explicit QuitOnEndSignal(const EndSignals &signals);
};

} // namespace app
