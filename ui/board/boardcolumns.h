// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/boardsort.h"

#include <QObject>

class QMenu;
class QPoint;
class QTableView;

namespace model {
class BoardModel;
}

namespace ui {

class Theme;

// Which of the Board's columns are shown, how wide they are and which one sorts: what a click on the header, its menu
// and the View menu's actions do. It belongs to the table; model and theme outlive it.
class BoardColumns : public QObject {
    Q_OBJECT

public:
    BoardColumns(const Theme &theme, model::BoardModel &model, QTableView &table);

    bool isShown(model::BoardColumn::Id column) const;
    void setShown(model::BoardColumn::Id column, bool isShown);
    // The way that is asked for most often first, the other way when it is sorted by this one already.
    void sortBy(model::BoardColumn::Id column);
    // By the column of the current cell.
    void sortByCurrent();
    // Where to sort and which columns to show can be chosen, below the header's left end or where a mouse asked.
    void showMenu();
    // As wide as they should be; the timeline has the rest. Columns that were asked for give way to it.
    void measure();

    // Which are shown, from one run to the next. The order is not kept: the newest stand at the top of a new window.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

private:
    void leaveTimelineRoom();
    void fill(QMenu &menu);
    void popUp(const QPoint &place);

    const Theme &m_theme;
    model::BoardModel &m_model;
    QTableView &m_table;
};

} // namespace ui
