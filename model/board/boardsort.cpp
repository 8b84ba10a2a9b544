// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardsort.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace model {

namespace {

struct Place {
    std::uint64_t value;
    BoardRow::Key key;
};

// By value, equal ones as they stand. A radix sort, since comparing a million rows would be felt; bytes in which no two
// values differ cost nothing but a look.
void sortByValue(std::vector<Place> &places)
{
    std::vector<Place> other(places.size());
    for (int shift = 0; shift < 64; shift += 8) {
        std::array<std::size_t, 257> begins{};
        for (const Place &each : places)
            ++begins[((each.value >> shift) & 255U) + 1];
        if (std::find(begins.begin(), begins.end(), places.size()) != begins.end())
            continue;
        std::partial_sum(begins.begin(), begins.end(), begins.begin());
        for (const Place &each : places)
            other[begins[(each.value >> shift) & 255U]++] = each;
        places.swap(other);
    }
}

// Where each brand stands in the alphabet.
std::vector<std::uint64_t> ranks(const std::vector<QString> &brands)
{
    std::vector<std::size_t> order(brands.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const int compared = brands[a].compare(brands[b], Qt::CaseInsensitive);
        return compared != 0 ? compared < 0 : brands[a] < brands[b];
    });
    std::vector<std::uint64_t> rank(brands.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        rank[order[i]] = i;
    return rank;
}

// As the chips stand.
std::uint64_t placeOf(engine::Status status)
{
    switch (status) {
    case engine::Status::NotStarted:
    case engine::Status::InProgress:
        return 0;
    case engine::Status::Succeeded:
        return 1;
    case engine::Status::Expired:
        return 2;
    case engine::Status::Failed:
        return 3;
    case engine::Status::Cancelled:
        return 4;
    }
    Q_UNREACHABLE();
}

std::uint64_t firstBytes(const engine::RequestId::Bytes &bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value = (value << 8) | bytes[i];
    return value;
}

template <class ValueOf>
void readValues(std::vector<Place> &places, const BoardRows &rows, ValueOf valueOf)
{
    auto place = places.begin();
    rows.forEach([&](const BoardRow &row) {
        if (place != places.end() && place->key == row.key()) {
            place->value = valueOf(row);
            ++place;
        }
    });
}

void readValues(std::vector<Place> &places, const BoardRows &rows, BoardColumn::Id column)
{
    switch (column) {
    case BoardColumn::Number:
        return readValues(places, rows, [](const BoardRow &row) { return row.number(); });
    case BoardColumn::Workflow:
        return readValues(places, rows, [](const BoardRow &row) { return std::uint64_t(row.workflowId()); });
    case BoardColumn::State:
        return readValues(places, rows, [](const BoardRow &row) { return placeOf(row.status()); });
    case BoardColumn::Brand:
        return readValues(places, rows,
                          [rank = ranks(rows.brands())](const BoardRow &row) { return rank[row.brand()]; });
    case BoardColumn::Country:
        return readValues(places, rows, [](const BoardRow &row) {
            return (std::uint64_t(std::uint8_t(row.country()[0])) << 8) | std::uint8_t(row.country()[1]);
        });
    case BoardColumn::Cost:
        return readValues(places, rows,
                          [](const BoardRow &row) { return std::uint64_t(row.cost().hundredMillionths()); });
    case BoardColumn::RequestId:
        return readValues(places, rows, [](const BoardRow &row) { return firstBytes(row.idBytes()); });
    case BoardColumn::Started:
    case BoardColumn::Pin:
    case BoardColumn::Timeline:
        return readValues(places, rows,
                          [](const BoardRow &row) { return std::uint64_t(engine::toMilliseconds(row.startedAt())); });
    }
}

} // namespace

bool BoardSort::isPossible(BoardColumn::Id column)
{
    return column != BoardColumn::Pin && column != BoardColumn::Timeline;
}

bool isByKey(const BoardSort &sort, const BoardRows &rows)
{
    return sort.isNewestFirst() && rows.areInOrderOfStart();
}

BoardOrder sorted(BoardOrder keys, const BoardRows &rows, const BoardSort &sort)
{
    if (isByKey(sort, rows))
        return keys;
    std::vector<Place> places(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        places[i].key = keys[i];
    readValues(places, rows, sort.column);
    if (!sort.isDescending) {
        for (Place &each : places)
            each.value = ~each.value;
    }
    sortByValue(places);
    std::transform(places.begin(), places.end(), keys.begin(), [](const Place &each) { return each.key; });
    return keys;
}

} // namespace model
