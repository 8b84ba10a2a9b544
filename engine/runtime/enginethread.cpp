// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/enginethread.h"

#include "engine/request/exampleprices.h"

#include <QLoggingCategory>

#include <algorithm>
#include <future>

namespace engine {

namespace {

Q_LOGGING_CATEGORY(logEngine, "pinpath.engine")

constexpr std::size_t MaxBatch = 512;
constexpr std::size_t MessagesPerPage = 64;
constexpr milliseconds MaxBatchTime{5};
// Clients that were answered often ask again at once. What fell due by their commands, such as deliveries, waits so
// long for them, since one flush of the disk then serves both.
constexpr milliseconds WaitForFollowers{1};
constexpr milliseconds RetryEvery{1000};
constexpr milliseconds WatchWallEvery{1000};
constexpr milliseconds LongestAdvance = std::chrono::days(30);

} // namespace

Engine::Thread::Thread(EngineOptions options, const TimeSource &time)
    : m_options(std::move(options))
    , m_time(time)
{ }

Engine::Thread::~Thread()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
    }
    m_wakeUp.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Result<void> Engine::Thread::open()
{
    std::promise<Result<void>> opened;
    auto result = opened.get_future();
    m_thread = std::thread([this, &opened] {
        const Result<void> done = openStore();
        opened.set_value(done);
        if (done)
            run();
        // SQLite connections belong to this thread, to the end.
        m_core.reset();
        m_store.reset();
    });
    return result.get();
}

Result<void> Engine::Thread::openStore()
{
    StoreOptions options;
    options.path = m_options.storePath;
    options.apiKey = m_options.apiKey;
    options.apiSecret = m_options.apiSecret;
    options.mayWrite = m_options.mayWrite;
    options.rangeSize = m_options.rangeSize.value_or(options.rangeSize);
    auto store = Store::open(options);
    if (!store)
        return store.failure();
    m_store = std::move(*store);
    if (m_options.isKeyRequired && m_store->keyTrouble())
        return *m_store->keyTrouble();

    const ClockState &stored = m_store->clockAtOpening();
    m_clock = std::make_unique<Clock>(m_time, m_options.clock.value_or(stored.setting), stored.last);
    m_carrier = std::make_unique<SimulatedCarrier>(m_options.callsByHand);
    std::vector<Population> populations;
    if (m_options.population)
        populations.push_back(*m_options.population);
    m_core = std::make_unique<Core>(*m_store, *m_clock, *m_carrier, examplePrices(m_options.dialect),
                                    std::move(populations));
    m_core->recover();
    if (m_store->keyTrouble())
        m_storeState.sentence = m_store->keyTrouble()->sentence;
    publish();
    return {};
}

void Engine::Thread::command(std::function<void(Core &)> work)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_inbox.push_back({std::move(work), {}});
    }
    m_wakeUp.notify_one();
}

void Engine::Thread::between(std::function<void(Core &, Store &)> work)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_inbox.push_back({{}, std::move(work)});
    }
    m_wakeUp.notify_one();
}

void Engine::Thread::callAfter(milliseconds span, std::function<void()> work)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_timers.emplace(m_time.steady() + span, std::move(work));
    }
    m_wakeUp.notify_one();
}

void Engine::Thread::run()
{
    std::deque<Item> items;
    std::unique_lock lock(m_mutex);
    // Everything submitted is answered, so the inbox is emptied before stopping.
    while (!m_isStopping || !m_inbox.empty()) {
        waitForWork(lock);
        items.swap(m_inbox); // all of the last ones are done
        lock.unlock();
        if (m_clock->watchWall() == Clock::WallJump::Backward)
            qCWarning(logEngine, "The system clock was set back; the engine's clock goes on from where it was.");
        process(items);
        runTimers();
        lock.lock();
    }
    lock.unlock();
    settle(m_core->commitClock());
}

// Sleeps until a command comes, or until anything falls due by the machine's time.
void Engine::Thread::waitForWork(std::unique_lock<std::mutex> &lock)
{
    const auto isAwake = [this] { return m_isStopping || !m_inbox.empty(); };
    if (isAwake())
        return;
    const milliseconds steady = m_time.steady();
    milliseconds wait = WatchWallEvery;
    if (m_nextDue) {
        if (const auto untilDue = m_clock->machineTimeUntil(*m_nextDue))
            wait = std::min(wait, std::max(*untilDue, m_retryAt - steady));
    }
    if (!m_timers.empty())
        wait = std::min(wait, m_timers.begin()->first - steady);
    if (std::exchange(m_mayFollow, false))
        wait = std::max(wait, WaitForFollowers);
    if (wait > milliseconds::zero())
        m_wakeUp.wait_for(lock, wait, isAwake);
}

void Engine::Thread::process(std::deque<Item> &items)
{
    do {
        runBatch(items);
        while (!items.empty() && items.front().between) {
            const auto work = std::move(items.front().between);
            items.pop_front();
            work(*m_core, *m_store);
        }
    } while (!items.empty());
}

// One transaction: what is due, then the commands that wait, until one has to run between batches.
void Engine::Thread::runBatch(std::deque<Item> &items)
{
    const Instant now = m_clock->now();
    const auto next = m_core->nextDue();
    const bool hasCommand = !items.empty() && items.front().command;
    const bool isDue = next && *next <= now && (hasCommand || m_time.steady() >= m_retryAt);
    if (!isDue && !hasCommand)
        return;

    const milliseconds startedAt = m_time.steady();
    m_core->begin(now);
    bool isMoreDue = m_core->runDue(now, MaxBatch);
    for (std::size_t count = 0; count < MaxBatch && !items.empty() && items.front().command; ++count) {
        items.front().command(*m_core);
        items.pop_front();
        if (!isMoreDue)
            isMoreDue = m_core->runDue(now, MaxBatch);
        if (m_time.steady() - startedAt > MaxBatchTime)
            break;
    }
    settle(m_core->commit());
    m_mayFollow = hasCommand;
}

void Engine::Thread::changeClock(const ClockChange &change, Reply<ClockReply> reply)
{
    between([this, change, reply = std::move(reply)](Core &, Store &) {
        const ClockReply done = carryOut(change);
        if (reply)
            reply(done);
    });
}

ClockReply Engine::Thread::carryOut(const ClockChange &change)
{
    ClockReply reply;
    if (const auto *setting = std::get_if<ClockSetting>(&change.wanted)) {
        m_clock->set(*setting);
    } else if (m_clock->setting().mode == ClockMode::Real) {
        reply.isRefused = true;
    } else if (const auto *advance = std::get_if<ClockChange::Advance>(&change.wanted)) {
        reply.trouble = advanceTo(m_clock->now() + std::clamp(advance->by, milliseconds::zero(), LongestAdvance));
    } else if (const auto target = targetOf(std::get<ClockChange::JumpToNext>(change.wanted))) {
        reply.trouble = advanceTo(std::max(*target, m_clock->now()));
    }
    if (!reply.isRefused && reply.trouble == Trouble::None) {
        const auto kept = m_core->commitClock();
        settle(kept);
        reply.trouble = kept ? Trouble::None : Trouble::StoreFailed;
    }
    notify({m_store->latestSequence(), {}});
    reply.clock = clockReport();
    return reply;
}

std::optional<Instant> Engine::Thread::targetOf(const ClockChange::JumpToNext &jump) const
{
    const auto next = jump.of ? m_core->nextDue(*jump.of) : m_core->nextDue();
    return next && jump.latest ? std::min(*next, *jump.latest) : next ? next : jump.latest;
}

void Engine::Thread::changePolicy(PolicyChange change, Reply<PolicyReply> reply)
{
    between([this, change = std::move(change), reply = std::move(reply)](Core &, Store &store) {
        PolicyReply answer;
        if (!store.pins().isUsable()) {
            answer.trouble = Trouble::KeyMissing;
        } else if (const auto changed = store.change(change, m_clock->now()); !changed) {
            settle(changed);
            answer.trouble = Trouble::StoreFailed;
        }
        publish();
        notify({store.latestSequence(), {}, true});
        if (reply)
            reply(answer);
    });
}

void Engine::Thread::keepSimulation(std::shared_ptr<const KeptSimulation> run, Reply<SimulationReply> reply)
{
    between([this, run = std::move(run), reply = std::move(reply)](Core &, Store &store) {
        const auto kept = store.keepSimulation(toJson(*run), m_clock->now());
        answer(kept ? Result<void>() : kept.failure(), {Trouble::None, kept ? *kept : 0}, reply);
    });
}

void Engine::Thread::deleteSimulation(std::int64_t number, Reply<SimulationReply> reply)
{
    between([this, number, reply = std::move(reply)](Core &, Store &store) {
        answer(store.deleteSimulation(number), {Trouble::None, number}, reply);
    });
}

void Engine::Thread::answer(const Result<void> &written, SimulationReply answer, const Reply<SimulationReply> &reply)
{
    if (!written) {
        settle(written);
        answer.trouble = Trouble::StoreFailed;
    }
    notify({m_store->latestSequence(), {}});
    if (reply)
        reply(answer);
}

void Engine::Thread::importRequests(std::vector<ImportedRequest> requests, Reply<ImportReply> reply)
{
    between([this, requests = std::move(requests), reply = std::move(reply)](Core &core, Store &) {
        const auto counts = core.importRequests(requests);
        settle(counts ? Result<void>() : Result<void>(counts.failure()));
        ImportReply answer;
        if (counts)
            answer.counts = *counts;
        else
            answer = {Trouble::StoreFailed, counts.failure().sentence, {}};
        reply(answer);
    });
}

std::shared_ptr<const Policy> Engine::Thread::policy() const
{
    const std::scoped_lock lock(m_mutex);
    return m_policy;
}

// Runs all that falls due on the way, in batches, moving the clock along with what is committed.
Trouble Engine::Thread::advanceTo(Instant target)
{
    for (bool isMore = true; isMore;) {
        m_core->begin(m_clock->now());
        isMore = m_core->runDue(target, MaxBatch);
        const auto written = m_core->commit();
        settle(written);
        if (!written)
            return Trouble::StoreFailed;
        if (isMore)
            m_clock->jumpTo(std::min(target, *m_core->nextDue()));
    }
    m_clock->jumpTo(target);
    return Trouble::None;
}

void Engine::Thread::runTimers()
{
    for (;;) {
        std::function<void()> work;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_timers.empty() || m_timers.begin()->first > m_time.steady())
                return;
            work = std::move(m_timers.begin()->second);
            m_timers.erase(m_timers.begin());
        }
        work();
    }
}

// After a commit: the store's state for the window, and news for the listeners.
void Engine::Thread::settle(const Result<void> &written)
{
    m_retryAt = written ? milliseconds::zero() : m_time.steady() + RetryEvery;
    bool hasChanged = false;
    {
        const std::scoped_lock lock(m_mutex);
        hasChanged = m_storeState.isWritable != bool(written);
        if (!written) {
            m_storeState = {false, written.failure().sentence};
        } else if (hasChanged) {
            m_storeState = {true, m_store->keyTrouble() ? m_store->keyTrouble()->sentence : QString()};
        }
    }
    if (!written && hasChanged)
        qCWarning(logEngine, "%s", qUtf8Printable(written.failure().sentence));
    publish();
    if (hasChanged || (written && !m_core->changes().keys.empty()))
        notify(m_core->changes());
}

void Engine::Thread::retryStore()
{
    between([this](Core &core, Store &) {
        m_retryAt = {};
        settle(core.commitClock()); // proves the store, whether or not anything is due
    });
}

int Engine::Thread::subscribe(Listener listener)
{
    const std::scoped_lock lock(m_listenersMutex);
    m_listeners.emplace(++m_listenerHandle, std::move(listener));
    return m_listenerHandle;
}

void Engine::Thread::unsubscribe(int handle)
{
    const std::scoped_lock lock(m_listenersMutex);
    m_listeners.erase(handle);
}

void Engine::Thread::notify(const Changes &changes)
{
    const std::scoped_lock lock(m_listenersMutex);
    const auto listeners = m_listeners; // one may unsubscribe while it is called
    for (const auto &[handle, listener] : listeners) {
        if (m_listeners.contains(handle))
            listener(changes);
    }
}

void Engine::Thread::publish()
{
    const std::scoped_lock lock(m_mutex);
    m_nextDue = m_core->nextDue();
    m_pending = m_core->pending();
    m_policy = m_store->policy();
}

ClockReport Engine::Thread::clockReport() const
{
    const std::scoped_lock lock(m_mutex);
    return {m_clock->now(), m_clock->setting(), m_clock->lead(), m_nextDue, m_pending};
}

StoreState Engine::Thread::storeState() const
{
    const std::scoped_lock lock(m_mutex);
    return m_storeState;
}

// Messages on their way from arrivals to texts.
struct Engine::Thread::MessageReading {
    std::vector<Arrival> arrivals;
    std::size_t next = 0; // of the arrivals, to be rendered
    std::vector<HandsetMessage> messages;
    Reply<std::vector<HandsetMessage>> reply;
};

void Engine::Thread::readMessages(std::optional<PhoneNumber> number, Sequence after,
                                  Reply<std::vector<HandsetMessage>> reply)
{
    between([this, number, after, reply = std::move(reply)](Core &core, Store &) {
        auto reading = std::make_shared<MessageReading>();
        reading->arrivals = core.arrivals(number, after);
        reading->messages.reserve(reading->arrivals.size());
        reading->reply = reply;
        readPage(reading);
    });
}

// A page at a time, so that a call for all messages keeps nobody else waiting for long: a text takes some 50
// microseconds to read and render. What arrives meanwhile is for the next call.
void Engine::Thread::readPage(const std::shared_ptr<MessageReading> &reading)
{
    const std::size_t last = std::min(reading->arrivals.size(), reading->next + MessagesPerPage);
    m_core->render(std::span(reading->arrivals).subspan(reading->next, last - reading->next), reading->messages);
    reading->next = last;
    if (last == reading->arrivals.size())
        reading->reply(reading->messages);
    else
        between([this, reading](Core &, Store &) { readPage(reading); });
}

} // namespace engine
