// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/apiwords.h"
#include "engine/api/console/consolecall.h"
#include "engine/api/console/jsonbody.h"
#include "engine/api/console/query.h"
#include "engine/api/console/verificationjson.h"
#include "engine/api/console/waits.h"

#include <memory>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DefaultLimit = 100;
constexpr qint64 MaxLimit = 1000;

void refuseUnknown(const ConsoleResponder &responder, const QString &id)
{
    responder.refuse(404, u"There is no verification "_s + id + u'.');
}

void respondWith(const ConsoleResponder &responder, Record record)
{
    responder.respond([shared = std::make_shared<const Record>(std::move(record))](JsonWriter &json) {
        writeVerification(json, *shared);
    });
}

// Answers with the state that the verification has once all that was asked before has run.
void respondWithState(Engine &engine, RequestId id, const ConsoleResponder &responder)
{
    engine.read([id, responder](StoreReader &reader) {
        if (auto record = reader.record(id))
            respondWith(responder, std::move(*record));
        else
            refuseUnknown(responder, id.toString());
    });
}

RecordFilter readFilter(Query &query)
{
    RecordFilter filter;
    if (const auto word = query.text(u"status"_s)) {
        filter.status = statusFromWord(*word);
        if (!filter.status)
            query.object(u"status must be IN PROGRESS, SUCCESS, FAILED, EXPIRED or CANCELLED."_s);
    }
    if (const auto id = query.integer(u"workflow_id"_s, 1, 255))
        filter.workflowId = WorkflowId(*id);
    filter.number = query.number(u"number"_s);
    return filter;
}

// What a client waits for: "SUCCESS", "ended" or "step:2".
struct Until {
    enum class Kind : std::uint8_t { Success, Ended, Step } kind = Kind::Ended;
    int step = 0; // from 1

    // What can no longer come is not waited for.
    bool isReached(const Verification &v) const { return v.hasEnded() || (kind == Kind::Step && v.stepsSent >= step); }
};

std::optional<Until> readUntil(Query &query)
{
    const auto text = query.text(u"until"_s);
    if (!text)
        return std::nullopt;
    if (*text == "SUCCESS"_L1)
        return Until{Until::Kind::Success};
    if (*text == "ended"_L1)
        return Until{Until::Kind::Ended};
    const QString prefix = u"step:"_s;
    bool isNumber = false;
    const int step = text->startsWith(prefix) ? text->mid(prefix.size()).toInt(&isNumber) : 0;
    if (isNumber && step >= 1 && step <= int(MaxSteps))
        return Until{Until::Kind::Step, step};
    query.object(u"until must be SUCCESS, ended or step:1 to step:"_s + QString::number(MaxSteps) + u'.');
    return std::nullopt;
}

Waits::Look lookUntil(Engine &engine, VerificationKey key, Until until, const ConsoleResponder &responder)
{
    return [&engine, key, until, responder](bool isLast, const Waits::Done &done) {
        engine.read([=](StoreReader &reader) {
            auto record = reader.record(key);
            if (record && (isLast || until.isReached(record->verification))) {
                respondWith(responder, std::move(*record));
                done();
            }
        });
    };
}

} // namespace

void getVerifications(const ConsoleCall &call)
{
    Query query(call.request.query);
    const RecordFilter filter = readFilter(query);
    const qint64 limit = query.integer(u"limit"_s, 1, MaxLimit).value_or(DefaultLimit);
    const auto cursor = query.integer(u"cursor"_s, 1, std::numeric_limits<qint64>::max());
    if (const auto problem = query.problem())
        return call.responder.refuse(400, *problem);

    call.engine.read([=, responder = call.responder](StoreReader &reader) {
        const auto page = std::make_shared<const RecordPage>(reader.page(filter, int(limit), cursor));
        responder.respond([page](JsonWriter &json) {
            json.beginObject().name("verifications").beginArray();
            for (const Record &record : page->records)
                writeVerification(json, record);
            json.endArray();
            const auto next = page->next;
            json.member("next_cursor", next ? std::optional(QString::number(*next)) : std::nullopt).endObject();
        });
    });
}

void getVerification(const ConsoleCall &call)
{
    Query query(call.request.query);
    const auto until = readUntil(query);
    const auto patience = query.decimal(u"wait_seconds"_s, 0, MaxWaitSeconds);
    if (!query.problem() && until.has_value() != patience.has_value())
        query.object(u"until and wait_seconds belong together: what to wait for, and how long."_s);
    if (const auto problem = query.problem())
        return call.responder.refuse(400, *problem);

    const QString idText = QString::fromUtf8(call.id.data(), qsizetype(call.id.size()));
    const auto id = RequestId::parse(idText);
    if (!id)
        return refuseUnknown(call.responder, idText);
    if (!until)
        return respondWithState(call.engine, *id, call.responder);

    const milliseconds span(qint64(*patience * 1000));
    call.engine.read([&engine = call.engine, waits = call.waits, id = *id, until = *until, span,
                      responder = call.responder](StoreReader &reader) {
        const auto record = reader.record(id);
        if (!record)
            return refuseUnknown(responder, id.toString());
        if (const auto list = waits.lock())
            list->add(lookUntil(engine, record->key, until, responder), record->key, span);
    });
}

void endVerification(const ConsoleCall &call)
{
    const auto body = readOneMember(call.request.body, u"end"_s);
    if (const auto *problem = std::get_if<QString>(&body))
        return call.responder.refuse(400, *problem);
    const auto &[name, value] = std::get<WantedMember>(body);
    const QString how = value.toString();
    if (name != "end"_L1 || (how != "expired"_L1 && how != "cancelled"_L1))
        return call.responder.refuse(400,
                                     u"The request body must be {\"end\": \"expired\"} or {\"end\": \"cancelled\"}."_s);

    const QString idText = QString::fromUtf8(call.id.data(), qsizetype(call.id.size()));
    const auto id = RequestId::parse(idText);
    if (!id)
        return refuseUnknown(call.responder, idText);
    const auto answer = [&engine = call.engine, id = *id, responder = call.responder](const ControlReply &reply) {
        if (reply.trouble == Trouble::UnknownRequest)
            refuseUnknown(responder, id.toString());
        else if (reply.trouble != Trouble::None)
            responder.refuse(500, engine.storeState().sentence);
        else if (reply.outcome != Outcome::Accepted)
            responder.refuse(409, u"The verification has ended already."_s);
        else
            respondWithState(engine, id, responder);
    };
    call.engine.end(*id, how == "cancelled"_L1, answer);
}

} // namespace engine
