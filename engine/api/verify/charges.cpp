// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/charges.h"

namespace engine {

using namespace Qt::StringLiterals;

namespace {

constexpr int DecimalsOfEstimates = 5; // at least, as "0.04675"

} // namespace

void addCharges(WireReply &reply, Money fee)
{
    reply.add("price", fee == Money() ? u"0"_s : fee.toApiString()).add("currency", u"EUR"_s);
}

void addMessagesCost(WireReply &reply, Money cost, Dialect dialect, Billing billing)
{
    if (dialect != Dialect::Nexmo2019 && billing == Billing::Conversion)
        reply.add("estimated_price_messages_sent", cost.toString(DecimalsOfEstimates));
}

} // namespace engine
