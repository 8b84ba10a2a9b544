// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/distribution.h"

#include <QString>

#include <map>
#include <optional>
#include <span>
#include <variant>

namespace engine {

// Who answers the messages: what is assumed of phones, networks and people, as figures that each say where they come
// from. A value; what a single user of it does is in user.h. Probabilities are from 0 to 1.
struct Population {
    QString name;

    // Traits, drawn once for each user.
    double unreachable = 0; // nothing ever arrives
    double noSms = 0; // no SMS ever arrives
    double neverAnswersCalls = 0;
    std::optional<Distribution> patience; // from the request until they have left; none: they never leave

    // Luck, drawn for each message.
    double smsDelivered = 0;
    Distribution smsDelay; // from sending to delivery
    double callAnswered = 0;
    Distribution callDelay; // from sending to the answer
    double wrongCode = 0; // of each code, that it is wrong; another try follows

    // Typing, drawn once for each user: who is slow is slow every time.
    Distribution entry; // from an SMS to its code, and from one try to the next
    Distribution entryAfterCall; // the same for a call

    // Where the figures come from, by their path: a source with its year and caveat, or "assumption".
    std::map<QString, QString> origins;

    // The origin of the figure at `path`; empty when nobody says.
    QString origin(const QString &path) const;

    bool operator==(const Population &) const = default;
};

// The key in `origins` that stands for every figure without one of its own.
inline constexpr QStringView EveryOtherFigure = u"...";

// One figure of the model: where it is in the JSON and where in the value. Reading, writing, checking and showing a
// population all go over this list.
struct Figure {
    QString path; // "sms.delay"
    std::variant<double Population::*, Distribution Population::*, std::optional<Distribution> Population::*> member;
};
std::span<const Figure> figures();

// What is wrong with the first figure that is not in order, as a sentence that starts with its path; empty when all
// are.
QString problem(const Population &population);

} // namespace engine
