// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardindex.h"

#include "model/timeline/axis.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace model {

namespace {

// Each place where rows come or go costs a view of a million rows some milliseconds.
constexpr std::size_t MostPlaces = 64;

bool contains(const BoardOrder &rising, BoardRow::Key key)
{
    return std::ranges::binary_search(rising, key);
}

void add(BoardOrder &rising, BoardRow::Key key)
{
    const auto at = std::ranges::lower_bound(rising, key);
    if (at == rising.end() || *at != key)
        rising.insert(at, key);
}

void remove(BoardOrder &rising, BoardRow::Key key)
{
    const auto at = std::ranges::lower_bound(rising, key);
    if (at != rising.end() && *at == key)
        rising.erase(at);
}

// How many runs of neighbouring rows go, or in how many places some come in, where the newest stand at the top.
std::size_t countPlaces(const BoardOrder &rising, const BoardOrder &order, std::ptrdiff_t distance)
{
    std::size_t count = 0;
    auto last = order.end();
    for (const BoardRow::Key key : rising) {
        const auto at = std::ranges::lower_bound(order, key);
        count += count == 0 || at != last + distance ? 1 : 0;
        last = at;
    }
    return count;
}

} // namespace

engine::milliseconds lifeOf(const BoardRow &row)
{
    using Lengths = std::array<engine::milliseconds, std::numeric_limits<engine::WorkflowId>::max() + 1>;
    static const Lengths standard = [] {
        Lengths lengths{};
        for (engine::WorkflowId each = 1; each <= engine::lastStandardWorkflow(engine::Dialect::Vonage); ++each)
            lengths[each] = plannedLength(*engine::standardWorkflow(each, engine::Dialect::Vonage));
        return lengths;
    }();
    const engine::milliseconds planned = standard[row.workflowId()];
    return row.isRunning() ? planned : std::max(planned, row.lasted());
}

BoardIndex::Update BoardIndex::take(const engine::FeedBatch &batch)
{
    m_storeCounts = batch.counts;
    BoardUpdate update;
    update.records = batch.records;
    switch (batch.kind) {
    case engine::FeedBatch::Kind::Restart: {
        const bool isFirst = m_rows.isEmpty();
        restart(batch);
        if (isFirst || batch.isWhole)
            choose(update, BoardUpdate::Rows::Moved);
        break;
    }
    case engine::FeedBatch::Kind::Older:
        addOlder(batch);
        if (!batch.isWhole)
            return {};
        choose(update, BoardUpdate::Rows::Moved);
        break;
    case engine::FeedBatch::Kind::Changes:
        merge(batch.summaries, update);
        break;
    }
    return finished(std::move(update));
}

void BoardIndex::restart(const engine::FeedBatch &batch)
{
    BoardRows rows;
    rows.addOlder(batch.summaries);
    m_readAgain.reset();
    if (m_rows.isEmpty() || batch.isWhole) {
        m_rows = std::move(rows);
        m_isComplete = batch.isWhole;
    } else {
        m_readAgain = std::move(rows);
    }
}

void BoardIndex::addOlder(const engine::FeedBatch &batch)
{
    (m_readAgain ? *m_readAgain : m_rows).addOlder(batch.summaries);
    if (!batch.isWhole)
        return;
    if (m_readAgain)
        m_rows = std::move(*m_readAgain);
    m_readAgain.reset();
    m_isComplete = true;
}

void BoardIndex::merge(const std::vector<engine::Summary> &summaries, BoardUpdate &update)
{
    // What a later piece will bring, as it is by then, need not be known now.
    const auto isStillToCome = [](const BoardRows &rows, Key key) { return !rows.isEmpty() && key < rows.oldest(); };
    BoardOrder changed;
    for (const engine::Summary &summary : std::views::reverse(summaries)) {
        if (m_readAgain && !isStillToCome(*m_readAgain, summary.key))
            m_readAgain->set(summary);
        if (!m_isComplete && isStillToCome(m_rows, summary.key))
            continue;
        if (const BoardRow *before = m_rows.row(summary.key); before && isFound(*before))
            count(*before, false);
        m_rows.set(summary);
        const BoardRow &row = *m_rows.row(summary.key);
        if (isFound(row))
            count(row, true);
        place(row, update, changed);
    }
    carryOut(update, changed);
}

void BoardIndex::place(const BoardRow &row, BoardUpdate &update, BoardOrder &changed)
{
    const bool belongs = isKept(row.key()) || matches(row);
    const bool wasRow = isRow(row.key());
    if (belongs && (wasRow || mayComeIn()))
        update.longestLife = std::max(update.longestLife, lifeOf(row));
    if (belongs && wasRow)
        changed.push_back(row.key());
    else if (wasRow)
        update.removed.push_back(row.key());
    else if (!belongs)
        remove(m_waiting, row.key());
    else if (mayComeIn())
        update.inserted.push_back(row.key());
    else
        add(m_waiting, row.key());
}

// Makes the rows what the update says of them, or all anew where that is less work for a view.
void BoardIndex::carryOut(BoardUpdate &update, const BoardOrder &changed)
{
    const bool isByKey = model::isByKey(m_sort, m_rows);
    const std::size_t places = isByKey
        ? countPlaces(update.removed, m_order, 1) + countPlaces(update.inserted, m_order, 0)
        : update.removed.size();
    if (isByKey ? places > MostPlaces : !update.inserted.empty())
        choose(update, BoardUpdate::Rows::Moved);
    if (update.rows == BoardUpdate::Rows::Changed) {
        for (const BoardRow::Key key : update.removed)
            m_isRow[key] = false;
        if (!update.removed.empty())
            std::erase_if(m_order, [this](BoardRow::Key key) { return !m_isRow[key]; });
        for (const BoardRow::Key key : update.inserted) {
            if (m_isRow.size() <= key)
                m_isRow.resize(std::max<std::size_t>(key + 1, 2 * m_isRow.size()));
            m_isRow[key] = true;
        }
        const auto middle = std::ptrdiff_t(m_order.size());
        m_order.insert(m_order.end(), update.inserted.begin(), update.inserted.end());
        if (middle > 0 && !update.inserted.empty() && m_order[std::size_t(middle)] < m_order[std::size_t(middle) - 1])
            std::inplace_merge(m_order.begin(), m_order.begin() + middle, m_order.end());
        if (places > MostPlaces) { // sorted otherwise, what stays keeps its order
            update.rows = BoardUpdate::Rows::Moved;
            update.order = m_order;
        }
    }
    if (update.rows != BoardUpdate::Rows::Changed) {
        update.removed.clear();
        update.inserted.clear();
        return;
    }
    const auto rowAt = [this](std::size_t place) { return int(m_order.size() - 1 - place); };
    if (isByKey) {
        for (const BoardRow::Key key : std::views::reverse(changed))
            update.changed.push_back(rowAt(std::size_t(std::ranges::lower_bound(m_order, key) - m_order.begin())));
    } else if (!changed.empty()) {
        std::vector<bool> isChanged(m_isRow.size());
        for (const BoardRow::Key key : changed)
            isChanged[key] = true;
        for (std::size_t place = m_order.size(); place-- > 0;) {
            if (isChanged[m_order[place]])
                update.changed.push_back(rowAt(place));
        }
    }
}

void BoardIndex::choose(BoardUpdate &update, BoardUpdate::Rows how)
{
    // Held back is what has come since; what waited already may have been let go by now and counts anew.
    const BoardOrder waited = how == BoardUpdate::Rows::Moved && !mayComeIn() ? std::move(m_waiting) : BoardOrder();
    m_waiting.clear();
    m_counts = {};
    update.rows = how;
    update.longestLife = {};
    update.oldestStart.reset();
    BoardOrder keys;
    m_isRow.assign(m_rows.isEmpty() ? 0 : m_isRow.size(), false);
    m_rows.forEach([&](const BoardRow &row) {
        const bool isFoundRow = isFound(row);
        if (isFoundRow)
            count(row, true);
        if (!isKept(row.key()) && !(isFoundRow && m_filter.fitsChip(row)))
            return;
        if (contains(waited, row.key())) {
            m_waiting.push_back(row.key());
            return;
        }
        if (m_isRow.size() <= row.key())
            m_isRow.resize(std::max<std::size_t>(row.key() + 1, 2 * m_isRow.size()));
        m_isRow[row.key()] = true;
        keys.push_back(row.key());
        update.longestLife = std::max(update.longestLife, lifeOf(row));
        if (!update.oldestStart || row.startedAt() < *update.oldestStart)
            update.oldestStart = row.startedAt();
    });
    m_order = sorted(std::move(keys), m_rows, m_sort);
    update.order = m_order;
}

BoardUpdate BoardIndex::finished(BoardUpdate update)
{
    update.known = m_rows.share();
    update.isComplete = m_isComplete;
    update.filter = m_filter;
    update.sort = m_sort;
    update.waiting = m_waiting.size();
    update.counts = m_counts;
    update.total = m_rows.size();
    if (!m_isComplete) {
        // The store has counted all of them; what was typed can only be counted among those that were read.
        const auto &c = m_storeCounts;
        update.total = std::size_t(c.all);
        if (m_filter.find.isEmpty()) {
            const std::array counts{c.all, c.running(), c.verified, c.expired, c.failed, c.cancelled};
            std::ranges::transform(counts, update.counts.begin(), [](std::int64_t n) { return std::size_t(n); });
        }
    }
    return update;
}

BoardIndex::Update BoardIndex::setFilter(BoardFilter filter)
{
    m_filter = std::move(filter);
    const BoardRow *kept = m_kept ? m_rows.row(*m_kept) : nullptr;
    if (kept && !matches(*kept))
        m_kept.reset(); // somebody chose not to see it
    BoardUpdate update;
    choose(update, BoardUpdate::Rows::Chosen);
    return finished(std::move(update));
}

BoardIndex::Update BoardIndex::setSort(BoardSort sort)
{
    m_sort = sort;
    m_waiting.clear();
    BoardUpdate update;
    choose(update, BoardUpdate::Rows::Moved);
    return finished(std::move(update));
}

BoardIndex::Update BoardIndex::setHeld(bool held)
{
    m_isHeld = held;
    return held || !m_sort.isNewestFirst() ? Update() : letIn();
}

BoardIndex::Update BoardIndex::letIn()
{
    if (m_waiting.empty())
        return {};
    BoardUpdate update;
    if (isByKey(m_sort, m_rows)) {
        update.inserted = std::move(m_waiting);
        m_waiting.clear();
        for (const BoardRow::Key key : update.inserted)
            update.longestLife = std::max(update.longestLife, lifeOf(*m_rows.row(key)));
        carryOut(update, {});
    } else {
        m_waiting.clear();
        choose(update, BoardUpdate::Rows::Moved);
    }
    return finished(std::move(update));
}

BoardIndex::Update BoardIndex::setKept(std::optional<Key> key)
{
    const std::optional<Key> before = std::exchange(m_kept, key);
    if (before == key)
        return {};
    BoardUpdate update;
    const BoardRow *leaving = before ? m_rows.row(*before) : nullptr;
    if (leaving && isRow(leaving->key()) && !matches(*leaving))
        update.removed.push_back(leaving->key());
    if (update.removed.empty())
        return {};
    carryOut(update, {});
    return finished(std::move(update));
}

bool BoardIndex::isRow(BoardRow::Key key) const
{
    return key < m_isRow.size() && m_isRow[key];
}

void BoardIndex::count(const BoardRow &row, bool isAdded)
{
    for (const StateChip chip : {StateChip::All, chipOf(row.status())})
        m_counts[std::size_t(chip)] += isAdded ? std::size_t(1) : std::size_t(-1);
}

} // namespace model
