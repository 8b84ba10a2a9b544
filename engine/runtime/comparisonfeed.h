// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/keptsimulation.h"

#include <functional>
#include <memory>

namespace engine {

class Engine;

// How far a comparison has come.
struct ComparisonNews {
    ComparisonScope scope; // what was asked for
    std::shared_ptr<const Comparison> comparison; // null while what the scope needs is read
    // Runs of the simulator, never counted among the others, with their pairs tested: the one that is in no store
    // first, then the newest kept. Null as long as the comparison.
    std::shared_ptr<const std::vector<KeptSimulation>> simulations;
    double progress = 1; // of that reading, 0 to 1
};

// Counts for the Compare page on a thread of its own, so that neither the window nor the engine waits, however large
// the store. It reads the rollups once, and afterwards only what ran or is new; another period, source or version is
// counted from memory, a brand or network from the projection, which takes longer and is told as it goes. While it is
// active, news come at most once a second; while it is not, it does nothing and reads nothing. Owned by the app. Every
// member may be called from any thread.
class ComparisonFeed {
public:
    // `deliver` is called on the feed's thread.
    ComparisonFeed(Engine &engine, std::function<void(ComparisonNews)> deliver);
    ~ComparisonFeed();

    // News for this scope follow at once, should it be active, else when it becomes so.
    void ask(const ComparisonScope &scope);
    void setActive(bool isActive);
    // A run of the simulator that is looked at without being kept; null: none.
    void setUnkept(std::shared_ptr<const KeptSimulation> run);

private:
    class Reading;
    std::unique_ptr<Reading> m_reading;
};

} // namespace engine
