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
    bool isReset = false; // the first batch, or too much changed to say what: forget what came before
    Sequence sequence = 0; // the store as of this decision
    StoreReader::StatusCounts counts; // of the whole store
    std::vector<Summary> summaries; // new or changed, newest first
    std::vector<std::shared_ptr<const Record>> records;
};

// Reads for the screen on a thread of its own, with short transactions of its own, so that neither the window nor the
// engine waits. Changes are merged by verification; at most one batch is on its way at a time and at most ten a second.
// Owned by the app. Every member may be called from any thread.
class Feed {
public:
    // `deliver` is called on the feed's thread; the receiver calls acknowledge() once it has taken the batch in.
    Feed(Engine &engine, std::function<void(FeedBatch)> deliver);
    ~Feed();

    // From now on these come in full, at once and whenever they change; replaces what was watched before.
    void watch(std::set<VerificationKey> keys);
    void acknowledge();

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace engine
