// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/marks.h"

#include <QIcon>

class QPainter;

namespace ui {

class Theme;

// Small signs of the frame: actions, pages, notices. Drawn in one colour on a grid of 16 like the marks.
enum class Icon {
    Search,
    Plus,
    Pause,
    Play,
    Skip,
    Sound,
    Muted,
    Clock,
    ChevronDown,
    ChevronRight,
    ArrowUp,
    SortDown, // newest, largest first
    SortUp,
    Close,
    Check,
    Copy,
    Info,
    Warning,
    Demo,
    Simulated,
    Board,
    Handsets,
    Compare,
    Report,
    Api,
    Admin,
};

inline constexpr int IconCount = int(Icon::Admin) + 1;

// size is the side of the square in device independent pixels; the drawings are made for 16.
void drawIcon(QPainter &painter, Icon icon, QPointF centre, qreal size, const QColor &colour);

// An icon that draws itself at any size and pixel ratio in the theme's present colours; the theme must outlive it.
// role is the colour while enabled, for example &Tokens::secondary; a disabled icon is the control edge's grey.
QIcon themedIcon(const Theme &theme, Icon icon, QColor Tokens::*role = &Tokens::text);
// The same for a mark, with signs cut out in the base colour.
QIcon themedIcon(const Theme &theme, Mark mark);
// A workflow's marker in its colour.
QIcon workflowIcon(const Theme &theme, int id);

} // namespace ui
