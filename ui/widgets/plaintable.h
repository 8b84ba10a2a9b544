// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;
class QHeaderView;
class QStyledItemDelegate;
class QTableView;

namespace ui {

// What tables of plain rows have in common: whole rows, selected one at a time, no grid and no frame, and columns as
// wide as the table makes them. The table owns heads and delegate from now on; the model outlives it.
void setUpPlainTable(QTableView &table, QHeaderView *heads, QAbstractItemModel &model, QStyledItemDelegate *delegate);
// In pixels. The wheel moves such a table by rows.
void setRowHeights(QTableView &table, int row, int heads);

} // namespace ui
