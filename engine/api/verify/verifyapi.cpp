// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/verifyapi.h"

#include "engine/api/credentials.h"
#include "engine/api/verify/call.h"
#include "engine/api/verify/parameters.h"
#include "engine/api/verify/wiretexts.h"

#include <algorithm>
#include <string_view>

namespace engine {

namespace {

struct Route {
    std::string_view path;
    void (*call)(const Call &);
};

constexpr Route Routes[]{
    {"/verify/json", &startCall},
    {"/verify/check/json", &checkCall},
    {"/verify/search/json", &searchCall},
    {"/verify/control/json", &controlCall},
};

// A header that speaks for the client wins over parameters.
Credentials credentials(const HttpRequest &request, const Parameters &parameters)
{
    if (const auto basic = readBasic(request.header("authorization")))
        return *basic;
    return {parameters.text(u"api_key"), parameters.text(u"api_secret")};
}

} // namespace

VerifyApi::VerifyApi(Engine &engine, const TimeSource &time, int rateLimitPerSecond)
    : m_engine(engine)
    , m_rateLimit(time, rateLimitPerSecond)
{ }

bool VerifyApi::isResponsibleFor(const HttpRequest &request)
{
    return request.path == "/verify" || request.path.starts_with("/verify/");
}

void VerifyApi::handle(ExchangeCapture &exchange, Responder responder)
{
    const HttpRequest &request = exchange.request();
    const auto route = std::find_if(std::begin(Routes), std::end(Routes),
                                    [&](const Route &each) { return each.path == request.path; });
    if (route == std::end(Routes))
        return responder.respond({404, "text/plain", "There is no such call of the Verify API here.\n", {}});
    // 403 is what the API answered to other methods.
    if (request.method != "GET" && request.method != "POST")
        return responder.respond({403, "text/plain", "Use GET or POST.\n", {}});

    const WireResponder answer(std::move(responder));
    const auto read = Parameters::read(request);
    if (const auto *error = std::get_if<WireReply>(&read))
        return answer.respond(*error);
    const Parameters &parameters = std::get<Parameters>(read);
    if (const auto refused = turnAway(exchange, parameters))
        return answer.respond(*refused);
    route->call({m_engine, parameters, answer});
}

std::optional<WireReply> VerifyApi::turnAway(ExchangeCapture &exchange, const Parameters &parameters)
{
    const Account &account = m_engine.account();
    if (const auto refusal = judge(credentials(exchange.request(), parameters), account)) {
        exchange.refuse(*refusal);
        return refusalReply(*refusal);
    }
    if (!m_rateLimit.admit(account.apiKey))
        return throttledReply();
    return std::nullopt;
}

} // namespace engine
