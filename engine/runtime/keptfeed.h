// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/keptsimulation.h"

#include <functional>
#include <memory>
#include <vector>

namespace engine {

class Engine;

// Tells which runs of the simulator the store keeps, the newest first, at first and whenever they differ. It reads on a
// thread of its own, and only while it is active. Owned by the app. Every member may be called from any thread.
class KeptFeed {
public:
    using Runs = std::shared_ptr<const std::vector<KeptSimulation>>;

    // `deliver` is called on the feed's thread.
    KeptFeed(Engine &engine, std::function<void(Runs)> deliver);
    ~KeptFeed();

    void setActive(bool isActive);

private:
    class Reading;
    std::unique_ptr<Reading> m_reading;
};

} // namespace engine
