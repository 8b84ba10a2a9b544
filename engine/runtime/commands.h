// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/admit.h"
#include "engine/account/policy.h"
#include "engine/base/instant.h"
#include "engine/import/importedrequest.h"
#include "engine/record/record.h"
#include "engine/request/request.h"
#include "engine/runtime/clock.h"

#include <functional>
#include <optional>
#include <variant>
#include <vector>

// What can be asked of the engine and what it answers. A reply is called exactly once, on the engine thread, after the
// commit that made it true; it must not block. An acknowledged command is a durable one.
namespace engine {

template <class Answer>
using Reply = std::function<void(const Answer &)>;

// Why an engine could not carry out a command at all, apart from the rules' own outcomes.
enum class Trouble : std::uint8_t {
    None,
    UnknownRequest, // no such id
    StoreFailed, // the commit failed: nothing happened, nothing was sent
    KeyMissing, // the store's key is missing or foreign: codes cannot be checked
};

struct StartReply {
    Trouble trouble = Trouble::None;
    std::optional<Obstacle> obstacle; // the account or its request was not admitted
    bool isAccepted = false; // otherwise, and without an obstacle, the number has a running verification, `id`
    RequestId id; // the new request, or the one that is in the way
    Instant startedAt{}; // of that request
    bool isForeign = false; // the one in the way is another account's
};

struct CheckReply {
    Trouble trouble = Trouble::None;
    Outcome outcome = Outcome::NotRunning;
    std::uint8_t matchedGeneration = 0; // the code was once this PIN, though it may be too late; 0 for none
    std::uint8_t pinGeneration = 0; // the request's current PIN
    int triesLeft = 0;
    std::optional<std::size_t> creditedStep; // with Accepted
    Sequence creditedEvent = 0; // with Accepted: the StepSent's place in the journal
    Money fee; // with Accepted
    Money messagesCost; // so far
};

struct ControlReply {
    Trouble trouble = Trouble::None;
    std::optional<Obstacle> obstacle; // the account was not admitted
    Outcome outcome = Outcome::NotRunning;
};

struct ImportReply {
    Trouble trouble = Trouble::None;
    QString sentence; // with StoreFailed: why
    ImportCounts counts;
};

struct PolicyReply {
    Trouble trouble = Trouble::None;
};

struct SimulationReply {
    Trouble trouble = Trouble::None;
    std::int64_t number = 0; // that the run has in the store
};

// A message as a handset shows it: an SMS once it is delivered, a call once it is answered.
struct HandsetMessage {
    Sequence id = 0;
    RequestId request;
    PhoneNumber number;
    Channel channel = Channel::Sms;
    Instant at{};
    QString senderId;
    QString text; // rendered now; never stored
    QString pin; // empty without the store's key
};

// How the clock stands, for people and for `GET clock`.
struct ClockReport {
    Instant now{};
    ClockSetting setting;
    milliseconds lead{}; // of a real clock over the wall
    std::optional<Instant> nextEventAt; // when anything falls due next
    std::size_t pending = 0; // how many things will fall due
};

struct ClockChange {
    struct Advance {
        milliseconds by; // up to 30 days
    };
    struct JumpToNext {
        std::optional<VerificationKey> of = {}; // the next moment of this one; none: of any
        std::optional<Instant> latest = {}; // no further than here, and here where nothing is due
    };
    std::variant<ClockSetting, Advance, JumpToNext> wanted;
};

struct ClockReply {
    Trouble trouble = Trouble::None; // StoreFailed: the clock stands where the store last took a write
    bool isRefused = false; // a real clock cannot be moved
    ClockReport clock; // after all that fell due has run
};

// What the engine has done since the last notice: whose listeners may want to read again.
struct Changes {
    Sequence sequence = 0; // the store's latest, committed
    std::vector<VerificationKey> keys; // of the verifications that changed; none when only the clock or the state did
    bool isOtherPolicy = false; // accounts, rules or prices were changed
};

} // namespace engine
