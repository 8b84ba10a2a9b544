// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"
#include "model/words/symbol.h"

#include <QString>

#include <optional>
#include <vector>

namespace model {

// One line of the list of events, and one stop when a picture's marks are walked.
struct EventLine {
    engine::milliseconds at{}; // since the request
    std::optional<Symbol> symbol;
    QString text; // "SMS sent, same PIN"
    bool isToCome = false; // will happen if nobody does anything

    bool operator==(const EventLine &) const = default;
};

// Imported: messages were sent, and nobody knows when.
bool areStepTimesUnknown(const engine::Record &record);
// What is said of it wherever its story is told.
inline constexpr QStringView StepTimesUnknown = u"step times are not in the import";

// What happened to a verification and what is still to come, in the order of time. Pure.
std::vector<EventLine> eventLines(const engine::Record &record);

} // namespace model
