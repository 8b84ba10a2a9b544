// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace ui {

class ChartPanel;

// What a chart can be taken along as: its picture and its figures on the clipboard or in a file; and its table twin.
// What came of it is told at the chart. Belongs to its chart.
class ChartMenu : public QMenu {
    Q_OBJECT

public:
    explicit ChartMenu(ChartPanel &chart);

    // Picture and tab-separated figures.
    void copy();
    // Asks for the file's name; `suffixes` are the formats to choose from, all of them when there are none.
    void save(const QStringList &suffixes = {});
    // Writes the figures as CSV, or the picture as SVG or PNG, by the name's suffix.
    void saveAs(const QString &path);

private:
    ChartPanel &m_chart;
    QString m_folder; // of the last file
};

} // namespace ui
