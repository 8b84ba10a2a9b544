// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/core.h"

#include "engine/delivery/magicnumbers.h"
#include "engine/message/messagetext.h"
#include "engine/population/presets.h"

#include <algorithm>

namespace engine {

void Core::start(const StartRequest &wanted, Reply<StartReply> reply)
{
    if (!m_store.pins().isUsable())
        return refuse(Trouble::KeyMissing, reply);
    const Policy &policy = *m_store.policy();
    static const Account stranger; // that a store's policy does not have: nothing of its own is in the way
    const Account *known = policy.find(wanted.account);
    const Account &account = known ? *known : stranger;
    const MagicNumber *magic = findMagicNumber(wanted.number);
    if (auto obstacle = admit(wanted, account, policy.rules, standingOf(wanted.account, account),
                              magic ? magic->fate : std::nullopt)) {
        StartReply refused;
        refused.obstacle = std::move(obstacle);
        return answer(reply, refused);
    }
    if (const auto running = m_live.runningTo(wanted.number)) {
        const Live &live = *m_live.find(*running);
        const bool isForeign = m_spendings[live.account].apiKey != wanted.account;
        return answer(reply,
                      StartReply{Trouble::None, {}, false, live.row.id, live.row.verification.startedAt, isForeign});
    }

    auto request = std::make_shared<Request>();
    request->id = m_ids.draw(m_now);
    if (wanted.source == Source::Demo) { // which comes again when it starts over
        const RequestId same = RequestIds::of(wanted.number, m_now);
        if (!isInStore(same, {}))
            request->id = same;
    }
    request->account = wanted.account;
    request->number = wanted.number;
    request->country = wanted.number.country();
    request->brand = wanted.brand;
    request->amount = wanted.amount;
    request->senderId = wanted.senderId;
    request->locale = wanted.locale;
    request->codeLength = wanted.customPin.isEmpty() ? wanted.codeLength : int(wanted.customPin.size());
    if (!wanted.customPin.isEmpty())
        request->sealedPin = m_store.pins().seal(wanted.customPin);
    request->workflow = wanted.workflow;
    request->choice.by = wanted.openChoice ? ChosenBy::Default : ChosenBy::Named;
    if (wanted.openChoice)
        assignWorkflow(*request, account.assignment, *wanted.openChoice);
    request->source = wanted.source;
    request->population = wanted.population;
    request->prices = pricesFor(policy.prices, request->country, account.billing, m_examples);

    Live fresh;
    fresh.row = toRow(++m_key, *request);
    fresh.setSealedPin(request->sealedPin);
    fresh.population = populationIndex(request->population);
    fresh.account = accountIndex(request->account);
    Live &live = m_live.insert(std::move(fresh));
    DecisionTexts texts;
    texts.request = request;
    carryOut(live, Start{request->workflow}, m_now, texts);
    answer(reply, StartReply{Trouble::None, {}, true, request->id, m_now});
}

void Core::check(RequestId id, const QString &code, Reply<CheckReply> reply, const QString &account)
{
    const auto key = keyOf(id, account);
    if (!key)
        return refuse(isInStore(id, account) ? Trouble::None : Trouble::UnknownRequest, reply); // outcome: NotRunning
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

void Core::control(RequestId id, const Command &command, Reply<ControlReply> reply, const QString &account)
{
    ControlReply result;
    if (const Account *asks = m_store.policy()->find(account))
        result.obstacle = admitControl(*asks, standingOf(account, *asks));
    if (result.obstacle)
        return answer(reply, result);
    if (const auto key = keyOf(id, account))
        result.outcome = carryOut(m_live.change(*key), command, m_now);
    else if (!isInStore(id, account))
        result.trouble = Trouble::UnknownRequest;
    answer(reply, result);
}

void Core::assignWorkflow(Request &request, const AssignmentTable &table, const OpenChoice &open) const
{
    const Assignee assignee{request.number, request.country, request.brand};
    const Assignment assignment = assign(table, assignee, lotsOf(m_store.pins()));
    // A table may name a workflow that the dialect does not have.
    if (const auto workflow = standardWorkflow(assignment.workflow, open.dialect, open.timing)) {
        request.workflow = *workflow;
        request.choice = assignment.choice;
    }
}

std::optional<VerificationKey> Core::keyOf(RequestId id, const QString &account) const
{
    const auto key = m_live.keyOf(id);
    const bool isTheirs = key && (account.isEmpty() || m_spendings[m_live.find(*key)->account].apiKey == account);
    return isTheirs ? key : std::nullopt;
}

bool Core::isInStore(RequestId id, const QString &account)
{
    return account.isEmpty() ? m_store.reader().contains(id) : m_store.reader().accountOf(id) == account;
}

// What was spent counts only against a credit, and takes a look at the whole store the first time.
Standing Core::standingOf(const QString &apiKey, const Account &account)
{
    if (!account.credit)
        return {Money(), m_now};
    Spending &spending = m_spendings[accountIndex(apiKey)];
    if (!spending.committed)
        spending.committed = m_store.reader().spentBy(apiKey);
    return {*spending.committed + spending.inBatch, m_now};
}

std::uint16_t Core::accountIndex(const QString &apiKey)
{
    const auto found = std::find_if(m_spendings.begin(), m_spendings.end(),
                                    [&](const Spending &each) { return each.apiKey == apiKey; });
    if (found != m_spendings.end())
        return static_cast<std::uint16_t>(found - m_spendings.begin());
    m_spendings.push_back({apiKey, {}, {}});
    return static_cast<std::uint16_t>(m_spendings.size() - 1);
}

void Core::reportCall(RequestId id, std::uint8_t step, bool isAnswered, Reply<ControlReply> reply)
{
    const auto key = m_live.keyOf(id);
    if (!key)
        return refuse(Trouble::UnknownRequest, reply);
    Live &live = m_live.change(*key);
    const Verification &v = live.row.verification;
    const bool rings = v.isReportAwaited(step) && v.workflow.step(step).channel == Channel::Tts && !live.population;
    ControlReply result;
    result.outcome = Outcome::NothingLeft;
    if (rings)
        result.outcome = carryOut(live, Report{step, isAnswered}, m_now);
    answer(reply, result);
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
                                ? smsText(request.locale, request.brand, pin.digits, pinExpiry, request.amount)
                                : spokenText(request.locale, request.brand, pin.digits, pinExpiry, request.amount),
                            pin.digits});
    }
}

} // namespace engine
