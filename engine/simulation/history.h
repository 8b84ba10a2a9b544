// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clocksetting.h"
#include "engine/base/result.h"
#include "engine/request/request.h"

#include <functional>
#include <memory>
#include <vector>

namespace engine {

class Store;
struct Population;

// A verification that a user of `population`, which outlives it, is to live through. The user follows from the
// request's id, as in the live engine.
struct LifeToLive {
    Instant startedAt{};
    std::shared_ptr<const Request> request;
    const Population *population = nullptr;
};

// Lives through these, which come in the order of their start, up to `until`, and writes what happened into the store
// as the live engine would have: the same decisions in the same journal and projection. What is still running
// then, an engine that opens the store goes on with; its clock is set as told. `progress` is told how much of the time
// has passed, from 0 to 1.
Result<void> writeHistory(Store &store, const std::vector<LifeToLive> &lives, Instant until, ClockSetting clock,
                          const std::function<void(double)> &progress = {});

} // namespace engine
