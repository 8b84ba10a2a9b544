// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/account.h"
#include "engine/api/verify/wirereply.h"
#include "engine/base/money.h"
#include "engine/verification/workflow.h"

// How the API tells what a request costs (verify-api.md, section 7 and D8).
namespace engine {

// "price" and "currency": the fee of a success, "0" before and without one.
void addCharges(WireReply &reply, Money fee);
// "estimated_price_messages_sent", which the API of 2019 did not have, and which is nothing to who pays per success.
void addMessagesCost(WireReply &reply, Money cost, Dialect dialect, Billing billing);

} // namespace engine
