// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/verifyapi.h"

#include "engine/api/signature.h"
#include "engine/api/verify/call.h"
#include "engine/api/verify/wiretexts.h"

#include <algorithm>
#include <chrono>
#include <string_view>

namespace engine {

namespace {

struct Route {
    std::string_view path;
    void (*call)(const Call &);
    std::optional<XmlShape> xml = {}; // none: JSON
};

// Payments are not answered in XML (verify-api.md, section 1).
constexpr Route Routes[]{
    {"/verify/json", &startCall},
    {"/verify/check/json", &checkCall},
    {"/verify/search/json", &searchCall},
    {"/verify/control/json", &controlCall},
    {"/verify/psd2/json", &paymentCall},
    {"/verify/xml", &startCall, XmlShape{"verify_response", true}},
    {"/verify/check/xml", &checkCall, XmlShape{"verify_response", true}},
    {"/verify/search/xml", &searchCall, XmlShape{"verify_request", true}},
    {"/verify/control/xml", &controlCall, XmlShape{"response", false}},
};

constexpr std::string_view UnblockPath = "/verify/network-unblock";

// How far the date of a signed request may be from the machine's, so that none can be used again much later.
constexpr std::chrono::minutes MaxSignatureAge{5};

// Unix seconds, near enough; the clients know nothing of the engine's clock.
bool isOfToday(const QString &timestamp, Instant now)
{
    bool isNumber = false;
    const qint64 sent = timestamp.toLongLong(&isNumber);
    const qint64 present = toMilliseconds(now) / 1000;
    const qint64 furthest = std::chrono::seconds(MaxSignatureAge).count();
    return isNumber && sent >= present - furthest && sent <= present + furthest;
}

} // namespace

VerifyApi::VerifyApi(Engine &engine, const TimeSource &time, int rateLimitPerSecond, QString signatureSecret)
    : m_engine(engine)
    , m_time(time)
    , m_rateLimitPerSecond(rateLimitPerSecond)
    , m_signatureSecret(std::move(signatureSecret))
    , m_rateLimit(time)
{ }

bool VerifyApi::isResponsibleFor(const HttpRequest &request)
{
    return request.path == "/verify" || request.path.starts_with("/verify/");
}

void VerifyApi::handle(ExchangeCapture &exchange, Responder responder)
{
    const HttpRequest &request = exchange.request();
    if (request.path == UnblockPath)
        return handleUnblock(exchange, std::move(responder));
    const auto route = std::find_if(std::begin(Routes), std::end(Routes),
                                    [&](const Route &each) { return each.path == request.path; });
    if (route == std::end(Routes))
        return responder.respond({404, "text/plain", "There is no such call of the Verify API here.\n", {}});
    // 403 is what the API answered to other methods.
    if (request.method != "GET" && request.method != "POST")
        return responder.respond({403, "text/plain", "Use GET or POST.\n", {}});

    const WireResponder answer(std::move(responder), WireFormat{route->xml, m_engine.dialect()});
    const auto came = letIn(exchange);
    if (const auto *turned = std::get_if<TurnedAway>(&came))
        return answer.respond(turned->reply);
    const Guest &guest = std::get<Guest>(came);
    route->call({m_engine, *guest.account, guest.parameters, answer});
}

void VerifyApi::handleUnblock(ExchangeCapture &exchange, Responder responder)
{
    if (exchange.request().method != "POST")
        return responder.respond({405, "text/plain", "Use POST.\n", {{"Allow", "POST"}}});
    const auto came = letIn(exchange);
    if (const auto *turned = std::get_if<TurnedAway>(&came))
        return responder.respond(unblockProblem(turned->why));
    const Guest &guest = std::get<Guest>(came);
    unblockNetwork(m_engine, *guest.account, guest.parameters, std::move(responder));
}

std::variant<VerifyApi::Guest, VerifyApi::TurnedAway> VerifyApi::letIn(ExchangeCapture &exchange)
{
    auto read = Parameters::read(exchange.request());
    if (auto *error = std::get_if<WireReply>(&read))
        return TurnedAway{DoorObstacle::UnreadableBody, std::move(*error)};
    Guest guest{std::get<Parameters>(std::move(read)), m_engine.policy()};
    const Entrance entrance = judgeAtDoor(exchange.request(), guest.parameters, *guest.policy);
    if (const auto *refusal = std::get_if<Refusal>(&entrance)) {
        exchange.refuse(*refusal);
        return TurnedAway{DoorObstacle::WrongCredentials, refusalReply(*refusal)};
    }
    guest.account = std::get<const Account *>(entrance);
    if (!m_rateLimit.admit(guest.account->apiKey, guest.account->rateLimitPerSecond.value_or(m_rateLimitPerSecond)))
        return TurnedAway{DoorObstacle::TooManyRequests, throttledReply()};
    return guest;
}

// A header that speaks for the client wins over parameters, and a secret over a signature.
Entrance VerifyApi::judgeAtDoor(const HttpRequest &request, const Parameters &parameters, const Policy &policy) const
{
    if (const auto basic = readBasic(request.header("authorization")))
        return judge(*basic, policy);
    const Credentials credentials{parameters.text(u"api_key"), parameters.text(u"api_secret")};
    const bool isSigned = credentials.apiSecret.isEmpty() && !parameters.text(u"sig").isEmpty();
    if (isSigned && !credentials.apiKey.isEmpty())
        return judgeSigned(parameters, policy);
    return judge(credentials, policy);
}

// A signature without its date is as incomplete as a key without its secret.
Entrance VerifyApi::judgeSigned(const Parameters &parameters, const Policy &policy) const
{
    const QString timestamp = parameters.text(u"timestamp");
    if (timestamp.isEmpty())
        return Refusal::MissingSecret;
    const Account *account = policy.find(parameters.text(u"api_key"));
    if (!account)
        return Refusal::UnknownKey;
    QString secret = account->signatureSecret;
    if (secret.isEmpty())
        secret = m_signatureSecret.isEmpty() ? account->apiSecret : m_signatureSecret;
    const bool isRight = isSignatureOf(parameters.text(u"sig"), parameters.everything(), secret);
    return isRight && isOfToday(timestamp, m_time.wall()) ? Entrance(account) : Entrance(Refusal::WrongSignature);
}

} // namespace engine
