// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

// What the colours are measured with. Sources: contrast, WCAG 2.2; colour difference, Sharma, Wu and Dalal, "The
// CIEDE2000 color-difference formula" (2005); colour deficiency, Machado, Oliveira and Fernandes, "A
// physiologically-based model for simulation of color vision deficiency" (2009), severity 1, applied to linear sRGB.
namespace tests {

struct Lab {
    double lightness;
    double a;
    double b;
};

enum class Vision { Normal, Protanopia, Deuteranopia, Tritanopia };

std::array<double, 3> linear(const QColor &colour);
double contrast(const QColor &one, const QColor &other); // 1 to 21
Lab lab(const QColor &colour, Vision vision); // D65
double ciede2000(const Lab &one, const Lab &other);

} // namespace tests
