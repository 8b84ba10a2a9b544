// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/apiwords.h"

#include <algorithm>

namespace engine {

namespace {

struct StatusWord {
    Status status;
    QStringView word;
};

constexpr StatusWord Words[]{
    {Status::InProgress, u"IN PROGRESS"}, {Status::Succeeded, u"SUCCESS"},   {Status::Failed, u"FAILED"},
    {Status::Expired, u"EXPIRED"},        {Status::Cancelled, u"CANCELLED"},
};

} // namespace

QStringView statusWord(Status status)
{
    const auto found = std::find_if(std::begin(Words), std::end(Words),
                                    [&](const StatusWord &each) { return each.status == status; });
    Q_ASSERT(found != std::end(Words)); // nothing that was never started reaches a client
    return found->word;
}

std::optional<Status> statusFromWord(QStringView word)
{
    const auto found
        = std::find_if(std::begin(Words), std::end(Words), [&](const StatusWord &each) { return each.word == word; });
    return found == std::end(Words) ? std::nullopt : std::optional(found->status);
}

QStringView channelWord(Channel channel)
{
    return channel == Channel::Sms ? u"sms" : u"tts";
}

QStringView checkWord(const CheckRecord &check)
{
    return check.isValid ? u"VALID" : u"INVALID";
}

QString enteredCode(const Record &record, const CheckRecord &check)
{
    return check.isValid ? record.pins.at(check.pinGeneration - 1U).digits : check.code;
}

} // namespace engine
