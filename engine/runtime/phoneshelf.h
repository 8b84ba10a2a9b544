// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/storereader.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace engine {

// A phone and the newest verifications that reached for it, the newest first.
struct PhoneRecords {
    PhoneNumber number;
    std::vector<std::shared_ptr<const Record>> records;
};

// Which phones a screen is told of, of all that there may be: the newest ones, a phone that rings before one that waits
// for a code and that before one that rests, and only a few of those that a population runs, since thousands of these
// may come and go each second. A plain value of one thread; the memory it takes is bounded.
class PhoneShelf {
public:
    static constexpr std::size_t Capacity = 200;
    static constexpr std::size_t PopulationCapacity = 20; // of these at most, run by populations
    static constexpr std::size_t RecordsPerPhone = 3;

    // Whether its record would change what stands here: it is, or belongs to, a phone that is kept.
    bool isKept(const Summary &summary) const;
    // Whether a phone that is not kept could find a place.
    bool hasPlaceFor(const Summary &newcomer) const;
    // Takes it in, or leaves it where there is no place for its phone.
    void put(std::shared_ptr<const Record> record);
    void clear();

    std::size_t size() const { return m_phones.size(); }
    // Phones were left out, or gave up their place.
    bool leavesOut() const { return m_leavesOut; }
    void noteLeftOut() { m_leavesOut = true; }

    // Since the last call: the phones that changed, and those that are no longer kept.
    std::vector<PhoneRecords> takeChanged();
    std::vector<PhoneNumber> takeGone();

private:
    using Records = std::vector<std::shared_ptr<const Record>>;
    // What keeps its place longest is the largest.
    using Rank = std::pair<int, Instant>;
    static Rank rankOf(const Records &records);
    static bool isPopulations(const Records &records) { return !records.front()->request.population.isEmpty(); }
    void makePlaceFor(const std::shared_ptr<const Record> &newcomer);
    void remove(PhoneNumber number);

    std::map<PhoneNumber, Records> m_phones;
    std::size_t m_populations = 0; // phones whose newest verification a population answers
    std::set<PhoneNumber> m_changed;
    std::set<PhoneNumber> m_gone;
    bool m_leavesOut = false;
};

} // namespace engine
