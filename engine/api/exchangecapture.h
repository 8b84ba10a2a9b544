// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/exchangelog.h"
#include "engine/api/masking.h"
#include "engine/http/httpreply.h"
#include "engine/http/httprequest.h"
#include "engine/runtime/clock.h"

#include <memory>

namespace engine {

// Where exchanges go, and what they need on their way; shared by those that are still open.
struct CaptureTarget {
    std::shared_ptr<ExchangeLog> log;
    Masks masks;
};

// One request while it is answered. It keeps the request for those who handle it, and in the end leaves in the log what
// may be kept of it and of its answer. Used on the HTTP thread; may die on any, and then without the clocks.
class ExchangeCapture {
public:
    ExchangeCapture(std::shared_ptr<const CaptureTarget> target, HttpRequest request, Instant now,
                    milliseconds steadyNow);
    ~ExchangeCapture();
    ExchangeCapture(const ExchangeCapture &) = delete;
    ExchangeCapture &operator=(const ExchangeCapture &) = delete;

    const HttpRequest &request() const { return m_request; }
    // It was not let in.
    void refuse(Refusal refusal) { m_exchange.atDoor = refusal; }
    // The answer is about to be written.
    void finish(const HttpReply &reply, milliseconds steadyNow);

private:
    void takeReply(const HttpReply &reply);
    void takeRequest();
    void takeAbout(std::string_view id);

    const std::shared_ptr<const CaptureTarget> m_target;
    const HttpRequest m_request;
    const milliseconds m_beganAt;
    ApiExchange m_exchange;
    bool m_isFinished = false;
};

} // namespace engine
