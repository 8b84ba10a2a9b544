// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/apiwords.h"
#include "engine/api/verify/call.h"
#include "engine/api/verify/charges.h"
#include "engine/api/verify/eventid.h"
#include "engine/api/verify/wiretexts.h"
#include "engine/request/startparameters.h"

#include <QDateTime>

#include <memory>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxIds = 10;

// "2026-01-31 09:30:00", UTC; empty for what has not happened.
QString date(std::optional<Instant> instant)
{
    return instant ? QDateTime::fromMSecsSinceEpoch(toMilliseconds(*instant), Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss")
                   : QString();
}

// The API writes its own name in lower case here.
QString senderId(const Record &record)
{
    const QString &sender = record.request.senderId;
    return sender == DefaultSenderId ? sender.toLower() : sender;
}

WireReply::List checks(const Record &record)
{
    WireReply::List list;
    for (const CheckRecord &check : record.checks) {
        list.push_back(WireReply()
                           .add("date_received", date(check.at))
                           .add("code", enteredCode(record, check))
                           .add("status", checkWord(check).toString())
                           .add("ip_address", QString()));
    }
    return list;
}

WireReply::List events(const Record &record)
{
    WireReply::List list;
    for (const RecordedEvent &each : record.events) {
        if (each.event.type == EventType::StepSent) {
            const Channel channel = record.steps.at(each.event.step).channel;
            list.push_back(WireReply().add("id", eventId(each.sequence)).add("type", channelWord(channel).toString()));
        }
    }
    return list;
}

WireReply toReply(const Record &record, Dialect dialect, Billing billing)
{
    const Verification &v = record.verification;
    WireReply reply;
    reply.add("request_id", record.request.id.toString())
        .add("account_id", record.request.account)
        .add("number", record.request.number.toString())
        .add("sender_id", senderId(record))
        .add("date_submitted", date(v.startedAt))
        .add("date_finalized", date(v.hasEnded() ? std::optional(v.endedAt) : std::nullopt))
        .add("checks", "check", checks(record))
        .add("first_event_date", date(record.steps.front().sentAt))
        .add("last_event_date", date(v.lastStepAt));
    addCharges(reply, record.successFee());
    reply.add("status", statusWord(record.status()).toString());
    addMessagesCost(reply, record.messagesCost(), dialect, billing);
    reply.add("events", "event", events(record));
    return reply;
}

using Records = std::vector<Record>;

WireReply searchReply(const Records &records, bool isForOne, Dialect dialect, Billing billing)
{
    if (records.empty())
        return noResponseReply();
    if (isForOne)
        return toReply(records.front(), dialect, billing);
    WireReply::List list;
    for (const Record &record : records)
        list.push_back(toReply(record, dialect, billing));
    return WireReply().add("verification_requests", "verify_request", std::move(list));
}

} // namespace

// Ids of nobody are left out of a list; a list of nobody's is answered like the id of nobody.
void searchCall(const Call &call)
{
    const QString single = call.parameters.text(u"request_id");
    const bool isForOne = !single.isEmpty();
    QStringList ids = isForOne ? QStringList{single} : call.parameters.all(u"request_ids");
    ids.removeAll(QString());
    const Dialect dialect = call.engine.dialect();
    if (ids.isEmpty())
        return call.responder.respond(noSearchIdReply(dialect));
    if (ids.size() > MaxIds)
        return call.responder.respond(tooManyIdsReply());

    call.engine.read([=, account = call.account.apiKey, billing = call.account.billing,
                      responder = call.responder](StoreReader &reader) {
        const auto records = std::make_shared<Records>();
        for (const QString &text : ids) {
            const auto id = RequestId::parse(text);
            auto record = id ? reader.record(*id) : std::nullopt;
            if (record && record->request.account == account)
                records->push_back(std::move(*record));
        }
        responder.respond([=] { return searchReply(*records, isForOne, dialect, billing); });
    });
}

} // namespace engine
