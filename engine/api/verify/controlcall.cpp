// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/call.h"
#include "engine/api/verify/wiretexts.h"

namespace engine {

using namespace Qt::StringLiterals;

namespace {

WireReply controlReply(const ControlReply &reply, const QString &id, const QString &command, Dialect dialect)
{
    if (reply.obstacle)
        return obstacleReply(*reply.obstacle, dialect);
    switch (reply.trouble) {
    case Trouble::None:
        break;
    case Trouble::UnknownRequest:
        return notActiveReply(id);
    case Trouble::KeyMissing:
    case Trouble::StoreFailed:
        return internalErrorReply();
    }
    switch (reply.outcome) {
    case Outcome::Accepted:
        return WireReply().add("status", u"0"_s).add("command", command);
    case Outcome::TooEarly:
        return tooEarlyToCancelReply(id);
    case Outcome::TooLate:
        return tooLateToCancelReply(id);
    case Outcome::NothingLeft:
        return nothingLeftReply(id);
    default:
        return notActiveReply(id);
    }
}

} // namespace

void controlCall(const Call &call)
{
    const QString idText = call.parameters.text(u"request_id");
    const QString command = call.parameters.text(u"cmd");
    if (idText.isEmpty())
        return call.responder.respond(missingReply(u"request_id"));
    if (command.isEmpty())
        return call.responder.respond(missingReply(u"cmd"));
    const bool isCancel = command == "cancel"_L1;
    if (!isCancel && command != "trigger_next_event"_L1)
        return call.responder.respond(invalidCommandReply());
    const auto id = RequestId::parse(idText);
    if (!id)
        return call.responder.respond(notActiveReply(idText));

    const auto reply
        = [responder = call.responder, idText, command, dialect = call.engine.dialect()](const ControlReply &done) {
              responder.respond([=] { return controlReply(done, idText, command, dialect); });
          };
    if (isCancel)
        call.engine.cancel(*id, reply, call.account.apiKey);
    else
        call.engine.triggerNext(*id, reply, call.account.apiKey);
}

} // namespace engine
