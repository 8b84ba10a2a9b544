// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/ruler.h"

namespace model {

using engine::Instant;
using engine::milliseconds;

namespace {

constexpr qreal BeforeRequest = 24; // px: half a mark and some air
constexpr qreal AfterEnd = 60; // px: the last label

} // namespace

Ruler::Ruler(QObject *parent)
    : QObject(parent)
    , m_range(plannedLength(*engine::standardWorkflow(1, engine::Dialect::Vonage)))
{ }

void Ruler::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    Q_EMIT changed();
}

void Ruler::setRange(milliseconds range)
{
    if (range == m_range)
        return;
    m_range = range;
    Q_EMIT changed();
}

void Ruler::setDay(Instant from, Instant to)
{
    if (from == m_from && to == m_to)
        return;
    m_from = from;
    m_to = to;
    if (m_mode == Mode::TimeOfDay)
        Q_EMIT changed();
}

void Ruler::setNow(Instant now, bool isPaused)
{
    m_now = now;
    m_isPaused = isPaused;
}

TimeAxis Ruler::axis(qreal width, qreal scale) const
{
    const qreal left = BeforeRequest * scale;
    const qreal right = std::max(left + 1, width - AfterEnd * scale);
    switch (m_mode) {
    case Mode::SinceRequest:
        return TimeAxis::sinceRequest(TimeAxis::Kind::Compressed, m_range, left, right);
    case Mode::SinceRequestEven:
        return TimeAxis::sinceRequest(TimeAxis::Kind::Even, m_range, left, right);
    case Mode::TimeOfDay:
        return TimeAxis::timeOfDay(m_from, m_to, left, right);
    }
    Q_UNREACHABLE();
}

} // namespace model
