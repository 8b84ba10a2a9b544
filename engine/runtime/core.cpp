// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/core.h"

#include "engine/request/userkey.h"

#include <algorithm>

namespace engine {

namespace {

QByteArray encodeOpenState(const Live &live)
{
    std::vector<Pending> pending;
    for (const Live::Queued &each : live.queued)
        pending.push_back(each.pending);
    return encodeOpenState(live.row.verification, pending);
}

} // namespace

Core::Core(Store &store, Clock &clock, Carrier &carrier, Prices examples, std::vector<Population> populations)
    : m_store(store)
    , m_clock(clock)
    , m_carrier(carrier)
    , m_examples(examples)
    , m_populations(std::move(populations))
    , m_sequence(store.latestSequence())
    , m_key(store.latestKey())
    , m_last(store.clockAtOpening().last.value_or(Instant{}))
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
    if (due.order == live.wakeOrder) {
        carryOut(live, Wake{}, at);
        return;
    }
    const auto found = std::find_if(live.queued.begin(), live.queued.end(),
                                    [&](const Live::Queued &each) { return each.order == due.order; });
    if (found == live.queued.end())
        return;
    const Pending pending = found->pending;
    if (pending.kind == Pending::Kind::Report)
        carryOut(live, Report{pending.step, pending.plan.delivery == StepPlan::Delivery::Arrives}, at);
    else
        enterCode(live, pending, at);
}

// The simulated user enters the PIN of the message, or a wrong code first where the plan says so.
void Core::enterCode(Live &live, const Pending &entry, Instant at)
{
    const bool isWrong = entry.attempt < entry.plan.wrongCodes;
    DecisionTexts texts;
    texts.answers = static_cast<std::uint8_t>(entry.step + 1);
    if (isWrong)
        texts.code = wrongCode(live);
    carryOut(live, Check{isWrong ? std::nullopt : std::optional(entry.pinGeneration)}, at, texts);
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
    Money &spent = m_spendings[live.account].inBatch;
    spent = spent - costOf(live.row);
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
    spent += costOf(live.row);
    queueWake(live);
    m_live.settle(live);
    m_batch.changes.add(entry, live.row, live.row.isOpen() ? encodeOpenState(live) : QByteArray());
    m_batch.entries.push_back(std::move(entry));
    return decision.outcome();
}

// What an event sets in motion outside the rules, and what it stops.
void Core::follow(Live &live, const Event &event)
{
    if (event.type == EventType::StepDelivered)
        m_inbox.add({m_sequence, live.row.key, event.step, live.row.number});
    std::optional<Pending> ended;
    std::erase_if(live.queued, [&](const Live::Queued &each) {
        const bool isEnded = isEndedBy(each.pending, event);
        if (isEnded) {
            ended = each.pending;
            m_due.remove(each.pending.at, each.order);
        }
        return isEnded;
    });
    if (live.queued.empty())
        live.queued.shrink_to_fit(); // most of a million wait with nothing on its way
    if (const auto begun = begunBy(event, live.row.verification, ended))
        queue(live, *begun);
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

void Core::queue(Live &live, const Pending &pending)
{
    live.queued.push_back({pending, m_due.push(pending.at, live.row.key)});
}

void Core::queueWake(Live &live)
{
    if (live.wakeOrder)
        m_due.remove(live.wakesAt, live.wakeOrder);
    const auto wake = nextWake(live.row.verification);
    live.wakesAt = wake.value_or(Instant{});
    live.wakeOrder = wake ? m_due.push(*wake, live.row.key) : 0;
}

std::optional<Instant> Core::nextDue(VerificationKey key) const
{
    const Live *live = m_live.find(key);
    if (!live)
        return std::nullopt;
    std::optional<Instant> next = live->wakeOrder ? std::optional(live->wakesAt) : std::nullopt;
    for (const Live::Queued &each : live->queued)
        next = std::min(next.value_or(each.pending.at), each.pending.at);
    return next;
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
    for (Spending &each : m_spendings) {
        const Money more = std::exchange(each.inBatch, Money());
        if (each.committed && written)
            *each.committed += more;
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

Result<ImportCounts> Core::importRequests(const std::vector<ImportedRequest> &requests)
{
    Batch batch;
    JournalPlace place{m_sequence, m_key};
    const ImportCounts counts = addToBatch(batch, requests, m_store.reader(), place);
    batch.clock = {m_clock.setting(), std::max(m_last, m_clock.now())};
    m_changes = {m_sequence, {}};
    if (batch.isEmpty())
        return counts;
    if (const auto written = m_store.write(batch); !written)
        return written.failure();
    m_sequence = place.sequence;
    m_key = place.key;
    m_changes.sequence = m_sequence;
    for (const auto &[key, row] : batch.changes.rows())
        m_changes.keys.push_back(key);
    return counts;
}

Result<void> Core::commitClock()
{
    m_changes = {m_sequence, {}};
    Batch batch;
    batch.clock = {m_clock.setting(), std::max(m_last, m_clock.now())};
    return m_store.write(batch);
}

} // namespace engine
