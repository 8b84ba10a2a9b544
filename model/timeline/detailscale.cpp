// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/detailscale.h"

#include <algorithm>
#include <numeric>

namespace model {

using engine::milliseconds;

namespace {

constexpr milliseconds LongestEmpty = std::chrono::seconds(20);

std::vector<DetailScale::Cut> cutsBetween(std::vector<Happening> happenings)
{
    std::ranges::sort(happenings, {}, &Happening::at);
    std::vector<DetailScale::Cut> cuts;
    milliseconds from{};
    for (const Happening &happening : happenings) {
        const milliseconds to = happening.at - happening.before;
        if (to - from > LongestEmpty)
            cuts.push_back({from, to});
        from = std::max(from, happening.at + happening.after);
    }
    return cuts;
}

} // namespace

DetailScale::DetailScale(std::vector<Happening> happenings, milliseconds end, std::optional<milliseconds> now,
                         qreal left, qreal right, qreal cutWidth, qreal nowWidth, bool isCut)
    : m_end(std::max(end, milliseconds(1000)))
    , m_left(left)
{
    if (isCut)
        m_cuts = cutsBetween(std::move(happenings));
    const auto width = [&](const Cut &cut) { return now && cut.holds(*now) ? nowWidth : cutWidth; };
    milliseconds whole = m_end;
    qreal room = right - left;
    for (const Cut &cut : m_cuts) {
        whole -= cut.length();
        room -= width(cut);
    }
    m_pixelsPerMillisecond = std::max(room, qreal(1)) / double(whole.count());
    for (Cut &cut : m_cuts) {
        cut.x1 = x(cut.from);
        cut.x2 = cut.x1 + width(cut);
    }
}

// While the cuts are being placed this already holds for everything before the first one that has no pixels yet.
qreal DetailScale::x(milliseconds time) const
{
    milliseconds from{};
    qreal origin = m_left;
    for (const Cut &cut : m_cuts) {
        if (time <= cut.from)
            break;
        if (time < cut.to)
            return cut.x1 + (cut.x2 - cut.x1) * double((time - cut.from).count()) / double(cut.length().count());
        from = cut.to;
        origin = cut.x2;
    }
    return origin + double((time - from).count()) * m_pixelsPerMillisecond;
}

std::vector<DetailScale::Stretch> DetailScale::stretches() const
{
    std::vector<Stretch> stretches;
    milliseconds from{};
    for (const Cut &cut : m_cuts) {
        stretches.push_back({from, cut.from});
        from = cut.to;
    }
    stretches.push_back({from, m_end});
    return stretches;
}

} // namespace model
