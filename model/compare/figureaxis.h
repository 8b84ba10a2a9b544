// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace model {

// From where to where an axis goes, in steps that people count in.
struct FigureAxis {
    double from = 0;
    double to = 1;
    double step = 1;

    bool contains(double value) const { return from <= value && value <= to; }
};

// Round, with a little room at both ends, and never below 0.
FigureAxis axisOver(double least, double most);

} // namespace model
