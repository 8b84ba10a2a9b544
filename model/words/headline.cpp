// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/headline.h"

#include "model/words/counts.h"
#include "model/words/eventwords.h"
#include "model/words/statuswords.h"
#include "model/words/times.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Instant;
using engine::Record;
using engine::Status;

namespace {

QString lifetimePosition(const Record &record)
{
    return position(record.verification.endedAt - record.verification.startedAt);
}

// How many tries are left, or that none of them can succeed at the moment.
QString chances(const Record &record, Instant now)
{
    const engine::Verification &v = record.verification;
    if (now < v.pinExpiresAt())
        return counted(v.triesLeft(), u"try"_s, u"tries"_s) + u" left"_s;
    const QString gone = u"PIN "_s + QString::number(v.pinGeneration) + u" has expired"_s;
    if (!v.hasStepsLeft())
        return gone;
    const std::size_t next = v.stepsSent;
    return gone + u", "_s + messageName(record, next) + u" in "_s + timeLeft(*record.stepDueAt(next) - now);
}

QString running(const Record &record, Instant now)
{
    const std::size_t latest = record.verification.stepsSent - 1U;
    return u"Running: "_s + messageName(record, latest) + u' ' + messageState(record, latest, now) + u", "_s
        + chances(record, now) + u", "_s + timeLeft(record.endsAt() - now) + u" until it expires."_s;
}

QString verified(const Record &record)
{
    const QString time = duration(record.verification.endedAt - record.verification.startedAt);
    const auto credited = record.creditedStep(); // none in imports that tell no step times
    const QString source = credited ? u" with the code of the "_s + messageName(record, *credited) : QString();
    return u"Verified in "_s + time + source + u'.';
}

} // namespace

QString expiredSentence(const Record &record)
{
    const QString expired = u"Expired at "_s + lifetimePosition(record) + u": "_s;
    const auto reached = [](const engine::StepRecord &step) { return step.deliveredAt.has_value(); };
    if (record.checks.empty() && !areStepTimesUnknown(record) && std::ranges::none_of(record.steps, reached))
        return expired + u"no message reached the user."_s;
    const QString messages = counted(record.verification.stepsSent, u"message"_s)
        + (record.verification.stepsSent == 1 ? u" was sent"_s : u" were sent"_s);
    const auto checks = qsizetype(record.checks.size());
    const QString codes = checks == 0
        ? u"no code was entered"_s
        : counted(checks, u"wrong code"_s) + (checks == 1 ? u" was entered"_s : u" were entered"_s);
    return expired + messages + u", "_s + codes + u'.';
}

QString headline(const Record &record, Instant now)
{
    switch (record.status()) {
    case Status::NotStarted:
        return {};
    case Status::InProgress:
        return running(record, now);
    case Status::Succeeded:
        return verified(record);
    case Status::Failed:
        return u"Failed at "_s + lifetimePosition(record) + u": "_s + numberWord(engine::MaxWrongCodes)
            + u" wrong codes were entered."_s;
    case Status::Expired:
        return expiredSentence(record);
    case Status::Cancelled:
        return u"Cancelled at "_s + lifetimePosition(record) + u'.';
    }
    Q_UNREACHABLE();
}

} // namespace model
