// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/distributions.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>

namespace engine {

double reachOf(double confidence)
{
    return boost::math::quantile(boost::math::normal(), (1 + confidence) / 2);
}

double normalShareBelow(double value)
{
    return boost::math::cdf(boost::math::normal(), value);
}

double chiSquareTail(double statistic, int degreesOfFreedom)
{
    return boost::math::cdf(boost::math::complement(boost::math::chi_squared(degreesOfFreedom), statistic));
}

} // namespace engine
