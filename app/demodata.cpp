// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demodata.h"

#include "app/await.h"
#include "app/demomonth.h"
#include "engine/population/presets.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

using namespace engine;

namespace {

constexpr double DemoSpeed = 20;
constexpr int FreeNumbers = 100;

// Whose users show what workflows differ in. Of 1, 2 and 4 no SMS arrives; a call verifies the first of them, a second
// SMS the next, and nothing the last. The call of 3 is answered, the SMS of 5 arrives.
constexpr std::array<std::uint64_t, 5> TellingNumbers{447700900959, 447700900935, 447700900992, 447700900998,
                                                      447700900923};

PhoneNumber nextNumber(int used)
{
    return std::size_t(used) < TellingNumbers.size() ? PhoneNumber(TellingNumbers[std::size_t(used)])
                                                     : freeNumber(used % FreeNumbers);
}

} // namespace

const QStringList &afternoon()
{
    static const QStringList lines{
        u"13:46:20 447700900158 wf 2 step 9 right 26"_s,
        u"13:47:05 447700900127 wf 5 step lost step 8 right 151"_s,
        u"13:48:12 447700900170 wf 1 step 88 step lost step 6 wrong 110 right 338"_s,
        u"13:50:02 447700900093 wf 2 step lost step 46 step 5"_s,
        u"13:55:21 447700900149 wf 5 step 18 right 31"_s,
        u"13:56:07 447700900086 wf 1 step lost step 5 right 161"_s,
        u"13:57:58 12025550117 wf 4 step 3 right 9"_s,
        u"13:58:40 447700900131 wf 1 step 5 wrong 14 wrong 24 wrong 41"_s,
        u"13:59:33 447700900253 wf 2 step lost step 3 right 144"_s,
        u"14:00:14 447700900177 wf 4 step 7 step 3 wrong 21"_s,
        u"14:00:15 915550009876 wf 1 step lost step 24"_s,
        u"14:00:51 447700900205 wf 3 step lost"_s,
        u"14:01:20 447700900038 wf 5 step 11 cancel 45"_s,
        u"14:01:52 12025550142 wf 1 step 5 wrong 21"_s,
        u"14:02:14 447700900112 wf 1 step 7 right 17"_s,
        u"14:02:25 447700900164 wf 2 step 30"_s,
    };
    return lines;
}

std::vector<ScriptedVerification> morning(int count)
{
    constexpr seconds Opens = 8h;
    constexpr seconds Closes = 13h + 45min;
    constexpr int Phones = 400; // each rests long enough before its turn comes again
    std::vector<ScriptedVerification> script;
    for (int i = 0; i < count; ++i) {
        ScriptedVerification verification;
        verification.startsAt = Opens + (Closes - Opens) * i / count;
        verification.number = PhoneNumber(447700900300 + std::uint64_t(i % Phones));
        verification.workflow = WorkflowId(1 + i % 5);
        // A pattern without an obvious beat: most are verified, the rest end in each of the other ways.
        const int turn = i * 37 % 100;
        const seconds typing(9 + i * 13 % 41);
        const bool startsWithCall = verification.workflow == 3;
        verification.steps = {{false, seconds(startsWithCall ? 6 : 3 + i * 7 % 9)}};
        if (turn < 84)
            verification.acts = {{ScriptedAct::Kind::EnterRight, typing + 10s}};
        else if (turn < 87)
            verification.acts = {{ScriptedAct::Kind::EnterWrong, typing},
                                 {ScriptedAct::Kind::EnterWrong, typing + 8s},
                                 {ScriptedAct::Kind::EnterWrong, typing + 16s}};
        else if (turn < 88)
            verification.acts = {{ScriptedAct::Kind::Cancel, typing + 31s}};
        script.push_back(verification);
    }
    return script;
}

void playAfternoon(Engine &engine, Instant begins)
{
    play(engine, readScript(afternoon()), begins - AfternoonBegins, AfternoonEnds, HandsetSettings());
    const ClockChange pause{ClockSetting{ClockMode::Scaled, DemoSpeed, true}};
    await<ClockReply>([&](auto reply) { engine.changeClock(pause, reply); });
}

PhoneNumber freeNumber(int place)
{
    return PhoneNumber(447700900800 + std::uint64_t(place));
}

void startOnePerWorkflow(Engine &engine, int &numbersUsed, Reply<StartReply> first)
{
    for (const WorkflowVolume &compared : demoMarkets().front().volumes) {
        StartRequest request;
        request.account = engine.account().apiKey;
        request.number = nextNumber(numbersUsed++);
        request.brand = u"Acme"_s;
        request.senderId = u"VERIFY"_s;
        request.locale = u"en-gb"_s;
        request.workflow = *standardWorkflow(compared.workflow.id(), engine.dialect());
        request.source = Source::Demo;
        request.population = presets().front().name;
        engine.start(
            request, first ? std::exchange(first, {}) : [](const StartReply &) {});
    }
}

} // namespace app
