// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/admit.h"
#include "engine/base/phonenumber.h"
#include "engine/delivery/handset.h"

#include <QString>

#include <optional>
#include <span>

namespace engine {

// A number with a fixed outcome, for tests: it heeds neither a population nor its handset's switches. All of them are
// in the range that is kept for drama, +44 7700 900000 to 900999.
struct MagicNumber {
    PhoneNumber number;
    QString summary; // what it does, "SMS not delivered"
    HandsetSettings handset;
    std::optional<std::uint8_t> wrongCodes; // its user acts alone: so many wrong codes, then the right one
    std::optional<Barrier> fate = {}; // starts to it are refused with this
};

std::span<const MagicNumber> magicNumbers();

// Null when `number` is an ordinary one.
const MagicNumber *findMagicNumber(PhoneNumber number);

} // namespace engine
