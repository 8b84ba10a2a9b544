// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/verdict.h"

#include <QString>

namespace model {

// What those that the verdict names cost and how fast they are: "EUR 78.3 per 1,000 verified users, 9.8 less than 1.
// Half of all verified within 36 s, as with 1." What is not known is not said.
QString costAndTime(const engine::Market &market, const engine::Verdict &verdict);

} // namespace model
