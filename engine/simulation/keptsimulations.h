// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/keptsimulation.h"
#include "engine/store/storereader.h"

#include <functional>
#include <map>

namespace engine {

// The runs of the simulator that a store keeps, as somebody knows them who looks again and again: they never change,
// so that only new ones are read. Used on the reader's thread.
class KeptSimulations {
public:
    // `prepare` is called once for each run, before anybody sees it.
    explicit KeptSimulations(std::function<void(KeptSimulation &)> prepare = {});

    // Reads what is new and forgets what was deleted. One that is damaged is left out. Whether anything differs.
    bool follow(StoreReader &reader);
    const std::map<std::int64_t, KeptSimulation> &byNumber() const { return m_runs; }

private:
    std::function<void(KeptSimulation &)> m_prepare;
    std::map<std::int64_t, KeptSimulation> m_runs;
};

} // namespace engine
