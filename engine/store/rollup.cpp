// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/rollup.h"

#include "engine/base/week.h"

#include <map>
#include <tuple>

namespace engine {

namespace {

// What ends have in common that stand together in the bytes, one second after the other.
using Manner = std::tuple<Status, std::uint8_t, Money>;

// Numbers from 0 on, seven bits a byte, the lowest first; all bytes but a number's last have the eighth bit.
constexpr unsigned BitsPerByte = 7;
constexpr std::uint64_t MoreFollows = 1U << BitsPerByte;

void appendNumber(QByteArray &bytes, std::uint64_t number)
{
    for (; number >= MoreFollows; number >>= BitsPerByte)
        bytes.append(char(number | MoreFollows));
    bytes.append(char(number));
}

class NumberReader {
public:
    explicit NumberReader(const QByteArray &bytes)
        : m_next(bytes.begin())
        , m_end(bytes.end())
    { }

    bool isAtEnd() const { return m_next == m_end; }
    bool isDamaged() const { return m_isDamaged; }
    // 0 where the bytes end too soon.
    std::int64_t next()
    {
        std::uint64_t number = 0;
        for (unsigned shift = 0; m_next != m_end && shift <= 63; shift += BitsPerByte) {
            const auto byte = static_cast<unsigned char>(*m_next++);
            number |= std::uint64_t(byte % MoreFollows) << shift;
            if (byte < MoreFollows)
                return std::int64_t(number);
        }
        m_isDamaged = true;
        return 0;
    }

private:
    QByteArray::const_iterator m_next;
    QByteArray::const_iterator m_end;
    bool m_isDamaged = false;
};

} // namespace

std::vector<Rollup> rollUp(KeyRange range, const std::vector<Course> &courses)
{
    std::vector<Rollup> rollups;
    std::vector<std::map<std::pair<Manner, std::int64_t>, std::int64_t>> ends; // of each
    std::map<std::tuple<Instant, WorkflowId, std::string, std::array<char, 2>, Source, std::string>, std::size_t>
        places;
    for (const Course &course : courses) {
        if (course.status <= Status::InProgress)
            continue;
        const auto [found, isNew]
            = places.try_emplace({beginOfWeek(course.startedAt), course.workflowId, course.version, course.country,
                                  course.source, course.experiment},
                                 rollups.size());
        if (isNew) {
            rollups.push_back({range,
                               course.key,
                               course.startedAt,
                               course.startedAt,
                               course.workflowId,
                               course.version,
                               course.country,
                               course.source,
                               course.experiment,
                               {}});
            ends.emplace_back();
        }
        Rollup &rollup = rollups[found->second];
        rollup.newestKey = course.key;
        rollup.firstAt = std::min(rollup.firstAt, course.startedAt);
        rollup.lastAt = std::max(rollup.lastAt, course.startedAt);
        ++ends[found->second][{{course.status, course.stepsSent, course.cost}, course.secondsToEnd()}];
    }
    for (std::size_t i = 0; i < rollups.size(); ++i) {
        for (const auto &[end, count] : ends[i]) {
            const auto &[status, stepsSent, cost] = end.first;
            rollups[i].ends.push_back({status, stepsSent, cost, end.second, count});
        }
    }
    return rollups;
}

// Each manner with how many seconds follow; each second as what it is beyond the one before, with its count.
QByteArray encodeEnds(const std::vector<EndedAlike> &ends)
{
    QByteArray bytes;
    const auto mannerOf = [](const EndedAlike &end) { return Manner(end.status, end.stepsSent, end.cost); };
    for (auto begin = ends.begin(); begin != ends.end();) {
        auto end = begin;
        while (end != ends.end() && mannerOf(*end) == mannerOf(*begin))
            ++end;
        appendNumber(bytes, std::uint64_t(begin->status));
        appendNumber(bytes, begin->stepsSent);
        appendNumber(bytes, std::uint64_t(begin->cost.hundredMillionths()));
        appendNumber(bytes, std::uint64_t(end - begin));
        for (std::int64_t before = 0; begin != end; before = begin++->seconds) {
            appendNumber(bytes, std::uint64_t(begin->seconds - before));
            appendNumber(bytes, std::uint64_t(begin->count));
        }
    }
    return bytes;
}

std::optional<std::vector<EndedAlike>> decodeEnds(const QByteArray &bytes)
{
    std::vector<EndedAlike> ends;
    ends.reserve(std::size_t(bytes.size()) / 2);
    NumberReader reader(bytes);
    while (!reader.isAtEnd()) {
        EndedAlike end;
        const std::int64_t status = reader.next();
        const std::int64_t stepsSent = reader.next();
        end.cost = Money::fromHundredMillionths(reader.next());
        if (status <= std::int64_t(Status::InProgress) || status > std::int64_t(Status::Cancelled)
            || stepsSent > std::int64_t(MaxSteps))
            return std::nullopt;
        end.status = Status(status);
        end.stepsSent = std::uint8_t(stepsSent);
        for (std::int64_t left = reader.next(); left > 0 && !reader.isDamaged(); --left) {
            end.seconds += reader.next();
            end.count = reader.next();
            ends.push_back(end);
        }
        if (reader.isDamaged())
            return std::nullopt;
    }
    return ends;
}

} // namespace engine
