// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/manystore.h"

#include "engine/delivery/simulatedcarrier.h"
#include "engine/population/presets.h"
#include "engine/request/exampleprices.h"
#include "engine/runtime/core.h"
#include "engine/store/store.h"

#include <algorithm>
#include <limits>
#include <random>

using namespace std::chrono_literals;

namespace bench {

namespace {

using namespace engine;

constexpr int StartsPerTransaction = 20'000;
constexpr milliseconds Period = std::chrono::days(28);
constexpr Instant Begin = fromMilliseconds(1'793'000'000'000);

struct Market {
    std::uint64_t firstNumber;
    unsigned share; // of 100
};
constexpr Market Markets[]{{447'700'000'000, 45}, {919'800'000'000, 30}, {4'915'110'000'000, 15}, {12'025'550'000, 10}};
constexpr const char16_t *Brands[]{u"Acme", u"Northwind", u"Blue Bank", u"Parcel", u"Globe Taxi"};

class Traffic {
public:
    StartRequest next()
    {
        StartRequest request;
        const unsigned place = upTo(100);
        unsigned below = 0;
        for (const Market &market : Markets) {
            below += market.share;
            if (place < below) {
                request.number = PhoneNumber(market.firstNumber + m_count % 9'999'000);
                break;
            }
        }
        request.brand = QString::fromUtf16(Brands[std::min(upTo(8), 4U)]);
        request.senderId = QStringLiteral("VERIFY");
        request.locale = QStringLiteral("en-gb");
        request.workflow = *standardWorkflow(WorkflowId(1 + upTo(5)), Dialect::Vonage);
        request.source = Source::Population;
        request.population = presets()[upTo(unsigned(presets().size()))].name;
        ++m_count;
        return request;
    }

private:
    unsigned upTo(unsigned count) { return unsigned(m_random() % count); }

    std::mt19937 m_random{4821};
    std::uint64_t m_count = 0;
};

// A machine on which it is always the first moment; the clock is moved by hand.
class FirstMoment final : public TimeSource {
public:
    milliseconds steady() const override { return {}; }
    Instant wall() const override { return Begin; }
};

} // namespace

Result<void> makeStore(const QString &path, int verifications)
{
    auto store = Store::open({path, {}, {}, {}});
    if (!store)
        return store.failure();
    const FirstMoment time;
    Clock clock(time, {ClockMode::Manual, 1, false}, {});
    SimulatedCarrier carrier(CallsByHand::AskMe);
    Core core(**store, clock, carrier, examplePrices(Dialect::Vonage), {});
    Traffic traffic;
    Instant at = Begin;
    for (int i = 0; i < verifications; ++i) {
        at = Begin + Period * i / verifications;
        if (i % StartsPerTransaction == 0) {
            if (const auto done = i > 0 ? core.commit() : Result<void>(); !done)
                return done;
            core.begin(at);
        }
        core.runDue(at, std::numeric_limits<std::size_t>::max());
        StartRequest request = traffic.next();
        request.account = (*store)->account().apiKey;
        core.start(request, [](const StartReply &) {});
    }
    const auto done = core.commit();
    clock.jumpTo(at);
    return done ? core.commitClock() : done;
}

Result<void> makeRunningStore(const QString &path, int verifications)
{
    constexpr std::uint64_t FirstNumber = 919'800'000'000;
    auto store = Store::open({path, {}, {}, {}});
    if (!store)
        return store.failure();
    const FirstMoment time;
    Clock clock(time, {ClockMode::Manual, 1, false}, {});
    SimulatedCarrier carrier(CallsByHand::AskMe);
    Core core(**store, clock, carrier, examplePrices(Dialect::Vonage), {});
    StartRequest request;
    request.brand = QStringLiteral("Acme");
    request.senderId = QStringLiteral("VERIFY");
    request.locale = QStringLiteral("en-gb");
    request.workflow = *standardWorkflow(WorkflowId(1), Dialect::Vonage);
    request.source = Source::Api;
    request.account = (*store)->account().apiKey;
    for (int i = 0; i < verifications;) {
        core.begin(Begin);
        for (const int end = std::min(verifications, i + StartsPerTransaction); i < end; ++i) {
            request.number = PhoneNumber(FirstNumber + std::uint64_t(i));
            core.start(request, [](const StartReply &) {});
        }
        core.runDue(Begin, std::numeric_limits<std::size_t>::max()); // the deliveries
        if (const auto done = core.commit(); !done)
            return done;
    }
    return core.commitClock();
}

} // namespace bench
