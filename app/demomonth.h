// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/simulation/traffic.h"

#include <QStringList>

#include <functional>

// A month of invented users, who lived through workflows by the same rules as everybody. Nothing of it is painted; what
// differs between markets follows from their mixes of the presets and from how many they are.
namespace app {

// Those of the demo: four markets, five workflows.
const std::vector<engine::TrafficMarket> &demoMarkets();
// A line for each market: "Germany, 8,000 requests: 80 % landlines, 20 % clean direct route".
QStringList demoMixes();

// The thirty days before `until`. The same seed and end give the same users with the same luck.
std::vector<engine::LifeToLive> month(const std::vector<engine::TrafficMarket> &markets, engine::Instant until,
                                      std::uint64_t seed, const QString &account);

// They open nothing but invented data, so that a request prepared for a talk works in every demo.
inline constexpr QStringView DemoApiKey = u"demo2468";
inline constexpr QStringView DemoApiSecret = u"invented-secret";

// Writes it into a new store, on the calling thread, which may be any. The store's clock stands still at `until`.
engine::Result<void> writeMonth(const QString &storePath, const std::vector<engine::TrafficMarket> &markets,
                                engine::Instant until, const std::function<void(double)> &progress);

} // namespace app
