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

bool isRestated(const KnownRequest &known, const VerificationRow &now, const WorkflowChoice &choice)
{
    const WorkflowId workflow = now.verification.workflow.id();
    return known.source == Source::Import && known.status == now.verification.status && workflow != known.workflowId
        && (choice.by == ChosenBy::Named || !known.isWorkflowNamed);
}

class Importer {
public:
    Importer(const ImportTarget &target, const StoreKey &key, const ImportPlan &plan)
        : m_target(target)
        , m_key(key)
        , m_plan(plan)
    {
        m_result.workflows = WorkflowShares(plan.workflows);
    }

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
        ++m_result.rows;
        if (row.ending == Ending::Running)
            ++m_result.running;
        else
            append(row);
    }

    // One that cannot be is left out, and not its row: comparing asks for no number.
    PhoneNumber numberOf(const ReportRow &row)
    {
        if (m_plan.numbers == ImportedNumbers::Dropped || row.number.empty())
            return {};
        const auto number = PhoneNumber::parse(text(row.number), text(row.country));
        if (!number)
            ++m_result.withoutNumber;
        if (!number || m_plan.numbers == ImportedNumbers::Kept)
            return number.value_or(PhoneNumber());
        // More digits than any number has, so that it is taken for none.
        constexpr std::uint64_t First = 1'000'000'000'000'000'000;
        return PhoneNumber(First + m_key.hash(number->digits()) % (8 * First));
    }

    void append(const ReportRow &row)
    {
        const WorkflowId workflow = m_plan.workflows.workflowOf(row);
        m_result.workflows.add(row);
        auto request = std::make_shared<Request>();
        request->id = *RequestId::parse(text(row.requestId));
        request->account = m_target.account;
        request->number = numberOf(row);
        request->country = text(row.country).toUpper();
        request->brand = text(row.sender);
        request->senderId = request->brand;
        request->locale = text(row.locale);
        request->workflow = workflowOf(workflow, row);
        request->source = Source::Import;
        if (row.workflow != UnknownWorkflow)
            request->choice.by = ChosenBy::Named;
        request->network = text(row.network);

        std::vector<Event> events = eventsOf(row, request->workflow);
        request->prices = pricesOf(row, events.size() - 2);
        m_waiting.push_back({std::move(request), std::move(events)});
        if (m_waiting.size() >= m_target.requestsAtOnce)
            flush();
    }

    void flush()
    {
        if (m_failure || m_waiting.empty())
            return;
        const auto written = m_target.write(std::exchange(m_waiting, {}));
        if (!written) {
            m_failure = written.failure();
            return;
        }
        m_result.imported += written->imported;
        m_result.known += written->known;
        m_result.restated += written->restated;
        m_result.withdrawn += written->withdrawn;
        m_result.withoutWorkflow += written->withoutWorkflow;
    }

    const ImportTarget &m_target;
    const StoreKey &m_key;
    const ImportPlan &m_plan;
    std::vector<ImportedRequest> m_waiting; // to be written
    ImportResult m_result;
    std::optional<Failure> m_failure;
};

} // namespace

ImportCounts addToBatch(Batch &batch, const std::vector<ImportedRequest> &requests, StoreReader &reader,
                        JournalPlace &place)
{
    ImportCounts counts;
    std::unordered_set<RequestId> ids;
    for (const ImportedRequest &each : requests) {
        const Request &request = *each.request;
        const auto known = reader.known(request.id);
        VerificationRow row = toRow(known ? known->key : place.key + 1, request);
        for (const Event &event : each.events)
            evolve(row.verification, event);
        if (!ids.insert(request.id).second || (known && !isRestated(*known, row, request.choice))) {
            ++counts.known;
            continue;
        }
        row.sequence = ++place.sequence;
        place.key = std::max(place.key, row.key);
        JournalEntry entry{row.sequence, row.key, each.events, each.request, {}};
        if (known)
            batch.changes.retell(entry, row);
        else
            batch.changes.add(entry, row);
        batch.entries.push_back(std::move(entry));
        const bool isUnknown = request.workflow.id() == UnknownWorkflow;
        if (known) {
            ++(isUnknown ? counts.withdrawn : counts.restated);
        } else {
            ++counts.imported;
            counts.withoutWorkflow += isUnknown;
        }
    }
    return counts;
}

ImportTarget importInto(Store &store)
{
    return {store.account().apiKey, RowsPerTransaction, [&store](const std::vector<ImportedRequest> &requests) {
                Batch batch;
                JournalPlace place{store.latestSequence(), store.latestKey()};
                const ImportCounts counts = addToBatch(batch, requests, store.reader(), place);
                batch.clock = store.clockAtOpening(); // what is imported has passed: time does not move
                const auto written = batch.isEmpty() ? Result<void>() : store.write(batch);
                return written ? Result<ImportCounts>(counts) : Result<ImportCounts>(written.failure());
            }};
}

Result<ImportResult> importReport(VerifyReport &report, const ImportTarget &target, const StoreKey &key,
                                  const ImportPlan &plan, const std::function<bool(double)> &progress)
{
    return Importer(target, key, plan).run(report, progress);
}

} // namespace engine
