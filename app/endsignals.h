// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
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

// Ends the application's event loop, as closing the window does, when one of the signals comes.
class QuitOnEndSignal {
public:
    explicit QuitOnEndSignal(const EndSignals &signals);
    ~QuitOnEndSignal();
    QuitOnEndSignal(const QuitOnEndSignal &) = delete;
    QuitOnEndSignal &operator=(const QuitOnEndSignal &) = delete;

private:
    std::thread m_thread;
};

} // namespace app
