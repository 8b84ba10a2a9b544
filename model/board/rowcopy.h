// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace model {

class BoardModel;

enum class RowFormat {
    Text, // as the table shows it, with tabs between the cells
    Csv, // with a header; RFC 4180
    Json, // a list of objects
};

// `count` of the Board's rows from `first` on, newest first as the table shows them, to be pasted elsewhere. Numbers
// are masked as they are on the screen, and rows of invented data say so.
QString copyOfRows(const BoardModel &rows, int first, int count, RowFormat format);

} // namespace model
