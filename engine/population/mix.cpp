// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/mix.h"

namespace engine {

const Population &drawnPart(std::span<const MixPart> mix, RandomStream &stream)
{
    double total = 0;
    for (const MixPart &part : mix)
        total += part.weight;
    double left = stream.uniform() * total;
    for (const MixPart &part : mix) {
        left -= part.weight;
        if (left < 0)
            return *part.population;
    }
    return *mix.back().population; // where rounding left a crumb
}

} // namespace engine
