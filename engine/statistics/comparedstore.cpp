// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/comparedstore.h"

#include <utility>

namespace engine {

namespace {

constexpr std::int64_t Chunk = 20'000; // keys of one query

} // namespace

bool ComparedStore::readOn(const Progress &progress)
{
    if (const std::int64_t revision = m_reader.revision(); std::exchange(m_revision, revision) != revision)
        m_requests = {};
    readRollups();
    const VerificationKey first = m_requests.forgetUnsettled();
    const VerificationKey latest = m_reader.latestKey();
    for (VerificationKey next = first; next <= latest; next += Chunk) {
        for (const Course &course : m_reader.courses({next, std::min(next + Chunk - 1, latest)}))
            m_requests.append(course);
        const VerificationKey end = std::min(next + Chunk, latest + 1);
        if (!progress(double(end - first) / double(latest + 1 - first)))
            return end > latest;
    }
    return true;
}

// A range is there from the moment that the store says so.
void ComparedStore::readRollups()
{
    const VerificationKey before = m_requests.rolledUpTo();
    const VerificationKey upTo = m_reader.rolledUpTo();
    if (upTo == before)
        return;
    m_reader.visitRollups({before + 1, upTo},
                          [this](KeyRange range, const Rollup *rollup) { m_requests.append(range, rollup); });
    m_requests.setRolledUp(upTo);
}

bool ComparedStore::readFor(const ComparisonScope &scope, Instant now, const Progress &progress)
{
    const StoreReader::CourseFilter filter{scope.brand, scope.network};
    const auto missing = m_requests.tellOneByOne(toTellOneByOne(m_requests, scope, now), filter);
    for (std::size_t i = 0; i < missing.size(); ++i) {
        const bool isPart = m_requests.hasRollup(missing[i]);
        m_requests.setOneByOne(missing[i], m_reader.courses(missing[i], isPart ? filter : StoreReader::CourseFilter()));
        if (!progress(double(i + 1) / double(missing.size())))
            return i + 1 == missing.size();
    }
    return true;
}

} // namespace engine
