// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QString>

namespace model {

// What the cost of a verification is made of, a sentence: "EUR 0.014 for messages and EUR 0.05 for the verified user,
// at example prices."
QString costSentence(const engine::Record &record);

} // namespace model
