// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The parameters of a start, from a query: either they are in order, or there is a problem with a text.

#include "engine/api/verify/call.h"
#include "engine/api/verify/wiretexts.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    engine::HttpRequest request;
    request.query = engine::parseForm(std::string_view(reinterpret_cast<const char *>(data), size));
    const auto parameters = std::get<engine::Parameters>(engine::Parameters::read(request));
    const engine::StartParameters start = engine::startParameters(parameters);
    const engine::StartRules rules{parameters.first(u"old") ? engine::Dialect::Nexmo2019 : engine::Dialect::Vonage,
                                   true};
    const auto read = engine::readStart(start, rules);
    if (const auto *problem = std::get_if<engine::ParameterProblem>(&read)) {
        if (engine::toJson(engine::problemReply(*problem)).empty())
            std::abort();
        return 0;
    }
    const auto &wanted = std::get<engine::StartRequest>(read);
    const bool isSound = !wanted.brand.isEmpty() && wanted.codeLength >= 4 && wanted.codeLength <= 10
        && wanted.workflow.id() >= 1 && wanted.workflow.id() <= engine::lastStandardWorkflow(rules.dialect);
    if (!isSound)
        std::abort();
    return 0;
}
