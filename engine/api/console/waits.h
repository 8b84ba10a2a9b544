// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/engine.h"

#include <functional>
#include <memory>
#include <optional>

namespace engine {

inline constexpr double MaxWaitSeconds = 60;

// Clients that wait for something to become true. No thread waits for them: each is a look that the engine thread
// repeats when something it may depend on has changed, and a last look when time is up or the server stops.
class Waits {
public:
    // Runs on the engine thread. Answers its client and calls `done` if what the client waits for is there, or if it
    // `isLast`; it may do so later, on the same thread.
    using Done = std::function<void()>;
    using Look = std::function<void(bool isLast, const Done &done)>;

    // The engine outlives it.
    explicit Waits(Engine &engine);
    ~Waits();

    // Looks at once, and from now on; only from the engine thread. `key` is the one verification that the wait depends
    // on; without one it is woken by any change. `patience` is machine time.
    void add(Look look, std::optional<VerificationKey> key, milliseconds patience);
    // Gives everybody a last look, those as well who come later. Any thread.
    void stop();

private:
    class List;
    Engine &m_engine;
    std::shared_ptr<List> m_list; // the engine thread's alone
    int m_subscription = 0;
};

} // namespace engine
