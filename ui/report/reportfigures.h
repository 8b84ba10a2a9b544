// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparecharts.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

class ChartSheet;

// The pictures of a report as SVG that stands in HTML: the page's own charts, which nobody sees, in light colours and
// text of the usual size. GUI thread.
class ReportFigures {
public:
    ReportFigures();

    // The charts of what a page says, for as long as nothing else is set.
    const CompareCharts &of(const model::CompareContent &content);
    // `width` in px.
    static QString svg(ChartSheet &chart, int width);

    // As high as a line of text.
    QString marker(engine::WorkflowId workflow, bool isFilled) const;
    QString glyph(Mark mark) const;

private:
    Theme m_theme;
    QWidget m_sheet;
    CompareCharts m_charts;
};

} // namespace ui
