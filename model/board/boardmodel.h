// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/boardupdate.h"
#include "model/words/numberwords.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>
#include <set>
#include <unordered_map>

namespace model {

class BoardCells;
class BoardIndex;

// The Board's table: a row per verification that its filter lets through, kept up to date from the updates of its
// index, which chooses, sorts and counts the rows on another thread; what is asked of it here comes true with a later
// update. Rows come and go by key, so that nothing a user looks at jumps; while held, new rows wait and are counted.
// Full records are at hand for the rows that are watched only; the others say what their summary knows. Lives in the
// window's thread.
class BoardModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using Key = engine::VerificationKey;

    using Column = BoardColumn::Id;
    using enum BoardColumn::Id;
    static constexpr int ColumnCount = BoardColumn::Count;
    enum Role {
        KeyRole = Qt::UserRole + 1, // qlonglong
        StatusRole, // engine::Status
        MatchingRole, // bool: false for the selected row that the filter has left behind
        SortRole, // the column's value in its own order, for exports and sorting
    };

    explicit BoardModel(const NumberMask &mask, QObject *parent = nullptr);

    const NumberMask &mask() const { return m_mask; }

    // Takes what is to be asked of the index to it.
    using Wish = std::function<std::optional<BoardUpdate>(BoardIndex &)>;
    void setAsk(std::function<void(Wish)> ask) { m_ask = std::move(ask); }
    void apply(const BoardUpdate &update);

    void setFilter(BoardFilter filter);
    const BoardFilter &filter() const { return m_filter; } // as it was asked for last
    void setSort(BoardSort sort);
    const BoardSort &sort() const { return m_sort; } // likewise

    // While held, new rows wait; letting go lets them in.
    void setHeld(bool held);
    bool isHeld() const { return m_isHeld; }
    std::size_t waiting() const { return m_shown.waiting; }
    // Lets in what waits, also what waits because the table is not sorted by time.
    void letIn();
    // This row stays when it stops matching.
    void setKept(std::optional<Key> key);
    // Full records are kept for these only, as far as they have come.
    void setWatched(const std::set<Key> &keys);
    // Running rows count down against this. Sends no change: the view repaints what is visible.
    void setNow(engine::Instant now) { m_now = now; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    Key keyAt(int row) const { return m_order[m_order.size() - 1 - std::size_t(row)]; }
    std::optional<int> rowOf(Key key) const;
    engine::Summary summaryAt(int row) const { return *find(keyAt(row)); }
    engine::Status statusAt(int row) const { return m_shown.known.row(keyAt(row))->status(); }
    std::shared_ptr<const engine::Record> recordAt(int row) const { return record(keyAt(row)); }
    std::shared_ptr<const engine::Record> record(Key key) const; // null when not at hand
    // What a row's messages are, in their order, as far as it is known.
    std::vector<engine::Channel> channelsAt(int row) const;
    // How long it lives if nobody does anything, or has lived: what an axis must show. As far as it is known.
    engine::milliseconds lifeOf(const engine::Summary &summary) const;
    engine::milliseconds longestLife() const; // of the rows
    std::optional<engine::Instant> oldestStart() const { return m_shown.oldestStart; } // of the rows
    std::optional<engine::Summary> find(Key key) const { return m_shown.known.find(key); } // none when unknown
    // The newest such verification, if there is one.
    std::optional<Key> find(engine::RequestId id) const;
    // How many are newer than this one.
    std::size_t countAfter(Key key) const;
    std::optional<engine::Summary> runningFor(engine::PhoneNumber number) const;

    const ChipCounts &counts() const { return m_shown.counts; }
    std::size_t total() const { return m_shown.total; }
    // Whether all of the store has been read; until then only the newest can be rows.
    bool isComplete() const { return m_shown.isComplete; }
    // While the model resets itself: whether the rows were not chosen anew but only moved.
    bool isMoving() const { return m_shown.rows == BoardUpdate::Rows::Moved; }

Q_SIGNALS:
    void arrived(); // an update was taken in: counts and records may differ
    void waitingChanged();
    void filterChanged(); // the rows were chosen afresh
    void sortChanged(); // as it was asked for

private:
    void takeRows(const BoardUpdate &update);
    void insertRows(const BoardOrder &keys);
    void removeRows(const BoardOrder &keys);
    int rowBelow(Key key) const;
    void keepRecords(const BoardUpdate &update, std::set<int> &changed);
    void announce(const std::set<int> &rows);
    BoardCells cellsAt(int row) const;

    const NumberMask &m_mask;
    std::function<void(Wish)> m_ask = [](const Wish &) {};
    BoardFilter m_filter;
    BoardSort m_sort;
    bool m_isHeld = false;
    BoardUpdate m_shown; // the latest, without what it said of rows and records
    BoardOrder m_order;
    std::set<Key> m_watched;
    std::unordered_map<Key, std::shared_ptr<const engine::Record>> m_records;
    engine::Instant m_now{};
};

} // namespace model
