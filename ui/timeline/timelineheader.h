// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline/ruler.h"

#include <QHeaderView>

namespace ui {

class Theme;

// A table's header whose timeline section is the axis: hairlines with their times instead of a word. It repaints itself
// when the axis changes; the rows are the owner's. GUI thread; theme and ruler outlive it.
class TimelineHeader : public QHeaderView {
    Q_OBJECT

public:
    TimelineHeader(const Theme &theme, const model::Ruler &ruler, int timelineSection, QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    const Theme &m_theme;
    const model::Ruler &m_ruler;
    int m_timelineSection;
};

// The axis' times along the lower edge of `area`, left-aligned 4 px right of their hairline.
void paintAxis(QPainter &painter, const std::vector<model::AxisTick> &ticks, const QRect &area, const Theme &theme);

} // namespace ui
