// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A query or a form: any bytes are fields, none larger than what was sent.

#include "engine/http/fields.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const engine::Fields fields = engine::parseForm(text);
    if (fields.size() > std::size_t(std::count(text.begin(), text.end(), '&')) + 1)
        std::abort();
    std::size_t bytes = 0;
    for (const auto &[name, value] : fields)
        bytes += name.size() + value.size();
    if (bytes > size || engine::percentDecoded(text).size() > size)
        std::abort();
    return 0;
}
