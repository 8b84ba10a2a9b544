// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QMargins>

class QBoxLayout;
class QGridLayout;
class QLayout;
class QSplitter;

namespace ui {

// Lengths of the drawings, at 10 pt, that follow the text size for as long as what has them lives: what is set once
// stays as it was when the user chooses another size.
void scaleSpacing(const Theme &theme, QBoxLayout &layout, int spacing);
void scaleSpacing(const Theme &theme, QGridLayout &layout, int horizontal, int vertical);
void scaleMargins(const Theme &theme, QLayout &layout, const QMargins &margins);
// The same as QBoxLayout::addSpacing().
void addScaledSpacing(const Theme &theme, QBoxLayout &layout, int length);
// Panes grow and shrink with the text, all but the one at `rest`, which has what is left.
void scalePanes(const Theme &theme, QSplitter &splitter, int rest);
// Calls it now, and whenever the theme changes while `context` lives.
template <class Measure>
void measureAlways(const Theme &theme, QObject *context, Measure measure)
{
    measure();
    QObject::connect(&theme, &Theme::changed, context, measure);
}

} // namespace ui
