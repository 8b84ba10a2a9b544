// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/exchangelog.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace model {

// Which exchanges are wanted: words that all have to occur somewhere in it, "status:16" for exactly that status, and
// whether only those that were refused.
struct ExchangeFilter {
    QString text;
    bool isRefusedOnly = false;

    bool isEmpty() const { return text.isEmpty() && !isRefusedOnly; }
    bool matches(const engine::ApiExchange &exchange) const;
    bool operator==(const ExchangeFilter &) const = default;
};

// The kept exchanges as rows, newest first. While it is held nothing moves: what comes is counted and waits.
class ExchangeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Request, Status, Answer, Took, ColumnCount };
    enum Role { IsRefusedRole = Qt::UserRole + 1 };
    using Kept = engine::ExchangeLog::Kept;

    using QAbstractTableModel::QAbstractTableModel;

    void take(const engine::ExchangeLog::News &news);
    void clear();

    const ExchangeFilter &filter() const { return m_filter; }
    void setFilter(ExchangeFilter filter);
    void setHeld(bool isHeld);
    std::size_t waiting() const { return m_waitingRows; } // rows that would come in

    std::size_t total() const { return m_all.size() + m_waiting.size(); }
    std::size_t refused() const;
    // Of those with the words that are looked for, refused ones alone or all: what choosing so would show.
    std::size_t count(bool isRefusedOnly) const;
    const Kept &at(int row) const { return m_rows[std::size_t(row)]; }
    // -1: it is not among the rows.
    int rowOf(std::uint64_t number) const;
    // All that name the verification, oldest first, waiting ones included.
    std::vector<Kept> about(engine::RequestId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void countsChanged();

private:
    std::size_t countOf(const ExchangeFilter &filter) const;
    void letIn();
    void dropBefore(std::uint64_t number);

    ExchangeFilter m_filter;
    std::deque<Kept> m_all; // let in, oldest first
    std::deque<Kept> m_waiting; // not yet
    std::vector<Kept> m_rows; // newest first
    std::size_t m_waitingRows = 0;
    std::uint64_t m_oldest = 1;
    bool m_isHeld = false;
};

} // namespace model
