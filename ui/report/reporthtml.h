// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

#include <QByteArray>

namespace ui {

// What the Compare page says, as one HTML file for people without Pinpath: a sheet of A4 for each market with verdict,
// charts, costs, methods and assumptions. It holds all it needs, loads nothing and runs nothing. `markets` are what the
// page shows of each, and not computed again; `origin` says in a few words where the data come from (empty: nothing to
// say). UTF-8. Any thread, without a display too.
QByteArray reportHtml(const std::vector<model::CompareContent> &markets, const QString &origin = {});

} // namespace ui
