// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plaintable.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>

namespace ui {

void setUpPlainTable(QTableView &table, QHeaderView *heads, QAbstractItemModel &model, QStyledItemDelegate *delegate)
{
    table.setHorizontalHeader(heads);
    table.setModel(&model);
    table.setItemDelegate(delegate);
    heads->setSectionResizeMode(QHeaderView::Fixed);
    heads->setSectionsClickable(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setWordWrap(false);
    table.setCornerButtonEnabled(false);
    table.setTabKeyNavigation(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

void setRowHeights(QTableView &table, int row, int heads)
{
    table.verticalHeader()->setMinimumSectionSize(row);
    table.verticalHeader()->setDefaultSectionSize(row);
    table.horizontalHeader()->setFixedHeight(heads);
    table.verticalScrollBar()->setSingleStep(row);
}

} // namespace ui
