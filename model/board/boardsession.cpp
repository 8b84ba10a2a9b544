// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardsession.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace model {

namespace {

// The day's axis goes on in steps, so that it does not creep.
constexpr engine::milliseconds DayStep = 10min;
constexpr engine::milliseconds LongestDay = 12h;

engine::Instant floorTo(engine::Instant instant, engine::milliseconds step)
{
    return instant - instant.time_since_epoch() % step;
}

} // namespace

BoardSession::BoardSession(engine::Engine &engine, ClockModel &clock, NumberMask &mask, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_mask(mask)
    , m_rows(mask)
    , m_selected(engine)
    , m_handset(engine)
    , m_feed(engine)
{
    m_rows.setNow(clock.now());
    m_ruler.setNow(clock.now(), clock.isPaused());
    m_rows.setAsk([this](BoardModel::Wish wish) { m_feed.ask(std::move(wish)); });
    connect(&m_feed, &FeedAdapter::arrived, this, &BoardSession::take);
    connect(&m_rows, &BoardModel::filterChanged, this, [this] {
        m_ruler.setRange(std::max(m_rows.longestLife(), engine::milliseconds(1min)));
        fitDay();
    });
    connect(&clock, &ClockModel::ticked, this, [this] {
        m_rows.setNow(m_clock.now());
        m_ruler.setNow(m_clock.now(), m_clock.isPaused());
    });
}

void BoardSession::take(const BoardUpdate &update)
{
    m_rows.setNow(m_clock.now());
    m_rows.apply(update);
    m_isRead = true;
    fitRange();
    showSelected();
    if (const auto key = m_lookedFor ? m_rows.find(*m_lookedFor) : std::nullopt) {
        m_lookedFor.reset();
        Q_EMIT found(*key);
    }
    Q_EMIT changed();
}

void BoardSession::select(std::optional<Key> key)
{
    m_selectedKey = key;
    watch();
    showSelected();
}

void BoardSession::setVisible(std::set<Key> keys)
{
    m_visible = std::move(keys);
    watch();
}

void BoardSession::watch()
{
    std::set<Key> watched = m_visible;
    if (m_selectedKey)
        watched.insert(*m_selectedKey);
    m_rows.setWatched(watched);
    m_feed.watch(std::move(watched));
}

void BoardSession::showSelected()
{
    const auto record = m_selectedKey ? m_rows.record(*m_selectedKey) : nullptr;
    if (record == m_selected.record())
        return;
    m_handset.setRecord(record);
    m_selected.setRecord(record);
}

void BoardSession::lookFor(engine::RequestId id)
{
    const auto key = m_rows.find(id);
    m_lookedFor = key ? std::nullopt : std::optional(id);
    if (key)
        Q_EMIT found(*key);
}

void BoardSession::setTimeOfDay(bool isTimeOfDay)
{
    fitDay();
    m_ruler.setMode(isTimeOfDay ? Ruler::Mode::TimeOfDay : Ruler::Mode::SinceRequest);
}

// The axis follows the filter. Live data only ever lengthen it, where they would otherwise not be seen.
void BoardSession::fitRange()
{
    m_ruler.setRange(std::max(m_ruler.range(), m_rows.longestLife()));
    if (m_ruler.mode() == Ruler::Mode::TimeOfDay)
        fitDay();
}

void BoardSession::fitDay()
{
    const engine::Instant now = m_clock.now();
    const engine::Instant from = std::max(m_rows.oldestStart().value_or(now), now - LongestDay);
    m_ruler.setDay(floorTo(from, DayStep), floorTo(now, DayStep) + 2 * DayStep);
}

} // namespace model
