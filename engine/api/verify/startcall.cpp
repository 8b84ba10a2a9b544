// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/call.h"
#include "engine/api/verify/wiretexts.h"

namespace engine {

using namespace Qt::StringLiterals;

namespace {

WireReply startReply(const StartReply &reply, Dialect dialect)
{
    if (reply.trouble != Trouble::None)
        return internalErrorReply();
    if (reply.obstacle)
        return obstacleReply(*reply.obstacle, dialect);
    if (!reply.isAccepted)
        return concurrentReply(reply.isForeign ? QString() : reply.id.toString());
    return WireReply().add("request_id", reply.id.toString()).add("status", u"0"_s);
}

} // namespace

StartParameters startParameters(const Parameters &parameters)
{
    const auto given = [&](Parameter parameter) { return parameters.first(parameterName(parameter)); };
    StartParameters start;
    start.number = given(Parameter::Number);
    start.brand = given(Parameter::Brand);
    start.country = given(Parameter::Country);
    start.senderId = given(Parameter::SenderId);
    start.codeLength = given(Parameter::CodeLength);
    start.locale = given(Parameter::Locale);
    start.pinExpiry = given(Parameter::PinExpiry);
    start.nextEventWait = given(Parameter::NextEventWait);
    start.workflowId = given(Parameter::ChosenWorkflow);
    start.pinCode = given(Parameter::PinCode);
    start.payee = given(Parameter::Payee);
    start.amount = given(Parameter::Amount);
    return start;
}

namespace {

void begin(const Call &call, const StartParameters &parameters, StartKind kind)
{
    const Dialect dialect = call.engine.dialect();
    // Whether the account may bring PINs of its own is judged with all that concerns the account, after the parameters.
    const auto read = readStart(parameters, {dialect, true, kind});
    if (const auto *problem = std::get_if<ParameterProblem>(&read))
        return call.responder.respond(problemReply(*problem));

    StartRequest request = std::get<StartRequest>(read);
    request.account = call.account.apiKey;
    request.source = Source::Api;
    request.population = call.engine.populationName();
    call.engine.start(std::move(request), [responder = call.responder, dialect](const StartReply &reply) {
        responder.respond([reply, dialect] { return startReply(reply, dialect); });
    });
}

} // namespace

void startCall(const Call &call)
{
    begin(call, startParameters(call.parameters), StartKind::Verification);
}

void paymentCall(const Call &call)
{
    begin(call, startParameters(call.parameters), StartKind::Payment);
}

} // namespace engine
