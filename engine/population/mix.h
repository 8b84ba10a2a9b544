// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/population.h"
#include "engine/population/randomstream.h"

#include <span>

namespace engine {

// A part of a market's users, each as likely as its share of the weights. The population outlives it.
struct MixPart {
    const Population *population = nullptr;
    double weight = 1; // above 0
};

// Who a user of the mix is: the next number of the stream decides.
const Population &drawnPart(std::span<const MixPart> mix, RandomStream &stream);

} // namespace engine
