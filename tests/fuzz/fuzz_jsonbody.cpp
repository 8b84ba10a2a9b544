// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A JSON body, as the Verify API and the console API read it. Whatever it says, the answer is JSON.

#include "engine/api/console/jsonbody.h"
#include "engine/api/verify/parameters.h"
#include "engine/api/verify/wiretexts.h"

#include <QJsonDocument>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void mustBeJson(const engine::WireReply &reply)
{
    QJsonParseError error;
    QJsonDocument::fromJson(QByteArray::fromStdString(engine::toJson(reply)), &error);
    if (error.error != QJsonParseError::NoError)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    engine::HttpRequest request;
    request.body.assign(reinterpret_cast<const char *>(data), size);
    engine::readOneMember(request.body, QStringLiteral("mode"));

    request.headers.emplace_back("Content-Type", "application/json");
    const auto read = engine::Parameters::read(request);
    if (const auto *refusal = std::get_if<engine::WireReply>(&read)) {
        mustBeJson(*refusal);
        return 0;
    }
    const auto &parameters = std::get<engine::Parameters>(read);
    for (const QString &id : parameters.all(u"request_id"))
        mustBeJson(engine::wrongCodeReply(id));
    return 0;
}
