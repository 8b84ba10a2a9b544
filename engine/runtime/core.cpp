// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/core.h"

#include "engine/message/messagetext.h"
#include "engine/population/presets.h"

#include <algorithm>
#include <cstring>

namespace engine {

namespace {

std::uint64_t userKeyOf(RequestId id)
{
    std::uint64_t key = 0;
    std::memcpy(&key, id.bytes().data() + 8, sizeof key);
    return key;
}

RequestId drawRequestId(Instant now)
{
    const QByteArray random = randomBytes(16);
    return RequestId::make(toMilliseconds(now), RequestId::fromBytes(random)->bytes());
}

} // namespace

Core::Core(Store &store, Clock &clock, Carrier &carrier, Prices prices, std::vector<Population> populations)
    : m_store(store)
    , m_clock(clock)
    , m_carrier(carrier)
    , m_prices(prices)
    , m_populations(std::move(populations))
    , m_sequence(store.latestSequence())
    , m_key(store.latestKey())
    , m_last(store.clockAtOpening().last.value_or(Instant {}))
{
    m_populations.insert(m_populations.begin(), Population());
}

void Core::begin(Instant now)
{
    m_begun = m_now = std::max(now, m_last);
    m_before = {m_sequence, m_key, m_last};
    m_batch = {};
    m_dispatches.clear();
    m_answers.clear();
    m_live.begin();
    m_due.begin();
}

bool Core::runDue(Instant until, std::size_t limit)
{
    for (std::size_t count = 0; count < limit; ++count) {
        const auto due = m_due.popUntil(until);
        if (!due)
            break;
        // After a pause of the program things run when it resumes, and their waits count from there.
        const Instant at = std::max({due->at, m_clock.resumedAt(), m_last});
        run(*due, at);
    }
    const auto next = m_due.next();
    const bool isMoreDue = next && *next <= until;
    m_now = isMoreDue ? m_last : std::max(m_begun, m_last);
    return isMoreDue;
}

void Core::run(const Due &due, Instant at)
{
    if (!m_live.find(due.key))
        return;
    Live &live = m_live.change(due.key);
    std::erase_if(live.scheduled, [&](const auto &each) { return each.order == due.order; });
    switch (due.kind) {
    case Due::Kind::Wake:
        carryOut(live, Wake {}, at);
        break;
    case Due::Kind::Report: {
        const bool arrives = due.plan.delivery == StepPlan::Delivery::Arrives;
        carryOut(live, Report {due.step, arrives}, at);
        if (arrives && due.plan.isEntered && live.row.verification.isRunning()) {
            Due entry = due;
            entry.kind = Due::Kind::Entry;
            entry.at = at + due.plan.entryAfter;
            schedule(live, entry);
        }
        break;
    }
    case Due::Kind::Entry:
        enterCode(due, at);
        break;
    }
}

// The simulated user enters the PIN of the message, or a wrong code first where the plan says so.
void Core::enterCode(const Due &due, Instant at)
{
    Live &live = m_live.change(due.key);
    const bool isWrong = due.attempt < due.plan.wrongCodes;
    DecisionTexts texts;
    texts.answers = static_cast<std::uint8_t>(due.step + 1);
    if (isWrong)
        texts.code = wrongCode(live);
    carryOut(live, Check {isWrong ? std::nullopt : std::optional(due.pinGeneration)}, at, texts);
    if (isWrong && live.row.verification.isRunning()) {
        Due next = due;
        ++next.attempt;
        next.at = at + due.plan.entryAfter;
        schedule(live, next);
    }
}

// Digits that are none of the request's PINs.
QString Core::wrongCode(const Live &live) const
{
    for (int n = 0;; ++n) {
        const QString code = QStringLiteral("%1").arg(n, live.row.codeLength, 10, QLatin1Char('0'));
        if (!m_store.pins().match(live.pinSubject(), live.row.verification.pinGeneration, code))
            return code;
    }
}

Outcome Core::carryOut(Live &live, const Command &command, Instant at, const DecisionTexts &texts)
{
    Decision decision = decide(live.row.verification, command, at);
    if (decision.isEmpty())
        return decision.outcome();

    m_last = at;
    JournalEntry entry;
    entry.sequence = ++m_sequence;
    entry.key = live.row.key;
    entry.request = texts.request;
    live.row.sequence = entry.sequence;
    for (Event &event : decision) {
        if (event.type == EventType::CodeAccepted || event.type == EventType::CodeRejected)
            event.answers = texts.answers;
        if (event.type == EventType::CodeRejected && event.pinGeneration == 0)
            entry.code = texts.code; // one that is or was a PIN can be derived, and PINs are never stored
        evolve(live.row.verification, event);
        if (event.type == EventType::StepSent)
            event.plan = planOf(live, event);
        follow(live, event);
        entry.events.push_back(event);
    }
    unschedule(live, Due::Kind::Wake);
    if (const auto wake = nextWake(live.row.verification)) {
        Due due;
        due.at = *wake;
        schedule(live, due);
    }
    m_live.settle(live);
    m_batch.changes.add(entry, live.row);
    m_batch.entries.push_back(std::move(entry));
    return decision.outcome();
}

// What an event sets in motion outside the rules.
void Core::follow(Live &live, const Event &event)
{
    switch (event.type) {
    case EventType::StepSent: {
        Due report;
        report.kind = Due::Kind::Report;
        report.at = event.at + event.plan.reportAfter;
        report.step = event.step;
        report.pinGeneration = event.pinGeneration;
        report.plan = event.plan;
        schedule(live, report);
        break;
    }
    case EventType::StepDelivered:
        m_inbox.add({m_sequence, live.row.key, event.step, live.row.number});
        break;
    case EventType::CodeAccepted:
    case EventType::Cancelled:
    case EventType::Failed:
    case EventType::Expired:
        for (std::uint8_t step = 0; step < live.row.verification.stepsSent; ++step)
            unschedule(live, Due::Kind::Entry, step);
        break;
    case EventType::Requested:
    case EventType::PinIssued:
    case EventType::StepFailed:
    case EventType::CodeRejected:
        break;
    }
}

StepPlan Core::planOf(const Live &live, const Event &sent)
{
    Dispatch dispatch;
    dispatch.number = live.row.number;
    dispatch.channel = live.row.verification.workflow.step(sent.step).channel;
    dispatch.step = sent.step;
    dispatch.sinceRequest = sent.at - live.row.verification.startedAt;
    dispatch.userKey = userKeyOf(live.row.id);
    dispatch.population = live.population ? &m_populations[live.population] : nullptr;
    m_dispatches.push_back(dispatch);
    return m_carrier.plan(dispatch);
}

void Core::schedule(Live &live, Due due)
{
    due.key = live.row.key;
    live.scheduled.push_back({due.at, m_due.push(due), due.kind, due.step});
}

void Core::unschedule(Live &live, Due::Kind kind, std::uint8_t step)
{
    std::erase_if(live.scheduled, [&](const Live::Scheduled &each) {
        const bool isMeant = each.kind == kind && each.step == step;
        if (isMeant)
            m_due.remove(each.at, each.order);
        return isMeant;
    });
}

void Core::start(const StartRequest &wanted, Reply<StartReply> reply)
{
    if (!m_store.pins().isUsable())
        return refuse(Trouble::KeyMissing, reply);
    if (const auto running = m_live.runningTo(wanted.number)) {
        const Live &live = *m_live.find(*running);
        return answer(reply, StartReply {Trouble::None, false, live.row.id, live.row.verification.startedAt});
    }

    auto request = std::make_shared<Request>();
    request->id = drawRequestId(m_now);
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
    carryOut(live, Start {request->workflow}, m_now, texts);
    answer(reply, StartReply {Trouble::None, true, request->id, m_now});
}

void Core::check(RequestId id, const QString &code, Reply<CheckReply> reply)
{
    const auto key = m_live.keyOf(id);
    if (!key)
        return refuse(m_store.reader().contains(id) ? Trouble::None : Trouble::UnknownRequest, reply); // outcome: NotRunning
    if (!m_store.pins().isUsable())
        return refuse(Trouble::KeyMissing, reply);

    Live &live = m_live.change(*key);
    const Verification &v = live.row.verification;
    DecisionTexts texts;
    texts.code = code;
    CheckReply result;
    const auto matched = m_store.pins().match(live.pinSubject(), v.pinGeneration, code);
    result.matchedGeneration = matched.value_or(std::uint8_t(0));
    result.outcome = carryOut(live, Check {matched}, m_now, texts);
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
        return answer(reply, ControlReply {m_store.reader().contains(id) ? Trouble::None : Trouble::UnknownRequest,
                                           Outcome::NotRunning});
    }
    answer(reply, ControlReply {Trouble::None, carryOut(m_live.change(*key), command, m_now)});
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
        return answer(reply, ControlReply {Trouble::None, Outcome::NothingLeft});
    unschedule(live, Due::Kind::Report, step);
    answer(reply, ControlReply {Trouble::None, carryOut(live, Report {step, isAnswered}, m_now)});
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

Result<void> Core::commit()
{
    const bool isEmpty = m_batch.isEmpty();
    m_batch.clock = {m_clock.setting(), std::max(m_last, m_now)};
    const Result<void> written = isEmpty ? Result<void>() : m_store.write(m_batch);
    m_changes = {};
    if (written) {
        m_live.commit();
        m_changes.sequence = m_sequence;
        for (const auto &[key, row] : m_batch.changes.rows())
            m_changes.keys.push_back(key);
        for (const Dispatch &dispatch : m_dispatches)
            m_carrier.send(dispatch);
    } else {
        rollBack();
    }
    const auto answers = std::exchange(m_answers, {});
    for (const auto &answer : answers)
        answer(bool(written));
    return written;
}

void Core::rollBack()
{
    m_live.rollBack();
    m_due.rollBack();
    m_inbox.truncate(m_before.sequence);
    m_sequence = m_before.sequence;
    m_key = m_before.key;
    m_last = m_before.last;
}

Result<void> Core::commitClock()
{
    Batch batch;
    batch.clock = {m_clock.setting(), std::max(m_last, m_clock.now())};
    return m_store.write(batch);
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

void Core::recover()
{
    for (const Record &record : m_store.reader().openRecords())
        recover(record);
    m_due.begin();
    m_live.begin();

    std::vector<Arrival> arrivals;
    for (const JournalEntry &entry : m_store.reader().latestEntries(2 * Inbox::Capacity)) {
        for (const Event &event : entry.events) {
            if (event.type == EventType::StepDelivered)
                arrivals.push_back({entry.sequence, entry.key, event.step, {}});
        }
    }
    for (Arrival &arrival : arrivals) {
        const auto summaries = m_store.reader().summaries(std::vector<VerificationKey> {arrival.key});
        if (summaries.empty())
            continue;
        arrival.number = summaries.front().number;
        m_inbox.add(arrival);
    }
}

void Core::recover(const Record &record)
{
    Live fresh;
    fresh.row = toRow(record);
    fresh.sealedPin = record.request.sealedPin;
    fresh.population = populationIndex(record.request.population);
    Live &live = m_live.insert(record.key, std::move(fresh));

    if (const auto wake = nextWake(record.verification)) {
        Due due;
        due.at = *wake;
        schedule(live, due);
    }
    for (std::uint8_t step = 0; step < record.verification.stepsSent; ++step) {
        const StepRecord &sent = record.steps[step];
        Due due;
        due.step = step;
        due.pinGeneration = sent.pinGeneration;
        due.plan = sent.plan;
        if (record.verification.isReportAwaited(step)) {
            due.kind = Due::Kind::Report;
            due.at = *sent.sentAt + sent.plan.reportAfter;
            schedule(live, due);
        } else if (sent.deliveredAt && sent.plan.isEntered && record.verification.isRunning()) {
            due.kind = Due::Kind::Entry;
            const auto isByThisUser = [&](const CheckRecord &check) { return check.answers == step + 1; };
            due.attempt = static_cast<std::uint8_t>(
                std::count_if(record.checks.begin(), record.checks.end(), isByThisUser));
            due.at = *sent.deliveredAt + sent.plan.entryAfter * (due.attempt + 1);
            if (due.attempt <= sent.plan.wrongCodes)
                schedule(live, due);
        }
    }
}

std::vector<HandsetMessage> Core::messages(std::optional<PhoneNumber> number, Sequence after)
{
    std::vector<HandsetMessage> messages;
    std::optional<Record> record;
    for (const Arrival &arrival : m_inbox.after(after, number)) {
        if (!record || record->key != arrival.key)
            record = m_store.reader().record(arrival.key);
        if (!record)
            continue;
        const StepRecord &step = record->steps.at(arrival.step);
        const PinRecord &pin = record->pins.at(step.pinGeneration - 1U);
        const Request &request = record->request;
        const seconds pinExpiry = request.workflow.pinExpiry();
        messages.push_back({arrival.id, request.id, arrival.number, step.channel, step.deliveredAt.value_or(Instant {}),
                            request.senderId,
                            step.channel == Channel::Sms
                                ? smsText(request.locale, request.brand, pin.digits, pinExpiry)
                                : spokenText(request.locale, request.brand, pin.digits, pinExpiry),
                            pin.digits});
    }
    return messages;
}

} // namespace engine
