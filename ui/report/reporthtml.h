// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

#include <QByteArray>

namespace ui {

// What the Compare page says, as one HTML file for people without Pinpath: for each market verdict, charts, costs, all
// pairs, methods and assumptions, to be read or printed on A4. It holds all it needs, loads nothing and runs nothing.
// `markets` are what the page shows of each, and not computed again; `origin` says in a few words where the data come
// from (empty: nothing to say). UTF-8. GUI thread: the page's charts draw it, on no screen too.
QByteArray reportHtml(const std::vector<model::CompareContent> &markets, const QString &origin = {});

} // namespace ui
