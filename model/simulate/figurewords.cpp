// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/figurewords.h"

#include "model/words/times.h"

#include <cmath>

namespace model {

using namespace Qt::StringLiterals;
using namespace engine::distributions;
using engine::Distribution;

namespace {

constexpr double MostEuros = 1000;

// Up to `decimals`, without idle zeros.
QString trimmedNumber(double number, int decimals)
{
    QString text = QString::number(number, 'f', decimals);
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return text;
}

std::optional<double> readNumber(QString text)
{
    bool isNumber = false;
    const double number = text.trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

double later(const Constant &time, double seconds)
{
    return time.value > seconds ? 1 : 0;
}

double later(const Uniform &time, double seconds)
{
    if (time.to <= time.from)
        return time.from > seconds ? 1 : 0;
    return std::clamp((time.to - seconds) / (time.to - time.from), 0.0, 1.0);
}

double later(const Exponential &time, double seconds)
{
    return time.mean > 0 ? std::exp(-seconds / time.mean) : 0;
}

double later(const Lognormal &time, double seconds)
{
    if (time.sigma <= 0)
        return time.median > seconds ? 1 : 0;
    return seconds > 0 ? std::erfc(std::log(seconds / time.median) / (time.sigma * std::sqrt(2.0))) / 2 : 1;
}

double later(const Empirical &time, double seconds)
{
    double all = 0;
    double late = 0;
    for (const Empirical::Point &point : time.points) {
        all += point.weight;
        late += point.value > seconds ? point.weight : 0;
    }
    return all > 0 ? late / all : 0;
}

double later(const Distribution::Plain &time, double seconds)
{
    return std::visit([seconds](const auto &shape) { return later(shape, seconds); }, time);
}

double later(const Mixture &time, double seconds)
{
    double all = 0;
    double late = 0;
    for (const Mixture::Part &part : time.parts) {
        all += part.weight;
        late += part.weight * later(part.distribution, seconds);
    }
    return all > 0 ? late / all : 0;
}

} // namespace

QString shareText(double share)
{
    return trimmedNumber(share * 100, 1) + u" %"_s;
}

QString secondsText(double seconds)
{
    if (seconds >= 60)
        return duration(engine::milliseconds(std::llround(seconds) * 1000));
    return trimmedNumber(seconds, 1) + u" s"_s;
}

QString eurosText(engine::Money amount)
{
    return u"EUR "_s + amount.toString();
}

std::optional<double> readShare(const QString &text)
{
    QString number = text.trimmed();
    if (number.endsWith(u'%'))
        number.chop(1);
    const auto percent = readNumber(number);
    return percent && *percent >= 0 && *percent <= 100 ? std::optional(*percent / 100) : std::nullopt;
}

std::optional<double> readSeconds(const QString &text)
{
    QString number = text.trimmed();
    if (number.endsWith(u's'))
        number.chop(1);
    double seconds = 0;
    const QStringList parts = number.split(u':');
    if (parts.size() > 3)
        return std::nullopt;
    for (const QString &part : parts) {
        const auto value = readNumber(part);
        if (!value || *value < 0 || (parts.size() > 1 && &part != &parts.front() && *value >= 60))
            return std::nullopt;
        seconds = seconds * 60 + *value;
    }
    return seconds <= Distribution::LongestSeconds ? std::optional(seconds) : std::nullopt;
}

std::optional<engine::Money> readPrice(const QString &text)
{
    QString number = text.trimmed();
    if (number.startsWith(u"EUR"_s, Qt::CaseInsensitive))
        number.remove(0, 3);
    const auto euros = readNumber(number);
    if (!euros || *euros < 0 || *euros >= MostEuros)
        return std::nullopt;
    return engine::Money::fromHundredMillionths(std::llround(*euros * 1e8));
}

double shareLater(const Distribution &time, double seconds)
{
    return std::visit([seconds](const auto &shape) { return later(shape, seconds); }, time.shape());
}

double median(const Distribution &time)
{
    double low = 0;
    double high = Distribution::LongestSeconds;
    for (int halvings = 0; halvings < 64; ++halvings) {
        const double middle = (low + high) / 2;
        (shareLater(time, middle) > 0.5 ? low : high) = middle;
    }
    return high;
}

} // namespace model
