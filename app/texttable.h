// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

// Tables of figures for a terminal.
namespace app {

// Columns as wide as their widest cell; numbers to the right, the first and last column to the left.
QString laidOut(const std::vector<QStringList> &rows);
// "84.4 %".
QString percentCell(double rate);
// "+6.31": a difference of rates in points.
QString pointsCell(double difference);
// "-" for none.
QString numberCell(const std::optional<double> &number, int decimals);

} // namespace app
