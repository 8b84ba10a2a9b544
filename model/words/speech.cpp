// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/speech.h"

#include <algorithm>

namespace model {

using engine::milliseconds;
using engine::Record;

milliseconds speechDuration(const Record &, std::size_t)
{
    return engine::seconds(15);
}

bool speaks(const Record &record, std::size_t step, engine::Instant now)
{
    const engine::StepRecord &call = record.steps.at(step);
    if (call.channel != engine::Channel::Tts || !call.deliveredAt || record.verification.hasEnded())
        return false;
    return now < *call.deliveredAt + speechDuration(record, step);
}

} // namespace model
