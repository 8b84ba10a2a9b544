// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/phoneshelf.h"

#include <functional>
#include <memory>
#include <vector>

namespace engine {

class Engine;

// News for a screen full of phones.
struct HandsetBatch {
    bool isReset = false; // the first batch, or too much changed to say what: forget what came before
    std::vector<PhoneRecords> phones; // new or changed
    std::vector<PhoneNumber> gone; // no longer among those that are told of
    bool leavesOut = false; // there are more phones than these
};

// Reads phones for the screen on a thread of its own, so that neither the window nor the engine waits. What it reads at
// a time is bounded however much happens: at most one batch is on its way, at most ten come in a second, and each
// brings only so many phones that were not known before. Owned by the app. Every member may be called from any thread.
class HandsetFeed {
public:
    // `deliver` is called on the feed's thread; the receiver calls acknowledge() once it has taken the batch in.
    HandsetFeed(Engine &engine, std::function<void(HandsetBatch)> deliver);
    ~HandsetFeed();

    void acknowledge();

private:
    class Reading;
    std::unique_ptr<Reading> m_reading;
};

} // namespace engine
