// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {

// The pages by the numbers of their keys, Ctrl+1 to Ctrl+6. A page that does not exist yet leaves its number free.
// Stage is none of them: it stands over all.
enum class PageId { Board = 1, Handsets, Compare, Simulate, Api, Admin, Stage };

} // namespace ui
