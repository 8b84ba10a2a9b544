// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/pageid.h"

#include <optional>
#include <span>

namespace ui {

// A key that is no action: it works only in the control that has the focus, which handles it itself.
struct InPlaceKey {
    std::optional<PageId> page; // it exists when this page does; none: always
    const char16_t *where; // "In the table"; neighbours with the same words are one group
    const char16_t *keys; // as people read them
    const char16_t *words; // what it does
};

// The other half of the table of actions, for the help alone. Whoever gives a control a key of its own adds it here.
std::span<const InPlaceKey> inPlaceKeys();

} // namespace ui
