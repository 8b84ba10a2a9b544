// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/presets.h"
#include "engine/request/userkey.h"
#include "engine/simulation/simulation.h"
#include "engine/simulation/userlife.h"
#include "tests/support/corerun.h"
#include "tests/support/testclass.h"

#include <array>
#include <cmath>

namespace tst_autopilot {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace engine;

constexpr int Verifications = 20'000;
constexpr int PerMinute = 500;
constexpr std::size_t Workflows = 5;

// How verifications ended, and by which message.
struct Ends {
    std::int64_t verified = 0;
    std::int64_t expired = 0;
    std::int64_t failed = 0;
    std::int64_t messages = 0;
    std::int64_t milliseconds = 0; // until they were verified, in all
    std::array<std::int64_t, MaxSteps> verifiedByStep{};

    void count(const Verification &ended, std::uint8_t answers)
    {
        verified += ended.status == Status::Succeeded;
        expired += ended.status == Status::Expired;
        failed += ended.status == Status::Failed;
        messages += ended.stepsSent;
        if (ended.status == Status::Succeeded) {
            ++verifiedByStep[answers - 1U];
            milliseconds += (ended.endedAt - ended.startedAt).count();
        }
    }
    bool operator==(const Ends &) const = default;
};

// Whose code was accepted: 1 + its step.
template <class Events>
std::uint8_t answered(const Events &events)
{
    for (const Event &event : events) {
        if (event.type == EventType::CodeAccepted)
            return event.answers;
    }
    return 0;
}

// Users who come every minute, by turns to each workflow, answered by a population on a clock that is moved by hand.
std::vector<RequestId> traffic(tests::CoreRun &run, const Population &population)
{
    std::vector<RequestId> ids;
    while (int(ids.size()) < Verifications) {
        run.batch([&](Core &core) {
            for (int i = 0; i < PerMinute; ++i) {
                // Each has a phone of their own.
                StartRequest request = tests::CoreRun::request(447'700'900'300 + ids.size() + std::uint64_t(i),
                                                               WorkflowId(1 + i % int(Workflows)));
                request.population = population.name;
                core.start(request, [&ids](const StartReply &reply) { ids.push_back(reply.id); });
            }
        });
        run.advance(1min);
    }
    run.advance(24h); // until the last news of any message
    return ids;
}

class tst_Autopilot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void liveTrafficAndTheSimulationAgree();
    void aCodeAtTheVeryInstantOfTheNextMessage();
};

// Chance lets a code and the rules' own turn fall on one millisecond about once in a million users.
void tst_Autopilot::aCodeAtTheVeryInstantOfTheNextMessage()
{
    Population population;
    population.name = u"on the second"_s;
    population.smsDelivered = 1;
    population.smsDelay = distributions::Constant{5};
    population.entry = distributions::Constant{115};
    tests::CoreRun run;
    run.populations = {population};
    run.reopen();
    StartRequest request = tests::CoreRun::request(447'700'900'300, 4); // its second SMS goes after 120 s
    request.population = population.name;
    const RequestId id = run.start(request).id;
    run.advance(24h);
    const Record record = run.record(id);

    UserLife life(record.request.workflow, population, {0, userKeyOf(id)}, record.verification.startedAt);
    while (!life.verification().hasEnded())
        life.live();
    QCOMPARE(int(record.verification.stepsSent), 1); // who entered the code was there first
    QVERIFY(record.verification.status == Status::Succeeded);
    QCOMPARE(int(life.verification().stepsSent), 1);
    QVERIFY(life.verification().status == Status::Succeeded);
}

void tst_Autopilot::liveTrafficAndTheSimulationAgree()
{
    const Population &population = *findPreset(u"poor route");
    tests::CoreRun run;
    const std::vector<RequestId> ids = traffic(run, population);
    QCOMPARE(int(ids.size()), Verifications);

    std::array<Ends, Workflows> live;
    std::array<Ends, Workflows> simulated;
    for (const RequestId id : ids) {
        const Record record = run.record(id);
        const auto place = record.request.workflow.id() - 1U;
        std::vector<Event> events;
        for (const RecordedEvent &each : record.events)
            events.push_back(each.event);
        live[place].count(record.verification, answered(events));

        UserLife life(record.request.workflow, population, {0, userKeyOf(id)}, Instant());
        std::uint8_t answers = 0;
        while (!life.verification().hasEnded())
            answers = std::max(answers, answered(life.live()));
        simulated[place].count(life.verification(), answers);
    }

    // The same users come to the same ends, each at the same second; others of the population to the same rates.
    SimulationPlan plan;
    for (WorkflowId id = 1; id <= Workflows; ++id)
        plan.workflows.push_back(*standardWorkflow(id, Dialect::Vonage));
    plan.population = {{&population, 1}};
    plan.users = 200'000;
    const std::atomic<bool> never = false;
    const SimulationResult others = simulate(plan, never);
    for (std::size_t place = 0; place < Workflows; ++place) {
        QVERIFY(live[place] == simulated[place]);
        constexpr double Users = Verifications / double(Workflows);
        const double rate = others.workflows[place].successRate();
        const double standardError = std::sqrt(rate * (1 - rate) / Users);
        QVERIFY2(std::abs(double(live[place].verified) / Users - rate) < 4 * standardError,
                 qPrintable(u"workflow %1"_s.arg(place + 1)));
    }
}

PINPATH_TEST(tst_Autopilot, "tst_autopilot")

} // namespace tst_autopilot

#include "tst_autopilot.moc"
