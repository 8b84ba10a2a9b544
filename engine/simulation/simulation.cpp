// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/simulation.h"

#include "engine/simulation/userlife.h"
#include "engine/statistics/differences.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace engine {

namespace {

// Users are taken by blocks: few enough lives that a cancel is soon heard, many enough that threads seldom meet. A
// multiple of 64, so that who was verified fills whole words.
constexpr std::size_t LivesPerBlock = 16 * 1024;
constexpr std::size_t MostUsersPerBlock = 1024;
// The stream that tells which part of a mix a user is; other numbers than those of the user's luck.
constexpr std::uint64_t PartPurpose = 2001;
constexpr milliseconds BetweenProgress{100};
constexpr Instant Beginning{}; // of every request: the rules know only what has passed since

SimulationResult emptyResult(const SimulationPlan &plan)
{
    SimulationResult result;
    for (std::size_t a = 0; a < plan.workflows.size(); ++a) {
        result.workflows.emplace_back().workflow = plan.workflows[a];
        for (std::size_t b = a + 1; plan.comparesPairs && b < plan.workflows.size(); ++b)
            result.paired.push_back({a, b});
    }
    return result;
}

// Lives until the request has ended: later news of its messages changes nothing that is counted. Whether it verified.
bool live(UserLife &life, bool countsTimes, SimulatedWorkflow &counts)
{
    std::size_t answered = 0;
    while (!life.verification().hasEnded()) {
        for (const Event &event : life.live()) {
            if (event.type == EventType::CodeAccepted)
                answered = event.answers - 1U;
        }
    }
    const Verification &ended = life.verification();
    const std::size_t last = ended.stepsSent - 1U; // the first message is sent with the request
    if (ended.status != Status::Succeeded) {
        ++counts.otherwiseAfter[last];
        if (ended.status == Status::Expired) {
            ++counts.expired;
            return false;
        }
        ++counts.failed;
        if (countsTimes)
            counts.timeToFail.count(ended.endedAt - ended.startedAt);
        return false;
    }
    ++counts.verified;
    ++counts.verifiedByStep[answered];
    ++counts.verifiedAfter[last];
    if (countsTimes)
        counts.timeToVerify.count(ended.endedAt - ended.startedAt);
    return true;
}

std::size_t usersPerBlock(std::size_t workflows)
{
    return std::clamp(LivesPerBlock / workflows / 64, std::size_t(1), MostUsersPerBlock / 64) * 64;
}

// What the threads share, and what each does.
class Run {
public:
    Run(const SimulationPlan &plan, const std::atomic<bool> &isCancelled)
        : m_plan(plan)
        , m_isCancelled(isCancelled)
        , m_usersPerBlock(std::int64_t(usersPerBlock(plan.workflows.size())))
        , m_result(emptyResult(plan))
        , m_working(plan.threads)
    { }

    void work()
    {
        SimulationResult mine = emptyResult(m_plan);
        std::vector<Verified> verified(m_plan.workflows.size());
        std::vector<User> users;
        while (!m_isCancelled) {
            const std::int64_t first = m_next.fetch_add(m_usersPerBlock);
            if (first >= m_plan.users)
                break;
            const std::int64_t end = std::min(first + m_usersPerBlock, m_plan.users);
            users.clear();
            for (std::int64_t user = first; user < end; ++user)
                users.push_back(drawn(std::uint64_t(user)));
            for (std::size_t place = 0; place < verified.size(); ++place)
                verified[place] = meet(users, mine.workflows[place]);
            for (PairedWorkflows &pair : mine.paired)
                count(verified[pair.a], verified[pair.b], pair);
            mine.users += end - first;
            m_done += end - first;
        }
        const std::scoped_lock lock(m_mutex);
        add(mine);
        if (--m_working == 0)
            m_finished.notify_one();
    }

    void wait(const std::function<void(std::int64_t)> &progress)
    {
        std::unique_lock lock(m_mutex);
        while (!m_finished.wait_for(lock, BetweenProgress, [this] { return m_working == 0; })) {
            lock.unlock();
            if (progress)
                progress(m_done);
            lock.lock();
        }
    }

    SimulationResult take() { return std::move(m_result); }

private:
    struct User {
        UserKey key;
        const Population *population;
        Traits traits;
    };
    // Of the users of a block, a bit each.
    using Verified = std::array<std::uint64_t, MostUsersPerBlock / 64>;

    User drawn(std::uint64_t user) const
    {
        const UserKey key{m_plan.seed, user};
        const Population *population = m_plan.population.front().population;
        if (m_plan.population.size() > 1) {
            RandomStream stream(key.seed, key.user, PartPurpose);
            population = &drawnPart(m_plan.population, stream);
        }
        return {key, population, drawTraits(*population, key)};
    }

    Verified meet(const std::vector<User> &users, SimulatedWorkflow &counts) const
    {
        Verified verified{};
        for (std::size_t i = 0; i < users.size(); ++i) {
            const User &user = users[i];
            UserLife life(counts.workflow, *user.population, user.key, user.traits, Beginning);
            verified[i / 64] |= std::uint64_t(live(life, m_plan.countsTimes, counts)) << (i % 64);
        }
        return verified;
    }

    static void count(const Verified &a, const Verified &b, PairedWorkflows &pair)
    {
        for (std::size_t word = 0; word < a.size(); ++word) {
            pair.onlyA += std::popcount(a[word] & ~b[word]);
            pair.onlyB += std::popcount(b[word] & ~a[word]);
        }
    }

    void add(const SimulationResult &part)
    {
        m_result.users += part.users;
        for (std::size_t place = 0; place < part.workflows.size(); ++place)
            m_result.workflows[place].add(part.workflows[place]);
        for (std::size_t place = 0; place < part.paired.size(); ++place) {
            m_result.paired[place].onlyA += part.paired[place].onlyA;
            m_result.paired[place].onlyB += part.paired[place].onlyB;
        }
    }

    const SimulationPlan &m_plan;
    const std::atomic<bool> &m_isCancelled;
    const std::int64_t m_usersPerBlock;
    std::atomic<std::int64_t> m_next{0};
    std::atomic<std::int64_t> m_done{0};
    std::mutex m_mutex; // for what follows
    std::condition_variable m_finished;
    SimulationResult m_result;
    int m_working;
};

} // namespace

Money SimulatedWorkflow::cost(const Prices &prices) const
{
    return prices.onSuccess * verified + prices.perSms * sms() + prices.perCall * calls();
}

std::int64_t SimulatedWorkflow::sent(Channel channel) const
{
    std::int64_t messages = 0;
    std::int64_t requests = 0; // that came as far as this step
    for (std::size_t step = workflow.stepCount(); step-- > 0;) {
        requests += verifiedAfter[step] + otherwiseAfter[step];
        messages += workflow.step(step).channel == channel ? requests : 0;
    }
    return messages;
}

std::optional<double> SimulatedWorkflow::costPerSuccess(const Prices &prices) const
{
    return verified == 0 ? std::nullopt : std::optional(cost(prices).toDouble() / double(verified));
}

void SimulatedWorkflow::add(const SimulatedWorkflow &other)
{
    verified += other.verified;
    expired += other.expired;
    failed += other.failed;
    for (std::size_t step = 0; step < MaxSteps; ++step) {
        verifiedByStep[step] += other.verifiedByStep[step];
        verifiedAfter[step] += other.verifiedAfter[step];
        otherwiseAfter[step] += other.otherwiseAfter[step];
    }
    timeToVerify.add(other.timeToVerify);
    timeToFail.add(other.timeToFail);
}

Difference SimulationResult::difference(const PairedWorkflows &pair, double confidence) const
{
    return pairedDifference(pair.onlyA, pair.onlyB, users, confidence);
}

SimulationResult simulate(const SimulationPlan &plan, const std::atomic<bool> &isCancelled,
                          const std::function<void(std::int64_t)> &progress)
{
    assert(!plan.workflows.empty() && !plan.population.empty() && plan.users >= 0 && plan.threads >= 1);
    Run run(plan, isCancelled);
    std::vector<std::thread> threads;
    for (int i = 0; i < plan.threads; ++i)
        threads.emplace_back([&run] { run.work(); });
    run.wait(progress);
    for (std::thread &thread : threads)
        thread.join();
    return run.take();
}

} // namespace engine
