// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/replywords.h"

#include "model/words/counts.h"
#include "model/words/times.h"

namespace model {

using namespace Qt::StringLiterals;
using engine::Instant;
using engine::Outcome;
using engine::Record;
using engine::Status;
using engine::Trouble;

namespace {

QString troubleText(Trouble trouble)
{
    switch (trouble) {
    case Trouble::None:
        return {};
    case Trouble::UnknownRequest:
        return u"This verification is not in the store. Nothing was done."_s;
    case Trouble::StoreFailed:
        return u"The store cannot be written. Nothing was done; try again."_s;
    case Trouble::KeyMissing:
        return u"The store's key is missing, so no code can be checked. This used no try."_s;
    }
    Q_UNREACHABLE();
}

QString lifetime(const Record &record)
{
    return position(record.verification.endedAt - record.verification.startedAt);
}

ReplyText verifiedAt(const Record &record, Instant at)
{
    return {Symbol::Verified, u"Verified after "_s + duration(at - record.verification.startedAt) + u'.'};
}

ReplyText thirdWrongCode()
{
    return {Symbol::Failed, u"Third wrong code: the request has failed."_s};
}

// Why an ended verification takes no code.
ReplyText ended(const Record &record)
{
    switch (record.status()) {
    case Status::NotStarted:
    case Status::InProgress:
        return {};
    case Status::Succeeded:
        return verifiedAt(record, record.verification.endedAt);
    case Status::Failed:
        return thirdWrongCode();
    case Status::Expired:
        return {Symbol::Expired, u"Expired at "_s + lifetime(record) + u"; codes are refused now."_s};
    case Status::Cancelled:
        return {Symbol::Cancelled, u"Cancelled at "_s + lifetime(record) + u"; codes are refused now."_s};
    }
    Q_UNREACHABLE();
}

QString sinceRequest(const Record &record, Instant instant)
{
    return position(instant - record.verification.startedAt);
}

// Why the code was wrong, as far as its past tells.
QString whyWrong(const engine::CheckReply &reply, const Record &record)
{
    const auto pinOf = [&](int generation) -> const engine::PinRecord * {
        const auto place = std::size_t(generation) - 1;
        return generation > 0 && place < record.pins.size() ? &record.pins[place] : nullptr;
    };
    const engine::PinRecord *matched = pinOf(reply.matchedGeneration);
    if (!matched)
        return u"Wrong code."_s;
    const QString name = u"PIN "_s + QString::number(reply.matchedGeneration);
    const engine::PinRecord *current = pinOf(reply.pinGeneration);
    if (current && current != matched)
        return u"That was "_s + name + u"; PIN "_s + QString::number(reply.pinGeneration) + u" was sent at "_s
            + sinceRequest(record, current->issuedAt) + u'.';
    return name + u" expired at "_s + sinceRequest(record, matched->expiresAt) + u'.';
}

QString messagesWereSent(const Record &record)
{
    const auto sent = record.verification.stepsSent;
    const auto planned = qsizetype(record.verification.workflow.stepCount());
    if (planned == 1)
        return u"the only message was sent"_s;
    if (sent == planned)
        return numberWord(sent) + u" of "_s + numberWord(planned) + u" messages were sent"_s;
    return numberWord(sent) + u" messages were sent"_s;
}

// Why a command is refused, as a clause; empty when it is not.
QString refusal(Outcome outcome, const Record &record, Instant now)
{
    switch (outcome) {
    case Outcome::NotRunning:
        return u"the verification has ended"_s;
    case Outcome::TooEarly: {
        const Instant from = record.verification.startedAt + engine::CancelFrom;
        return u"cancelling is possible from "_s + sinceRequest(record, from) + u" on, in "_s + timeLeft(from - now);
    }
    case Outcome::TooLate:
    case Outcome::NothingLeft:
        return messagesWereSent(record);
    case Outcome::Accepted:
    case Outcome::WrongCode:
    case Outcome::TooManyWrongCodes:
    case Outcome::AlreadyStarted:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

ReplyText codeReply(const engine::CheckReply &reply, const Record &record, Instant now)
{
    if (reply.trouble != Trouble::None)
        return {std::nullopt, troubleText(reply.trouble)};
    switch (reply.outcome) {
    case Outcome::Accepted:
        return verifiedAt(record, record.verification.hasEnded() ? record.verification.endedAt : now);
    case Outcome::WrongCode:
        return {Symbol::WrongCode,
                whyWrong(reply, record) + u' ' + counted(reply.triesLeft, u"try"_s, u"tries"_s) + u" left."_s};
    case Outcome::TooManyWrongCodes:
        return thirdWrongCode();
    case Outcome::NotRunning:
    case Outcome::AlreadyStarted:
    case Outcome::TooEarly:
    case Outcome::TooLate:
    case Outcome::NothingLeft:
        return ended(record);
    }
    Q_UNREACHABLE();
}

ReplyText notACode()
{
    return {std::nullopt, u"Only letters and digits; this used no try."_s};
}

QString noPinOnPhone()
{
    return u"No PIN of this verification has reached the phone yet."_s;
}

ReplyText codeHint(const Record &record)
{
    if (record.verification.hasEnded())
        return ended(record);
    if (!record.request.sealedPin.isEmpty())
        return {std::nullopt, u"Your own PIN. Enter sends."_s};
    return {std::nullopt, QString::number(record.request.codeLength) + u" digits. Enter sends."_s};
}

QString controlReply(const engine::ControlReply &reply, const Record &record, Instant now)
{
    if (reply.trouble != Trouble::None)
        return troubleText(reply.trouble);
    const QString why = refusal(reply.outcome, record, now);
    return why.isEmpty() ? why : u"Refused: "_s + why + u'.';
}

QString refusals(const Record &record, Instant now)
{
    const engine::Verification &v = record.verification;
    const QString trigger = refusal(decide(v, engine::TriggerNext{}, now).outcome(), record, now);
    const QString cancel = refusal(decide(v, engine::Cancel{}, now).outcome(), record, now);
    if (trigger.isEmpty() && cancel.isEmpty())
        return {};
    if (trigger == cancel)
        return u"both would be refused: "_s + trigger;
    if (trigger.isEmpty())
        return u"Cancel would be refused: "_s + cancel;
    if (cancel.isEmpty())
        return u"the next message would be refused: "_s + trigger;
    return u"both would be refused: "_s + trigger + u"; "_s + cancel;
}

} // namespace model
