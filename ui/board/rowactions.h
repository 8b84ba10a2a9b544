// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>

#include <vector>

namespace model {
class BoardModel;
enum class RowFormat;
} // namespace model

namespace ui {

class Actions;
class BoardTable;

// What is done with rows of the Board: they are copied, those that are marked or all that are shown, and a menu offers
// what can be done with one. Belongs to the page; all it is given outlives it.
class RowActions : public QObject {
    Q_OBJECT

public:
    RowActions(Actions &actions, BoardTable &table, const model::BoardModel &rows, QObject *page);

Q_SIGNALS:
    void copied(const QString &words); // "3 rows copied."
    void nothingToCopy();

private:
    void copyMarked(model::RowFormat format);
    void copyShown(model::RowFormat format);
    void copy(std::vector<int> rows, model::RowFormat format);
    void showMenu(QPoint at);

    const Actions &m_actions;
    BoardTable &m_table;
    const model::BoardModel &m_rows;
};

} // namespace ui
