// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"
#include "ui/widgets/phonecontent.h"

namespace model {
class HandsetModel;
}

namespace ui {

// What the phone of a verification shows at `now`: what arrived there, and the call that rings or speaks.
PhoneContent phoneContent(const model::HandsetModel &handset, engine::Instant now);

} // namespace ui
