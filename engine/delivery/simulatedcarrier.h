// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/delivery/carrier.h"
#include "engine/delivery/handset.h"

#include <mutex>
#include <unordered_map>

namespace engine {

// Plans messages without sending any: a magic number does what it always does, else the user of the dispatch's
// population decides, else the switches of the handset, which have their home here. It only plans; the engine plays the
// plans. It plans on the engine thread; the switches may be read and set from any.
class SimulatedCarrier final : public Carrier {
public:
    explicit SimulatedCarrier(CallsByHand callsByHand);

    StepPlan plan(const Dispatch &dispatch) override;

    // Holds for messages that are sent from now on.
    void setHandset(PhoneNumber number, HandsetSettings settings);
    HandsetSettings handset(PhoneNumber number) const;

private:
    HandsetSettings m_untouched;
    mutable std::mutex m_mutex; // guards what follows
    std::unordered_map<PhoneNumber, HandsetSettings> m_handsets;
};

} // namespace engine
