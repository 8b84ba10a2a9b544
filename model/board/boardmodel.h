// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/feed.h"
#include "model/board/boardindex.h"

#include <QAbstractTableModel>

#include <memory>
#include <unordered_map>

namespace model {

// The Board's table: a row per verification, newest first, kept up to date from the feed's batches. Rows come and go by
// key, so that nothing a user looks at jumps; while held, new rows wait and are counted. Full records are at hand for
// the rows that are watched only; the others say what their summary knows. Lives in the window's thread.
class BoardModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using Key = engine::VerificationKey;

    enum Column { Started, Number, Workflow, State, Timeline, ColumnCount };
    enum Role {
        KeyRole = Qt::UserRole + 1, // qlonglong
        StatusRole, // engine::Status
        MatchingRole, // bool: false for the selected row that the filter has left behind
        SortRole, // the column's value in its own order, for exports and sorting
    };

    explicit BoardModel(QObject *parent = nullptr);

    void apply(const engine::FeedBatch &batch);
    void setFilter(BoardFilter filter);
    const BoardFilter &filter() const { return m_index.filter(); }

    // While held, new rows wait; letting go lets them in.
    void setHeld(bool held);
    bool isHeld() const { return m_index.isHeld(); }
    std::size_t waiting() const { return m_index.waiting(); }
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

    Key keyAt(int row) const { return m_index.keyAt(row); }
    std::optional<int> rowOf(Key key) const { return m_index.rowOf(key); }
    const engine::Summary &summaryAt(int row) const { return *m_index.find(keyAt(row)); }
    std::shared_ptr<const engine::Record> recordAt(int row) const { return record(keyAt(row)); }
    std::shared_ptr<const engine::Record> record(Key key) const; // null when not at hand
    // What a row's messages are, in their order, as far as it is known.
    std::vector<engine::Channel> channelsAt(int row) const;
    // How long it lives if nobody does anything, or has lived: what an axis must show. As far as it is known.
    engine::milliseconds lifeOf(const engine::Summary &summary) const;
    engine::milliseconds longestLife() const; // of the rows
    const engine::Summary *find(Key key) const { return m_index.find(key); } // null when unknown
    // The newest such verification, if there is one.
    std::optional<Key> find(engine::RequestId id) const;
    std::optional<engine::Summary> runningFor(engine::PhoneNumber number) const;

    const ChipCounts &counts() const { return m_index.counts(); }
    std::size_t total() const { return m_index.total(); }

    // "14:02:25", or the day for what started on another one.
    QString startedText(const engine::Summary &summary) const;

Q_SIGNALS:
    void arrived(); // a batch was taken in: counts and records may differ
    void waitingChanged();
    void filterChanged();

private:
    void insertRows(const BoardIndex::Keys &keys);
    void removeRows(const BoardIndex::Keys &keys);
    void keepRecords(const engine::FeedBatch &batch, std::set<Key> &changed);
    void announce(const std::set<Key> &changed);
    QString text(int row, int column) const;
    QVariant sortValue(int row, int column) const;
    QString stateText(const engine::Summary &summary) const;
    QString accessibleText(int row, int column) const;

    BoardIndex m_index;
    std::set<Key> m_watched;
    std::unordered_map<Key, std::shared_ptr<const engine::Record>> m_records;
    engine::Instant m_now{};
};

} // namespace model
