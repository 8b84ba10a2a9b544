// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/mixjson.h"
#include "model/simulate/figures.h"

// The shares that populations have in a market, one a row, as a person reads and edits them. Pure.
namespace model {

// Of each of `populations`, also those that have none of it, and of any others in the mix.
std::vector<FigureRow> shareRows(const engine::PopulationMix &mix, const std::vector<engine::Population> &populations);

// Writes what a person typed for the share at `key`: "40", "40 %"; a population without a share leaves the mix. What is
// wrong with it, in one sentence, or nothing; then nothing was written.
QString writeShare(engine::PopulationMix &mix, const std::vector<engine::Population> &populations, const QString &key,
                   const QString &text);

// What follows where the shares do not come to 100 %; empty where they do.
QString sharesNote(const engine::PopulationMix &mix);

// "India", "India, edited": one whose shares or populations are the reader's own says so.
QString populationTitle(const engine::PopulationMix &mix);

} // namespace model
