// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crowd.h"

#include "engine/population/presets.h"
#include "engine/population/user.h"
#include "engine/request/exampleprices.h"
#include "engine/store/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

using namespace engine;

namespace {

constexpr std::size_t BatchSize = 2'000; // journal entries of one transaction
constexpr std::uint64_t Seed = 2026;

struct Act {
    Instant at;
    Command command;
};

// Plays lives into a store, batch by batch.
class Writer {
public:
    explicit Writer(Store &store)
        : m_store(store)
    { }

    Result<void> live(const Request &request, const Population &population, std::uint64_t user, Instant start)
    {
        const UserKey key{Seed, user};
        const Traits traits = drawTraits(population, key);
        VerificationRow row = toRow(++m_key, request);
        std::vector<Act> acts{{start, Start{request.workflow}}};
        while (!row.verification.hasEnded()) {
            const Act act = takeNext(acts, nextWake(row.verification));
            JournalEntry entry;
            for (Event &event : decide(row.verification, act.command, act.at)) {
                if (event.type == EventType::Requested)
                    entry.request = std::make_shared<const Request>(request);
                if (event.type == EventType::StepSent) {
                    event.plan = planStep(population, traits, request.workflow.step(event.step).channel, key,
                                          event.step, event.at - start);
                    schedule(acts, event);
                }
                evolve(row.verification, event);
                entry.events.push_back(event);
            }
            if (!entry.events.empty())
                add(std::move(entry), row);
        }
        return m_batch.entries.size() < BatchSize ? Result<void>() : flush();
    }

    Result<void> flush()
    {
        m_batch.clock = {ClockSetting{ClockMode::Manual, 1, false}, m_last};
        const auto written = m_store.write(m_batch);
        m_batch = {};
        return written;
    }

private:
    // The earliest of what is planned and of what the rules wait for.
    static Act takeNext(std::vector<Act> &acts, std::optional<Instant> wake)
    {
        const auto earliest
            = std::min_element(acts.begin(), acts.end(), [](const Act &a, const Act &b) { return a.at < b.at; });
        if (earliest == acts.end() || (wake && *wake <= earliest->at))
            return {*wake, Wake{}};
        const Act act = *earliest;
        acts.erase(earliest);
        return act;
    }

    // What follows from a message: the carrier's news, then the user's codes.
    static void schedule(std::vector<Act> &acts, const Event &sent)
    {
        const StepPlan &plan = sent.plan;
        Instant at = sent.at + plan.reportAfter;
        acts.push_back({at, Report{sent.step, plan.delivery == StepPlan::Delivery::Arrives}});
        if (!plan.isEntered)
            return;
        for (int i = 0; i < plan.wrongCodes; ++i)
            acts.push_back({at += plan.entryAfter, Check{}});
        acts.push_back({at + plan.entryAfter, Check{sent.pinGeneration}});
    }

    void add(JournalEntry entry, VerificationRow &row)
    {
        entry.sequence = ++m_sequence;
        entry.key = row.key;
        row.sequence = entry.sequence;
        m_last = std::max(m_last, entry.events.back().at);
        m_batch.changes.add(entry, row);
        m_batch.entries.push_back(std::move(entry));
    }

    Store &m_store;
    Batch m_batch;
    Sequence m_sequence = 0;
    VerificationKey m_key = 0;
    Instant m_last{};
};

// Which market each user is from, in the order of time: every market at an even pace.
std::vector<std::size_t> orderOf(const std::vector<CrowdMarket> &markets)
{
    std::vector<std::pair<double, std::size_t>> places;
    for (std::size_t market = 0; market < markets.size(); ++market) {
        for (int user = 0; user < markets[market].users; ++user)
            places.emplace_back((user + 0.5) / markets[market].users, market);
    }
    std::sort(places.begin(), places.end());
    std::vector<std::size_t> order;
    for (const auto &[place, market] : places)
        order.push_back(market);
    return order;
}

} // namespace

Result<void> writeCrowd(const QString &storePath, const std::vector<CrowdMarket> &markets, Instant begin, Instant end)
{
    auto store = Store::open({storePath, {}, {}, {}});
    if (!store)
        return store.failure();
    Writer writer(**store);
    const std::vector<std::size_t> order = orderOf(markets);
    std::vector<std::uint64_t> users(markets.size(), 0);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const CrowdMarket &market = markets[order[i]];
        const std::uint64_t user = users[order[i]]++;
        const Instant start
            = begin + milliseconds((end - begin).count() * std::int64_t(i) / std::int64_t(order.size()));
        RequestId::Bytes random{};
        for (std::size_t byte = 0; byte < sizeof i; ++byte)
            random[15 - byte] = static_cast<std::uint8_t>(i >> (8 * byte));
        Request request;
        request.id = RequestId::make(toMilliseconds(start), random);
        request.account = (*store)->account().apiKey;
        request.number = PhoneNumber(market.firstNumber + user);
        request.country = market.country;
        request.brand = u"Acme"_s;
        request.senderId = u"VERIFY"_s;
        request.locale = u"en-gb"_s;
        request.workflow = *standardWorkflow(market.workflows[user % market.workflows.size()], Dialect::Vonage);
        request.source = Source::Demo;
        request.population = market.preset;
        request.prices = examplePrices(Dialect::Vonage);
        const std::uint64_t luck = (std::uint64_t(order[i]) << 32) + user;
        if (const auto written = writer.live(request, *findPreset(market.preset), luck, start); !written)
            return written;
    }
    return writer.flush();
}

} // namespace app
