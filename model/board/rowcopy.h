// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace model {

class BoardModel;

enum class RowFormat {
    Text, // as the table shows it, with tabs between the cells
    Csv, // with a header; RFC 4180
    Json, // a list of objects
};

// These of the Board's rows, to be pasted elsewhere. Numbers are masked as they are on the screen, and rows of invented
// data say so.
QString copyOfRows(const BoardModel &rows, const std::vector<int> &wanted, RowFormat format);

} // namespace model
