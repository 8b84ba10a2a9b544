// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charttable.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace ui {

ChartTable::ChartTable(QWidget *parent)
    : QTableWidget(parent)
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    verticalHeader()->hide();
    setTabKeyNavigation(false);
}

void ChartTable::setTwin(const model::ChartTwin &twin, const QString &finding)
{
    const int row = std::max(0, currentRow());
    const int column = std::max(0, currentColumn());
    setAccessibleName(finding);
    setColumnCount(int(twin.heads.size()));
    setRowCount(int(twin.rows.size()));
    setHorizontalHeaderLabels(twin.heads);
    for (int i = 0; i < rowCount(); ++i) {
        for (int j = 0; j < columnCount(); ++j)
            setItem(i, j, new QTableWidgetItem(twin.rows.at(i).value(j)));
    }
    resizeColumnsToContents();
    if (rowCount() > 0)
        setCurrentCell(std::min(row, rowCount() - 1), column); // a screen reader needs one
}

void ChartTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT opened(currentRow());
    else
        QTableWidget::keyPressEvent(event);
}

} // namespace ui
