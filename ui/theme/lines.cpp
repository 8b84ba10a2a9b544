// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/lines.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui {

namespace {

constexpr qreal Thin = 1.5;
constexpr qreal Thick = 4;
constexpr qreal Strand = 2; // one of the lines of a second or third PIN, and the gap between them
constexpr qreal SpeechHeight = 7;
constexpr qreal SpeechCorner = 1.5;
constexpr qreal DotLength = 1.5;
constexpr qreal DotGap = 4;
constexpr qreal ZigzagAmplitude = 2.75;
constexpr qreal ZigzagPeriod = 7;
constexpr qreal HatchHeight = 5;
constexpr qreal HatchPitch = 4;

// A filled bar instead of a pen: its ends are exact.
void fillBar(QPainter &painter, qreal x1, qreal x2, qreal y, qreal height, const QColor &colour)
{
    painter.fillRect(QRectF(x1, y - height / 2, x2 - x1, height), colour);
}

class Antialiased {
public:
    explicit Antialiased(QPainter &painter)
        : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Antialiased() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Antialiased)

private:
    QPainter &m_painter;
};

} // namespace

void drawPinLine(QPainter &painter, PinLine line, qreal x1, qreal x2, qreal y, const QColor &colour, qreal scale)
{
    const Antialiased guard(painter);
    const auto strands = [&](int count) {
        const qreal pitch = 2 * Strand * scale;
        for (int i = 0; i < count; ++i)
            fillBar(painter, x1, x2, y + (i - (count - 1) / 2.0) * pitch, Strand * scale, colour);
    };
    switch (line) {
    case PinLine::OnItsWay:
        fillBar(painter, x1, x2, y, Thin * scale, colour);
        break;
    case PinLine::AtPhone:
        fillBar(painter, x1, x2, y, Thick * scale, colour);
        break;
    case PinLine::Second:
        strands(2);
        break;
    case PinLine::Third:
        strands(3);
        break;
    }
}

void drawDottedLine(QPainter &painter, qreal x1, qreal x2, qreal y, const QColor &colour, qreal scale)
{
    const Antialiased guard(painter);
    // Counted from the end, which stays where it is: the dots stand still while the beginning moves with the time.
    for (qreal x = x2; x > x1; x -= (DotLength + DotGap) * scale)
        fillBar(painter, std::max(x - DotLength * scale, x1), x, y, Thin * scale, colour);
}

void drawZigzag(QPainter &painter, qreal x1, qreal x2, qreal y, const QColor &colour, qreal scale)
{
    const Antialiased guard(painter);
    const qreal quarter = ZigzagPeriod * scale / 4;
    const qreal amplitude = ZigzagAmplitude * scale;
    QPainterPath path(QPointF(x1, y));
    qreal x = x1 + quarter;
    for (qreal direction = -1; x < x2; x += 2 * quarter, direction = -direction)
        path.lineTo(x, y + direction * amplitude);
    // The last stroke ends where the time ends, on its way towards the next corner.
    const QPointF last = path.currentPosition();
    const qreal towards = last.y() == y ? -amplitude : y - last.y();
    path.lineTo(x2, last.y() + towards * std::min(qreal(1), (x2 - last.x()) / quarter));
    painter.strokePath(path, QPen(colour, Thin * scale, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
}

void drawSpeech(QPainter &painter, qreal x1, qreal x2, qreal y, const QColor &colour, qreal scale)
{
    const Antialiased guard(painter);
    const qreal height = SpeechHeight * scale;
    const qreal corner = std::min(SpeechCorner * scale, (x2 - x1) / 2);
    QPainterPath path;
    path.addRoundedRect(QRectF(x1, y - height / 2, x2 - x1, height), corner, corner);
    painter.fillPath(path, colour);
}

void drawHatching(QPainter &painter, qreal x1, qreal x2, qreal y, const QColor &colour, qreal scale)
{
    const Antialiased guard(painter);
    const qreal height = HatchHeight * scale;
    painter.setClipRect(QRectF(x1, y - height / 2, x2 - x1, height), Qt::IntersectClip);
    painter.setPen(QPen(colour, scale, Qt::SolidLine, Qt::FlatCap));
    for (qreal x = x1 - height; x < x2; x += HatchPitch * scale)
        painter.drawLine(QPointF(x, y + height / 2), QPointF(x + height, y - height / 2));
}

} // namespace ui
