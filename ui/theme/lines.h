// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QPainter;

namespace ui {

// The lines of a timeline, all horizontal from x1 to x2 around y. scale as for marks; lengths below are at scale 1.

// How long a PIN has been where: the line says it by its form.
enum class PinLine {
    OnItsWay, // 1.5 px: valid, but not at the phone
    AtPhone, // 4 px
    Second, // two lines of 2 px, 2 px apart
    Third, // three lines of 2 px, 2 px apart
};
void drawPinLine(QPainter &painter, PinLine line, qreal x1, qreal x2, qreal y, const QColor &colour, qreal scale);

// To come: 1.5 px dots, 4 px apart, up to the expiry.
void drawDottedLine(QPainter &painter, qreal x1, qreal x2, qreal y, const QColor &colour, qreal scale);

// A ringing phone: amplitude 2.75 px, period 7 px, 1.5 px wide.
void drawZigzag(QPainter &painter, qreal x1, qreal x2, qreal y, const QColor &colour, qreal scale);

// A voice that speaks: a bar 7 px high with corners of 1.5 px.
void drawSpeech(QPainter &painter, qreal x1, qreal x2, qreal y, const QColor &colour, qreal scale);

// Time of which nothing is known: slanted strokes, 5 px high.
void drawHatching(QPainter &painter, qreal x1, qreal x2, qreal y, const QColor &colour, qreal scale);

} // namespace ui
