// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/handsets/phonecontent.h"

// What the parts of a phone show is the model's to say.
namespace ui {

using model::PhoneCall;
using model::PhoneContent;
using model::PhoneMessage;

} // namespace ui
