// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/population/mix.h"

#include <QByteArray>

#include <vector>

namespace engine {

// The users of a market: several populations, each as likely as its share of the weights. A value.
struct PopulationMix {
    struct Part {
        double weight = 1;
        Population population;

        bool operator==(const Part &) const = default;
    };
    QString name;
    std::vector<Part> parts; // at least one

    // Of this population alone.
    static PopulationMix of(const Population &population);
    bool isOfOne() const { return parts.size() == 1 && parts.front().population.name == name; }

    // Points into it.
    std::vector<MixPart> view() const;

    bool operator==(const PopulationMix &) const = default;
};

// Reads
//     {"name": "Germany", "mix": [{"weight": 8, "population": "landlines"}, {"weight": 2, "population": {"name":
//     ...}}]}
// where a population is a preset's name or an object as in populationjson.h. Such an object alone is a mix of one. What
// is wrong is told in one sentence that begins with the path of the key.
Result<PopulationMix> mixFromJson(const QByteArray &json);

// The same in JSON that people can read; presets as they came are named, a population alone is its own object.
QByteArray toJson(const PopulationMix &mix);

} // namespace engine
