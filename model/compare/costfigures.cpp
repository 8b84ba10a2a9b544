// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/costfigures.h"

#include <cmath>

namespace model {

std::int64_t costTenths(double perThousand)
{
    return std::llround(perThousand * 10);
}

QString tenthsFigure(std::int64_t tenths)
{
    return QString::number(double(std::abs(tenths)) / 10, 'f', 1);
}

QString costFigure(double perThousand)
{
    return tenthsFigure(costTenths(perThousand));
}

} // namespace model
