// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/traffic.h"

#include "engine/population/user.h"
#include "engine/request/userkey.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>

namespace engine {

namespace {

// What a stream is for; other numbers than those of a user's own luck.
enum class Purpose : std::uint64_t { Arrival = 1001, Part = 1002, Phone = 1003, Id = 1004 };

// Requests per hour of a day in relation to one another, from midnight on.
constexpr std::array<double, 24> HourWeights{2,  1,  1,  1,  1,  2,  4,  8,  12, 15, 16, 16,
                                             15, 15, 15, 15, 15, 16, 17, 18, 17, 13, 8,  4};
constexpr std::array<double, 7> WeekdayWeights{1.0, 1.0, 1.0, 1.0, 1.05, 0.7, 0.6}; // from Monday on
// A phone that asked for a code is left alone for longer than any workflow takes.
constexpr std::chrono::minutes Rest{20};

// Instants drawn by the rhythm of a market.
class Rhythm {
public:
    Rhythm(const TrafficMarket &market, Instant from, Instant until)
        : m_from(from)
        , m_until(until)
    {
        double sum = 0;
        for (Instant hour = from; hour < until; hour += std::chrono::hours(1)) {
            const Instant local = hour + market.eastOfUtc;
            const auto day = std::chrono::floor<std::chrono::days>(local.time_since_epoch());
            const auto hourOfDay = std::chrono::floor<std::chrono::hours>(local.time_since_epoch() - day).count();
            const auto weekday = (day.count() + 3) % 7; // 1 January 1970 was a Thursday
            const double part = std::min(1.0, std::chrono::duration<double, std::ratio<3600>>(until - hour).count());
            sum += HourWeights[std::size_t(hourOfDay)] * WeekdayWeights[std::size_t(weekday)] * part;
            m_sums.push_back(sum);
        }
    }

    Instant at(double quantile) const
    {
        const double wanted = quantile * m_sums.back();
        const auto hour = std::upper_bound(m_sums.begin(), m_sums.end() - 1, wanted);
        const double before = hour == m_sums.begin() ? 0 : *(hour - 1);
        const double within = (wanted - before) / (*hour - before);
        const Instant begin = m_from + std::chrono::hours(hour - m_sums.begin());
        const milliseconds length = std::min<milliseconds>(std::chrono::hours(1), m_until - begin);
        return begin + milliseconds(std::int64_t(within * double(length.count())));
    }

private:
    Instant m_from;
    Instant m_until;
    std::vector<double> m_sums;
};

RequestId drawnId(Instant at, RandomStream stream)
{
    const std::array<std::uint64_t, 2> numbers{stream.next(), stream.next()};
    RequestId::Bytes bytes;
    std::memcpy(bytes.data(), numbers.data(), bytes.size());
    return RequestId::make(toMilliseconds(at), bytes);
}

// Somebody who will ask for a code.
struct Arrival {
    Instant at{};
    std::uint64_t user = 0;
    const TrafficMarket *market = nullptr;
    const Workflow *workflow = nullptr;
};

// The phones of all markets, each with the instant from which it may ask again.
class Phones {
public:
    // The first that is free from the drawn one on.
    PhoneNumber take(const std::vector<NumberRange> &numbers, std::uint64_t draw, Instant at)
    {
        std::uint64_t count = 0;
        for (const NumberRange &range : numbers)
            count += range.count;
        for (std::uint64_t tried = 0; tried < count; ++tried) {
            const std::uint64_t number = numberAt(numbers, (draw + tried) % count);
            Instant &freeFrom = m_freeFrom[number];
            if (freeFrom > at)
                continue;
            freeFrom = at + Rest;
            return PhoneNumber(number);
        }
        Q_ASSERT_X(false, "Phones::take", "a market has too few phones for its traffic");
        return {};
    }

private:
    static std::uint64_t numberAt(const std::vector<NumberRange> &numbers, std::uint64_t place)
    {
        for (const NumberRange &range : numbers) {
            if (place < range.count)
                return range.first + place;
            place -= range.count;
        }
        Q_UNREACHABLE();
    }

    std::unordered_map<std::uint64_t, Instant> m_freeFrom;
};

std::vector<Arrival> arrivalsOf(const std::vector<TrafficMarket> &markets, Instant from, Instant until,
                                std::uint64_t seed)
{
    std::vector<Arrival> arrivals;
    for (std::size_t place = 0; place < markets.size(); ++place) {
        const TrafficMarket &market = markets[place];
        const Rhythm rhythm(market, from, until);
        std::uint64_t user = std::uint64_t(place) << 32;
        for (const WorkflowVolume &volume : market.volumes) {
            for (int i = 0; i < volume.requests; ++i, ++user) {
                RandomStream stream(seed, user, std::uint64_t(Purpose::Arrival));
                arrivals.push_back({rhythm.at(stream.uniform()), user, &market, &volume.workflow});
            }
        }
    }
    std::ranges::sort(arrivals,
                      [](const Arrival &a, const Arrival &b) { return a.at != b.at ? a.at < b.at : a.user < b.user; });
    return arrivals;
}

} // namespace

std::vector<LifeToLive> makeTraffic(const std::vector<TrafficMarket> &markets, Instant from, Instant until,
                                    std::uint64_t seed, const Request &request)
{
    Phones phones;
    std::vector<LifeToLive> lives;
    for (const Arrival &arrival : arrivalsOf(markets, from, until, seed)) {
        const auto stream = [&](Purpose purpose) { return RandomStream(seed, arrival.user, std::uint64_t(purpose)); };
        const TrafficMarket &market = *arrival.market;
        RandomStream part = stream(Purpose::Part);
        const Population &population = drawnPart(market.mix, part);
        auto wanted = std::make_shared<Request>(request);
        wanted->id = drawnId(arrival.at, stream(Purpose::Id));
        const bool hasLandline
            = !market.landlines.empty() && drawTraits(population, {0, userKeyOf(wanted->id)}).getsNoSms;
        wanted->number
            = phones.take(hasLandline ? market.landlines : market.numbers, stream(Purpose::Phone).next(), arrival.at);
        wanted->country = market.country;
        wanted->locale = market.locale;
        wanted->workflow = *arrival.workflow;
        wanted->population = population.name;
        lives.push_back({arrival.at, std::move(wanted), &population});
    }
    return lives;
}

} // namespace engine
