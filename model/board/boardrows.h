// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/boardrow.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace model {

// All verifications that the Board knows, by key. share() gives a copy that costs little and that no later change
// reaches: chunks are copied when they are first written to after that. So the feed's thread goes on changing its rows
// while the window reads those it was handed. One thread at a time per copy.
class BoardRows {
public:
    using Key = engine::VerificationKey;

    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    // Whether a greater key has never begun earlier. Imported requests begin long before they come in.
    bool areInOrderOfStart() const { return m_areInOrderOfStart; }
    // The least key; only when not empty.
    Key oldest() const { return m_chunks.front()->rows.front().key(); }

    // Adds it, or replaces what was known of it.
    void set(const engine::Summary &summary);
    // Adds these, newest first and all older than what is known.
    void addOlder(const std::vector<engine::Summary> &summaries);
    BoardRows share();

    const BoardRow *row(Key key) const; // null when unknown; until the next change
    std::optional<engine::Summary> find(Key key) const;
    engine::Summary summaryOf(const BoardRow &row) const;
    const std::vector<QString> &brands() const { return *m_brands; }

    // All, oldest first.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (const auto &chunk : m_chunks) {
            for (std::size_t i = 0; i < chunk->size; ++i)
                visit(chunk->rows[i]);
        }
    }
    // The newest such verification.
    std::optional<Key> find(engine::RequestId id) const;
    std::optional<Key> findRunning(std::uint64_t number) const;

private:
    static constexpr std::size_t ChunkSize = 128; // of small ones little is copied for one row that changed
    struct Chunk {
        std::uint64_t generation = 0; // of the rows that may write to it
        std::size_t size = 0;
        std::size_t running = 0;
        std::array<BoardRow, ChunkSize> rows;

        const BoardRow &newest() const { return rows[size - 1]; }
    };
    using Chunks = std::vector<std::shared_ptr<Chunk>>;

    Chunks::const_iterator chunkOf(Key key) const;
    Chunk &writable(std::size_t place);
    BoardRow compact(const engine::Summary &summary);
    void insert(std::size_t place, std::size_t at, const BoardRow &row);
    void noteOrder(const BoardRow &older, const BoardRow &newer);

    std::uint64_t m_generation = 0;
    std::size_t m_size = 0;
    bool m_areInOrderOfStart = true;
    Chunks m_chunks; // by rising keys, none empty
    std::shared_ptr<std::vector<QString>> m_brands = std::make_shared<std::vector<QString>>(1);
    bool m_areBrandsShared = false;
    QHash<QString, std::uint16_t> m_brandPlaces; // of the writer
};

} // namespace model
