// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/simulation/traffic.h"

#include <QStringList>

#include <functional>

// The month that the demo opens on: invented users of four markets, each a mix of the presets, who lived through five
// workflows by the same rules as everybody. Nothing of it is painted; what differs between markets follows from their
// mixes and from how many they are.
namespace app {

const std::vector<engine::TrafficMarket> &demoMarkets();
// A line for each market: "Germany, 8,000 requests: 80 % landlines, 20 % clean direct route".
QStringList demoMixes();

// The thirty days before `until`. The same seed and end give the same users with the same luck.
std::vector<engine::LifeToLive> demoMonth(engine::Instant until, std::uint64_t seed, const QString &account);

// Writes it into a new store, on the calling thread, which may be any. The store's clock stands still at `until`.
engine::Result<void> writeDemoMonth(const QString &storePath, engine::Instant until,
                                    const std::function<void(double)> &progress);

} // namespace app
