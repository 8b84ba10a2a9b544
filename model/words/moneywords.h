// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

#include <QString>

namespace model {

// "EUR 0.028": three decimals, rounded, and the currency.
QString money(engine::Money amount);

} // namespace model
