// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/admin/policylines.h"

#include <QAbstractTableModel>

#include <optional>

namespace model {

// Lines of the Admin page while they are edited. It leaves to others what they mean. Lives in the window's thread.
class LineModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { ChoicesRole = Qt::UserRole, ProblemRole };

    explicit LineModel(QList<LineColumn> columns, QObject *parent = nullptr);

    const Lines &lines() const { return m_lines; }
    // Does not say edited().
    void setLines(const Lines &lines);
    // Marks the place of what is wrong; none: nothing is.
    void setProblem(const std::optional<LineProblem> &problem);

    // Behind `after`; -1: at the top. Where the new line is.
    int insertLine(int after);
    void removeLine(int line);
    // One place up or down; false where there is none.
    bool moveLine(int line, int by);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void edited();

private:
    const QList<LineColumn> m_columns;
    Lines m_lines;
    std::optional<LineProblem> m_problem;
};

} // namespace model
