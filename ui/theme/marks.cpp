// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/marks.h"

#include "ui/theme/pathdata.h"

#include <QPainter>
#include <QPainterPath>

#include <optional>
#include <vector>

namespace ui {

namespace {

enum class Ink { Background, Running, Verified, Expired, Failed, Neutral, Text, Secondary };

// How a stroke ends: signs and outlines are round; dashes are square, or small ones would run together.
enum class Ends { Round, Flat, DashedCircle };

struct Layer {
    QPainterPath path;
    Ink ink = Ink::Text;
    qreal penWidth = 0; // 0 fills
    Ends ends = Ends::Round;
    bool lowerHalf = false; // clipped to what lies below the line
};

struct Drawing {
    std::vector<Layer> layers;
    QPainterPath body; // the filled shape, for the halo
    QPointF centre = {8, 8};
};

constexpr qreal Outline = 1.5;
constexpr qreal GlyphOutline = 1.25;
constexpr qreal Sign = 2;
constexpr qreal LightSign = 1.75;

QPainterPath shape(const char16_t *data)
{
    return parsePathData(QStringView(data));
}

// What differs between the channels; the states are drawn by the same rules.
struct Channel {
    QPainterPath filled;
    QPainterPath outline;
    QPainterPath dashed;
    Ends dashEnds;
    std::optional<QPainterPath> handset;
    QPainterPath slash;
    qreal slashGap;
    Layer usedTick;
};

const Channel &sms()
{
    static const Channel channel{
        shape(u"M4.5 3H11.5A3.5 3.5 0 0 1 15 6.5V9.5A3.5 3.5 0 0 1 11.5 13H8.5L4.5 16V13A3.5 3.5 0 0 1 1 9.5V6.5"
              u"A3.5 3.5 0 0 1 4.5 3Z"),
        shape(u"M4.5 3.75H11.5A2.75 2.75 0 0 1 14.25 6.5V9.5A2.75 2.75 0 0 1 11.5 12.25H8.25L5.25 14.5V12.25H4.5"
              u"A2.75 2.75 0 0 1 1.75 9.5V6.5A2.75 2.75 0 0 1 4.5 3.75Z"),
        shape(u"M1.75 7.3V6.5A2.75 2.75 0 0 1 4.5 3.75H5.2M7 3.75H9M10.8 3.75H11.5A2.75 2.75 0 0 1 14.25 6.5V7.2"
              u"M14.25 9V9.5A2.75 2.75 0 0 1 11.5 12.25H10.6M9 12.25H8.25L5.25 14.5V12.25"
              u"M3.4 12A2.75 2.75 0 0 1 1.75 9.5V9.1"),
        Ends::Flat,
        std::nullopt,
        shape(u"M2.2 14.8L13.8 2.2"),
        4.2,
        {shape(u"M4.8 8.1L7.2 10.4L11.3 5.7"), Ink::Background, Sign},
    };
    return channel;
}

const QPainterPath &disc()
{
    static const QPainterPath path = shape(u"M8 1A7 7 0 1 1 8 15A7 7 0 1 1 8 1Z");
    return path;
}

const Channel &call()
{
    static const QPainterPath outline = shape(u"M8 1.75A6.25 6.25 0 1 1 8 14.25A6.25 6.25 0 1 1 8 1.75Z");
    static const Channel channel{
        disc(),
        outline,
        outline,
        Ends::DashedCircle,
        shape(u"M5.8 3.9L7.1 5.5C7.4 5.8 7.4 6.2 7.1 6.6L6.5 7.4C6.9 8.3 7.7 9.1 8.6 9.5L9.4 8.9C9.8 8.6 10.2 8.6 10.5 "
              u"8.9"
              u"L12.1 10.2C12.4 10.5 12.5 10.9 12.2 11.2L11.4 12C11.1 12.3 10.7 12.4 10.3 12.3"
              u"C7 11.5 4.5 9 3.7 5.7C3.6 5.3 3.7 4.9 4 4.6L4.8 3.8C5.1 3.5 5.5 3.6 5.8 3.9Z"),
        shape(u"M2 14.5L14 1.5"),
        3.6,
        {shape(u"M5.3 -2.8L7.2 -1L10.7 -4.7"), Ink::Verified, LightSign},
    };
    return channel;
}

void addHandset(Drawing &drawing, const Channel &channel, Ink ink, bool lowerHalf = false)
{
    if (channel.handset)
        drawing.layers.push_back({*channel.handset, ink, 0, Ends::Round, lowerHalf});
}

Drawing planned(const Channel &channel)
{
    Drawing drawing{{{channel.filled, Ink::Background}}, channel.filled};
    drawing.layers.push_back({channel.dashed, Ink::Neutral, Outline, channel.dashEnds});
    addHandset(drawing, channel, Ink::Neutral);
    return drawing;
}

Drawing sent(const Channel &channel)
{
    Drawing drawing{{{channel.filled, Ink::Background}, {channel.outline, Ink::Running, Outline}}, channel.filled};
    addHandset(drawing, channel, Ink::Running);
    drawing.layers.push_back({channel.filled, Ink::Running, 0, Ends::Round, true});
    addHandset(drawing, channel, Ink::Background, true);
    return drawing;
}

Drawing delivered(const Channel &channel)
{
    Drawing drawing{{{channel.filled, Ink::Running}}, channel.filled};
    addHandset(drawing, channel, Ink::Background);
    return drawing;
}

Drawing notDelivered(const Channel &channel)
{
    Drawing drawing{{{channel.filled, Ink::Background}, {channel.outline, Ink::Failed, Outline}}, channel.filled};
    addHandset(drawing, channel, Ink::Failed);
    drawing.layers.push_back({channel.slash, Ink::Background, channel.slashGap});
    drawing.layers.push_back({channel.slash, Ink::Failed, LightSign});
    return drawing;
}

Drawing used(const Channel &channel)
{
    Drawing drawing{{{channel.filled, Ink::Verified}}, channel.filled};
    addHandset(drawing, channel, Ink::Background);
    drawing.layers.push_back(channel.usedTick);
    return drawing;
}

Drawing glyph(const Channel &channel)
{
    Drawing drawing{{{channel.outline, Ink::Secondary, GlyphOutline}}, channel.filled};
    addHandset(drawing, channel, Ink::Secondary);
    return drawing;
}

Drawing filled(const QPainterPath &path, Ink ink, const char16_t *sign = nullptr)
{
    Drawing drawing{{{path, ink}}, path};
    if (sign)
        drawing.layers.push_back({shape(sign), Ink::Background, Sign});
    return drawing;
}

Drawing ring(Ink ink, Layer inner)
{
    return {{{shape(u"M8 2A6 6 0 1 1 8 14A6 6 0 1 1 8 2Z"), ink, Sign}, std::move(inner)}, disc()};
}

Drawing nowInRow(const char16_t *data)
{
    Drawing drawing = filled(shape(data), Ink::Text);
    drawing.centre = {0, 12};
    return drawing;
}

Drawing makeDrawing(Mark mark)
{
    switch (mark) {
    case Mark::SmsPlanned:
        return planned(sms());
    case Mark::SmsSent:
        return sent(sms());
    case Mark::SmsDelivered:
        return delivered(sms());
    case Mark::SmsNotDelivered:
        return notDelivered(sms());
    case Mark::SmsUsed:
        return used(sms());
    case Mark::SmsGlyph:
        return glyph(sms());
    case Mark::CallPlanned:
        return planned(call());
    case Mark::CallSent:
        return sent(call());
    case Mark::CallDelivered:
        return delivered(call());
    case Mark::CallNotDelivered:
        return notDelivered(call());
    case Mark::CallUsed:
        return used(call());
    case Mark::CallGlyph:
        return glyph(call());
    case Mark::Verified:
        return filled(disc(), Ink::Verified, u"M4.4 8.3L7 10.9L11.6 5.5");
    case Mark::Expired:
        return filled(shape(u"M2.5 1H13.5V3.2L9.6 8L13.5 12.8V15H2.5V12.8L6.4 8L2.5 3.2Z"), Ink::Expired);
    case Mark::Failed:
        return filled(shape(u"M5.1 1H10.9L15 5.1V10.9L10.9 15H5.1L1 10.9V5.1Z"), Ink::Failed,
                      u"M5.2 5.2L10.8 10.8M10.8 5.2L5.2 10.8");
    case Mark::Cancelled:
        return ring(Ink::Neutral, {shape(u"M5 8H11"), Ink::Neutral, Sign});
    case Mark::Running:
        return ring(Ink::Running, {shape(u"M8 4.5V8H11.5A3.5 3.5 0 1 1 8 4.5Z"), Ink::Running});
    case Mark::WrongCode:
        return {{{shape(u"M5 5L11 11M11 5L5 11"), Ink::Failed, LightSign}}, {}};
    case Mark::Now:
        return filled(shape(u"M4 1H12L9 5.5V15H7V5.5Z"), Ink::Text);
    case Mark::NowPaused:
        return filled(shape(u"M4 1H12L10.5 3.5H5.5ZM5.5 5H7V15H5.5ZM9 5H10.5V15H9Z"), Ink::Text);
    case Mark::NowInRow:
        return nowInRow(u"M-4.5 0H4.5L1 4.5V24H-1V4.5Z");
    case Mark::NowInRowPaused:
        return nowInRow(u"M-4.5 0H4.5L2.75 2.75H-2.75ZM-2.5 4H-1V24H-2.5ZM1 4H2.5V24H1Z");
    case Mark::Expiry:
        return filled(shape(u"M7.25 1H8.75V15H7.25Z"), Ink::Neutral);
    }
    Q_UNREACHABLE();
}

const Drawing &drawingOf(Mark mark)
{
    static const std::vector<Drawing> drawings = [] {
        std::vector<Drawing> all;
        for (int i = 0; i < MarkCount; ++i)
            all.push_back(makeDrawing(Mark(i)));
        return all;
    }();
    return drawings[std::size_t(mark)];
}

QColor colourOf(Ink ink, const Tokens &tokens, const QColor &background)
{
    switch (ink) {
    case Ink::Background:
        return background;
    case Ink::Running:
        return tokens.running;
    case Ink::Verified:
        return tokens.verified;
    case Ink::Expired:
        return tokens.expired;
    case Ink::Failed:
        return tokens.failed;
    case Ink::Neutral:
        return tokens.neutral;
    case Ink::Text:
        return tokens.text;
    case Ink::Secondary:
        return tokens.secondary;
    }
    Q_UNREACHABLE();
}

QPen roundPen(const QColor &colour, qreal width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPen penOf(const Layer &layer, const QColor &colour)
{
    QPen pen = roundPen(colour, layer.penWidth);
    if (layer.ends != Ends::Round)
        pen.setCapStyle(Qt::FlatCap);
    if (layer.ends == Ends::DashedCircle) { // eight dashes around; the pattern counts in pen widths
        pen.setDashPattern({1.963, 1.309});
        pen.setDashOffset(0.982);
    }
    return pen;
}

void drawLayer(QPainter &painter, const Layer &layer, const QColor &colour)
{
    if (layer.penWidth > 0) {
        painter.strokePath(layer.path, penOf(layer, colour));
        return;
    }
    QPainterPath path = layer.path;
    if (layer.lowerHalf) {
        QPainterPath lower;
        lower.addRect(0, 8, 16, 8);
        path = path.intersected(lower); // a clip would not be antialiased
    }
    painter.fillPath(path, colour);
}

} // namespace

void drawMark(QPainter &painter, Mark mark, QPointF centre, qreal scale, const Tokens &tokens, const QColor &background,
              MarkHalo halo)
{
    const Drawing &drawing = drawingOf(mark);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.scale(scale, scale);
    painter.translate(-drawing.centre);
    if (halo == MarkHalo::Background && !drawing.body.isEmpty()) {
        painter.fillPath(drawing.body, background);
        painter.strokePath(drawing.body, roundPen(background, 2));
    }
    for (const Layer &layer : drawing.layers)
        drawLayer(painter, layer, colourOf(layer.ink, tokens, background));
    painter.restore();
}

QRectF markBounds(Mark mark, qreal scale)
{
    const Drawing &drawing = drawingOf(mark);
    QRectF bounds;
    for (const Layer &layer : drawing.layers) {
        if (layer.ink == Ink::Background)
            continue;
        const qreal margin = layer.penWidth / 2;
        bounds |= layer.path.boundingRect().adjusted(-margin, -margin, margin, margin);
    }
    bounds.translate(-drawing.centre);
    return {bounds.topLeft() * scale, bounds.size() * scale};
}

QPixmap markPixmap(Mark mark, int size, qreal devicePixelRatio, const Tokens &tokens, const QColor &background)
{
    QPixmap pixmap((QSizeF(size, size) * devicePixelRatio).toSize());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawMark(painter, mark, QPointF(size, size) / 2, size / 16.0, tokens, background);
    return pixmap;
}

} // namespace ui
