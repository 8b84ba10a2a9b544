// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

namespace model {

// What to be careful about with a verdict, each as a few words.
QStringList cautionsOf(const engine::Comparison &comparison, const engine::Market &market,
                       const engine::Verdict &verdict, const CompareChoices &choices, const CompareMoment &moment);
// Whether any cost is made of the prices that stand in the program, and not in a report.
bool hasExamplePrices(const engine::Comparison &comparison, const engine::Market &market,
                      const CompareChoices &choices);
// "Demo data, invented" or "Simulated users", when all that was counted is; else empty.
QString inventedTag(const engine::Comparison &comparison, const CompareChoices &choices, bool isDemo);
// "13:52", with the day before it where that is not today's.
QString clockOf(engine::Instant instant, engine::Instant now);

// "Stopped after 31,000 of 10,000,000 users: ", before what follows from them.
QString stoppedAfter(std::int64_t users, std::int64_t wanted);

} // namespace model
