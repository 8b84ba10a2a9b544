// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/verification/verification.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace tests {

// One verification on a clock of its own, which starts at 0 s with the request. It drives the rules the way the engine
// does: before a command, every wake that is due by then has run at its own time. PINs are invented here, since the
// rules know only generations: pin() is the live one, and "0000" is never one.
class Run {
public:
    explicit Run(const engine::Workflow &workflow);

    void advance(engine::milliseconds by);
    void advanceTo(engine::milliseconds sinceRequest);
    // Passes time as a machine that is switched off does: what fell due meanwhile runs at the moment of waking.
    void sleep(engine::milliseconds by);

    engine::Outcome enter(const QByteArray &code);
    engine::Outcome cancel() { return submit(engine::Cancel{}); }
    engine::Outcome triggerNext() { return submit(engine::TriggerNext{}); }
    engine::Outcome reportDelivered(std::uint8_t step) { return submit(engine::Report{step, true}); }
    engine::Outcome reportFailed(std::uint8_t step) { return submit(engine::Report{step, false}); }
    engine::Outcome submit(const engine::Command &command);

    QByteArray pin() const { return pin(m_state.pinGeneration); }
    static QByteArray pin(int generation);

    engine::Instant now() const { return m_now; }
    const engine::Verification &state() const { return m_state; }
    const std::vector<engine::Event> &events() const { return m_events; }
    // What happened after the request, with its seconds: "pin1@0 sms@0 delivered@0.25 call@125 valid@131.5".
    QString story() const;

private:
    engine::Instant m_now{};
    engine::Verification m_state;
    std::vector<engine::Event> m_events;
};

} // namespace tests
