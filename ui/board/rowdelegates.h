// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace model {
class BoardModel;
class Ruler;
} // namespace model

namespace ui {

class Theme;

// How far the first column's words stand from the page's left edge, in px at scale 1; the others begin at their
// column's.
inline constexpr int RowPadding = 16;

// Gives the table the delegates that paint a row of the Board: words at the left, the timeline at the right, a row that
// no longer matches dimmed. The table owns them; theme, model and ruler outlive it.
void setRowDelegates(QTableView &table, const Theme &theme, const model::BoardModel &model, const model::Ruler &ruler);

} // namespace ui
