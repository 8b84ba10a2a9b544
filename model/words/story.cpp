// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/story.h"

#include "model/words/eventwords.h"
#include "model/words/statuswords.h"
#include "model/words/times.h"

#include <QStringList>

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Instant;
using engine::Record;
using engine::Status;

namespace {

struct Clause {
    Instant at;
    QString text;
};

QString after(engine::milliseconds span)
{
    return span < engine::seconds(1) ? u" at once"_s : u" after "_s + duration(span);
}

Clause message(const Record &record, std::size_t index, Instant now)
{
    const engine::StepRecord &step = record.steps[index];
    const QString name = messageName(record, index) + u' ';
    if (!step.deliveredAt)
        return {*step.sentAt, name + messageState(record, index, now)};
    const QString arrived = step.channel == engine::Channel::Sms ? u"delivered"_s : u"answered"_s;
    return {*step.sentAt, name + arrived + after(*step.deliveredAt - *step.sentAt)};
}

QString ending(const Record &record, Instant now)
{
    const QString at = u" at "_s + duration(record.verification.endedAt - record.verification.startedAt);
    switch (record.status()) {
    case Status::NotStarted:
        return {};
    case Status::InProgress:
        return timeLeft(record.endsAt() - now) + u" left"_s;
    case Status::Succeeded:
        return u"code accepted"_s + at;
    case Status::Failed:
        return u"third wrong code"_s + at;
    case Status::Expired:
        return u"expired"_s + at;
    case Status::Cancelled:
        return u"cancelled"_s + at;
    }
    Q_UNREACHABLE();
}

} // namespace

QString story(const Record &record, Instant now)
{
    std::vector<Clause> clauses;
    for (std::size_t i = 0; i < record.steps.size(); ++i) {
        if (record.steps[i].sentAt)
            clauses.push_back(message(record, i, now));
    }
    for (const engine::CheckRecord &check : record.checks) {
        // The check that ends it is told by the ending.
        const bool isEnding = record.verification.hasEnded() && &check == &record.checks.back()
            && (record.status() == Status::Succeeded || record.status() == Status::Failed);
        if (!isEnding)
            clauses.push_back({check.at, u"wrong code at "_s + duration(check.at - record.verification.startedAt)});
    }
    std::ranges::stable_sort(clauses, {}, &Clause::at);
    QStringList texts;
    if (areStepTimesUnknown(record))
        texts << StepTimesUnknown.toString();
    for (const Clause &clause : clauses)
        texts << clause.text;
    texts << ending(record, now);
    return texts.join(u"; ");
}

} // namespace model
