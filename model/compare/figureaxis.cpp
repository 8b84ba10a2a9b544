// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/figureaxis.h"

#include <algorithm>
#include <cmath>

namespace model {

FigureAxis axisOver(double least, double most)
{
    constexpr int MostSteps = 8;
    const double room = std::max((most - least) * 0.06, 0.05);
    FigureAxis axis;
    for (const double step : {0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 1000.0}) {
        axis = {std::floor((least - room) / step) * step, std::ceil((most + room) / step) * step, step};
        if ((axis.to - axis.from) / step <= MostSteps)
            break;
    }
    axis.from = std::max(axis.from, 0.0);
    return axis;
}

} // namespace model
