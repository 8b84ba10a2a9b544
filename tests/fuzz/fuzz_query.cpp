// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The target of a request: whatever it is, it has a path and parameters, and what it repeats is read by its first
// value.

#include "engine/api/verify/parameters.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    engine::HttpRequest request;
    request.setTarget(std::string_view(reinterpret_cast<const char *>(data), size));
    std::size_t bytes = request.path.size();
    for (const auto &[name, value] : request.query)
        bytes += name.size() + value.size();
    if (bytes > std::max<std::size_t>(size, 1)) // an origin alone means "/"
        std::abort();

    const auto parameters = std::get<engine::Parameters>(engine::Parameters::read(request));
    const auto everything = parameters.everything();
    if (everything.size() != request.query.size())
        std::abort();
    if (everything.empty())
        return 0;
    const QString name = everything.back().first;
    const auto first
        = std::find_if(everything.begin(), everything.end(), [&name](const auto &each) { return each.first == name; });
    if (parameters.first(name) != first->second || parameters.all(name).back() != everything.back().second)
        std::abort();
    return 0;
}
