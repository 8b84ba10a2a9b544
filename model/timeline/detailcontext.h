// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline/detailgeometry.h"
#include "model/timeline/detailscale.h"

namespace model {

// Inside of layOutDetail(): what its lanes share. The lanes are laid out from top to bottom, each by one function.
struct DetailContext {
    // A message, sent or not, and when it was, would be or would have been sent.
    struct Message {
        std::size_t step = 0;
        engine::Instant at{};
        bool isSent = false;
    };

    const engine::Record &record;
    const DetailSetting &setting;
    DetailLanes lanes;
    std::vector<Message> messages;
    engine::Instant lineEnd; // now, or when it ended
    DetailScale scale;

    qreal px(qreal length) const { return length * setting.scale; }
    // How much larger than in the Board's detail marks are, beside what everything is scaled by.
    qreal markFactor() const;
    qreal markHalf() const; // px
    engine::milliseconds since(engine::Instant instant) const { return instant - record.verification.startedAt; }
    qreal x(engine::Instant instant) const { return scale.x(since(instant)); }
    qreal width(const QString &text, TextRole role) const { return setting.textWidth(text, role); }
    bool holdsNow(const DetailScale::Cut &cut) const;
    bool touchesCut(qreal x1, qreal x2) const;
    // Where words may begin that should begin at `x`: behind now, if its bar would run through them.
    qreal clearOfNow(qreal x, qreal width) const;
};

// When a verification can or could be cancelled: from 30 s after the request until its second message, as far as that
// came before the end. None when that never was.
struct CancelWindow {
    engine::Instant from{};
    engine::Instant to{};
};
std::optional<CancelWindow> cancelWindow(const engine::Record &record,
                                         const std::vector<DetailContext::Message> &messages);

inline constexpr qreal PinTextMargin = 11; // px at scale 1, like those below: from a PIN's start to its name
inline constexpr qreal PinDigitsGap = 8; // between its name and its digits
inline constexpr qreal TickLabelAir = 3; // on both sides of a tick's label
inline constexpr qreal DetailMarkHalf = 10; // px at scale 1: 20 px marks
inline constexpr qreal DetailMarkScale = 10.0 / 7;
inline constexpr qreal SmallMarkScale = 1; // codes
inline constexpr qreal StageMarkFactor = 2.1 / 1.8; // Stage's marks grow more than its words

void addMessages(const DetailContext &context, DetailGeometry &geometry);
void addPins(const DetailContext &context, DetailGeometry &geometry);
void addCodes(const DetailContext &context, DetailGeometry &geometry);
void addTimes(const DetailContext &context, DetailGeometry &geometry);

} // namespace model
