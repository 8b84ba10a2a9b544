// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/chartwords.h"

#include <QTableWidget>

namespace ui {

// A chart's figures to read: the table twin. Its place stays when figures change under a reader.
class ChartTable : public QTableWidget {
    Q_OBJECT

public:
    explicit ChartTable(QWidget *parent = nullptr);

    void setTwin(const model::ChartTwin &twin, const QString &finding);

Q_SIGNALS:
    void opened(int row); // with Enter

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace ui
