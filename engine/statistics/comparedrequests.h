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
// milliseconds: rolled-up ones as their rollups tell them, the newer ones one by one, 32 bytes each. A range of
// rollups through which a scope cuts can be told one by one, too. Filled in the order of keys.
class ComparedRequests {
public:
    // What is counted apart.
    struct Kind {
        std::array<char, 2> country{}; // two letters, or zeros
        std::uint16_t plan = 0; // index into plans()
        Source source = Source::Api;
        std::uint8_t experiment = 0; // index into experiments()
    };
    struct End {
        std::uint32_t cost = 0; // in 1e-8 EUR; what is dearer than EUR 42.9 is kept as that
        std::uint16_t seconds = 0; // whole, cut off, at most 65,535; once it has ended
        Status status = Status::InProgress;
        std::uint8_t stepsSent = 0;
    };
    struct Ends {
        End end;
        std::uint32_t count = 0; // of those that ended so
    };
    struct One {
        VerificationKey key = 0;
        Instant startedAt{};
        End end;
        Kind kind;
        std::uint16_t brand = 0; // index into brands(); beyond them: one of too many
    };
    // Of one kind, counted together; they started in the same week.
    static constexpr std::uint16_t AnyBrand = UINT16_MAX;
    struct Part {
        Kind kind;
        std::uint16_t brand = AnyBrand; // index into brands()
        VerificationKey newestKey = 0;
        Instant firstAt{}; // start of the first
        Instant lastAt{}; // and of the last
        std::int64_t count = 0;
        std::span<const Ends> ends;
    };

    // Rollups come before all that is newer.
    void append(const Rollup &rollup);
    // All rollups are there up to this key; what was appended one by one up to there is forgotten.
    void setRolledUp(VerificationKey upTo, const std::vector<BrandCount> &brands);
    VerificationKey rolledUpTo() const { return m_rolledUpTo; }
    // Its key is above all that are here.
    void append(const Course &course);
    // Forgets what may have changed since it was read: the oldest that still ran, and all from there on. Where to go on
    // reading.
    VerificationKey forgetUnsettled();

    // The ranges that have rollups, rising.
    struct Range {
        KeyRange keys;
        Instant firstAt{}; // start of the first in it
        Instant lastAt{}; // and of the last
    };
    const std::vector<Range> &ranges() const { return m_ranges; }
    // Which ranges are told one by one; without a brand all of those in them, else only those of that brand. Others are
    // forgotten; which are missing.
    std::vector<KeyRange> tellOneByOne(const std::vector<KeyRange> &ranges, const std::optional<std::string> &brand);
    // One of the missing.
    void setOneByOne(KeyRange range, const std::vector<Course> &courses);

    // All that there are: told by rollups, then one by one.
    template <class Visit>
    void visit(Visit visit) const
    {
        for (const Rolled &each : m_rolled) {
            if (!m_oneByOne.contains(each.firstKey))
                visit(Part{each.kind, AnyBrand, each.newestKey, each.firstAt, each.lastAt, each.count,
                           std::span(m_ends).subspan(each.firstEnd, each.endCount)});
        }
        const auto visitOnes = [&visit](const std::vector<One> &ones) {
            for (const One &one : ones) {
                const Ends ends{one.end, 1};
                visit(Part{one.kind, one.brand, one.key, one.startedAt, one.startedAt, 1, {&ends, 1}});
            }
        };
        for (const auto &[firstKey, ones] : m_oneByOne)
            visitOnes(ones);
        visitOnes(m_newer);
    }
    // With those of most requests first, at most so many.
    std::vector<std::string> brandsByCount(std::size_t most) const;

    const std::vector<Workflow> &plans() const { return m_plans; }
    const std::vector<std::string> &brands() const { return m_brands; }
    // "NAME/VERSION" of those whose lots chose workflows; the first is none, and so are all beyond 255.
    const std::vector<std::string> &experiments() const { return m_experiments; }

private:
    struct Rolled {
        Kind kind;
        VerificationKey firstKey = 0; // of its range
        VerificationKey newestKey = 0;
        Instant firstAt{};
        Instant lastAt{};
        std::int64_t count = 0;
        std::size_t firstEnd = 0; // index into m_ends
        std::size_t endCount = 0;
    };

    template <class Told>
    std::optional<Kind> kindOf(const Told &told);
    std::optional<One> oneOf(const Course &course);
    std::optional<std::uint16_t> planOf(WorkflowId id, const std::string &version);
    std::uint16_t brandOf(const std::string &brand);
    std::uint8_t experimentOf(const std::string &experiment);

    std::vector<Rolled> m_rolled;
    std::vector<Ends> m_ends;
    std::vector<Range> m_ranges;
    VerificationKey m_rolledUpTo = 0;
    std::vector<std::int64_t> m_rolledUpPerBrand; // by index into brands()
    std::map<VerificationKey, std::vector<One>> m_oneByOne; // by the first key of a range
    std::optional<std::string> m_brandOneByOne;
    std::vector<One> m_newer; // than the rollups
    std::vector<Workflow> m_plans;
    std::vector<std::string> m_versions; // of the plans
    std::vector<std::string> m_brands;
    std::vector<std::string> m_experiments{std::string()};
    std::unordered_map<std::string, std::uint16_t> m_placeOfBrand;
};

} // namespace engine
