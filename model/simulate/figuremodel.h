// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

namespace model {

class SimulateSession;
struct FigureRow;

// The figures of the session's shown population as an editable table. The session outlives it.
class FigureModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Group, Name, Value, Origin };
    static constexpr int ColumnCount = Origin + 1;
    enum Role { IsPublishedRole = Qt::UserRole, IsYoursRole, IsFirstOfGroupRole };

    explicit FigureModel(SimulateSession &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    // Values only; a refused one stays as it was.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    // Whether a row has `text` in its name, its group or its origin.
    bool matches(int row, const QString &text) const;

Q_SIGNALS:
    // After an edit: what is wrong with it, or nothing.
    void judged(const QString &problem);

private:
    void follow();

    SimulateSession &m_session;
    std::vector<FigureRow> m_rows;
};

} // namespace model
