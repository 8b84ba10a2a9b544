// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/storereader.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace engine {

// A store's verifications as far as comparing workflows needs them, so that another period or source is a matter of
// milliseconds: rolled-up ones in the bytes of their rollups, the newer ones one by one, 40 bytes each. A range of
// rollups through which a scope cuts can be told one by one, too. Filled in the order of keys.
class ComparedRequests {
public:
    static constexpr std::uint16_t NoPlan = UINT16_MAX; // nobody knows the workflow
    // What is counted apart.
    struct Kind {
        std::array<char, 2> country{}; // two letters, or zeros
        std::uint16_t plan = NoPlan; // index into plans()
        Source source = Source::Api;
        std::uint8_t experiment = 0; // index into experiments()
    };
    static constexpr std::uint16_t AnyName = UINT16_MAX;
    struct One {
        VerificationKey key = 0;
        Instant startedAt{};
        Money cost;
        std::uint32_t seconds = 0; // whole, cut off; once it has ended
        Status status = Status::InProgress;
        std::uint8_t stepsSent = 0;
        Kind kind;
        std::uint16_t brand = 0; // index into its names; beyond them: one of too many
        std::uint16_t network = 0; // the same; the first is none
    };
    // Of one kind, counted together; they started in the same week.
    struct Part {
        Kind kind;
        std::uint16_t brand = AnyName;
        std::uint16_t network = AnyName;
        VerificationKey newestKey = 0;
        Instant firstAt{}; // start of the first
        Instant lastAt{}; // and of the last
        std::int64_t count = 0;
        QByteArrayView ends{}; // of several
        const One *one = nullptr; // else

        bool isRunning() const { return one && one->status == Status::InProgress; }
        // As visitEnds() of rollup.h; of one that runs nothing has ended.
        template <class Visit>
        void visitEnds(Visit visit) const
        {
            if (!one)
                return engine::visitEnds(ends, visit);
            const EndsAfter alone{one->seconds, 1};
            if (!isRunning())
                visit(EndManner{one->status, one->stepsSent, one->cost}, std::span(&alone, 1));
        }
    };

    // Ranges come before all that is newer. One without a rollup is to be told one by one.
    void append(KeyRange range, const Rollup *rollup);
    // All ranges are there up to this key; what was appended one by one up to there is forgotten.
    void setRolledUp(VerificationKey upTo);
    VerificationKey rolledUpTo() const { return m_rolledUpTo; }
    // Its key is above all that are here.
    void append(const Course &course);
    // Forgets what may have changed since it was read: the oldest that still ran, and all from there on. Where to go on
    // reading.
    VerificationKey forgetUnsettled();

    // The ranges that are rolled up, rising.
    struct Range {
        KeyRange keys;
        bool hasRollup = false; // else what follows says nothing
        Instant firstAt{}; // start of the first in it
        Instant lastAt{}; // and of the last
        std::size_t firstKind = 0; // index into m_rolled
        std::size_t kindCount = 0;
        QByteArray bytes{};
    };
    const std::vector<Range> &ranges() const { return m_ranges; }
    bool hasRollup(KeyRange range) const;
    // Which ranges are told one by one: all of those in them that pass the filter; all where there is no rollup, which
    // would tell the names. Others are forgotten; which are missing.
    std::vector<KeyRange> tellOneByOne(const std::vector<KeyRange> &ranges, const StoreReader::CourseFilter &filter);
    // One of the missing.
    void setOneByOne(KeyRange range, const std::vector<Course> &courses);

    // All that there are: told by rollups, then one by one.
    template <class Visit>
    void visit(Visit visit) const
    {
        for (const Range &range : m_ranges) {
            if (m_oneByOne.contains(range.keys.first))
                continue;
            for (const Rolled &each : std::span(m_rolled).subspan(range.firstKind, range.kindCount))
                visit(Part{each.kind, AnyName, AnyName, each.newestKey, each.firstAt, each.lastAt, each.count,
                           each.ends});
        }
        const auto visitOnes = [&visit](const std::vector<One> &ones) {
            for (const One &one : ones)
                visit(Part{one.kind, one.brand, one.network, one.key, one.startedAt, one.startedAt, 1, {}, &one});
        };
        for (const auto &[firstKey, ones] : m_oneByOne)
            visitOnes(ones);
        visitOnes(m_newer);
    }
    // Of requests whose workflow is known; with those of most requests first, at most so many.
    std::vector<std::string> brandsByCount(std::size_t most) const;
    std::vector<std::string> networksByCount(std::size_t most) const;

    const std::vector<Workflow> &plans() const { return m_plans; }
    const std::vector<std::string> &brands() const { return m_brands.names; }
    const std::vector<std::string> &networks() const { return m_networks.names; } // the first is none
    // "NAME/VERSION" of those whose lots chose workflows; the first is none, and so are all beyond 255.
    const std::vector<std::string> &experiments() const { return m_experiments; }

private:
    struct Rolled {
        Kind kind;
        VerificationKey newestKey = 0;
        Instant firstAt{};
        Instant lastAt{};
        std::int64_t count = 0;
        QByteArrayView ends; // in its range's bytes
    };
    // Brands or networks, and how many requests in rollups have each.
    struct Names {
        std::vector<std::string> names;
        std::vector<std::int64_t> rolledUp;
        std::unordered_map<std::string, std::uint16_t> places;

        std::uint16_t placeOf(const std::string &name);
        void add(const std::vector<NameCount> &counts);
    };

    std::optional<One> oneOf(const Course &course);
    std::optional<std::uint16_t> planOf(WorkflowId id, const std::string &version);
    std::uint8_t experimentOf(const std::string &experiment);
    std::vector<std::string> namesByCount(const Names &names, std::uint16_t One::*place, std::size_t most) const;

    std::vector<Range> m_ranges;
    std::vector<Rolled> m_rolled;
    VerificationKey m_rolledUpTo = 0;
    std::map<VerificationKey, std::vector<One>> m_oneByOne; // by the first key of a range
    StoreReader::CourseFilter m_filterOneByOne;
    std::vector<One> m_newer; // than the ranges
    std::vector<Workflow> m_plans;
    std::vector<std::string> m_versions; // of the plans
    std::vector<std::string> m_experiments{std::string()};
    Names m_brands;
    Names m_networks{{std::string()}, {}, {{std::string(), 0}}};
};

} // namespace engine
