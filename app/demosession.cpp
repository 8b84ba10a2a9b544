// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demosession.h"

#include "app/await.h"
#include "app/background.h"
#include "app/demodata.h"
#include "app/demomonth.h"

#include "engine/population/presets.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

using namespace engine;

namespace {

constexpr seconds AfternoonBegins = 13h + 46min; // the first line of the script
constexpr double DemoSpeed = 20;
constexpr int FreeNumbers = 100;

} // namespace

DemoTime::DemoTime()
    : m_back(AfternoonEnds - AfternoonBegins)
{ }

Instant DemoTime::wall() const
{
    return m_machine.wall() - m_back;
}

Result<Session> openStore(const QString &path, const TimeSource &time)
{
    EngineOptions options;
    options.storePath = path;
    auto engine = Engine::open(std::move(options), time);
    if (!engine)
        return engine.failure();
    return Session{nullptr, std::move(*engine)};
}

Result<Session> openDemo(const TimeSource &time)
{
    auto folder = std::make_unique<QTemporaryDir>();
    if (!folder->isValid())
        return Failure{u"A temporary folder for the demo cannot be made: "_s + folder->errorString(), {}};
    EngineOptions options;
    options.storePath = folder->filePath(u"demo.db"_s);
    options.clock = ClockSetting{ClockMode::Manual, 1, false};
    options.population = *findPreset(u"typical");
    const Instant begins = time.wall(); // the afternoon, where the month ends
    Result<void> written;
    runInBackground(u"Thirty days of invented verifications are being made."_s, [&](const Progress &progress) {
        written = writeMonth(options.storePath, demoMarkets(), begins, progress);
    });
    if (!written)
        return written.failure();
    auto engine = Engine::open(std::move(options), time);
    if (!engine)
        return engine.failure();
    const Instant midnight = begins - AfternoonBegins;
    HandsetSettings unattended; // a phone that asks would hold the clock, and nobody would know which
    unattended.calls = HandsetSettings::Calls::NotAnswered;
    play(**engine, readScript(afternoon()), midnight, AfternoonEnds, unattended);
    const ClockChange pause{ClockSetting{ClockMode::Scaled, DemoSpeed, true}};
    await<ClockReply>([&](auto reply) { (*engine)->changeClock(pause, reply); });
    return Session{std::move(folder), std::move(*engine)};
}

void startOnePerWorkflow(Session &session, Reply<StartReply> first)
{
    Engine &engine = *session.engine;
    for (const WorkflowVolume &compared : demoMarkets().front().volumes) {
        StartRequest request;
        request.account = engine.account().apiKey;
        request.number = freeNumber(session.numbersUsed++ % FreeNumbers);
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
