// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/core.h"

#include "engine/message/messagetext.h"
#include "engine/population/presets.h"

#include <algorithm>

namespace engine {

void Core::start(const StartRequest &wanted, Reply<StartReply> reply)
{
    if (!m_store.pins().isUsable())
        return refuse(Trouble::KeyMissing, reply);
    if (const auto running = m_live.runningTo(wanted.number)) {
        const Live &live = *m_live.find(*running);
        return answer(reply, StartReply{Trouble::None, false, live.row.id, live.row.verification.startedAt});
    }

    auto request = std::make_shared<Request>();
    request->id = m_ids.draw(m_now);
    request->account = wanted.account;
    request->number = wanted.number;
    request->country = wanted.number.country();
    request->brand = wanted.brand;
    request->senderId = wanted.senderId;
    request->locale = wanted.locale;
    request->codeLength = wanted.customPin.isEmpty() ? wanted.codeLength : int(wanted.customPin.size());
    if (!wanted.customPin.isEmpty())
        request->sealedPin = m_store.pins().seal(wanted.customPin);
    request->workflow = wanted.workflow;
    request->source = wanted.source;
    request->population = wanted.population;
    request->prices = m_prices;

    Live fresh;
    fresh.row = toRow(++m_key, *request);
    fresh.sealedPin = request->sealedPin;
    fresh.population = populationIndex(request->population);
    Live &live = m_live.insert(m_key, std::move(fresh));
    DecisionTexts texts;
    texts.request = request;
    carryOut(live, Start{request->workflow}, m_now, texts);
    answer(reply, StartReply{Trouble::None, true, request->id, m_now});
}

void Core::check(RequestId id, const QString &code, Reply<CheckReply> reply)
{
    const auto key = m_live.keyOf(id);
    if (!key)
        return refuse(m_store.reader().contains(id) ? Trouble::None : Trouble::UnknownRequest,
                      reply); // outcome: NotRunning
    if (!m_store.pins().isUsable())
        return refuse(Trouble::KeyMissing, reply);

    Live &live = m_live.change(*key);
    const Verification &v = live.row.verification;
    DecisionTexts texts;
    texts.code = code;
    CheckReply result;
    const auto matched = m_store.pins().match(live.pinSubject(), v.pinGeneration, code);
    result.matchedGeneration = matched.value_or(std::uint8_t(0));
    result.outcome = carryOut(live, Check{matched}, m_now, texts);
    result.pinGeneration = v.pinGeneration;
    result.triesLeft = v.triesLeft();
    m_answers.push_back([this, key = *key, result, reply](bool isCommitted) mutable {
        if (!isCommitted)
            result.trouble = Trouble::StoreFailed;
        else if (result.outcome == Outcome::Accepted)
            completeCheck(result, key);
        if (reply)
            reply(result);
    });
}

// What an accepted check tells of its message and its price stands in the journal by now.
void Core::completeCheck(CheckReply &reply, VerificationKey key)
{
    const auto record = m_store.reader().record(key);
    if (!record)
        return;
    reply.fee = record->successFee();
    reply.messagesCost = record->messagesCost();
    reply.creditedStep = record->creditedStep();
    for (const RecordedEvent &each : record->events) {
        if (each.event.type == EventType::StepSent && each.event.step == reply.creditedStep)
            reply.creditedEvent = each.sequence;
    }
}

void Core::control(RequestId id, const Command &command, Reply<ControlReply> reply)
{
    const auto key = m_live.keyOf(id);
    if (!key) {
        return answer(
            reply,
            ControlReply{m_store.reader().contains(id) ? Trouble::None : Trouble::UnknownRequest, Outcome::NotRunning});
    }
    answer(reply, ControlReply{Trouble::None, carryOut(m_live.change(*key), command, m_now)});
}

void Core::reportCall(RequestId id, std::uint8_t step, bool isAnswered, Reply<ControlReply> reply)
{
    const auto key = m_live.keyOf(id);
    if (!key)
        return refuse(Trouble::UnknownRequest, reply);
    Live &live = m_live.change(*key);
    const Verification &v = live.row.verification;
    const bool rings = v.isReportAwaited(step) && v.workflow.step(step).channel == Channel::Tts && !live.population;
    if (!rings)
        return answer(reply, ControlReply{Trouble::None, Outcome::NothingLeft});
    answer(reply, ControlReply{Trouble::None, carryOut(live, Report{step, isAnswered}, m_now)});
}

template <class Answer>
void Core::answer(Reply<Answer> reply, Answer value)
{
    if (!reply)
        return;
    m_answers.push_back([reply = std::move(reply), value](bool isCommitted) mutable {
        if (!isCommitted)
            value.trouble = Trouble::StoreFailed;
        reply(value);
    });
}

template <class Answer>
void Core::refuse(Trouble trouble, const Reply<Answer> &reply)
{
    Answer value;
    value.trouble = trouble;
    answer(reply, value);
}

std::uint16_t Core::populationIndex(const QString &name)
{
    if (name.isEmpty())
        return 0;
    const auto found = std::find_if(m_populations.begin(), m_populations.end(),
                                    [&](const Population &each) { return each.name == name; });
    if (found != m_populations.end())
        return static_cast<std::uint16_t>(found - m_populations.begin());
    const Population *preset = findPreset(name);
    if (!preset)
        return 0; // a population from a file that is not there any more: the handset is operated by hand
    m_populations.push_back(*preset);
    return static_cast<std::uint16_t>(m_populations.size() - 1);
}

std::vector<Arrival> Core::arrivals(std::optional<PhoneNumber> number, Sequence after) const
{
    return m_inbox.after(after, number);
}

std::vector<HandsetMessage> Core::messages(std::optional<PhoneNumber> number, Sequence after)
{
    std::vector<HandsetMessage> messages;
    render(arrivals(number, after), messages);
    return messages;
}

void Core::render(std::span<const Arrival> arrivals, std::vector<HandsetMessage> &messages)
{
    std::optional<Record> record;
    for (const Arrival &arrival : arrivals) {
        if (!record || record->key != arrival.key)
            record = m_store.reader().record(arrival.key);
        if (!record)
            continue;
        const StepRecord &step = record->steps.at(arrival.step);
        const PinRecord &pin = record->pins.at(step.pinGeneration - 1U);
        const Request &request = record->request;
        const seconds pinExpiry = request.workflow.pinExpiry();
        messages.push_back({arrival.id, request.id, arrival.number, step.channel, step.deliveredAt.value_or(Instant{}),
                            request.senderId,
                            step.channel == Channel::Sms
                                ? smsText(request.locale, request.brand, pin.digits, pinExpiry)
                                : spokenText(request.locale, request.brand, pin.digits, pinExpiry),
                            pin.digits});
    }
}

} // namespace engine
