// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportfigures.h"

#include "ui/charts/chartsheet.h"
#include "ui/theme/workflowmarker.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize SignSize{16, 16};
constexpr QPointF SignCentre{8, 8};

QString signSvg(const std::function<void(QPainter &)> &paint)
{
    return QString::fromUtf8(StandingPicture{SignSize, {}, {}, {}, paint}.svg());
}

} // namespace

ReportFigures::ReportFigures()
    : m_charts(m_theme, m_sheet)
{
    m_theme.setScheme(ColourScheme::Light);
}

const CompareCharts &ReportFigures::of(const model::CompareContent &content)
{
    m_charts.setContent(content);
    return m_charts;
}

QString ReportFigures::svg(ChartSheet &chart, int width)
{
    return QString::fromUtf8(chart.figure(width).svg());
}

QString ReportFigures::marker(engine::WorkflowId workflow, bool isFilled) const
{
    const Tokens &tokens = m_theme.tokens();
    return signSvg([&](QPainter &painter) {
        drawWorkflowMarker(painter, workflow, SignCentre, metrics::MarkerRadius, isFilled, tokens, tokens.base);
    });
}

QString ReportFigures::glyph(Mark mark) const
{
    const Tokens &tokens = m_theme.tokens();
    return signSvg([&](QPainter &painter) { drawMark(painter, mark, SignCentre, 1, tokens, tokens.base); });
}

} // namespace ui
