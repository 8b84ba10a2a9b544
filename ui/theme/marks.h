// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QPixmap>
#include <QPointF>

class QPainter;

namespace ui {

// Everything that stands for a message, a state or a moment. One thing, one mark: the shape says what, the colour only
// repeats it.
enum class Mark {
    SmsPlanned, // or not needed
    SmsSent,
    SmsDelivered,
    SmsNotDelivered,
    SmsUsed, // its code was accepted
    SmsGlyph, // the outline that names the channel in a column, a button, a setting
    CallPlanned,
    CallSent, // ringing
    CallDelivered, // answered
    CallNotDelivered, // not answered
    CallUsed, // the tick stands above the circle, outside the box
    CallGlyph,
    Verified,
    Expired,
    Failed,
    Cancelled,
    Running,
    WrongCode,
    Now,
    NowPaused,
    NowInRow, // 24 px high over a row's middle
    NowInRowPaused,
    Expiry,
};

inline constexpr int MarkCount = int(Mark::Expiry) + 1;

// Sizes: a mark is 14 px wide at scale 1, drawn on a grid of 16. Multiply by Theme::scale().
namespace markscale {
inline constexpr qreal Row = 1;
inline constexpr qreal Detail = 10.0 / 7; // 20 px
inline constexpr qreal Stage = 2.1;
} // namespace markscale

enum class MarkHalo {
    None,
    Background, // 1 px of the background around the shape, so that lines end before it: messages and ends on a timeline
};

// Draws the mark around its centre, which lies on the timeline's line. Whole pixels of the centre keep edges crisp.
// background is the colour under the mark: signs inside filled shapes are cut out in it.
void drawMark(QPainter &painter, Mark mark, QPointF centre, qreal scale, const Tokens &tokens, const QColor &background,
              MarkHalo halo = MarkHalo::None);

// What the mark covers, relative to its centre; for hit tests and for keeping marks apart.
QRectF markBounds(Mark mark, qreal scale);

// The mark alone on a transparent square of size x size device independent pixels.
QPixmap markPixmap(Mark mark, int size, qreal devicePixelRatio, const Tokens &tokens, const QColor &background);

} // namespace ui
