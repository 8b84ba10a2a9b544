// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/console/consolecall.h"
#include "engine/api/console/query.h"
#include "engine/statistics/comparisonjson.h"
#include "engine/statistics/median.h"

#include <memory>

namespace engine {

namespace {

void write(JsonWriter &json, const WorkflowStats &stats)
{
    json.beginObject();
    writeFigures(json,
                 {stats.workflowId, stats.requests, stats.verified, stats.expired, stats.failed, stats.cancelled,
                  stats.inProgress()});
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
