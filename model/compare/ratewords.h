// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/differences.h"

#include <QString>

// How rates are written, so that nobody reads more into them than was counted: under 30 as counts, under 1,000 in whole
// per cent, above with one decimal. Pure.
namespace model {

inline constexpr QChar Bound(0x00A0); // keeps a number and its word on one line

inline constexpr std::int64_t RatesFrom = 30;
inline constexpr std::int64_t DecimalsFrom = 1'000;

// How many decimals figures are written with: as many as a count allows.
struct Decimals {
    Decimals(std::int64_t trials) // implicit: most figures have a count of their own
        : count(trials < DecimalsFrom ? 0 : 1)
    { }
    // As many more as it takes to see on which side of 0 and of the margin the ends of an interval of points lie.
    Decimals apart(const engine::Interval &interval, double margin) const;

    int count;
};

// "20,800".
QString grouped(std::int64_t count);
// A figure as programs read it, without separators and with a hyphen for minus: "20800", "-2". Other text stays.
QString plainFigure(QString text);
// "2 of 3", "82 %", "84.4 %".
QString rateText(const engine::Proportion &proportion);
// The same for a column that says per cent: "2 of 3", "82", "84.4".
QString rateFigure(const engine::Proportion &proportion);
// "76–86", "83.4–85.3": of a rate, in per cent.
QString intervalFigures(const engine::Interval &interval, Decimals decimals);
// "83.4": one end of such an interval, or of one between points.
QString limitFigure(double limit, Decimals decimals);
// "+6.3", "−2", "0": a difference in points, when the smaller side has `trials`.
QString signedPoints(double difference, Decimals decimals);
// "+5", "−2.5", "0": what stands under an axis of such differences.
QString signedTick(double points);
// "6.3", without a sign: how far apart.
QString pointsApart(double difference, Decimals decimals);
// "3.5 to 9.2", "−13 to 15".
QString pointsBetween(const engine::Interval &interval, Decimals decimals);

} // namespace model
