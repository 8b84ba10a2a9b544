// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/networkunblock.h"

#include "engine/api/verify/wirereply.h"

#include <QDateTime>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

constexpr seconds UsualPause{3600};
constexpr seconds LongestPause{86'400};

HttpReply problem(int status, const QString &title, const QString &detail, WireReply::List invalid = {})
{
    WireReply reply;
    reply.add("type", u"https://developer.vonage.com/api-errors"_s)
        .add("title", title)
        .add("detail", detail)
        .add("instance", QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (!invalid.empty())
        reply.add("invalid_parameters", "invalid_parameter", std::move(invalid));
    return {status, "application/problem+json", toJson(reply), {}};
}

HttpReply invalidParameter(const QString &title, const QString &name, const QString &reason)
{
    return problem(422, title, u"The value of one or more parameters is invalid."_s,
                   {WireReply().add("name", name).add("reason", reason)});
}

// Country and network code: three digits and two or three.
bool isNetworkCode(const QString &text)
{
    return (text.size() == 5 || text.size() == 6)
        && std::all_of(text.begin(), text.end(), [](QChar each) { return each >= u'0' && each <= u'9'; });
}

// "unblock_duration", or "duration" as the Python client names it; none when it is not in range.
std::optional<seconds> pauseOf(const Parameters &parameters)
{
    QString text = parameters.text(u"unblock_duration");
    if (text.isEmpty())
        text = parameters.text(u"duration");
    if (text.isEmpty())
        return UsualPause;
    bool isNumber = false;
    const seconds pause(text.toInt(&isNumber));
    return isNumber && pause >= seconds(0) && pause <= LongestPause ? std::optional(pause) : std::nullopt;
}

} // namespace

HttpReply unblockProblem(DoorObstacle obstacle)
{
    switch (obstacle) {
    case DoorObstacle::UnreadableBody:
        return problem(400, u"Bad Request"_s, u"The body cannot be read as JSON."_s);
    case DoorObstacle::WrongCredentials:
        return problem(401, u"Unauthorized"_s, u"You did not provide correct credentials."_s);
    case DoorObstacle::TooManyRequests:
        break;
    }
    return problem(429, u"Rate Limit Hit"_s, u"Please wait, then retry your request."_s);
}

void unblockNetwork(Engine &engine, const Account &account, const Parameters &parameters, Responder responder)
{
    if (account.isBarred)
        return responder.respond(
            problem(403, u"Forbidden"_s, u"Your account does not have permission to perform this action."_s));
    const QString network = parameters.text(u"network");
    if (!isNetworkCode(network))
        return responder.respond(
            invalidParameter(u"Network not found."_s, u"network"_s,
                             u"It must be the network's country and network code, 5 or 6 digits."_s));
    const auto pause = pauseOf(parameters);
    if (!pause)
        return responder.respond(invalidParameter(u"Invalid unblock_duration parameter"_s, u"unblock_duration"_s,
                                                  u"It must be from 0 to 86400 seconds."_s));

    const Instant until = std::chrono::floor<seconds>(engine.clock().now() + *pause);
    Rules rules = engine.policy()->rules;
    bool isBlocked = false;
    for (BlockedNetwork &each : rules.blockedNetworks) {
        if (each.network == network) {
            each.unblockedUntil = until;
            isBlocked = true;
        }
    }
    if (!isBlocked)
        return responder.respond(
            problem(404, u"Not Found"_s, u"The network you provided does not have an active block."_s));
    engine.changePolicy(
        std::move(rules),
        [network, until, waiting = std::make_shared<Responder>(std::move(responder))](const PolicyReply &done) {
            if (done.trouble != Trouble::None)
                return waiting->respond(problem(500, u"Internal Server Error"_s, u"The change could not be stored."_s));
            const QString date = QDateTime::fromMSecsSinceEpoch(toMilliseconds(until), Qt::UTC).toString(Qt::ISODate);
            const WireReply reply = WireReply().add("network", network).add("unblocked_until", date);
            waiting->respond(HttpReply{202, "application/json", toJson(reply), {}});
        });
}

} // namespace engine
