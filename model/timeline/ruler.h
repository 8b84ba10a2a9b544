// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline/axis.h"

#include <QObject>

namespace model {

// What all rows, the header and its switches share: which axis, how long, and what time it is. Owned by the page;
// GUI thread. The pixels come from whoever draws, since columns and fonts have different widths.
class Ruler : public QObject {
    Q_OBJECT

public:
    enum class Mode { SinceRequest, SinceRequestEven, TimeOfDay };

    explicit Ruler(QObject *parent = nullptr);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    // The longest life that can be among the rows shown; follows the filter, not the live data.
    engine::milliseconds range() const { return m_range; }
    void setRange(engine::milliseconds range);
    // What the time of day covers.
    void setDay(engine::Instant from, engine::Instant to);

    engine::Instant now() const { return m_now; }
    bool isPaused() const { return m_isPaused; }
    // A tick of the clock: rows that run must be drawn again, the axis stays. Sends nothing; the owner repaints.
    void setNow(engine::Instant now, bool isPaused);

    // For a section of `width` pixels: 24 before the request and 60 after the end, times `scale`.
    TimeAxis axis(qreal width, qreal scale) const;

Q_SIGNALS:
    void changed(); // another axis

private:
    Mode m_mode = Mode::SinceRequest;
    engine::milliseconds m_range;
    engine::Instant m_from{};
    engine::Instant m_to{};
    engine::Instant m_now{};
    bool m_isPaused = false;
};

} // namespace model
