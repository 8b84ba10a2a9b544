// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/detailcontext.h"

#include <algorithm>
#include <optional>

namespace model {

using namespace Qt::StringLiterals;
using engine::Instant;

namespace {

constexpr qreal LeastPinMargin = 6; // behind the bar's edge, where room is scarce

struct PinSpan {
    int generation = 0;
    Instant from{};
    Instant to{};
    QString digits; // empty when not known, or not made yet
};

// A PIN lives until its end, the next PIN or the request's end, whichever is first.
std::vector<PinSpan> pinSpans(const DetailContext &context)
{
    const engine::Record &record = context.record;
    std::vector<PinSpan> spans;
    const auto add = [&](int generation, Instant from, Instant to, const QString &digits) {
        if (!spans.empty())
            spans.back().to = std::min(spans.back().to, from);
        spans.push_back({generation, from, std::min(to, record.endsAt()), digits});
    };
    for (const engine::PinRecord &pin : record.pins)
        add(pin.generation, pin.issuedAt, pin.expiresAt, pin.digits);
    if (record.verification.isRunning()) {
        const engine::Forecast forecast = engine::forecast(record.verification);
        for (std::size_t i = record.verification.stepsSent; i < record.steps.size(); ++i) {
            if (forecast.pinGeneration[i] > spans.back().generation)
                add(forecast.pinGeneration[i], forecast.dueAt[i],
                    forecast.dueAt[i] + record.verification.workflow.pinExpiry(), {});
        }
    }
    return spans;
}

QRectF bar(const DetailContext &context, Instant from, Instant to)
{
    if (to <= from)
        return {};
    const qreal height = context.lanes.pinBarHeight;
    return {QPointF(context.x(from), context.lanes.pin - height / 2),
            QPointF(context.x(to), context.lanes.pin + height / 2)};
}

void addStrokes(const DetailContext &context, const PinSpan &span, DetailGeometry &geometry)
{
    for (const DetailScale::Cut &cut : context.scale.cuts()) {
        const bool isCutting = cut.from < context.since(span.to) && cut.to > context.since(span.from);
        if (isCutting && !context.holdsNow(cut))
            geometry.cutStrokes.push_back((cut.x1 + cut.x2) / 2);
    }
}

// Where words can stand: between cuts, and on one side of now, whose bar would run through them.
std::vector<DetailScale::Stretch> roomForWords(const DetailContext &context)
{
    std::vector<DetailScale::Stretch> rooms = context.scale.stretches();
    const engine::milliseconds now = context.since(context.lineEnd);
    const auto split = std::find_if(rooms.begin(), rooms.end(), [now](const DetailScale::Stretch &stretch) {
        return stretch.from < now && now < stretch.to;
    });
    if (split != rooms.end() && context.record.verification.isRunning()) {
        const DetailScale::Stretch later{now, split->to};
        split->to = now;
        rooms.insert(split + 1, later);
    }
    return rooms;
}

// In the first stretch that is wide enough: its name and digits, else its digits, else its name or number. Digits are
// never left out where a stretch could hold them: for the moment in which now leaves no room on either side, its bar
// runs through.
void addText(const DetailContext &context, const PinSpan &span, DetailGeometry &geometry)
{
    const QString number = QString::number(span.generation);
    const QString name = u"PIN "_s + number;
    const qreal nameWidth = context.width(name, TextRole::Plain);
    const qreal digitsWidth = context.width(span.digits, TextRole::StrongCode);
    const auto placeIn
        = [&](const std::vector<DetailScale::Stretch> &rooms, qreal width, qreal margin) -> std::optional<qreal> {
        for (const DetailScale::Stretch &stretch : rooms) {
            const qreal x1 = context.scale.x(std::max(stretch.from, context.since(span.from))) + context.px(margin);
            qreal x2 = context.scale.x(std::min(stretch.to, context.since(span.to)));
            if (context.record.verification.hasEnded()) // where the end's mark stands
                x2 = std::min(x2, context.scale.x(context.since(span.to)) - context.markHalf());
            if (x2 - x1 >= width)
                return x1;
        }
        return {};
    };
    const auto place = [&](qreal width) { return placeIn(roomForWords(context), width, PinTextMargin); };
    const auto placeTight = [&](qreal width) {
        const auto x = place(width);
        return x ? x : placeIn(roomForWords(context), width, LeastPinMargin);
    };
    const auto placeDigits = [&] {
        const auto x = placeTight(digitsWidth);
        return x ? x : placeIn(context.scale.stretches(), digitsWidth, LeastPinMargin);
    };
    const auto add = [&](qreal x, const QString &text, TextRole role) {
        geometry.texts.push_back({{x, context.lanes.pin}, text, role});
    };
    const qreal both = nameWidth + context.px(PinDigitsGap) + digitsWidth;
    if (const auto x = span.digits.isEmpty() ? std::nullopt : place(both)) {
        add(*x, name, TextRole::Plain);
        add(*x + both - digitsWidth, span.digits, TextRole::StrongCode);
    } else if (const auto digitsX = span.digits.isEmpty() ? std::nullopt : placeDigits()) {
        add(*digitsX, span.digits, TextRole::StrongCode);
    } else if (const auto nameX = placeTight(nameWidth)) {
        add(*nameX, name, TextRole::Plain);
    } else if (const auto numberX = placeTight(context.width(number, TextRole::Plain))) {
        add(*numberX, number, TextRole::Plain); // the lane's name says of what
    }
}

} // namespace

void addPins(const DetailContext &context, DetailGeometry &geometry)
{
    for (const PinSpan &span : pinSpans(context)) {
        geometry.pins.push_back({bar(context, span.from, std::min(span.to, context.lineEnd)),
                                 bar(context, std::max(span.from, context.lineEnd), span.to)});
        addStrokes(context, span, geometry);
        addText(context, span, geometry);
    }
}

} // namespace model
