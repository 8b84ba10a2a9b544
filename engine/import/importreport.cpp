// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/importreport.h"

#include "engine/import/verifyreport.h"
#include "engine/pin/storekey.h"
#include "engine/store/store.h"

#include <algorithm>
#include <unordered_set>

namespace engine {

namespace {

constexpr std::size_t RowsPerTransaction = 5'000;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

// With a plan of its own where the API has none: as many messages as the report counts, and a PIN's life after each.
Workflow workflowOf(WorkflowId id, const ReportRow &row)
{
    if (const auto standard = standardWorkflow(id, Dialect::Vonage))
        return *standard;
    std::vector<Step> steps;
    for (int i = 0; i < row.smsCount && steps.size() < MaxSteps; ++i)
        steps.push_back({Channel::Sms, DefaultPinExpiry});
    for (int i = 0; i < row.callCount && steps.size() < MaxSteps; ++i)
        steps.push_back({Channel::Tts, DefaultPinExpiry});
    if (steps.empty())
        steps.push_back({Channel::Sms, DefaultPinExpiry});
    return Workflow(id, steps, DefaultPinExpiry);
}

EventType endOf(Ending ending)
{
    switch (ending) {
    case Ending::Verified:
        return EventType::CodeAccepted;
    case Ending::Failed:
        return EventType::Failed;
    case Ending::Cancelled:
        return EventType::Cancelled;
    case Ending::Running:
    case Ending::Expired:
        break;
    }
    return EventType::Expired;
}

// The request, its messages at the times of its workflow, and its end.
std::vector<Event> eventsOf(const ReportRow &row, const Workflow &workflow)
{
    Event requested{EventType::Requested};
    requested.at = row.receivedAt;
    requested.workflow = workflow;
    std::vector<Event> events{requested};
    const auto sent
        = std::min<std::size_t>(std::size_t(row.smsCount) + std::size_t(row.callCount), workflow.stepCount());
    Instant at = row.receivedAt;
    for (std::size_t step = 0; step < sent; ++step) {
        Event message{EventType::StepSent};
        message.step = std::uint8_t(step);
        message.at = std::min(at, *row.finalizedAt);
        events.push_back(message);
        at += workflow.step(step).wait;
    }
    Event end{endOf(row.ending)};
    end.at = *row.finalizedAt;
    events.push_back(end);
    return events;
}

// So that it costs what the report says: all of it for the success, else shared by the messages.
Prices pricesOf(const ReportRow &row, std::size_t messages)
{
    if (row.ending == Ending::Verified)
        return {row.price, {}, {}};
    if (messages == 0)
        return {};
    const Money each = Money::fromHundredMillionths(row.price.hundredMillionths() / std::int64_t(messages));
    return {{}, each, each};
}

class Importer {
public:
    Importer(Store &store, const StoreKey &key, const ImportPlan &plan)
        : m_store(store)
        , m_key(key)
        , m_plan(plan)
        , m_sequence(store.latestSequence())
        , m_verification(store.latestKey())
    { }

    Result<ImportResult> run(VerifyReport &report, const std::function<bool(double)> &progress)
    {
        if (!report.has(VerifyReport::Column::RequestId)) {
            return Failure{QStringLiteral("The report has no column request_id, without which a second import would "
                                          "double it."),
                           {}};
        }
        VerifyReport::Listener listener;
        listener.row = [this](const ReportRow &row) { add(row); };
        listener.badRow = [this](const BadRow &row) { addBad(row); };
        listener.progress = [&](double part) { return !m_failure && progress(part); };
        const auto read = report.read(listener);
        flush();
        if (m_failure)
            return *m_failure;
        if (!read)
            return read.failure();
        m_result.isWhole = *read;
        return m_result;
    }

private:
    void addBad(const BadRow &row)
    {
        ++m_result.rows;
        m_result.badRows.add(row);
    }

    void add(const ReportRow &row)
    {
        if (m_failure)
            return;
        const auto id = RequestId::parse(text(row.requestId));
        if (!id)
            return addBad(
                {row.line, QStringLiteral("the request_id \"%1\" is not 32 hex digits").arg(text(row.requestId))});
        auto number = numberOf(row);
        if (!number)
            return addBad({row.line, QStringLiteral("the number \"%1\" is not possible").arg(text(row.number))});
        ++m_result.rows;
        if (row.ending == Ending::Running) {
            ++m_result.running;
        } else if (m_ids.contains(*id) || m_store.reader().contains(*id)) {
            ++m_result.known;
        } else {
            m_ids.insert(*id);
            append(row, *id, *number);
        }
    }

    std::optional<PhoneNumber> numberOf(const ReportRow &row) const
    {
        if (m_plan.numbers == ImportedNumbers::Dropped || row.number.empty())
            return PhoneNumber();
        const auto number = PhoneNumber::parse(text(row.number), text(row.country));
        if (!number || m_plan.numbers == ImportedNumbers::Kept)
            return number;
        // More digits than any number has, so that it is taken for none.
        constexpr std::uint64_t First = 1'000'000'000'000'000'000;
        return PhoneNumber(First + m_key.hash(number->digits()) % (8 * First));
    }

    void append(const ReportRow &row, RequestId id, PhoneNumber number)
    {
        const WorkflowId workflow = m_plan.workflows.workflowOf(row);
        auto request = std::make_shared<Request>();
        request->id = id;
        request->account = m_store.account().apiKey;
        request->number = number;
        request->country = text(row.country).toUpper();
        request->brand = text(row.sender);
        request->senderId = request->brand;
        request->locale = text(row.locale);
        request->workflow = workflowOf(workflow, row);
        request->source = Source::Import;

        JournalEntry entry;
        entry.events = eventsOf(row, request->workflow);
        request->prices = pricesOf(row, entry.events.size() - 2);
        entry.sequence = ++m_sequence;
        entry.key = ++m_verification;
        VerificationRow projected = toRow(entry.key, *request);
        projected.sequence = entry.sequence;
        for (const Event &event : entry.events)
            evolve(projected.verification, event);
        entry.request = std::move(request);
        m_batch.changes.add(entry, projected);
        m_batch.entries.push_back(std::move(entry));
        m_inBatch.withoutWorkflow += workflow == UnknownWorkflow;
        ++m_inBatch.imported;
        if (m_batch.entries.size() >= RowsPerTransaction)
            flush();
    }

    void flush()
    {
        if (m_failure || m_batch.entries.empty())
            return;
        m_batch.clock = m_store.clockAtOpening(); // what is imported has passed: time does not move
        if (const auto written = m_store.write(m_batch); !written) {
            m_failure = written.failure();
            return;
        }
        m_result.imported += m_inBatch.imported;
        m_result.withoutWorkflow += m_inBatch.withoutWorkflow;
        m_inBatch = {};
        m_batch = {};
        m_ids.clear();
    }

    Store &m_store;
    const StoreKey &m_key;
    const ImportPlan &m_plan;
    Sequence m_sequence;
    VerificationKey m_verification;
    Batch m_batch;
    ImportResult m_inBatch; // what it will have imported
    std::unordered_set<RequestId> m_ids; // in it
    ImportResult m_result;
    std::optional<Failure> m_failure;
};

} // namespace

Result<ImportResult> importReport(VerifyReport &report, Store &store, const StoreKey &key, const ImportPlan &plan,
                                  const std::function<bool(double)> &progress)
{
    return Importer(store, key, plan).run(report, progress);
}

} // namespace engine
