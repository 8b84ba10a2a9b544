// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <array>

namespace engine {

// A running verification as the engine keeps it in memory and as its projection row mirrors it: the state of the rules,
// and of the request only what deciding and counting need. Texts stay in the store.
struct VerificationRow {
    VerificationKey key = 0;
    Sequence sequence = 0; // of its last decision
    RequestId id;
    PhoneNumber number;
    Verification verification;
    Prices prices;
    std::array<char, 2> country{}; // two letters, or zeros
    Source source = Source::Api;
    std::uint8_t codeLength = 4;

    // Running, or with a delivery on its way: what recovery brings back to memory. Of what was imported no more news
    // will come.
    bool isOpen() const
    {
        if (source == Source::Import)
            return false;
        const int sent = (1 << verification.stepsSent) - 1;
        return verification.isRunning() || (verification.reportedSteps & sent) != sent;
    }

    bool operator==(const VerificationRow &) const = default;
};

// The row that follows from a record.
VerificationRow toRow(const Record &record);
// The row of a request that nothing has happened to yet.
VerificationRow toRow(VerificationKey key, const Request &request);

} // namespace engine
