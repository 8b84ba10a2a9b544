// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/handsets/phone.h"

#include "engine/delivery/magicnumbers.h"
#include "model/handsets/phonecalls.h"
#include "model/words/countrywords.h"
#include "model/words/counts.h"
#include "model/words/numberwords.h"
#include "model/words/statuswords.h"
#include "model/words/times.h"

namespace model {

using namespace Qt::StringLiterals;
using engine::Instant;
using engine::Record;

namespace {

QString capitalised(const QString &words)
{
    return words.left(1).toUpper() + words.mid(1);
}

// The message that came or failed to come last.
Symbol latestMessage(const Record &record)
{
    const std::size_t sent = record.verification.stepsSent;
    return sent == 0 ? Symbol::Running : symbolOf(record, sent - 1);
}

} // namespace

Phone phoneOf(engine::PhoneNumber number, std::vector<std::shared_ptr<const Record>> records)
{
    Phone phone{number, std::move(records), {}};
    const QString spelled = number.toInternational();
    const QString country = number.country();
    QStringList sought{spelled, number.toString(), QString(spelled).remove(u' '), countryName(country), country};
    for (const auto &record : phone.records)
        sought << record->request.brand;
    phone.soughtIn = sought.join(u'\n').toLower();
    return phone;
}

PhoneState phoneState(const Phone &phone, const engine::HandsetSettings &settings)
{
    const Record &newest = phone.newest();
    if (newest.verification.hasEnded())
        return PhoneState::Quiet;
    if (!isOperatedByHand(newest))
        return PhoneState::Automatic;
    return ringingStep(newest, settings) ? PhoneState::Ringing : PhoneState::Waiting;
}

QString shownNumber(const Phone &phone, const NumberMask &mask)
{
    return mask.shown(phone.number, phone.newest().request.source);
}

bool matches(const Phone &phone, const QString &text)
{
    return phone.soughtIn.contains(text.trimmed().toLower());
}

Symbol lineSymbol(const Phone &phone, PhoneState state)
{
    switch (state) {
    case PhoneState::Ringing:
        return Symbol::CallSent;
    case PhoneState::Waiting:
        return latestMessage(phone.newest());
    case PhoneState::Automatic:
        return Symbol::Running;
    case PhoneState::Quiet:
        return symbolOf(phone.newest().status());
    }
    Q_UNREACHABLE();
}

QString lineTime(const Phone &phone, PhoneState state, const engine::HandsetSettings &settings, Instant now)
{
    const Record &newest = phone.newest();
    const auto rings = state == PhoneState::Ringing ? ringingStep(newest, settings) : std::nullopt;
    if (rings)
        return timeLeft(ringsFor(newest, *rings, now));
    if (state == PhoneState::Quiet)
        return timeOfDay(newest.verification.endedAt).left(5);
    return timeLeft(newest.endsAt() - now);
}

QString lineSpoken(const Phone &phone, PhoneState state, const engine::HandsetSettings &settings,
                   const NumberMask &mask, Instant now)
{
    const QString number = shownNumber(phone, mask);
    const QString time = lineTime(phone, state, settings, now);
    switch (state) {
    case PhoneState::Ringing:
        return number + u", rings for "_s + time + u" more"_s;
    case PhoneState::Waiting:
        return number + u", waits for a code, "_s + time + u" left"_s;
    case PhoneState::Automatic:
        return number + u", "_s + whoAnswers(phone) + u' ' + time + u" left"_s;
    case PhoneState::Quiet:
        return number + u", "_s + footWords(phone, now) + u", at "_s + time;
    }
    Q_UNREACHABLE();
}

QString footWords(const Phone &phone, Instant now)
{
    const Record &newest = phone.newest();
    if (newest.verification.hasEnded())
        return endedStateText(newest.status(), newest.verification.endedAt - newest.verification.startedAt);
    if (!isOperatedByHand(newest))
        return stateText(newest, now);
    return counted(newest.verification.triesLeft(), u"try"_s, u"tries"_s) + u" left"_s;
}

QString whoAnswers(const Phone &phone)
{
    const engine::Request &request = phone.newest().request;
    if (const engine::MagicNumber *magic = engine::findMagicNumber(request.number))
        return u"A test number: "_s + magic->summary + u'.';
    if (!request.population.isEmpty())
        return u"The population “"_s + request.population + u"” answers this phone. It takes no typing."_s;
    return {};
}

QString groupName(PhoneState state)
{
    switch (state) {
    case PhoneState::Ringing:
        return u"Ringing"_s;
    case PhoneState::Waiting:
        return u"Waiting for a code"_s;
    case PhoneState::Automatic:
        return u"Answered by themselves"_s;
    case PhoneState::Quiet:
        return u"Quiet"_s;
    }
    Q_UNREACHABLE();
}

QString handsetsSentence(const PhoneCounts &counts, int speaking)
{
    const int ringing = counts[std::size_t(PhoneState::Ringing)];
    const int waiting = counts[std::size_t(PhoneState::Waiting)];
    QStringList sentences;
    const auto add = [&](int count, const QString &one, const QString &several) {
        const QString phones = sentences.isEmpty() ? (count == 1 ? u" phone"_s : u" phones"_s) : QString();
        if (count > 0)
            sentences << capitalised(numberWord(count)) + phones + (count == 1 ? one : several);
    };
    add(ringing, u" is ringing."_s, u" are ringing."_s);
    add(speaking, u" is speaking the code."_s, u" are speaking the code."_s);
    const QString more = speaking > 0 ? u" more"_s : QString();
    add(waiting - speaking, more + u" waits for a code."_s, more + u" wait for a code."_s);
    return sentences.isEmpty() ? u"No phone rings, and none waits for a code."_s : sentences.join(u' ');
}

} // namespace model
