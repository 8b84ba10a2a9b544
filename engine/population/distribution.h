// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/randomstream.h"

#include <QString>

#include <concepts>
#include <utility>
#include <variant>
#include <vector>

namespace engine {

// The shapes of a distribution. All values are seconds.
namespace distributions {

struct Constant {
    double value = 0;
    bool operator==(const Constant &) const = default;
};

struct Uniform {
    double from = 0;
    double to = 0;
    bool operator==(const Uniform &) const = default;
};

struct Exponential {
    double mean = 0;
    bool operator==(const Exponential &) const = default;
};

struct Lognormal {
    double median = 0;
    double sigma = 0; // of the logarithm
    bool operator==(const Lognormal &) const = default;
};

// Values as they were observed, each as likely as its share of the weights.
struct Empirical {
    struct Point {
        double value = 0;
        double weight = 0;
        bool operator==(const Point &) const = default;
    };
    std::vector<Point> points;
    bool operator==(const Empirical &) const = default;
};

using Plain = std::variant<Constant, Uniform, Exponential, Lognormal, Empirical>;

// One of several, each as likely as its share of the weights. Mixtures of mixtures say nothing that one cannot.
struct Mixture {
    struct Part {
        double weight = 0;
        Plain distribution;
        bool operator==(const Part &) const = default;
    };
    std::vector<Part> parts;
    bool operator==(const Mixture &) const = default;
};

} // namespace distributions

// How long something takes: a distribution over seconds. A value; its JSON is in populationjson.h.
class Distribution {
public:
    using Plain = distributions::Plain;
    using Mixture = distributions::Mixture;
    using Shape = std::variant<Plain, Mixture>;

    // Thirty days, as far as the engine's clock can be moved at once.
    static constexpr double LongestSeconds = 30.0 * 24 * 3600;

    Distribution() = default; // no time at all
    Distribution(std::convertible_to<Plain> auto kind)
        : m_shape(Plain(std::move(kind)))
    { }
    Distribution(Mixture mixture)
        : m_shape(std::move(mixture))
    { }

    const Shape &shape() const { return m_shape; }

    // What is wrong with it, as a sentence whose subject starts with `path` ("sms.delay.lognormal.median must ..."), or
    // nothing. Only distributions without a problem may be sampled.
    QString problem(const QString &path) const;

    // Seconds, from 0 to LongestSeconds.
    double sample(RandomStream &stream) const;

    bool operator==(const Distribution &) const = default;

private:
    Shape m_shape;
};

} // namespace engine
