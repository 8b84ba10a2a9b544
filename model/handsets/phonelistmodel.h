// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/phonenumber.h"
#include "model/handsets/phone.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace model {

class HandsetsModel;

// The list of phones: a head with its count for each group that has any, and a line for each phone. Lines stay where
// they are as long as their order does. It outlives no phones model. Times are told as they are when asked for: who
// shows them looks again as time goes on.
class PhoneListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole + 1, // quint64, the number's digits; invalid for a head
        SymbolRole, // int of Symbol
        TimeRole, // "2:43"
        CountRole, // of a head
    };

    explicit PhoneListModel(const HandsetsModel &phones, QObject *parent = nullptr);

    void setFind(const QString &text);
    const QString &find() const { return m_find; }
    // The phones in the order of their lines.
    const std::vector<engine::PhoneNumber> &numbers() const { return m_numbers; }
    std::optional<int> rowOf(engine::PhoneNumber number) const;
    std::optional<engine::PhoneNumber> numberAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line {
        PhoneState group = PhoneState::Quiet;
        std::optional<engine::PhoneNumber> number; // none: the group's head

        bool operator==(const Line &) const = default;
    };

    void follow();
    QVariant headData(const Line &line, int role) const;

    const HandsetsModel &m_phones;
    QString m_find;
    std::vector<engine::PhoneNumber> m_numbers;
    std::vector<Line> m_lines;
    PhoneCounts m_counts{};
};

} // namespace model
