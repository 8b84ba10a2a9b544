// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/colourscience.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tests {

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

constexpr Matrix Protanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix Deuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix Tritanopia{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Matrix ToXyz{
    {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
constexpr Vector White{0.95047, 1, 1.08883};

Vector times(const Matrix &matrix, const Vector &vector)
{
    Vector result{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column)
            result[row] += matrix[row][column] * vector[column];
    }
    return result;
}

Vector seen(const Vector &rgb, Vision vision)
{
    Vector result = rgb;
    if (vision == Vision::Protanopia)
        result = times(Protanopia, rgb);
    if (vision == Vision::Deuteranopia)
        result = times(Deuteranopia, rgb);
    if (vision == Vision::Tritanopia)
        result = times(Tritanopia, rgb);
    for (double &channel : result)
        channel = std::clamp(channel, 0.0, 1.0);
    return result;
}

double luminance(const QColor &colour)
{
    const Vector rgb = linear(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

double hue(double a, double b)
{
    if (a == 0 && b == 0)
        return 0;
    const double degrees = std::atan2(b, a) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

double meanHue(double one, double other, bool grey)
{
    if (grey)
        return one + other;
    if (std::abs(one - other) <= 180)
        return (one + other) / 2;
    return one + other < 360 ? (one + other + 360) / 2 : (one + other - 360) / 2;
}

double hueDifference(double one, double other, bool grey)
{
    if (grey)
        return 0;
    const double difference = other - one;
    if (difference > 180)
        return difference - 360;
    return difference < -180 ? difference + 360 : difference;
}

double chromaWeight(double chroma)
{
    const double power = std::pow(chroma, 7);
    return std::sqrt(power / (power + std::pow(25.0, 7)));
}

} // namespace

std::array<double, 3> linear(const QColor &colour)
{
    const auto channel
        = [](double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return {channel(colour.redF()), channel(colour.greenF()), channel(colour.blueF())};
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

Lab lab(const QColor &colour, Vision vision)
{
    const Vector xyz = times(ToXyz, seen(linear(colour), vision));
    const auto f = [&xyz](std::size_t i) {
        const double t = xyz[i] / White[i];
        return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    };
    return {116 * f(1) - 16, 500 * (f(0) - f(1)), 200 * (f(1) - f(2))};
}

double ciede2000(const Lab &one, const Lab &other)
{
    const double weight = chromaWeight((std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2);
    const double a1 = one.a * (1.5 - 0.5 * weight);
    const double a2 = other.a * (1.5 - 0.5 * weight);
    const double chroma1 = std::hypot(a1, one.b);
    const double chroma2 = std::hypot(a2, other.b);
    const double hue1 = hue(a1, one.b);
    const double hue2 = hue(a2, other.b);
    const bool grey = chroma1 * chroma2 == 0;

    const double deltaLightness = other.lightness - one.lightness;
    const double deltaChroma = chroma2 - chroma1;
    const double deltaHue = 2 * std::sqrt(chroma1 * chroma2) * std::sin(radians(hueDifference(hue1, hue2, grey)) / 2);

    const double lightness = (one.lightness + other.lightness) / 2;
    const double chroma = (chroma1 + chroma2) / 2;
    const double mean = meanHue(hue1, hue2, grey);
    const double t = 1 - 0.17 * std::cos(radians(mean - 30)) + 0.24 * std::cos(radians(2 * mean))
        + 0.32 * std::cos(radians(3 * mean + 6)) - 0.20 * std::cos(radians(4 * mean - 63));
    const double fromMiddle = std::pow(lightness - 50, 2);
    const double scaleLightness = 1 + 0.015 * fromMiddle / std::sqrt(20 + fromMiddle);
    const double scaleChroma = 1 + 0.045 * chroma;
    const double scaleHue = 1 + 0.015 * chroma * t;
    const double rotation
        = -2 * chromaWeight(chroma) * std::sin(radians(60 * std::exp(-std::pow((mean - 275) / 25, 2))));

    const double l = deltaLightness / scaleLightness;
    const double c = deltaChroma / scaleChroma;
    const double h = deltaHue / scaleHue;
    return std::sqrt(l * l + c * c + h * h + rotation * c * h);
}

} // namespace tests
