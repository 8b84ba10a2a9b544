// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"

#include <optional>
#include <string_view>

namespace engine {

// "2019-06-28T15:30:00+0000" as the Reports API writes it, or "2019-06-28 15:30:00" as the dashboard does, in UTC; also
// with fractions of a second and with Z or +01:00 for the zone. None for anything else.
std::optional<Instant> readReportTime(std::string_view text);

} // namespace engine
