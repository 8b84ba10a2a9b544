// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/population.h"
#include "engine/statistics/comparison.h"

#include <optional>
#include <span>
#include <vector>

// What real requests tell of a population. A request tells when it was verified, not when its message came or how long
// the user typed, and what follows the first message depends on what went before. So only the first message is looked
// at, until a second could have been sent, and only two figures follow from it for each channel: how many messages
// arrive, and how long they take. All others are taken as the population has them, but for how many users no message
// reaches, where more were verified than that allows.
namespace engine {

inline constexpr std::int64_t EnoughToCalibrate = 100; // verified by a first message of that channel

// The requests of a market that began with a message of one channel, until the earliest second message was due.
struct FirstMessages {
    std::int64_t ended = 0;
    std::int64_t verified = 0; // in that time
    seconds window{};
    double halfBy = 0; // seconds by which half of those verified were
};
// None where too few were verified.
std::optional<FirstMessages> firstMessages(const Market &market, Channel channel);
// Whether there is enough of either channel.
bool canCalibrate(const Market &market);

struct CalibratedFigure {
    QString path; // "sms.delay"
    std::int64_t requests = 0; // it rests on

    bool operator==(const CalibratedFigure &) const = default;
};
// How a workflow fares with the calibrated population, beside the market.
struct WorkflowFit {
    WorkflowId workflow = 0;
    Proportion measured;
    Proportion simulated;
};
struct Calibration {
    Population population;
    std::vector<CalibratedFigure> figures; // that were changed
    QString start; // the population that the others are of
    std::vector<WorkflowFit> fit; // of the workflows with enough requests
};

// The population with those figures made such that its simulated users are verified by a first message as often, and
// half of them as soon, as the market's. A figure that cannot bring that about stays as it was: a delay where users
// were verified sooner than they type, or whose shape is neither constant nor lognormal. Takes some hundredths of a
// second. The same for the same market.
Calibration calibrate(const Population &population, const Market &market);

// The same from that one of `starts` with which the workflows then fare most like the market's; from the first unless
// another is clearly better. Takes one or two seconds.
Calibration calibrateBest(std::span<const Population> starts, const Market &market);

} // namespace engine
