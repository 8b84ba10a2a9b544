// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A population may come from any file: reading it neither crashes nor hangs, and what was accepted can be sampled,
// written and read back.

#include "engine/population/populationjson.h"
#include "engine/population/user.h"

#include <cstdlib>

using namespace engine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto population
        = populationFromJson(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!population) {
        if (population.failure().sentence.isEmpty())
            std::abort();
        return 0;
    }
    const auto again = populationFromJson(toJson(*population));
    if (!again || *again != *population)
        std::abort();

    for (std::uint64_t user = 0; user < 8; ++user) {
        const UserKey key{1, user};
        const Traits traits = drawTraits(*population, key);
        for (const Channel channel : {Channel::Sms, Channel::Tts}) {
            const StepPlan plan = planStep(*population, traits, channel, key, 0, {});
            if (plan.reportAfter.count() < 0 || plan.entryAfter.count() < 0)
                std::abort();
        }
    }
    return 0;
}
