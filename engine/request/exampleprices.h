// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/verification/workflow.h"

namespace engine {

// The prices that requests are given until somebody sets their own: EUR 0.05 per success plus EUR 0.014 per SMS are a
// support article's example, EUR 0.028 per call is an assumption; in 2019 a success cost EUR 0.10 and messages nothing
// (verify-api.md, D19).
constexpr Prices examplePrices(Dialect dialect)
{
    return dialect == Dialect::Nexmo2019 ? Prices{Money::fromMilli(100), {}, {}}
                                         : Prices{Money::fromMilli(50), Money::fromMilli(14), Money::fromMilli(28)};
}

} // namespace engine
