// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"

#include <optional>
#include <vector>

namespace model {

// Something that happens, with how much of the time around it must stay to be seen.
struct Happening {
    engine::milliseconds at{};
    engine::milliseconds before{};
    engine::milliseconds after{};
};

// An even scale from which stretches over 20 s without happenings are cut. A plain value.
class DetailScale {
public:
    struct Cut {
        engine::milliseconds from{};
        engine::milliseconds to{};
        qreal x1 = 0;
        qreal x2 = 0;

        engine::milliseconds length() const { return to - from; }
        bool holds(engine::milliseconds time) const { return from <= time && time < to; }
    };

    // `left` and `right` are the pixels of 0 and of `end`. Each cut is `cutWidth` wide, the one that holds `now`
    // `nowWidth`. Without `isCut` nothing is cut.
    DetailScale(std::vector<Happening> happenings, engine::milliseconds end, std::optional<engine::milliseconds> now,
                qreal left, qreal right, qreal cutWidth, qreal nowWidth, bool isCut);

    qreal x(engine::milliseconds time) const;
    // Of what is not cut.
    qreal pixelsPerSecond() const { return m_pixelsPerMillisecond * 1000; }
    const std::vector<Cut> &cuts() const { return m_cuts; }
    // What is not cut, in the order of time.
    struct Stretch {
        engine::milliseconds from{};
        engine::milliseconds to{};
    };
    std::vector<Stretch> stretches() const;

private:
    engine::milliseconds m_end;
    qreal m_left;
    qreal m_pixelsPerMillisecond = 0;
    std::vector<Cut> m_cuts;
};

} // namespace model
