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

Result<void> makeEndedStore(const QString &path, int verifications)
{
    constexpr int PerTransaction = 1'000'000;
    if (const auto made = Store::open({path, {}, {}, {}}); !made)
        return made.failure();
    const auto connection = Connection::open(path, Connection::Access::ReadWrite);
    if (!connection)
        return connection.failure();
    const milliseconds period = std::max<milliseconds>(Period, std::chrono::weeks(verifications / 1'000'000));
    // Drawn numbers are products of the key with primes, by which neighbours differ.
    const QString insert
        = QStringLiteral("WITH RECURSIVE each (key) AS (SELECT %1 UNION ALL SELECT key + 1 FROM each WHERE key < %2), "
                         "drawn AS (SELECT key, (key * 2654435761) >> 9 AS a, (key * 40503000017) >> 11 AS b, "
                         "(key * 97654321987) >> 13 AS c, 1 + ((key * 6700417) >> 7) % 5 AS workflow FROM each), "
                         "lived AS (SELECT *, CASE WHEN a % 100 < 82 THEN 2 WHEN a % 100 < 96 THEN 4 "
                         "WHEN a % 100 < 98 THEN 3 ELSE 5 END AS status, "
                         "CASE WHEN b % 10 < 7 THEN 1 WHEN b % 10 < 9 THEN 2 ELSE 3 END AS sent FROM drawn) "
                         "INSERT INTO verification (key, sequence, request_id, number, country, workflow_id, version, "
                         "source, status, started_at, ended_at, is_open, brand, account, chosen, cost, steps_sent) "
                         "SELECT key, 0, CAST(substr('000000000000000' || key, -16) AS BLOB), 447700000000 + key, "
                         "substr('GBGBGBININDEUSUSFRBRJPMX', 1 + 2 * (c % 12), 2), workflow, "
                         "CASE WHEN workflow = 1 AND key > %3 THEN 's60 c120 p300' ELSE "
                         "rtrim(substr('%4', 1 + 24 * (workflow - 1), 24)) END, "
                         "CASE WHEN b % 97 < 60 THEN 1 WHEN b % 97 < 90 THEN 3 ELSE 0 END, status, "
                         "%5 + key * %6 / %7, %5 + key * %6 / %7 + CASE status WHEN 4 THEN 300000 "
                         "ELSE 4000 + 125000 * (sent - 1) + 1000 * ((c % 97) * (c % 89) / 97) + c % 1000 END, 0, "
                         "CASE WHEN c % 8 < 3 THEN 'Acme' ELSE 'Brand ' || (c % 8) END, '', "
                         "CASE WHEN a % 7 = 0 THEN 'lot split/1' ELSE 'named' END, "
                         "1400000 * sent + CASE status WHEN 2 THEN 5000000 ELSE 0 END, sent FROM lived");
    QString versions;
    for (int id = 1; id <= 5; ++id)
        versions += QString::fromStdString(standardWorkflow(WorkflowId(id), Dialect::Vonage)->version())
                        .leftJustified(24, QLatin1Char(' '), true);
    for (int first = 1; first <= verifications; first += PerTransaction) {
        const int last = std::min(verifications, first + PerTransaction - 1);
        const auto done = connection->run(insert.arg(first)
                                              .arg(last)
                                              .arg(verifications / 2)
                                              .arg(versions)
                                              .arg(toMilliseconds(Begin))
                                              .arg(period.count())
                                              .arg(verifications));
        if (!done)
            return done;
    }
    return connection->run(
        QStringLiteral("UPDATE state SET clock_mode = %1, last_instant = %2, "
                       "(requests, verified, expired, failed, cancelled) = (SELECT count(*), sum(status = 2), "
                       "sum(status = 4), sum(status = 3), sum(status = 5) FROM verification)")
            .arg(int(ClockMode::Manual))
            .arg(toMilliseconds(Begin + period)));
}

} // namespace bench
