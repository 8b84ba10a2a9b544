// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/phonecontent.h"

namespace model {
class ClockModel;
class HandsetModel;
class NumberMask;
} // namespace model

namespace ui {

// What the phone of a verification shows now: what arrived there, and the call that rings or speaks.
PhoneContent phoneContent(const model::HandsetModel &handset, const model::NumberMask &mask,
                          const model::ClockModel &clock);

} // namespace ui
