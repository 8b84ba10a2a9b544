// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardrows.h"

#include <algorithm>
#include <limits>

namespace model {

void BoardRows::set(const engine::Summary &summary)
{
    const BoardRow row = compact(summary);
    if (m_chunks.empty()) {
        insert(0, 0, row);
        return;
    }
    const auto place = std::size_t(chunkOf(summary.key) - m_chunks.cbegin());
    const Chunk &chunk = *m_chunks[place];
    const auto end = chunk.rows.begin() + std::ptrdiff_t(chunk.size);
    const auto at = std::ranges::lower_bound(chunk.rows.begin(), end, row.key(), {}, &BoardRow::key);
    const auto index = std::size_t(at - chunk.rows.begin());
    if (at == end || at->key() != row.key()) {
        insert(place, index, row);
        return;
    }
    Chunk &changed = writable(place);
    changed.running += std::size_t(row.isRunning()) - std::size_t(changed.rows[index].isRunning());
    changed.rows[index] = row;
}

void BoardRows::insert(std::size_t place, std::size_t at, const BoardRow &row)
{
    if (m_chunks.empty() || (place + 1 == m_chunks.size() && at == ChunkSize)) {
        m_chunks.push_back(std::make_shared<Chunk>());
        m_chunks.back()->generation = m_generation;
        place = m_chunks.size() - 1;
        at = 0;
    } else if (m_chunks[place]->size == ChunkSize) {
        // In the middle of a full one: its upper half becomes a chunk of its own.
        Chunk &lower = writable(place);
        auto upper = std::make_shared<Chunk>();
        upper->generation = m_generation;
        upper->size = ChunkSize / 2;
        lower.size = ChunkSize - upper->size;
        std::copy(lower.rows.begin() + std::ptrdiff_t(lower.size), lower.rows.end(), upper->rows.begin());
        const auto isRunning = [](const BoardRow &each) { return each.isRunning(); };
        upper->running = std::size_t(
            std::count_if(upper->rows.begin(), upper->rows.begin() + std::ptrdiff_t(upper->size), isRunning));
        lower.running -= upper->running;
        m_chunks.insert(m_chunks.begin() + std::ptrdiff_t(place) + 1, std::move(upper));
        if (at > lower.size) {
            at -= lower.size;
            ++place;
        }
    }
    Chunk &chunk = writable(place);
    const auto where = chunk.rows.begin() + std::ptrdiff_t(at);
    const auto end = chunk.rows.begin() + std::ptrdiff_t(chunk.size);
    std::copy_backward(where, end, end + 1);
    *where = row;
    ++chunk.size;
    chunk.running += std::size_t(row.isRunning());
    ++m_size;
    if (at > 0)
        noteOrder(chunk.rows[at - 1], row);
    else if (place > 0)
        noteOrder(m_chunks[place - 1]->newest(), row);
    if (at + 1 < chunk.size)
        noteOrder(row, chunk.rows[at + 1]);
    else if (place + 1 < m_chunks.size())
        noteOrder(row, m_chunks[place + 1]->rows.front());
}

void BoardRows::noteOrder(const BoardRow &older, const BoardRow &newer)
{
    if (older.startedAt() > newer.startedAt())
        m_areInOrderOfStart = false;
}

void BoardRows::addOlder(const std::vector<engine::Summary> &summaries)
{
    Chunks older;
    BoardRow before;
    for (auto each = summaries.rbegin(); each != summaries.rend(); ++each) {
        if (older.empty() || older.back()->size == ChunkSize) {
            older.push_back(std::make_shared<Chunk>());
            older.back()->generation = m_generation;
        }
        Chunk &chunk = *older.back();
        chunk.rows[chunk.size] = compact(*each);
        if (each != summaries.rbegin())
            noteOrder(before, chunk.rows[chunk.size]);
        before = chunk.rows[chunk.size];
        chunk.running += std::size_t(chunk.rows[chunk.size].isRunning());
        ++chunk.size;
    }
    if (!older.empty() && !m_chunks.empty())
        noteOrder(before, m_chunks.front()->rows.front());
    m_size += summaries.size();
    m_chunks.insert(m_chunks.begin(), older.begin(), older.end());
}

BoardRows BoardRows::share()
{
    BoardRows copy;
    copy.m_generation = m_generation;
    copy.m_size = m_size;
    copy.m_areInOrderOfStart = m_areInOrderOfStart;
    copy.m_chunks = m_chunks;
    copy.m_brands = m_brands;
    ++m_generation;
    m_areBrandsShared = true;
    return copy;
}

BoardRow BoardRows::compact(const engine::Summary &summary)
{
    const auto known = m_brandPlaces.constFind(summary.brand);
    if (known != m_brandPlaces.cend())
        return BoardRow(summary, *known);
    // What comes after the last place stays without a name here; its record has it.
    std::uint16_t place = 0;
    if (!summary.brand.isEmpty() && m_brands->size() <= std::numeric_limits<std::uint16_t>::max()) {
        if (std::exchange(m_areBrandsShared, false))
            m_brands = std::make_shared<std::vector<QString>>(*m_brands);
        place = std::uint16_t(m_brands->size());
        m_brands->push_back(summary.brand);
        m_brandPlaces.insert(summary.brand, place);
    }
    return BoardRow(summary, place);
}

// The chunk that holds the key or would.
BoardRows::Chunks::const_iterator BoardRows::chunkOf(Key key) const
{
    const auto after = std::upper_bound(m_chunks.begin(), m_chunks.end(), key, [](Key wanted, const auto &chunk) {
        return wanted < Key(chunk->rows.front().key());
    });
    return after == m_chunks.begin() ? after : after - 1;
}

BoardRows::Chunk &BoardRows::writable(std::size_t place)
{
    std::shared_ptr<Chunk> &chunk = m_chunks[place];
    if (chunk->generation != m_generation) {
        chunk = std::make_shared<Chunk>(*chunk);
        chunk->generation = m_generation;
    }
    return *chunk;
}

const BoardRow *BoardRows::row(Key key) const
{
    if (m_chunks.empty() || key < 0 || key > std::numeric_limits<BoardRow::Key>::max())
        return nullptr;
    const Chunk &chunk = **chunkOf(key);
    const auto end = chunk.rows.begin() + std::ptrdiff_t(chunk.size);
    const auto at = std::ranges::lower_bound(chunk.rows.begin(), end, BoardRow::Key(key), {}, &BoardRow::key);
    return at != end && at->key() == BoardRow::Key(key) ? &*at : nullptr;
}

std::optional<engine::Summary> BoardRows::find(Key key) const
{
    const BoardRow *found = row(key);
    return found ? std::optional(summaryOf(*found)) : std::nullopt;
}

engine::Summary BoardRows::summaryOf(const BoardRow &row) const
{
    engine::Summary summary;
    summary.key = row.key();
    summary.id = row.id();
    summary.number = engine::PhoneNumber(row.number());
    summary.workflowId = row.workflowId();
    summary.status = row.status();
    summary.source = row.source();
    std::copy(row.country().begin(), row.country().end(), summary.country);
    summary.startedAt = row.startedAt();
    summary.endedAt = row.startedAt() + row.lasted();
    summary.cost = row.cost();
    summary.brand = brands()[row.brand()];
    return summary;
}

std::optional<BoardRows::Key> BoardRows::find(engine::RequestId id) const
{
    for (auto chunk = m_chunks.rbegin(); chunk != m_chunks.rend(); ++chunk) {
        for (std::size_t i = (*chunk)->size; i-- > 0;) {
            if ((*chunk)->rows[i].idBytes() == id.bytes())
                return (*chunk)->rows[i].key();
        }
    }
    return {};
}

std::optional<BoardRows::Key> BoardRows::findRunning(std::uint64_t number) const
{
    for (auto chunk = m_chunks.rbegin(); chunk != m_chunks.rend(); ++chunk) {
        for (std::size_t i = (*chunk)->running > 0 ? (*chunk)->size : 0; i-- > 0;) {
            if ((*chunk)->rows[i].isRunning() && (*chunk)->rows[i].number() == number)
                return (*chunk)->rows[i].key();
        }
    }
    return {};
}

} // namespace model
