// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/symbol.h"

namespace model {

using engine::Channel;
using engine::Status;

namespace {

Symbol smsSymbol(const engine::Record &record, std::size_t index)
{
    const engine::StepRecord &step = record.steps.at(index);
    if (!step.sentAt) // it was sent all the same where the import does not say when
        return index < record.verification.stepsSent ? Symbol::SmsGlyph : Symbol::SmsPlanned;
    if (record.creditedStep() == index)
        return Symbol::SmsUsed;
    if (step.failedAt)
        return Symbol::SmsNotDelivered;
    return step.deliveredAt ? Symbol::SmsDelivered : Symbol::SmsSent;
}

} // namespace

Symbol symbolOf(Status status)
{
    switch (status) {
    case Status::NotStarted:
    case Status::InProgress:
        return Symbol::Running;
    case Status::Succeeded:
        return Symbol::Verified;
    case Status::Failed:
        return Symbol::Failed;
    case Status::Expired:
        return Symbol::Expired;
    case Status::Cancelled:
        return Symbol::Cancelled;
    }
    Q_UNREACHABLE();
}

Symbol symbolOf(const engine::Record &record, std::size_t step)
{
    return forChannel(record.steps.at(step).channel, smsSymbol(record, step));
}

Symbol forChannel(Channel channel, Symbol sms)
{
    constexpr int Offset = int(Symbol::CallPlanned) - int(Symbol::SmsPlanned);
    return channel == Channel::Sms ? sms : Symbol(int(sms) + Offset);
}

Symbol glyph(Channel channel)
{
    return forChannel(channel, Symbol::SmsGlyph);
}

bool isMessage(Symbol symbol)
{
    return symbol <= Symbol::CallGlyph;
}

} // namespace model
