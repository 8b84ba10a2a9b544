// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/wiretexts.h"

namespace engine {

using namespace Qt::StringLiterals;

namespace {

// The API's status codes that these calls meet.
enum class Code : int {
    Throttled = 1,
    MissingParameter = 2,
    InvalidParameter = 3,
    BadCredentials = 4,
    InternalError = 5,
    CannotProcess = 6,
    Blocked = 7,
    AccountBarred = 8,
    NoCredit = 9,
    Concurrent = 10,
    UnsupportedNetwork = 15,
    WrongCode = 16,
    TooManyWrongCodes = 17,
    TooManyIds = 18,
    NotNow = 19,
    NotSupported = 20,
    NotApproved = 29,
    NoResponse = 101,
};

WireReply error(Code code, const QString &text, const QString &requestId = {})
{
    WireReply reply;
    if (!requestId.isEmpty())
        reply.add("request_id", requestId);
    reply.add("status", QString::number(int(code)));
    reply.add("error_text", text);
    return reply;
}

QString cannotProcess(Dialect dialect, const QString &reason)
{
    const QString platform = dialect == Dialect::Nexmo2019 ? u"Nexmo"_s : u"Vonage"_s;
    return u"The "_s + platform + u" platform was unable to process this message for the following reason: "_s + reason;
}

WireReply notSupportedReply(const QString &name)
{
    return error(Code::NotSupported, u"This account does not support the parameter: "_s + name + u'.');
}

} // namespace

WireReply refusalReply(Refusal refusal)
{
    switch (refusal) {
    case Refusal::MissingKey:
        return error(Code::MissingParameter, u"Missing api_key"_s);
    case Refusal::MissingSecret:
        return error(Code::MissingParameter, u"Your request is incomplete and missing some mandatory parameters"_s);
    case Refusal::UnknownKey:
    case Refusal::WrongSecret:
    case Refusal::WrongSignature:
        break;
    }
    return error(Code::BadCredentials, u"Bad Credentials"_s);
}

WireReply throttledReply()
{
    return error(Code::Throttled, u"Throttled"_s);
}

WireReply internalErrorReply()
{
    return error(Code::InternalError, u"Internal Error"_s);
}

WireReply badJsonReply(const QString &reason)
{
    return error(Code::InvalidParameter, u"The request body is not a JSON object: "_s + reason);
}

WireReply missingReply(QStringView name)
{
    return error(Code::MissingParameter,
                 u"Your request is incomplete and missing the mandatory parameter: "_s + name.toString());
}

WireReply invalidReply(QStringView name)
{
    return error(Code::InvalidParameter, u"Invalid value for param: "_s + name.toString());
}

WireReply problemReply(const ParameterProblem &problem)
{
    const QString name = parameterName(problem.parameter);
    const QString invalid = u"Invalid value for param: "_s + name;
    switch (problem.kind) {
    case ParameterProblem::Kind::Missing:
        return missingReply(name);
    case ParameterProblem::Kind::Invalid:
        return invalidReply(name);
    case ParameterProblem::Kind::TooLong:
        return error(Code::InvalidParameter, invalid + u". Parameter is too long."_s);
    case ParameterProblem::Kind::NotAllowed:
        return error(Code::InvalidParameter, invalid + u". The allowed values are 4 and 6."_s);
    case ParameterProblem::Kind::FeatureOff:
        return notSupportedReply(name);
    }
    return internalErrorReply();
}

WireReply invalidCodeReply()
{
    return error(Code::InvalidParameter, u"The code contains invalid characters"_s);
}

WireReply obstacleReply(const Obstacle &obstacle, Dialect dialect)
{
    switch (obstacle.barrier) {
    case Barrier::Throttled:
        return throttledReply();
    case Barrier::Unroutable:
        return error(Code::CannotProcess, cannotProcess(dialect, u"Unrecognized number prefix."_s));
    case Barrier::Blocked: {
        WireReply reply
            = error(Code::Blocked, u"The number you are trying to verify is blacklisted for verification"_s);
        if (!obstacle.network.isEmpty())
            reply.add("network", obstacle.network);
        return reply;
    }
    case Barrier::AccountBarred:
        return error(Code::AccountBarred,
                     u"The api_key you supplied is for an account that has been barred from submitting messages"_s);
    case Barrier::NoCredit:
        return error(Code::NoCredit, u"Partner quota exceeded"_s);
    case Barrier::UnsupportedNetwork:
        return error(Code::UnsupportedNetwork, u"The destination number is not in a supported network"_s);
    case Barrier::NoCustomPins:
        return notSupportedReply(parameterName(Parameter::PinCode));
    case Barrier::NotApproved:
        return error(Code::NotApproved,
                     u"Your Vonage account is still in demo mode. While in demo mode you must add target numbers to "
                     u"the approved list for your account. Add funds to your account to remove this limitation."_s);
    }
    return internalErrorReply();
}

WireReply concurrentReply(const QString &runningId)
{
    return error(Code::Concurrent, u"Concurrent verifications to the same number are not allowed"_s, runningId);
}

WireReply notRunningReply(const QString &id, Dialect dialect)
{
    return error(Code::CannotProcess,
                 cannotProcess(dialect, u"Request '"_s + id + u"' was not found or it has been verified already."_s));
}

WireReply wrongCodeReply(const QString &id)
{
    return error(Code::WrongCode, u"The code provided does not match the expected value"_s, id);
}

WireReply tooManyWrongCodesReply()
{
    return error(Code::TooManyWrongCodes, u"A wrong code was provided too many times. Workflow terminated"_s);
}

WireReply notActiveReply(const QString &id)
{
    return error(Code::CannotProcess, u"The requestId '"_s + id + u"' does not exist or its no longer active."_s);
}

WireReply invalidCommandReply()
{
    return error(Code::InvalidParameter, u"Invalid parameter found: cmd"_s);
}

WireReply tooEarlyToCancelReply(const QString &id)
{
    return error(Code::NotNow,
                 u"Verification request ['"_s + id + u"'] can't be cancelled within the first 30 seconds."_s);
}

WireReply tooLateToCancelReply(const QString &id)
{
    // Two spaces, as the API writes it.
    return error(Code::NotNow,
                 u"Verification request  ['"_s + id
                     + u"'] can't be cancelled now. Too many attempts to re-deliver have already been made."_s);
}

WireReply nothingLeftReply(const QString &id)
{
    return error(Code::NotNow, u"No more events are left to execute for the request ['"_s + id + u"']"_s);
}

WireReply noSearchIdReply(Dialect dialect)
{
    if (dialect == Dialect::Nexmo2019)
        return error(Code::CannotProcess, cannotProcess(dialect, u"Wrong parameters."_s));
    return error(Code::MissingParameter, u"Missing request_id"_s);
}

WireReply tooManyIdsReply()
{
    return error(Code::TooManyIds, u"Too many request_ids provided"_s);
}

WireReply noResponseReply()
{
    return error(Code::NoResponse, u"No response found"_s);
}

} // namespace engine
