// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/console/consolecall.h"
#include "engine/api/console/query.h"
#include "engine/statistics/median.h"
#include "engine/statistics/wilson.h"

#include <memory>

namespace engine {

namespace {

void write(JsonWriter &json, const WorkflowStats &stats)
{
    const std::int64_t finished = stats.requests - stats.inProgress();
    json.beginObject()
        .member("workflow_id", stats.workflowId)
        .member("requests", stats.requests)
        .member("verified", stats.verified)
        .member("expired", stats.expired)
        .member("failed", stats.failed)
        .member("cancelled", stats.cancelled)
        .member("in_progress", stats.inProgress());
    if (finished > 0) {
        const Interval interval = wilsonInterval(stats.verified, finished);
        json.member("success_rate", double(stats.verified) / double(finished));
        json.name("wilson").beginArray().value(interval.low).value(interval.high).endArray();
    } else {
        json.name("success_rate").null().name("wilson").null();
    }
    json.member("median_time_to_verify", median(stats.secondsToVerify));
    json.name("cost").raw(stats.cost.toString().toStdString());
    json.endObject();
}

} // namespace

// Finished = verified + expired + failed + cancelled; the rate is of those (statistics.md, Conventions).
void getStats(const ConsoleCall &call)
{
    if (const auto problem = Query(call.request.query).problem())
        return call.responder.refuse(400, *problem);
    call.engine.read([responder = call.responder](StoreReader &reader) {
        responder.respond(
            [stats = std::make_shared<const std::vector<WorkflowStats>>(reader.stats())](JsonWriter &json) {
                json.beginObject().name("workflows").beginArray();
                for (const WorkflowStats &each : *stats)
                    write(json, each);
                json.endArray().endObject();
            });
    });
}

} // namespace engine
