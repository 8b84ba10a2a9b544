// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/console/waits.h"
#include "engine/api/exchangecapture.h"
#include "engine/http/httprequest.h"
#include "engine/http/responder.h"
#include "engine/runtime/engine.h"

namespace engine {

// The console API, /console/v1: what scripts and CI see and do beyond the Verify API. handle() belongs to the HTTP
// thread; the engine outlives it.
class ConsoleApi {
public:
    explicit ConsoleApi(Engine &engine);

    static bool isResponsibleFor(const HttpRequest &request);
    void handle(ExchangeCapture &exchange, Responder responder);
    // Answers those who wait with the present state. Any thread.
    void stopWaiting() { m_waits->stop(); }

private:
    Engine &m_engine;
    std::shared_ptr<Waits> m_waits;
};

} // namespace engine
