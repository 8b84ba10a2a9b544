// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demomonth.h"

#include "engine/population/markets.h"
#include "engine/request/exampleprices.h"
#include "engine/store/store.h"
#include "model/words/countrywords.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

using namespace engine;

namespace {

constexpr std::chrono::days MonthLength{30};
constexpr std::uint64_t Seed = 1;

// Of a market's requests, for each of the workflows 1 to 5.
std::vector<WorkflowVolume> volumes(std::initializer_list<int> requests)
{
    std::vector<WorkflowVolume> all;
    WorkflowId id = 0;
    for (const int count : requests)
        all.push_back({*standardWorkflow(++id, Dialect::Vonage), count});
    return all;
}

// "555-01xx" in these area codes; kept for fiction.
std::vector<NumberRange> fictionalNumbersOfTheUnitedStates()
{
    std::vector<NumberRange> ranges;
    for (const std::uint64_t area : {212, 303, 312, 404, 415, 512, 617, 702, 805, 913})
        ranges.push_back({10'000'000'000 + area * 10'000'000 + 5'550'100, 100});
    return ranges;
}

QString mixOf(const TrafficMarket &market)
{
    QStringList parts;
    for (const MixPart &part : market.mix)
        parts << QString::number(qRound(100 * part.weight)) + u" % "_s + part.population->name;
    return parts.join(u", ");
}

} // namespace

const std::vector<TrafficMarket> &demoMarkets()
{
    static const std::vector<TrafficMarket> markets = [] {
        const auto mix = [](QStringView name) { return findMarketMix(name)->view(); };
        return std::vector<TrafficMarket>{
            {.country = u"US"_s,
             .locale = u"en-us"_s,
             .eastOfUtc = -5h,
             .numbers = fictionalNumbersOfTheUnitedStates(),
             .mix = mix(u"United States"),
             .volumes = volumes({11'000, 11'000, 1'000, 0, 0})},
            // Mobile numbers kept for fiction, and landlines in Berlin, Hamburg, Munich and Frankfurt.
            {.country = u"DE"_s,
             .locale = u"de-de"_s,
             .eastOfUtc = 1h,
             .numbers = {{4'917'604'069'000, 100}},
             .landlines
             = {{493'023'125'000, 1000}, {494'066'969'000, 1000}, {498'999'998'000, 1000}, {496'990'009'000, 1000}},
             .mix = mix(u"Germany"),
             .volumes = volumes({1'600, 1'600, 1'600, 1'600, 1'600})},
            // No numbers of India are kept for fiction; no mobile number there begins with a 5.
            {.country = u"IN"_s,
             .locale = u"en-in"_s,
             .eastOfUtc = 5h + 30min,
             .numbers = {{915'550'000'000, 5000}},
             .mix = mix(u"India"),
             .volumes = volumes({1'520, 1'520, 1'520, 1'520, 1'520})},
            // Those of the afternoon and of the window's own starts are left to them.
            {.country = u"GB"_s,
             .locale = u"en-gb"_s,
             .numbers = {{447'700'900'300, 500}},
             .mix = mix(u"United Kingdom"),
             .volumes = volumes({280, 280, 280, 280, 280})},
        };
    }();
    return markets;
}

QStringList demoMixes()
{
    QStringList lines;
    for (const TrafficMarket &market : demoMarkets()) {
        int requests = 0;
        for (const WorkflowVolume &volume : market.volumes)
            requests += volume.requests;
        lines << model::countryName(market.country) + u", "_s + QLocale(QLocale::English).toString(requests)
                + u" requests: "_s + mixOf(market);
    }
    return lines;
}

std::vector<LifeToLive> month(const std::vector<TrafficMarket> &markets, Instant until, std::uint64_t seed,
                              const QString &account)
{
    Request request;
    request.account = account;
    request.brand = u"Acme"_s;
    request.senderId = u"VERIFY"_s;
    request.source = Source::Demo;
    request.prices = examplePrices(Dialect::Vonage);
    return makeTraffic(markets, until - MonthLength, until, seed, request);
}

Result<void> writeMonth(const QString &storePath, const std::vector<TrafficMarket> &markets, Instant until,
                        const std::function<void(double)> &progress)
{
    StoreOptions options;
    options.path = storePath;
    options.apiKey = DemoApiKey.toString();
    options.apiSecret = DemoApiSecret.toString();
    const auto store = Store::open(options);
    if (!store)
        return store.failure();
    const ClockSetting clock{ClockMode::Manual, 1, false};
    return writeHistory(**store, month(markets, until, Seed, (*store)->account().apiKey), until, clock, progress);
}

} // namespace app
