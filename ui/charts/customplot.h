// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one door to QCustomPlot. Its header is written with Qt's keywords, which ours do without; inside they are given
// their meaning, and taken away again.
#include <QtWidgets>

#define signals public
#define slots
#define emit
#ifndef foreach
#define foreach(variable, container) for (variable : container)
#define PINPATH_LENT_FOREACH
#endif
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <qcustomplot.h>
#pragma GCC diagnostic pop
#ifdef PINPATH_LENT_FOREACH
#undef foreach
#undef PINPATH_LENT_FOREACH
#endif
#undef signals
#undef slots
#undef emit
