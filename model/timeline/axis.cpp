// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/axis.h"

#include "model/words/plan.h"
#include "model/words/times.h"

#include <QDateTime>

#include <array>
#include <cmath>

namespace model {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Instant;
using engine::milliseconds;

namespace {

constexpr double KneeMilliseconds = 30'000; // where the compressed axis has lost half of its pace

constexpr std::array<milliseconds, 9> CompressedTicks{0s, 10s, 30s, 1min, 2min, 5min, 10min, 30min, 60min};
constexpr std::array<milliseconds, 17> EvenSteps{1s,    2s,    5s,    10s, 15s, 30s, 1min, 2min, 5min,
                                                 10min, 15min, 30min, 1h,  2h,  6h,  12h,  24h};

double compressed(milliseconds time)
{
    return std::log1p(std::max(0.0, double(time.count())) / KneeMilliseconds);
}

QString tickLabel(milliseconds time)
{
    if (time == 0s)
        return u"0"_s;
    if (time % 1min == 0s)
        return QString::number(time / 1min) + u" min"_s;
    return time < 1min ? duration(time) : position(time);
}

QString timeOfDayLabel(Instant instant, milliseconds step)
{
    const QString text = timeOfDay(instant);
    return step < 1min ? text : text.first(5);
}

// The first moment at or after `from` that is a whole multiple of `step` in local time.
milliseconds firstTick(Instant from, milliseconds step)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(from));
    const milliseconds offset = std::chrono::seconds(local.offsetFromUtc());
    const milliseconds sinceMidnight = (from.time_since_epoch() + offset) % 24h;
    return (step - sinceMidnight % step) % step;
}

} // namespace

TimeAxis::TimeAxis(Kind kind, milliseconds range, qreal left, qreal right)
    : m_kind(kind)
    , m_range(std::max(range, milliseconds(1s)))
    , m_left(left)
    , m_right(right)
{ }

TimeAxis TimeAxis::sinceRequest(Kind kind, milliseconds range, qreal left, qreal right)
{
    return {kind, range, left, right};
}

TimeAxis TimeAxis::timeOfDay(Instant from, Instant to, qreal left, qreal right)
{
    TimeAxis axis(Kind::Even, to - from, left, right);
    axis.m_origin = from;
    return axis;
}

qreal TimeAxis::xAt(milliseconds time) const
{
    const double share = m_kind == Kind::Compressed ? compressed(time) / compressed(m_range)
                                                    : double(time.count()) / double(m_range.count());
    return m_left + (m_right - m_left) * share;
}

milliseconds TimeAxis::timeAt(qreal x) const
{
    const double share = (x - m_left) / (m_right - m_left);
    const double time = m_kind == Kind::Compressed ? std::expm1(share * compressed(m_range)) * KneeMilliseconds
                                                   : share * double(m_range.count());
    return milliseconds(std::llround(time));
}

qreal TimeAxis::xOf(Instant instant, Instant requestedAt) const
{
    return xAt(instant - m_origin.value_or(requestedAt));
}

std::vector<AxisTick> TimeAxis::ticks(qreal leastGap) const
{
    std::vector<AxisTick> ticks;
    const auto add = [&](milliseconds at, const QString &label) { ticks.push_back({at, xAt(at), label}); };
    if (m_kind == Kind::Compressed) {
        for (const milliseconds at : CompressedTicks) {
            if (at <= m_range)
                add(at, tickLabel(at));
        }
        return ticks;
    }
    const auto fits = [&](milliseconds step) { return xAt(step) - xAt(0s) >= leastGap; };
    const auto found = std::ranges::find_if(EvenSteps, fits);
    const milliseconds step = found == EvenSteps.end() ? EvenSteps.back() : *found;
    for (milliseconds at = m_origin ? firstTick(*m_origin, step) : 0ms; at <= m_range; at += step)
        add(at, m_origin ? timeOfDayLabel(*m_origin + at, step) : tickLabel(at));
    return ticks;
}

milliseconds plannedLength(const engine::Workflow &workflow)
{
    return engine::forecast(justStarted(workflow)).endsAt.time_since_epoch();
}

} // namespace model
