// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/verdict.h"

#include <QString>
#include <QVariant>

#include <optional>
#include <string>

namespace model {

enum class Period : std::uint8_t { All, Month, Week, Today, Hour };
inline constexpr int PeriodCount = 5;

// "All time", "Last 30 days".
QString periodName(Period period);
// When it began, by the system's time zone; none: it has no beginning.
std::optional<engine::Instant> beginOf(Period period, engine::Instant now);

// "All", "Window", "API", "Demo", "Population", "Import".
QString sourceName(std::optional<engine::Source> source);
// "All", "Acme"; shortened where it is long.
QString brandName(const std::optional<std::string> &brand);
// "split, version 2" of "split/2"; shortened where it is long.
QString experimentName(const std::string &experiment);
// Whether its users are invented.
bool isInvented(engine::Source source);

// A population of a run of the simulator: the run by its number in the store, 0 for the one that is in none.
struct SimulatedPlace {
    std::int64_t number = 0;
    std::size_t population = 0;

    bool operator==(const SimulatedPlace &) const = default;
};

// What the Compare page was asked. A plain value.
struct CompareChoices {
    Period period = Period::All;
    std::optional<engine::Source> source; // none: wherever requests came from
    std::optional<std::string> brand; // none: whichever
    std::optional<std::string> network; // none: whichever, and where it is not known
    std::optional<std::string> experiment; // "NAME/VERSION", by whose lot workflows were chosen; none: in whichever way
    bool isNewestPlan = false; // of each workflow only those that ran with its latest timing
    std::optional<std::string> market; // a country, or empty for numbers without one; none: all together
    std::optional<SimulatedPlace> simulated; // in place of all these; none: what happened
    engine::WorkflowId baseline = 1;
    int marginPoints = 2;

    engine::VerdictRules rules() const { return {baseline, marginPoints / 100.0}; }
    bool operator==(const CompareChoices &) const = default;
};

// For the history of pages; an invalid variant is the choices as they are at first.
QVariant toVariant(const CompareChoices &choices);
CompareChoices toChoices(const QVariant &variant);

} // namespace model
