// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/delivery/handset.h"
#include "engine/record/record.h"
#include "model/words/symbol.h"

#include <QString>

#include <array>
#include <memory>
#include <vector>

namespace model {

class NumberMask;

// The groups of the list of phones, in its order.
enum class PhoneState {
    Ringing, // waits to be answered by a person
    Waiting, // for a code that a person types
    Automatic, // a population or a test number acts
    Quiet, // nothing runs
};
inline constexpr int PhoneStateCount = int(PhoneState::Quiet) + 1;
using PhoneCounts = std::array<int, PhoneStateCount>;

// A phone on the Handsets page: a plain value.
struct Phone {
    engine::PhoneNumber number;
    std::vector<std::shared_ptr<const engine::Record>> records; // the newest first, at least one
    QString soughtIn; // what Find looks through, in lower case

    const engine::Record &newest() const { return *records.front(); }
};

// With what is worked out once and not at every look.
Phone phoneOf(engine::PhoneNumber number, std::vector<std::shared_ptr<const engine::Record>> records);
PhoneState phoneState(const Phone &phone, const engine::HandsetSettings &settings);
// Number, in any spelling, country or brand; empty text finds all.
bool matches(const Phone &phone, const QString &text);

// "+44 7700 900112", masked where numbers are.
QString shownNumber(const Phone &phone, const NumberMask &mask);
// Its line in the list: the mark, and how long something lasts or when it ended.
Symbol lineSymbol(const Phone &phone, PhoneState state);
QString lineTime(const Phone &phone, PhoneState state, const engine::HandsetSettings &settings, engine::Instant now);
// "+44 7700 900112, rings for 14 s more".
QString lineSpoken(const Phone &phone, PhoneState state, const engine::HandsetSettings &settings,
                   const NumberMask &mask, engine::Instant now);

// The foot of the phone: "2 tries left", "verified in 17 s".
QString footWords(const Phone &phone, engine::Instant now);
// Who answers it, where it is not the person at the window; else empty.
QString whoAnswers(const Phone &phone);

// "Ringing", "Waiting for a code".
QString groupName(PhoneState state);
// "One phone is ringing. Three wait for a code." `speaking` of those that wait hear it at the moment.
QString handsetsSentence(const PhoneCounts &counts, int speaking);

} // namespace model
