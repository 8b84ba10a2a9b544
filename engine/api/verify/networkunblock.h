// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/verify/parameters.h"
#include "engine/http/responder.h"
#include "engine/runtime/engine.h"

namespace engine {

// "POST /verify/network-unblock": pauses the block of a network for a while, up to a day of engine time; 0 seconds
// blocks it again. Unlike the other calls it answers with HTTP's own statuses and problem+json (verify-api.md,
// section 1.8). They run on the HTTP thread.
void unblockNetwork(Engine &engine, const Account &account, const Parameters &parameters, Responder responder);

// What keeps a request for any call out before the call looks at it.
enum class DoorObstacle : std::uint8_t { UnreadableBody, WrongCredentials, TooManyRequests };
// The answer of this one.
HttpReply unblockProblem(DoorObstacle obstacle);

} // namespace engine
