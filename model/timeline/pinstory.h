// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"
#include "model/timeline/timelinegeometry.h"

#include <vector>

namespace model {

// A stretch of a verification's life during which its PIN is in one place.
struct PinStretch {
    TimelineRun::Form form = TimelineRun::Form::OnItsWay;
    engine::Instant from{};
    engine::Instant to{};
};

// Where the PIN is between the request and `until`, in the order of time and without gaps. A phone that rings or speaks
// comes before where the PIN is: it is what a person at the phone would notice.
std::vector<PinStretch> pinStory(const engine::Record &record, engine::Instant until);

} // namespace model
