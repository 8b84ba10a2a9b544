// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/verification/verification.h"
#include "tests/support/run.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <vector>

namespace tst_verificationproperties {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::Run;

// Draws that are the same on every machine: the standard library's distributions are not.
class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : m_engine(seed)
    { }
    int below(int count) { return static_cast<int>(m_engine() % static_cast<std::uint64_t>(count)); }
    bool oneIn(int count) { return below(count) == 0; }

private:
    std::mt19937_64 m_engine;
};

// A standard workflow of either dialect with any timing that a request may ask for, or a custom one.
Workflow anyWorkflow(Dice &dice)
{
    if (dice.oneIn(3)) {
        std::vector<Step> steps(1U + static_cast<std::size_t>(dice.below(MaxSteps)));
        for (Step &step : steps)
            step = {dice.oneIn(2) ? Channel::Sms : Channel::Tts, seconds(1 + dice.below(900))};
        return Workflow(100, steps, seconds(1 + dice.below(3600)));
    }
    const Dialect dialect = dice.oneIn(2) ? Dialect::Vonage : Dialect::Nexmo2019;
    Timing timing;
    if (dice.oneIn(2))
        timing.nextEventWait = seconds(60 + dice.below(841));
    if (dice.oneIn(2))
        timing.pinExpiry = seconds(60 + dice.below(3541));
    if (timing.nextEventWait && dice.oneIn(2))
        timing.pinExpiry = *timing.nextEventWait * (1 + dice.below(4));
    const auto id = static_cast<WorkflowId>(1 + dice.below(lastStandardWorkflow(dialect)));
    return standardWorkflow(id, dialect, timing).value();
}

Command anyCommand(Dice &dice)
{
    switch (dice.below(12)) {
    case 0:
        return Start{anyWorkflow(dice)};
    case 1:
        return Cancel{};
    case 2:
        return TriggerNext{};
    case 3:
        return Wake{};
    case 4:
        return dice.oneIn(20) ? Command(End{dice.oneIn(2)}) : Command(Check{});
    case 5:
    case 6:
        return Check{};
    case 7:
        return dice.oneIn(10) ? Check{static_cast<std::uint8_t>(1 + dice.below(4))} : Check{};
    default:
        return Report{static_cast<std::uint8_t>(dice.below(MaxSteps)), dice.oneIn(2)};
    }
}

// Mostly short waits, some to the very instant of the next wake, some as if the machine had slept.
void passTime(Run &run, Dice &dice)
{
    const auto wake = nextWake(run.state());
    switch (dice.below(8)) {
    case 0:
        if (wake)
            return run.advance(*wake - run.now());
        [[fallthrough]];
    case 1:
        if (wake)
            return run.advance(*wake - run.now() - 1ms);
        return;
    case 2:
        return run.sleep(seconds(dice.below(2000)));
    case 3:
        return run.advance(seconds(dice.below(400)));
    default:
        return run.advance(milliseconds(dice.below(30'000)));
    }
}

bool isEnd(EventType type)
{
    return type >= EventType::CodeAccepted && type != EventType::CodeRejected;
}

Decision decideNow(const Run &run, const Command &command)
{
    return decide(run.state(), command, run.now());
}

struct Property {
    const char *sentence;
    std::function<bool(const Run &)> holds;
};

// What is true of a request at every moment of its life.
const std::vector<Property> &always()
{
    static const std::vector<Property> properties{
        {"at most one PIN is accepted, and only the newest",
         [](const Run &run) {
             for (std::uint8_t generation = 0; generation < 20; ++generation) {
                 const bool isAccepted = decideNow(run, Check{generation}).outcome() == Outcome::Accepted;
                 if (isAccepted && (generation != run.state().pinGeneration || !run.state().isRunning()))
                     return false;
             }
             return decideNow(run, Check{}).outcome() != Outcome::Accepted;
         }},
        {"a PIN is accepted exactly while it lives",
         [](const Run &run) {
             const Verification &v = run.state();
             const bool lives = v.isRunning() && run.now() < v.pinIssuedAt + v.workflow.pinExpiry();
             return (decideNow(run, Check{v.pinGeneration}).outcome() == Outcome::Accepted) == lives;
         }},
        {"nothing but the carrier's news follows an end",
         [](const Run &run) {
             bool hasEnded = false;
             for (const Event &event : run.events()) {
                 const bool isNews = event.type == EventType::StepDelivered || event.type == EventType::StepFailed;
                 if (hasEnded && !isNews)
                     return false;
                 hasEnded = hasEnded || isEnd(event.type);
             }
             return hasEnded == run.state().hasEnded();
         }},
        {"time never runs back",
         [](const Run &run) {
             return std::is_sorted(run.events().begin(), run.events().end(),
                                   [](const Event &a, const Event &b) { return a.at < b.at; })
                 && run.events().back().at <= run.now();
         }},
        {"replaying the events gives the same state",
         [](const Run &run) {
             Verification replayed;
             for (const Event &event : run.events())
                 evolve(replayed, event);
             return replayed == run.state();
         }},
        {"wrong codes are at most three, and three are an end",
         [](const Run &run) {
             return run.state().wrongCodes < MaxWrongCodes
                 || (run.state().wrongCodes == MaxWrongCodes && run.state().status == Status::Failed);
         }},
        {"the next wake lies ahead while it runs, and there is none otherwise",
         [](const Run &run) {
             const auto wake = nextWake(run.state());
             return run.state().isRunning() ? wake && *wake > run.now() : !wake;
         }},
        {"messages are sent in order, each once, with the PIN that lives then",
         [](const Run &run) {
             int step = 0;
             int generation = 0;
             for (const Event &event : run.events()) {
                 if (event.type == EventType::PinIssued && event.pinGeneration != ++generation)
                     return false;
                 if (event.type == EventType::StepSent && (event.step != step++ || event.pinGeneration != generation))
                     return false;
             }
             return step == run.state().stepsSent && step <= int(run.state().workflow.stepCount());
         }},
        {"each message has at most one report",
         [](const Run &run) {
             std::array<int, MaxSteps> reports{};
             for (const Event &event : run.events()) {
                 if (event.type == EventType::StepDelivered || event.type == EventType::StepFailed)
                     ++reports.at(event.step);
             }
             return std::all_of(reports.begin(), reports.end(), [](int count) { return count <= 1; });
         }},
    };
    return properties;
}

// A refusal changes nothing; everything else leaves a trace.
bool leavesTheRightTrace(Outcome outcome, std::size_t events)
{
    const bool acts
        = outcome == Outcome::Accepted || outcome == Outcome::WrongCode || outcome == Outcome::TooManyWrongCodes;
    return acts == (events > 0);
}

QString firstBroken(const Run &run)
{
    for (const Property &property : always()) {
        if (!property.holds(run))
            return QString::fromLatin1(property.sentence);
    }
    return {};
}

// What must hold whatever people, carriers and clocks do, shown over long random sequences from fixed seeds.
class tst_VerificationProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRulesHoldOverRandomLives_data();
    void theRulesHoldOverRandomLives();
    void anUntouchedRequestAlwaysEnds();
    void whatIsForecastHappensIfNobodyActs();
};

void tst_VerificationProperties::theRulesHoldOverRandomLives_data()
{
    QTest::addColumn<int>("firstSeed");
    for (int seed = 1; seed <= 8000; seed += 1000)
        QTest::addRow("seeds from %d", seed) << seed;
}

void tst_VerificationProperties::theRulesHoldOverRandomLives()
{
    QFETCH(const int, firstSeed);
    for (int seed = firstSeed; seed < firstSeed + 1000; ++seed) {
        Dice dice(static_cast<std::uint64_t>(seed));
        Run run(anyWorkflow(dice));
        for (int i = 0; i < 40; ++i) {
            passTime(run, dice);
            const Command command = anyCommand(dice);
            const std::size_t before = run.events().size();
            const Outcome outcome = run.submit(command);
            QString broken = firstBroken(run);
            if (!leavesTheRightTrace(outcome, run.events().size() - before))
                broken = u"a refusal changes nothing, everything else leaves a trace"_s;
            QVERIFY2(broken.isEmpty(),
                     qPrintable(u"seed %1, command %2: %3 does not hold after %4"_s.arg(seed).arg(i).arg(broken,
                                                                                                         run.story())));
        }
    }
}

void tst_VerificationProperties::anUntouchedRequestAlwaysEnds()
{
    for (int seed = 1; seed <= 5000; ++seed) {
        Dice dice(static_cast<std::uint64_t>(seed));
        Run run(anyWorkflow(dice));
        for (int i = dice.below(10); i > 0; --i) {
            passTime(run, dice);
            run.submit(anyCommand(dice));
        }
        std::size_t wakes = 0;
        for (auto wake = nextWake(run.state()); wake; wake = nextWake(run.state())) {
            run.advance(*wake - run.now());
            QVERIFY2(++wakes <= MaxSteps, qPrintable(u"seed %1: %2"_s.arg(seed).arg(run.story())));
        }
        QVERIFY(run.state().hasEnded());
    }
}

void tst_VerificationProperties::whatIsForecastHappensIfNobodyActs()
{
    for (int seed = 1; seed <= 5000; ++seed) {
        Dice dice(static_cast<std::uint64_t>(seed));
        Run run(anyWorkflow(dice));
        for (int i = dice.below(4); i > 0; --i) {
            passTime(run, dice);
            run.submit(anyCommand(dice));
        }
        if (!run.state().isRunning())
            continue;
        const std::size_t sent = run.state().stepsSent;
        const std::size_t known = run.events().size();
        const Forecast expected = forecast(run.state());
        run.advance(24h);

        Forecast actual;
        for (std::size_t i = known; i < run.events().size(); ++i) {
            const Event &event = run.events()[i];
            if (event.type == EventType::StepSent) {
                actual.dueAt.at(event.step) = event.at;
                actual.pinGeneration.at(event.step) = event.pinGeneration;
            }
        }
        actual.endsAt = run.state().endedAt;
        const bool isSame = actual.dueAt == expected.dueAt && actual.pinGeneration == expected.pinGeneration
            && actual.endsAt == expected.endsAt;
        QVERIFY2(isSame && run.state().status == Status::Expired,
                 qPrintable(u"seed %1, from message %2: %3"_s.arg(seed).arg(sent).arg(run.story())));
    }
}

PINPATH_TEST(tst_VerificationProperties, "tst_verificationproperties")

} // namespace tst_verificationproperties

#include "tst_verificationproperties.moc"
