// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/engine.h"
#include "model/board/postbox.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <set>

namespace model {

// The engine's clock for the window: what it says, how fast it goes, what comes next, and the wishes to change that.
// Asks the engine ten times a second; never waits for it. A clock that runs faster than real time is held at 1x while a
// person acts in real time, and goes on at the chosen speed afterwards. Lives in the window's thread.
class ClockModel : public QObject {
    Q_OBJECT

public:
    explicit ClockModel(engine::Engine &engine, QObject *parent = nullptr);

    engine::Instant now() const;
    // "14:02:31" in the machine's time zone.
    QString text() const;
    engine::ClockMode mode() const { return m_report.setting.mode; }
    bool isReal() const { return mode() == engine::ClockMode::Real; }
    bool isPaused() const { return m_report.setting.isPaused || mode() == engine::ClockMode::Manual; }
    // Engine seconds per second as chosen, and as it goes now; they differ while held.
    double chosenSpeed() const;
    double speed() const;
    // Until anything falls due next; none when nothing does.
    std::optional<engine::milliseconds> untilNext() const;

    // How far a real clock is ahead of the machine's, as after a skip; to a second, so that it does not flicker.
    engine::milliseconds lead() const { return isReal() ? m_lead : engine::milliseconds(0); }
    // What kind of time it is, "real time, ahead by 2:05", or why it is held: "1x while you type, then 20x".
    QString note() const;
    // All of that aloud: "It is 14:02:31, paused. The next moment is 1:23 away."
    QString sentence() const;
    bool isHeld() const { return m_heldFrom.has_value(); }

    // What makes a person act in real time; the note tells the first of them.
    enum class Act { Typing, PhoneRings, PhoneSpeaks };
    void setActing(Act act, bool isActing) { setActing({{act, isActing}}); }
    // Several at once: the clock is not let go between one that ends and another that begins.
    void setActing(const std::map<Act, bool> &acts);
    // The phone that rings or speaks, where nobody sees it: the note names it. Empty: it is seen.
    void setUnseenPhone(const QString &number);
    // Whether acting holds the clock at all.
    void setHolds(bool holds);
    bool holds() const { return m_holds; }

    // A real or manual clock becomes a scaled one with the first three. A paused one runs with a speed.
    void setSpeed(double speed);
    void togglePause();
    // To the next moment at which anything falls due, unless told otherwise.
    void skip(const engine::ClockChange::JumpToNext &to = {});
    void useRealTime();

Q_SIGNALS:
    void ticked(); // time went on, at most ten times a second
    void changed(); // mode, speed, pause or note

private:
    void refresh();
    void set(engine::ClockSetting setting);
    void change(engine::ClockChange change);
    void holdOrGoOn();

    engine::Engine &m_engine;
    Postbox m_postbox;
    QTimer m_timer;
    engine::ClockReport m_report;
    engine::milliseconds m_lead{};
    std::set<Act> m_acts;
    QString m_unseenPhone;
    std::optional<double> m_heldFrom; // the speed to go on with
    bool m_holds = true;
    int m_pending = 0; // changes that the engine has not answered yet
};

} // namespace model
