// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"
#include "engine/base/phonenumber.h"
#include "engine/base/requestid.h"

namespace engine {

// Draws the ids of an engine's requests. They rise even on a clock that stands, as under a test, so that the store's
// index on them grows at its end alone: ids at random places cost a flush several times as much. Belongs to the engine
// thread.
class RequestIds {
public:
    RequestId draw(Instant now);
    // With the number in the place of what is drawn, so that it has the same user in every store.
    static RequestId of(PhoneNumber number, Instant now);

private:
    RequestId m_last;
};

} // namespace engine
