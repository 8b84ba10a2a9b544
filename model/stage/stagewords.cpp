// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/stage/stagewords.h"

#include "model/words/counts.h"
#include "model/words/headline.h"
#include "model/words/moneywords.h"
#include "model/words/speech.h"
#include "model/words/statuswords.h"
#include "model/words/times.h"
#include "model/words/workflowwords.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Channel;
using engine::Instant;
using engine::Record;
using engine::Status;
using engine::StepRecord;

namespace {

QString capitalised(QString sentence)
{
    sentence[0] = sentence[0].toUpper();
    return sentence;
}

// "the SMS", "the second call".
QString theMessage(const Record &record, std::size_t step)
{
    return u"the "_s + messageName(record, step);
}

// The same when it is heard of for the first time: "an SMS", "a second call".
QString aMessage(const Record &record, std::size_t step)
{
    const QString name = messageName(record, step);
    return (name.startsWith("SMS"_L1) ? u"an "_s : u"a "_s) + name;
}

QString wrongCodes(const Record &record)
{
    const auto count = qsizetype(std::ranges::count(record.checks, false, &engine::CheckRecord::isValid));
    if (count == 0)
        return u"no code was entered"_s;
    if (count == 1)
        return u"a wrong code was entered"_s;
    return numberWord(count) + u" wrong codes were entered"_s;
}

QString triesLeft(const Record &record)
{
    const int tries = record.verification.triesLeft();
    return counted(tries, u"try"_s, u"tries"_s) + (tries == 1 ? u" is left"_s : u" are left"_s);
}

bool isChecked(const Record &record)
{
    return !record.checks.empty();
}

bool isCall(const StepRecord &step)
{
    return step.channel == Channel::Tts;
}

// How a message fared that another one has followed.
QString past(const Record &record, std::size_t step)
{
    const StepRecord &message = record.steps[step];
    if (isChecked(record) && message.deliveredAt)
        return capitalised(wrongCodes(record)) + u'.';
    const QString name = capitalised(theMessage(record, step));
    if (message.failedAt)
        return name
            + (!isCall(message)           ? u" was not delivered."_s
                   : wasDeclined(message) ? u" was declined."_s
                                          : u" was not answered."_s);
    if (message.deliveredAt)
        return name + (isCall(message) ? u" was answered."_s : u" was not used."_s);
    return name + (isCall(message) ? u" is still ringing."_s : u" has not arrived."_s);
}

// What comes next, if nobody does anything.
QString next(const Record &record)
{
    const std::size_t step = record.verification.stepsSent;
    if (!record.verification.hasStepsLeft())
        return u"No other message follows."_s;
    const Instant at = *record.stepDueAt(step);
    return capitalised(aMessage(record, step)) + u" follows at "_s + position(at - record.verification.startedAt)
        + u'.';
}

// What the latest message is doing.
QString present(const Record &record, std::size_t step, Instant now)
{
    const StepRecord &message = record.steps[step];
    if (message.failedAt)
        return past(record, step);
    if (!isCall(message)) {
        if (!message.deliveredAt)
            return capitalised(aMessage(record, step)) + u" is on its way."_s;
        return u"The code is on the phone."_s;
    }
    if (!message.deliveredAt)
        return capitalised(aMessage(record, step)) + u" is ringing."_s;
    if (speaks(record, step, now))
        return capitalised(aMessage(record, step)) + u" is speaking the code."_s;
    return capitalised(theMessage(record, step)) + u" has spoken the code."_s;
}

QString running(const Record &record, Instant now)
{
    const std::size_t latest = record.verification.stepsSent - 1U;
    const StepRecord &message = record.steps[latest];
    if (message.failedAt)
        return past(record, latest) + u' ' + next(record);
    // A wrong code that came after the latest message is the news.
    if (isChecked(record) && message.deliveredAt && record.checks.back().at >= *message.deliveredAt
        && !speaks(record, latest, now))
        return capitalised(wrongCodes(record)) + u". "_s + capitalised(triesLeft(record)) + u'.';
    const QString news = present(record, latest, now);
    return latest == 0 ? news : QString(past(record, latest - 1) + u' ' + news);
}

QString verified(const Record &record)
{
    const QString time = duration(record.verification.endedAt - record.verification.startedAt);
    const auto credited = record.creditedStep();
    return u"Verified in "_s + time
        + (credited ? QString(u" with the code of "_s + theMessage(record, *credited)) : QString()) + u'.';
}

} // namespace

QString stageHeadline(const Record &record, Instant now)
{
    const QString span = duration(record.verification.endedAt - record.verification.startedAt);
    switch (record.status()) {
    case Status::NotStarted:
        return {};
    case Status::InProgress:
        return running(record, now);
    case Status::Succeeded:
        return verified(record);
    case Status::Failed:
        return u"Failed: "_s + numberWord(engine::MaxWrongCodes) + u" wrong codes were entered."_s;
    case Status::Expired:
        return expiredSentence(record);
    case Status::Cancelled:
        return u"Cancelled after "_s + span + u'.';
    }
    Q_UNREACHABLE();
}

QString stageSubline(const Record &record)
{
    const engine::Workflow &workflow = record.request.workflow;
    const QString name
        = u"Workflow "_s + QString::number(workflow.id()) + u": "_s + workflowDescription(workflow) + u". "_s;
    const QString cost = name + money(record.cost());
    if (record.successFee() > engine::Money())
        return cost + u" in all, "_s + money(record.successFee()) + u" for success."_s;
    return cost + (record.verification.hasEnded() ? u" in all."_s : u" so far."_s);
}

std::optional<Instant> nextMoment(const Record &record, Instant now)
{
    const auto next = record.nextMoment();
    return next ? std::min(*next, speaksUntil(record, now).value_or(*next)) : next;
}

QString stageHint(const Record &record, Instant now)
{
    return counted(record.verification.triesLeft(), u"try"_s, u"tries"_s) + u" left, "_s
        + timeLeft(record.endsAt() - now) + u" until it expires. Enter sends."_s;
}

} // namespace model
