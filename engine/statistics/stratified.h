// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/contingency.h"

#include <vector>

// Two workflows compared within each country or network, so that a mix that differs between them cannot turn the
// answer.
namespace engine {

struct Stratum {
    Proportion a;
    Proportion b;
};

struct StratifiedComparison {
    double rawOddsRatio = 1; // of a against b, all strata thrown together
    double commonOddsRatio = 1; // Mantel and Haenszel's
    Interval interval; // Robins, Breslow and Greenland's
    ChiSquare test; // Cochran, Mantel and Haenszel's, corrected for continuity
    ChiSquare homogeneity; // Woolf's: small p where the strata disagree, and the common ratio should not stand alone
};

// Strata in which either side has no trial say nothing and are left out. Where there is no success or nothing but
// successes, ratios are infinite or no number. A stratum with an empty cell gets half a case in each for Woolf's test.
StratifiedComparison compareStratified(const std::vector<Stratum> &strata, double confidence = 0.95);

} // namespace engine
