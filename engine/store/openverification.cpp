// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/openverification.h"

#include "engine/store/packednumbers.h"

#include <concepts>

namespace engine {

namespace {

constexpr std::uint64_t Version = 2; // of the bytes

class Writer {
public:
    explicit Writer(qsizetype capacity) { m_bytes.reserve(capacity); }

    void append(std::unsigned_integral auto number) { appendNumber(m_bytes, number); }
    // Negative ones as odd ones, so that those near zero stay short.
    void append(std::signed_integral auto number)
    {
        const std::int64_t wide = number;
        append((std::uint64_t(wide) << 1) ^ std::uint64_t(wide >> 63));
    }
    void append(const QByteArray &bytes)
    {
        append(std::uint64_t(bytes.size()));
        m_bytes.append(bytes);
    }
    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

class Reader {
public:
    explicit Reader(const QByteArray &bytes)
        : m_packed(bytes)
    { }

    std::uint64_t number() { return m_packed.number(); }
    std::int64_t signedNumber()
    {
        const std::uint64_t coded = number();
        return std::int64_t(coded >> 1) ^ -std::int64_t(coded & 1);
    }
    // At most `most`.
    std::uint8_t small(std::uint64_t most = 255)
    {
        const std::uint64_t value = number();
        m_isInRange = m_isInRange && value <= most;
        return m_isInRange ? static_cast<std::uint8_t>(value) : std::uint8_t(0);
    }
    QByteArray bytes()
    {
        const QByteArrayView view = m_packed.bytes(m_packed.count());
        return view.isEmpty() ? QByteArray() : view.toByteArray();
    }
    // Everything was there, and nothing more is.
    bool isDone() const { return m_isInRange && !m_packed.isDamaged() && m_packed.isAtEnd(); }

private:
    PackedReader m_packed;
    bool m_isInRange = true;
};

void append(Writer &writer, const Workflow &workflow)
{
    writer.append(workflow.id());
    writer.append(workflow.pinExpiry().count());
    writer.append(std::uint64_t(workflow.stepCount()));
    for (std::size_t i = 0; i < workflow.stepCount(); ++i) {
        const Step step = workflow.step(i);
        writer.append((std::uint64_t(step.wait.count()) << 1) | std::uint64_t(step.channel == Channel::Tts));
    }
}

Workflow readWorkflow(Reader &reader)
{
    const WorkflowId id = reader.small();
    const seconds pinExpiry(reader.signedNumber());
    std::array<Step, MaxSteps> steps;
    const std::size_t count = reader.small(MaxSteps);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t coded = reader.number();
        steps[i] = {coded & 1 ? Channel::Tts : Channel::Sms, seconds(coded >> 1)};
    }
    return count ? Workflow(id, std::span(steps).first(count), pinExpiry) : Workflow();
}

void append(Writer &writer, const Pending &pending, Instant since)
{
    writer.append(std::uint8_t(pending.kind));
    writer.append(pending.step);
    writer.append(pending.pinGeneration);
    writer.append(pending.attempt);
    writer.append((pending.at - since).count());
    const StepPlan &plan = pending.plan;
    writer.append(std::uint8_t(plan.delivery));
    writer.append(std::uint8_t(plan.isEntered));
    writer.append(plan.wrongCodes);
    writer.append(plan.reportAfter.count());
    writer.append(plan.entryAfter.count());
}

Pending readPending(Reader &reader, Instant since)
{
    Pending pending;
    pending.kind = Pending::Kind(reader.small(1));
    pending.step = reader.small(MaxSteps - 1);
    pending.pinGeneration = reader.small();
    pending.attempt = reader.small();
    pending.at = since + milliseconds(reader.signedNumber());
    StepPlan &plan = pending.plan;
    plan.delivery = StepPlan::Delivery(reader.small(1));
    plan.isEntered = reader.small(1) != 0;
    plan.wrongCodes = reader.small();
    plan.reportAfter = milliseconds(reader.signedNumber());
    plan.entryAfter = milliseconds(reader.signedNumber());
    return pending;
}

} // namespace

OpenVerification toOpenVerification(const Record &record)
{
    return {toRow(record), record.request.sealedPin, record.request.population, record.request.account, record.pending};
}

QByteArray encodeOpenRequest(const Request &request)
{
    Writer writer(48 + request.sealedPin.size() + request.population.size());
    writer.append(Version);
    writer.append(request.country.toLatin1());
    writer.append(std::uint8_t(request.source));
    writer.append(std::uint8_t(request.codeLength));
    for (const Money price : {request.prices.onSuccess, request.prices.perSms, request.prices.perCall})
        writer.append(price.hundredMillionths());
    writer.append(request.sealedPin);
    writer.append(request.population.toUtf8());
    writer.append(request.account.toUtf8());
    return writer.take();
}

QByteArray encodeOpenState(const Verification &v, const std::vector<Pending> &pending)
{
    Writer writer(64);
    writer.append(Version);
    append(writer, v.workflow);
    for (const std::uint8_t number :
         {std::uint8_t(v.status), v.stepsSent, v.reportedSteps, v.pinGeneration, v.wrongCodes})
        writer.append(number);
    writer.append(toMilliseconds(v.startedAt));
    for (const Instant instant : {v.pinIssuedAt, v.lastStepAt})
        writer.append((instant - v.startedAt).count());
    if (v.hasEnded())
        writer.append((v.endedAt - v.startedAt).count());
    writer.append(std::uint64_t(pending.size()));
    for (const Pending &each : pending)
        append(writer, each, v.startedAt);
    return writer.take();
}

std::optional<OpenVerification> decodeOpen(VerificationRow row, const QByteArray &request, const QByteArray &state)
{
    OpenVerification open{row, {}, {}, {}, {}};
    Reader fixed(request);
    const bool isRequestKnown = fixed.number() == Version;
    const QByteArray country = fixed.bytes();
    if (country.size() == 2)
        open.row.country = {country[0], country[1]};
    open.row.source = Source(fixed.small(SourceCount - 1));
    open.row.codeLength = fixed.small();
    for (Money *price : {&open.row.prices.onSuccess, &open.row.prices.perSms, &open.row.prices.perCall})
        *price = Money::fromHundredMillionths(fixed.signedNumber());
    open.sealedPin = fixed.bytes();
    open.population = QString::fromUtf8(fixed.bytes());
    open.account = QString::fromUtf8(fixed.bytes());

    Reader reader(state);
    const bool isStateKnown = reader.number() == Version;
    Verification &v = open.row.verification;
    v.workflow = readWorkflow(reader);
    v.status = Status(reader.small(std::uint64_t(Status::Cancelled)));
    for (std::uint8_t *number : {&v.stepsSent, &v.reportedSteps, &v.pinGeneration, &v.wrongCodes})
        *number = reader.small();
    v.startedAt = fromMilliseconds(reader.signedNumber());
    for (Instant *instant : {&v.pinIssuedAt, &v.lastStepAt})
        *instant = v.startedAt + milliseconds(reader.signedNumber());
    if (v.hasEnded())
        v.endedAt = v.startedAt + milliseconds(reader.signedNumber());
    for (std::size_t left = reader.small(2 * MaxSteps); left > 0; --left)
        open.pending.push_back(readPending(reader, v.startedAt));

    const bool isSound = isRequestKnown && isStateKnown && fixed.isDone() && reader.isDone() && v.stepsSent > 0
        && v.stepsSent <= v.workflow.stepCount();
    return isSound ? std::optional(std::move(open)) : std::nullopt;
}

} // namespace engine
