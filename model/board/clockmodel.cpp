// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/clockmodel.h"

#include "model/words/times.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace model {

namespace {

constexpr auto Tick = 100ms;

engine::ClockSetting scaled(double speed, bool isPaused = false)
{
    return {engine::ClockMode::Scaled, speed, isPaused};
}

QString actWords(ClockModel::Act act, const QString &unseenPhone)
{
    const QString phone = unseenPhone.isEmpty() ? u"a phone"_s : unseenPhone;
    switch (act) {
    case ClockModel::Act::Typing:
        return u"you type"_s;
    case ClockModel::Act::PhoneRings:
        return phone + u" rings"_s;
    case ClockModel::Act::PhoneSpeaks:
        return phone + u" speaks"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

ClockModel::ClockModel(engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_postbox(this)
    , m_report(engine.clockReport())
    , m_lead(m_report.lead)
{
    connect(&m_timer, &QTimer::timeout, this, &ClockModel::refresh);
    m_timer.start(Tick);
}

engine::Instant ClockModel::now() const
{
    return m_engine.clock().now();
}

QString ClockModel::text() const
{
    return timeOfDay(now());
}

double ClockModel::speed() const
{
    return mode() == engine::ClockMode::Scaled ? m_report.setting.speed : 1;
}

double ClockModel::chosenSpeed() const
{
    return m_heldFrom.value_or(speed());
}

std::optional<engine::milliseconds> ClockModel::untilNext() const
{
    if (!m_report.nextEventAt)
        return {};
    return std::max(*m_report.nextEventAt - now(), 0ms);
}

QString ClockModel::note() const
{
    if (m_heldFrom) {
        return u"1x while "_s + actWords(*m_acts.begin(), m_unseenPhone) + u", then "_s + QString::number(*m_heldFrom)
            + u'x';
    }
    if (m_acts.contains(Act::PhoneRings))
        return u"a phone rings; Skip does not wait for it"_s;
    if (!isReal())
        return u"simulated time"_s;
    return m_lead > 0ms ? QString(u"real time, ahead by "_s + duration(m_lead)) : u"real time"_s;
}

QString ClockModel::sentence() const
{
    QString words = u"It is "_s + text();
    if (isPaused())
        words += u", paused."_s;
    else if (isReal() || isHeld())
        words += u", "_s + note() + u'.';
    else
        words += u", at "_s + QString::number(speed()) + u"x."_s;
    const auto left = untilNext();
    return left ? QString(words + u" The next moment is "_s + timeLeft(*left) + u" away."_s) : words;
}

void ClockModel::setActing(const std::map<Act, bool> &acts)
{
    const std::set<Act> before = m_acts;
    for (const auto &[act, isActing] : acts) {
        if (isActing)
            m_acts.insert(act);
        else
            m_acts.erase(act);
    }
    if (m_acts != before)
        holdOrGoOn();
}

void ClockModel::setUnseenPhone(const QString &number)
{
    if (number == m_unseenPhone)
        return;
    m_unseenPhone = number;
    if (m_heldFrom)
        Q_EMIT changed();
}

void ClockModel::setHolds(bool holds)
{
    m_holds = holds;
    holdOrGoOn();
}

void ClockModel::holdOrGoOn()
{
    const bool wantsHold = m_holds && !m_acts.empty();
    if (wantsHold && !m_heldFrom && mode() == engine::ClockMode::Scaled && speed() > 1) {
        m_heldFrom = speed();
        set(scaled(1, isPaused()));
    } else if (!wantsHold && m_heldFrom) {
        const double chosen = *m_heldFrom;
        m_heldFrom.reset();
        set(scaled(chosen, isPaused()));
    } else {
        Q_EMIT changed(); // the reason may be another one
    }
}

void ClockModel::setSpeed(double speed)
{
    const bool staysHeld = m_heldFrom && speed > 1;
    if (staysHeld) {
        m_heldFrom = speed;
        set(scaled(1));
        return;
    }
    m_heldFrom.reset();
    set(scaled(speed));
    holdOrGoOn();
}

void ClockModel::togglePause()
{
    set(scaled(speed(), !isPaused()));
}

void ClockModel::skip(const engine::ClockChange::JumpToNext &to)
{
    if (isReal())
        set(scaled(1));
    change({to});
}

void ClockModel::useRealTime()
{
    m_heldFrom.reset();
    set({});
}

void ClockModel::set(engine::ClockSetting setting)
{
    m_report.setting = setting; // shown at once; the engine's answer confirms it
    change({setting});
    Q_EMIT changed();
}

void ClockModel::change(engine::ClockChange wanted)
{
    ++m_pending;
    m_engine.changeClock(std::move(wanted), m_postbox.reply<engine::ClockReply>([this](const engine::ClockReply &) {
        --m_pending;
        refresh();
    }));
}

void ClockModel::refresh()
{
    if (m_pending > 0) {
        Q_EMIT ticked();
        return;
    }
    const engine::ClockReport before = std::exchange(m_report, m_engine.clockReport());
    const bool isOtherLead = std::chrono::abs(m_report.lead - m_lead) >= 1s;
    if (isOtherLead)
        m_lead = m_report.lead;
    // Somebody else set the clock meanwhile, over the console API for example: that holds, and not what was chosen
    // here.
    if (m_heldFrom && (mode() != engine::ClockMode::Scaled || speed() != 1))
        m_heldFrom.reset();
    if (isOtherLead || m_report.setting != before.setting)
        Q_EMIT changed();
    Q_EMIT ticked();
}

} // namespace model
