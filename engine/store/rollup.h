// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/course.h"
#include "engine/store/packednumbers.h"

#include <optional>
#include <span>
#include <vector>

namespace engine {

// How verifications ended, apart from when.
struct EndManner {
    Status status = Status::Expired;
    std::uint8_t stepsSent = 0;
    Money cost; // of each

    auto operator<=>(const EndManner &) const = default;
};

// How many ended after so many whole seconds from their request.
struct EndsAfter {
    std::int64_t seconds = 0;
    std::int64_t count = 0;

    bool operator==(const EndsAfter &) const = default;
};

// How many requests have a name of some sort: a brand, a network.
struct NameCount {
    std::string name;
    std::int64_t count = 0;

    bool operator==(const NameCount &) const = default;
};

// The verifications of a range of keys, which have all ended: counted by kind, each of them in one. What a kind's ends
// were stays in the bytes that the store keeps, since there are many and most readers want a part of them.
struct Rollup {
    struct Plan {
        WorkflowId id = 0;
        std::string version;

        bool operator==(const Plan &) const = default;
    };
    // Those with one workflow, version, country, source and experiment that started in the same week.
    struct Kind {
        std::uint16_t plan = 0; // index into plans
        std::uint16_t experiment = 0; // index into experiments
        std::array<char, 2> country{};
        Source source = Source::Api;
        VerificationKey newestKey = 0; // among them
        Instant firstAt{}; // start of the oldest
        Instant lastAt{}; // and of the latest
        std::int64_t count = 0;
        QByteArrayView ends; // for visitEnds(); as long as `bytes`
    };

    KeyRange range;
    std::vector<Plan> plans;
    std::vector<std::string> experiments; // "NAME/VERSION"; empty: none
    std::vector<Kind> kinds; // in the order in which the first of each came
    // Of those whose workflow is known, in the order in which they first came; of very many the rare ones are left out.
    std::vector<NameCount> brands;
    std::vector<NameCount> networks; // where one is known
    QByteArray bytes; // of all this
};

// The one place where verifications become rollups. `courses` are all of the range, by key. Pure.
QByteArray rollUp(const std::vector<Course> &courses);
// None: the bytes are damaged, which a checksum in them tells.
std::optional<Rollup> readRollup(KeyRange range, const QByteArray &bytes);

// Tells each manner of a kind's ends one or several times, with some of the seconds in which it came.
template <class Visit>
void visitEnds(QByteArrayView ends, Visit visit)
{
    constexpr std::size_t AtOnce = 64;
    std::array<EndsAfter, AtOnce> some;
    PackedReader reader(ends);
    while (!reader.isAtEnd()) {
        const std::uint64_t how = reader.number(); // status and steps
        const EndManner manner{Status(how % 8), static_cast<std::uint8_t>(how / 8),
                               Money::fromHundredMillionths(std::int64_t(reader.number()))};
        if (manner.status <= Status::InProgress || manner.status > Status::Cancelled || how / 8 > MaxSteps)
            return;
        std::int64_t second = 0;
        for (std::size_t left = reader.count(); left > 0;) {
            const std::size_t count = std::min(left, AtOnce);
            for (std::size_t i = 0; i < count; ++i) {
                const std::uint64_t step = reader.number(); // twice the seconds since the one before; odd: several
                second += std::int64_t(step / 2);
                some[i] = {second, step % 2 == 0 ? 1 : std::int64_t(reader.number())};
            }
            visit(manner, std::span<const EndsAfter>(some.data(), count));
            left -= count;
        }
    }
}

} // namespace engine
