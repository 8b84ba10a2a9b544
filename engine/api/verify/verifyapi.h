// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/credentials.h"
#include "engine/api/verify/ratelimit.h"
#include "engine/api/verify/wirereply.h"
#include "engine/http/httprequest.h"
#include "engine/http/responder.h"
#include "engine/runtime/engine.h"

namespace engine {

class Parameters;

// The Verify API, version 1: who may come in, and which call it is. Reference: verify-api.md. Belongs to the HTTP
// thread; the engine and the count outlive it.
class VerifyApi {
public:
    VerifyApi(Engine &engine, const TimeSource &time, int rateLimitPerSecond, RefusalCount &refusals);

    static bool isResponsibleFor(const HttpRequest &request);
    void handle(const HttpRequest &request, Responder responder);

private:
    std::optional<WireReply> turnAway(const HttpRequest &request, const Parameters &parameters);

    Engine &m_engine;
    RefusalCount &m_refusals;
    RateLimit m_rateLimit;
};

} // namespace engine
