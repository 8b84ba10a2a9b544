// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/call.h"
#include "engine/api/verify/charges.h"
#include "engine/api/verify/eventid.h"
#include "engine/api/verify/wiretexts.h"

#include <QLoggingCategory>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(apiLog, "pinpath.api")

constexpr qsizetype MaxRequestIdLength = 32;
constexpr qsizetype MaxCodeLength = 10; // no PIN is longer; what is rejected is stored

enum class CodeCharacters : std::uint8_t { Allowed, WithHyphen, Invalid };

CodeCharacters charactersOf(const QString &code)
{
    auto found = CodeCharacters::Allowed;
    for (const QChar c : code) {
        const bool isAlphanumeric = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
        if (c == u'-')
            found = CodeCharacters::WithHyphen;
        else if (!isAlphanumeric)
            return CodeCharacters::Invalid;
    }
    return found;
}

WireReply checkReply(const CheckReply &reply, const QString &id, Dialect dialect, Billing billing)
{
    switch (reply.trouble) {
    case Trouble::None:
        break;
    case Trouble::UnknownRequest:
        return notRunningReply(id, dialect);
    case Trouble::KeyMissing:
    case Trouble::StoreFailed:
        return internalErrorReply();
    }
    switch (reply.outcome) {
    case Outcome::Accepted:
        break;
    case Outcome::WrongCode:
        return wrongCodeReply(id);
    case Outcome::TooManyWrongCodes:
        return tooManyWrongCodesReply();
    default:
        return notRunningReply(id, dialect);
    }
    WireReply success;
    success.add("request_id", id).add("status", u"0"_s).add("event_id", eventId(reply.creditedEvent));
    addCharges(success, reply.fee);
    addMessagesCost(success, reply.messagesCost, dialect, billing);
    return success;
}

// A check by an account.
struct Question {
    RequestId id;
    QString code;
    QString account;
    Billing billing;
};

void askEngine(Engine &engine, const Question &question, const WireResponder &responder)
{
    const auto take = [id = question.id, billing = question.billing, responder,
                       dialect = engine.dialect()](const CheckReply &reply) {
        if (reply.trouble == Trouble::KeyMissing)
            qCWarning(apiLog, "A code could not be checked: the store's key is missing or belongs to another store.");
        responder.respond([=] { return checkReply(reply, id.toString(), dialect, billing); });
    };
    engine.check(question.id, question.code, take, question.account);
}

bool hasHyphenInPin(const Record &record)
{
    return std::any_of(record.pins.begin(), record.pins.end(),
                       [](const PinRecord &pin) { return pin.digits.contains(u'-'); });
}

// A code with a hyphen may be the PIN of a request that brought such a one, and only there (D9).
void askEngineWithHyphen(Engine &engine, const Question &question, const WireResponder &responder)
{
    engine.read([&engine, question, responder](StoreReader &reader) {
        const auto record = reader.record(question.id);
        if (record && record->request.account == question.account && hasHyphenInPin(*record))
            askEngine(engine, question, responder);
        else
            responder.respond(invalidCodeReply());
    });
}

} // namespace

void checkCall(const Call &call)
{
    const WireResponder &responder = call.responder;
    const QString idText = call.parameters.text(u"request_id");
    const QString code = call.parameters.text(u"code");
    if (idText.isEmpty())
        return responder.respond(missingReply(u"request_id"));
    if (code.isEmpty())
        return responder.respond(missingReply(u"code"));
    if (idText.size() > MaxRequestIdLength)
        return responder.respond(invalidReply(u"request_id"));

    const Dialect dialect = call.engine.dialect();
    const CodeCharacters characters = charactersOf(code);
    const bool isHyphenKnown = dialect == Dialect::Vonage;
    if (characters == CodeCharacters::Invalid || (characters == CodeCharacters::WithHyphen && !isHyphenKnown))
        return responder.respond(invalidCodeReply());
    if (code.size() > MaxCodeLength)
        return responder.respond(invalidReply(u"code"));

    const auto id = RequestId::parse(idText);
    if (!id)
        return responder.respond(notRunningReply(idText, dialect));
    const Question question{*id, code, call.account.apiKey, call.account.billing};
    if (characters == CodeCharacters::WithHyphen)
        askEngineWithHyphen(call.engine, question, responder);
    else
        askEngine(call.engine, question, responder);
}

} // namespace engine
