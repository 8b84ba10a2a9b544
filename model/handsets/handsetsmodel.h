// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/handsetfeed.h"
#include "model/board/clockmodel.h"
#include "model/handsets/phone.h"
#include "model/handsets/phonecontent.h"
#include "model/words/numberwords.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace model {

// All phones that the window knows, what each of them does, and what a person does to them: switches, answering,
// declining, listening again. While a phone operated by hand rings or speaks it holds the clock at 1x. It leaves
// codes to VerificationController, and the voice to who has one. Engine, clock and mask outlive it. Lives in the
// window's thread.
class HandsetsModel : public QObject {
    Q_OBJECT

public:
    HandsetsModel(engine::Engine &engine, ClockModel &clock, const NumberMask &mask, QObject *parent = nullptr);
    ~HandsetsModel() override;

    // Which phones somebody sees at the moment; all, unless told. A clock held by another one names it.
    void setSeen(std::function<bool(engine::PhoneNumber)> isSeen);
    // The clock is held by phones that are seen alone.
    void holdForSeenOnly();

    engine::Engine &engine() const { return m_engine; }
    ClockModel &clock() const { return m_clock; }
    const NumberMask &mask() const { return m_mask; }
    // Whether the store has been read; before that nothing is known, not even that there are no phones.
    bool isRead() const { return m_isRead; }
    // There are more phones than these.
    bool leavesOut() const { return m_leavesOut; }

    const std::map<engine::PhoneNumber, Phone> &phones() const { return m_phones; }
    // Null when it is not among them (any more).
    const Phone *find(engine::PhoneNumber number) const;
    PhoneState state(const Phone &phone) const;
    PhoneCounts counts() const;
    // Of those that wait for a code: how many speak it at the moment.
    int speaking() const;
    // Those that match, in the order of the list: by group, and within it the newest first; what rings longest first.
    std::vector<engine::PhoneNumber> ordered(const QString &find) const;
    PhoneContent content(const Phone &phone) const;
    // The one that has rung longest.
    std::optional<engine::PhoneNumber> ringing() const;
    // What rings for a person, what has rung longest first.
    std::vector<engine::RequestId> ringingCalls() const;

    engine::HandsetSettings settings(engine::PhoneNumber number) const;
    void setSettings(engine::PhoneNumber number, const engine::HandsetSettings &settings);
    void answer(engine::PhoneNumber number);
    void decline(engine::PhoneNumber number);

    // A call whose words can be heard: what speaks, or the newest that has spoken to this phone.
    std::optional<std::uint8_t> playableCall(const Phone &phone) const;
    // Whether it has been heard: while it was answered here, or played since.
    bool wasHeard(const Phone &phone) const;
    // From the beginning, in the machine's time, with its captions.
    void play(engine::PhoneNumber number);

    // The call to be heard now, and how far it is: one that is played, else the latest that was answered here and still
    // speaks.
    struct Heard {
        std::shared_ptr<const engine::Record> record;
        std::uint8_t step = 0;
        engine::milliseconds sinceAnswer{};
        bool isPlayed = false; // on demand
    };
    std::optional<Heard> heard() const;

Q_SIGNALS:
    void changed(); // phones, their states or their switches
    void answered(engine::PhoneNumber number); // by a person, who hears the code now

private:
    using CallId = std::pair<engine::VerificationKey, std::uint8_t>;
    struct Playing {
        engine::PhoneNumber number;
        std::shared_ptr<const engine::Record> record;
        std::uint8_t step = 0;
        engine::milliseconds lasts{};
        QElapsedTimer since;
    };

    void takeBatch(const engine::HandsetBatch &batch);
    void follow();
    void holdClock();
    std::optional<Replay> replayOf(const Phone &phone) const;

    engine::Engine &m_engine;
    ClockModel &m_clock;
    const NumberMask &m_mask;
    std::map<engine::PhoneNumber, Phone> m_phones;
    PhoneCounts m_counts{}; // as last told
    int m_speaking = 0; // as last told
    std::function<bool(engine::PhoneNumber)> m_isSeen = [](engine::PhoneNumber) { return true; };
    bool m_holdsForSeenOnly = false;
    bool m_isRead = false;
    bool m_leavesOut = false;
    std::set<CallId> m_heardCalls; // answered here, or played
    std::optional<engine::PhoneNumber> m_answeredHere; // the latest
    std::optional<Playing> m_playing;
    std::unique_ptr<engine::HandsetFeed> m_feed; // last: its thread has ended before the rest goes
};

} // namespace model
