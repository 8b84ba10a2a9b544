// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"
#include "ui/widgets/standingpicture.h"

#include <QSize>
#include <QString>

class QPainter;

namespace model {
class NumberMask;
}

namespace ui {

class Theme;

// A verification's timeline as a picture that stands by itself: above the lanes its number and workflow, how it stands,
// the request, the day, the cost, and the mark of invented data. In the theme's present colours. GUI thread.
class TimelineSheet {
public:
    TimelineSheet(const Theme &theme, const engine::Record &record, const model::NumberMask &mask, engine::Instant now,
                  bool isPaused);

    QSize size() const;
    void paint(QPainter &painter) const;
    // Of this sheet, which outlives it.
    StandingPicture picture() const;

    // As SVG, or as PNG when the name ends so. What went wrong in one sentence, else an empty text.
    QString write(const QString &path) const;

private:
    QString title() const;
    QString caption() const;

    const Theme &m_theme;
    const engine::Record &m_record;
    const model::NumberMask &m_mask;
    engine::Instant m_now;
    bool m_isPaused;
};

} // namespace ui
