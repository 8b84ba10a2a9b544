// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/rollup.h"

#include "engine/base/week.h"

#include <sodium.h>

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>

namespace engine {

namespace {

// The bytes: checksum; plans, experiments, brands, networks, each with their number before them; the start of the
// oldest; kinds to the end.
constexpr int ChecksumSize = crypto_shorthash_BYTES;

// Whoever has more has one for every request, and none of those is worth a choice.
constexpr std::size_t MostNames = 1000;

QByteArray checksumOf(QByteArrayView bytes)
{
    static constexpr std::array<unsigned char, crypto_shorthash_KEYBYTES> NoKey{}; // nobody is to be kept out
    QByteArray sum(ChecksumSize, '\0');
    crypto_shorthash(reinterpret_cast<unsigned char *>(sum.data()),
                     reinterpret_cast<const unsigned char *>(bytes.data()),
                     static_cast<unsigned long long>(bytes.size()), NoKey.data());
    return sum;
}

// Values that come again and again, in the order in which they first came.
template <class Value>
class Table {
public:
    std::size_t placeOf(const Value &value)
    {
        const auto [found, isNew] = m_places.try_emplace(value, m_values.size());
        if (isNew)
            m_values.push_back(value);
        return found->second;
    }
    const std::vector<Value> &values() const { return m_values; }

private:
    std::vector<Value> m_values;
    std::map<Value, std::size_t> m_places;
};

class NameCounts {
public:
    void add(const std::string &name)
    {
        const auto [found, isNew] = m_places.try_emplace(name, m_counts.size());
        if (isNew)
            m_counts.push_back({name, 0});
        ++m_counts[found->second].count;
    }

    // With the rare ones left out.
    std::vector<NameCount> counts() &&
    {
        if (m_counts.size() > MostNames) {
            std::vector<std::int64_t> sizes;
            for (const NameCount &each : m_counts)
                sizes.push_back(each.count);
            std::nth_element(sizes.begin(), sizes.begin() + MostNames, sizes.end(), std::greater());
            std::erase_if(m_counts, [least = sizes[MostNames]](const NameCount &each) { return each.count <= least; });
        }
        return std::move(m_counts);
    }

private:
    std::vector<NameCount> m_counts;
    std::unordered_map<std::string, std::size_t> m_places;
};

using PlanKey = std::pair<WorkflowId, std::string>;
using Ends = std::map<EndManner, std::map<std::int64_t, std::int64_t>>; // how many, by second

struct KindCount {
    std::size_t plan = 0;
    std::size_t experiment = 0;
    std::array<char, 2> country{};
    Source source = Source::Api;
    VerificationKey newestKey = 0;
    Instant firstAt{};
    Instant lastAt{};
    std::uint64_t count = 0;
    Ends ends;
};

void appendNames(QByteArray &bytes, const std::vector<NameCount> &names)
{
    appendNumber(bytes, names.size());
    for (const NameCount &each : names) {
        appendText(bytes, each.name);
        appendNumber(bytes, std::uint64_t(each.count));
    }
}

QByteArray endsOf(const Ends &ends)
{
    QByteArray bytes;
    for (const auto &[manner, bySecond] : ends) {
        appendNumber(bytes, std::uint64_t(manner.status) + 8U * manner.stepsSent);
        appendNumber(bytes, std::uint64_t(manner.cost.hundredMillionths()));
        appendNumber(bytes, bySecond.size());
        std::int64_t before = 0;
        for (const auto &[second, count] : bySecond) {
            appendNumber(bytes, 2U * std::uint64_t(second - before) + (count == 1 ? 0U : 1U));
            if (count != 1)
                appendNumber(bytes, std::uint64_t(count));
            before = second;
        }
    }
    return bytes;
}

void appendKind(QByteArray &bytes, const KindCount &kind, VerificationKey firstKey, Instant oldest)
{
    appendNumber(bytes, kind.plan);
    appendNumber(bytes, kind.experiment);
    bytes.append(kind.country.data(), 2);
    bytes.append(char(kind.source));
    appendNumber(bytes, std::uint64_t(kind.newestKey - firstKey));
    appendNumber(bytes, std::uint64_t((kind.firstAt - oldest).count()));
    appendNumber(bytes, std::uint64_t((kind.lastAt - kind.firstAt).count()));
    appendNumber(bytes, kind.count);
    const QByteArray ends = endsOf(kind.ends);
    appendNumber(bytes, std::uint64_t(ends.size()));
    bytes.append(ends);
}

std::vector<NameCount> readNames(PackedReader &reader)
{
    std::vector<NameCount> names;
    for (std::size_t left = reader.count(); left > 0 && !reader.isDamaged(); --left) {
        NameCount each{reader.text(), 0};
        each.count = std::int64_t(reader.number());
        names.push_back(std::move(each));
    }
    return names;
}

Rollup::Kind readKind(PackedReader &reader, VerificationKey firstKey, Instant oldest)
{
    Rollup::Kind kind;
    kind.plan = static_cast<std::uint16_t>(reader.number());
    kind.experiment = static_cast<std::uint16_t>(reader.number());
    if (const QByteArrayView letters = reader.bytes(3); letters.size() == 3) {
        kind.country = {letters[0], letters[1]};
        kind.source = Source(letters[2]);
    }
    kind.newestKey = firstKey + VerificationKey(reader.number());
    kind.firstAt = oldest + milliseconds(std::int64_t(reader.number()));
    kind.lastAt = kind.firstAt + milliseconds(std::int64_t(reader.number()));
    kind.count = std::int64_t(reader.number());
    kind.ends = reader.bytes(reader.count());
    return kind;
}

} // namespace

QByteArray rollUp(const std::vector<Course> &courses)
{
    Table<PlanKey> plans;
    Table<std::string> experiments;
    NameCounts brands;
    NameCounts networks;
    std::vector<KindCount> kinds;
    Table<std::tuple<Instant, std::size_t, std::array<char, 2>, Source, std::size_t>> places;
    for (const Course &course : courses) {
        if (course.status <= Status::InProgress)
            continue;
        const std::size_t plan = plans.placeOf({course.workflowId, course.version});
        const std::size_t experiment = experiments.placeOf(course.experiment);
        const std::size_t place
            = places.placeOf({beginOfWeek(course.startedAt), plan, course.country, course.source, experiment});
        if (place == kinds.size())
            kinds.push_back(
                {plan, experiment, course.country, course.source, 0, course.startedAt, course.startedAt, 0, {}});
        KindCount &kind = kinds[place];
        kind.newestKey = course.key;
        kind.firstAt = std::min(kind.firstAt, course.startedAt);
        kind.lastAt = std::max(kind.lastAt, course.startedAt);
        ++kind.count;
        ++kind.ends[{course.status, course.stepsSent, course.cost}][course.secondsToEnd()];
        if (course.workflowId == UnknownWorkflow)
            continue; // it stays out of comparisons
        brands.add(course.brand);
        if (!course.network.empty())
            networks.add(course.network);
    }

    QByteArray bytes;
    appendNumber(bytes, plans.values().size());
    for (const auto &[id, version] : plans.values()) {
        appendNumber(bytes, id);
        appendText(bytes, version);
    }
    appendNumber(bytes, experiments.values().size());
    for (const std::string &each : experiments.values())
        appendText(bytes, each);
    appendNames(bytes, std::move(brands).counts());
    appendNames(bytes, std::move(networks).counts());
    const VerificationKey firstKey = courses.empty() ? 0 : courses.front().key;
    Instant oldest = kinds.empty() ? Instant() : kinds.front().firstAt;
    for (const KindCount &kind : kinds)
        oldest = std::min(oldest, kind.firstAt);
    appendNumber(bytes, std::uint64_t(firstKey));
    appendNumber(bytes, std::uint64_t(toMilliseconds(oldest)));
    for (const KindCount &kind : kinds)
        appendKind(bytes, kind, firstKey, oldest);
    return checksumOf(bytes) + bytes;
}

std::optional<Rollup> readRollup(KeyRange range, const QByteArray &bytes)
{
    if (bytes.size() < ChecksumSize
        || bytes.left(ChecksumSize) != checksumOf(QByteArrayView(bytes).sliced(ChecksumSize)))
        return std::nullopt;
    Rollup rollup;
    rollup.range = range;
    rollup.bytes = bytes;
    PackedReader reader(QByteArrayView(rollup.bytes).sliced(ChecksumSize));
    for (std::size_t left = reader.count(); left > 0 && !reader.isDamaged(); --left) {
        const auto id = static_cast<WorkflowId>(reader.number());
        rollup.plans.push_back({id, reader.text()});
    }
    for (std::size_t left = reader.count(); left > 0 && !reader.isDamaged(); --left)
        rollup.experiments.push_back(reader.text());
    rollup.brands = readNames(reader);
    rollup.networks = readNames(reader);
    const auto firstKey = VerificationKey(reader.number());
    const Instant oldest = fromMilliseconds(std::int64_t(reader.number()));
    while (!reader.isAtEnd() && !reader.isDamaged()) {
        rollup.kinds.push_back(readKind(reader, firstKey, oldest));
        const Rollup::Kind &kind = rollup.kinds.back();
        if (kind.plan >= rollup.plans.size() || kind.experiment >= rollup.experiments.size() || kind.count <= 0)
            return std::nullopt;
    }
    return reader.isDamaged() ? std::nullopt : std::optional(std::move(rollup));
}

} // namespace engine
