// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/engine.h"

#include "engine/request/exampleprices.h"
#include "engine/runtime/enginethread.h"

namespace engine {

Result<std::unique_ptr<Engine>> Engine::open(EngineOptions options, const TimeSource &time)
{
    auto thread = std::make_unique<Thread>(std::move(options), time);
    if (const auto opened = thread->open(); !opened)
        return opened.failure();
    return std::unique_ptr<Engine>(new Engine(std::move(thread)));
}

Engine::Engine(std::unique_ptr<Thread> thread)
    : m_thread(std::move(thread))
{ }

Engine::~Engine() = default;

void Engine::start(StartRequest request, Reply<StartReply> reply)
{
    m_thread->command(
        [request = std::move(request), reply = std::move(reply)](Core &core) { core.start(request, reply); });
}

void Engine::check(RequestId id, QString code, Reply<CheckReply> reply, QString account)
{
    m_thread->command([id, code = std::move(code), reply = std::move(reply), account = std::move(account)](Core &core) {
        core.check(id, code, reply, account);
    });
}

void Engine::cancel(RequestId id, Reply<ControlReply> reply, QString account)
{
    m_thread->command([id, reply = std::move(reply), account = std::move(account)](Core &core) {
        core.control(id, Cancel{}, reply, account);
    });
}

void Engine::triggerNext(RequestId id, Reply<ControlReply> reply, QString account)
{
    m_thread->command([id, reply = std::move(reply), account = std::move(account)](Core &core) {
        core.control(id, TriggerNext{}, reply, account);
    });
}

void Engine::end(RequestId id, bool asCancelled, Reply<ControlReply> reply)
{
    m_thread->command([=, reply = std::move(reply)](Core &core) { core.control(id, End{asCancelled}, reply); });
}

void Engine::answerCall(RequestId id, std::uint8_t step, Reply<ControlReply> reply)
{
    m_thread->command([=, reply = std::move(reply)](Core &core) { core.reportCall(id, step, true, reply); });
}

void Engine::declineCall(RequestId id, std::uint8_t step, Reply<ControlReply> reply)
{
    m_thread->command([=, reply = std::move(reply)](Core &core) { core.reportCall(id, step, false, reply); });
}

void Engine::changeClock(ClockChange change, Reply<ClockReply> reply)
{
    m_thread->changeClock(change, std::move(reply));
}

void Engine::setHandset(PhoneNumber number, HandsetSettings settings)
{
    m_thread->setHandset(number, settings);
}

void Engine::changePolicy(PolicyChange change, Reply<PolicyReply> reply)
{
    m_thread->changePolicy(std::move(change), std::move(reply));
}

void Engine::keepSimulation(std::shared_ptr<const KeptSimulation> run, Reply<SimulationReply> reply)
{
    m_thread->keepSimulation(std::move(run), std::move(reply));
}

void Engine::deleteSimulation(std::int64_t number, Reply<SimulationReply> reply)
{
    m_thread->deleteSimulation(number, std::move(reply));
}

void Engine::importRequests(std::vector<ImportedRequest> requests, Reply<ImportReply> reply)
{
    m_thread->importRequests(std::move(requests), std::move(reply));
}

void Engine::retryStore()
{
    m_thread->retryStore();
}

void Engine::read(std::function<void(StoreReader &)> work)
{
    m_thread->between([work = std::move(work)](Core &, Store &store) { work(store.reader()); });
}

void Engine::readMessages(std::optional<PhoneNumber> number, Sequence after, Reply<std::vector<HandsetMessage>> reply)
{
    m_thread->readMessages(number, after, std::move(reply));
}

void Engine::callAfter(milliseconds span, std::function<void()> work)
{
    m_thread->callAfter(span, std::move(work));
}

int Engine::subscribe(Listener listener)
{
    return m_thread->subscribe(std::move(listener));
}

void Engine::unsubscribe(int handle)
{
    m_thread->unsubscribe(handle);
}

const Clock &Engine::clock() const
{
    return m_thread->clock();
}

ClockReport Engine::clockReport() const
{
    return m_thread->clockReport();
}

StoreState Engine::storeState() const
{
    return m_thread->storeState();
}

std::shared_ptr<const Policy> Engine::policy() const
{
    return m_thread->policy();
}

Account Engine::account() const
{
    return m_thread->policy()->own();
}

Dialect Engine::dialect() const
{
    return m_thread->options().dialect;
}

Prices Engine::prices() const
{
    return examplePrices(dialect());
}

HandsetSettings Engine::handset(PhoneNumber number) const
{
    return m_thread->handset(number);
}

QString Engine::populationName() const
{
    const auto &population = m_thread->options().population;
    return population ? population->name : QString();
}

const QString &Engine::storePath() const
{
    return m_thread->options().storePath;
}

const Pins &Engine::pins() const
{
    return m_thread->pins();
}

} // namespace engine
