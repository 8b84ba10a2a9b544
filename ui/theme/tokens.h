// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

namespace ui {

// The colours of one scheme: the only place where a colour is spelt out. Pages ask for a role, never for a figure.
// A plain value. tests/ui/tst_themecolours.cpp computes contrast and distance for every pair that is used.
struct Tokens {
    bool dark = false;

    QColor window; // behind pages, menus, the rail
    QColor base; // tables, cards, fields
    QColor header; // table heads, raised surfaces, message bubbles
    QColor selection;

    QColor text;
    QColor secondary;
    QColor accent; // focus, links, primary actions
    QColor textOnAccent;

    QColor controlEdge;
    QColor divider;
    QColor grid;

    QColor bandViolet; // demo and simulated data
    QColor bandAmber; // something to look at
    QColor bandRed; // a failure
    QColor bandGreen; // done

    QColor running;
    QColor verified;
    QColor expired;
    QColor failed;
    QColor neutral;
    QColor simulated;

    std::array<QColor, 7> workflows;

    // Derived roles: which of the colours above a primary button wears. On light it is filled with the accent; on dark
    // a large bright area would outshine the states, so there it is a raised surface with accent words and edge.
    QColor primaryFill;
    QColor primaryText;
    QColor primaryEdge;

    // The colour of workflow 1 to 7; custom workflows (any other id) are neutral.
    QColor workflow(int id) const;
};

const Tokens &lightTokens();
const Tokens &darkTokens();

// The same tokens as greys of equal lightness: what remains for somebody who sees no colour.
Tokens withoutColour(const Tokens &tokens);

// Lengths in pixels at 10 pt and 96 dpi. Theme::px() scales them with the text.
namespace metrics {
inline constexpr int Space4 = 4;
inline constexpr int Space8 = 8;
inline constexpr int Space12 = 12;
inline constexpr int Space16 = 16;
inline constexpr int Space24 = 24;
inline constexpr int Space32 = 32;
inline constexpr int Row = 28;
inline constexpr int Control = 32;
inline constexpr int SmallControl = 26; // chips, and buttons inside a banner line
inline constexpr int Target = 24; // nothing to click is smaller
inline constexpr int Corner = 4;
inline constexpr int FocusRing = 2;
inline constexpr int GlyphPitch = 19; // from one message's mark to the next
inline constexpr double MarkerRadius = 6; // of a workflow's
inline constexpr double SmallMarkerRadius = 5;
inline constexpr int Banner = 40; // height of a banner line
inline constexpr int MotionMilliseconds = 150; // the longest transition
} // namespace metrics

} // namespace ui
