// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/costwords.h"

#include "model/words/moneywords.h"

namespace model {

using namespace Qt::StringLiterals;

QString costSentence(const engine::Record &record)
{
    const QString messages = money(record.messagesCost()) + u" for messages"_s;
    const engine::Money fee = record.request.prices.onSuccess;
    if (record.successFee() > engine::Money())
        return messages + u" and "_s + money(fee) + u" for the verified user, at example prices."_s;
    const bool mayStillCost = record.verification.isRunning() && fee > engine::Money();
    return messages + (mayStillCost ? QString(u"; a verified user costs "_s + money(fee) + u" more"_s) : QString())
        + u", at example prices."_s;
}

} // namespace model
