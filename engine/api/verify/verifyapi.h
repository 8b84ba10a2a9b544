// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/credentials.h"
#include "engine/api/exchangecapture.h"
#include "engine/api/verify/networkunblock.h"
#include "engine/api/verify/parameters.h"
#include "engine/api/verify/ratelimit.h"
#include "engine/api/verify/wirereply.h"
#include "engine/http/httprequest.h"
#include "engine/http/responder.h"
#include "engine/runtime/engine.h"

namespace engine {

// The Verify API, version 1: who may come in, and which call it is. Reference: verify-api.md. Belongs to the HTTP
// thread; the engine outlives it.
class VerifyApi {
public:
    // For accounts that have none of their own: how many requests a second are let in (0: any number), and what clients
    // sign with (empty: the api_secret).
    VerifyApi(Engine &engine, const TimeSource &time, int rateLimitPerSecond, QString signatureSecret);

    static bool isResponsibleFor(const HttpRequest &request);
    void handle(ExchangeCapture &exchange, Responder responder);

private:
    // Who was let in, by the policy that judged, with what they sent.
    struct Guest {
        Parameters parameters;
        std::shared_ptr<const Policy> policy;
        const Account *account = nullptr; // of it
    };
    struct TurnedAway {
        DoorObstacle why;
        WireReply reply; // as most calls say it
    };

    void handleUnblock(ExchangeCapture &exchange, Responder responder);
    std::variant<Guest, TurnedAway> letIn(ExchangeCapture &exchange);
    Entrance judgeAtDoor(const HttpRequest &request, const Parameters &parameters, const Policy &policy) const;
    Entrance judgeSigned(const Parameters &parameters, const Policy &policy) const;

    Engine &m_engine;
    const TimeSource &m_time;
    const int m_rateLimitPerSecond;
    const QString m_signatureSecret;
    RateLimit m_rateLimit;
};

} // namespace engine
