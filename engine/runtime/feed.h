// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/storereader.h"

#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace engine {

class Engine;

// News for a screen. `records` are those asked for with watch(), in full; everything else comes as summaries.
struct FeedBatch {
    // How the summaries, newest first, stand to those that came before.
    enum class Kind : std::uint8_t {
        Changes, // new or changed ones
        Restart, // the newest of all: at the first batch, or when too much changed to say what
        Older, // of all, those that come after the batch before
    };
    Kind kind = Kind::Changes;
    bool isWhole = true; // with Restart and Older: there are none older
    Sequence sequence = 0; // the store as of this decision
    StatusCounts counts; // of the whole store
    std::vector<Summary> summaries;
    std::vector<std::shared_ptr<const Record>> records;
};

// Reads for the screen on a thread of its own, with short transactions of its own, so that neither the window nor the
// engine waits. Changes are merged by verification; at most one batch of them is on its way at a time and at most ten a
// second. A whole store comes in pieces, so that the newest are seen at once and what is asked for in between is
// answered. What has to be made of the batches for a screen is made on this thread too: see call().
// Owned by the app. Every member may be called from any thread.
class Feed {
public:
    // `deliver` is called on the feed's thread; the receiver calls acknowledge() once a batch of changes has arrived.
    Feed(Engine &engine, std::function<void(FeedBatch)> deliver);
    ~Feed();

    // From now on these come in full, at once and whenever they change; replaces what was watched before.
    void watch(std::set<VerificationKey> keys);
    void acknowledge();
    // Runs `work` on the feed's thread, between two batches and before the next. Dropped at the end.
    void call(std::function<void()> work);

private:
    class Reading;
    std::unique_ptr<Reading> m_reading;
};

} // namespace engine
