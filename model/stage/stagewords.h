// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QString>

// What Stage says of the one verification it shows, for a room to read from afar: short sentences, no lists. Pure.
namespace model {

// The longest headline that stays on one line of Stage.
inline constexpr qsizetype StageHeadlineLength = 66;

// What happened, then what is happening: "The SMS was not delivered. A call is speaking the code." No seconds that run:
// the picture below counts them.
QString stageHeadline(const engine::Record &record, engine::Instant now);
// "Workflow 1: SMS, call at 2:05, call at 5:05. EUR 0.042 so far."; after the end "EUR 0.092 in all.".
QString stageSubline(const engine::Record &record);
// What Space goes to: the next thing that happens to it by itself, or the end of what a call is saying. None after its
// end.
std::optional<engine::Instant> nextMoment(const engine::Record &record, engine::Instant now);
// Under the code field while nothing was answered yet: "3 tries left, 7:39 until it expires. Enter sends."
QString stageHint(const engine::Record &record, engine::Instant now);

} // namespace model
