// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparecharts.h"

#include "ui/compare/costpanel.h"
#include "ui/compare/endpanel.h"
#include "ui/compare/leadpanel.h"
#include "ui/compare/pairpanel.h"
#include "ui/compare/ratepanel.h"
#include "ui/compare/timepanel.h"
#include "ui/compare/trendpanel.h"

namespace ui {

namespace {

model::StateChip chipOf(model::EndPart::Kind kind)
{
    using Kind = model::EndPart::Kind;
    switch (kind) {
    case Kind::Verified:
        return model::StateChip::Verified;
    case Kind::Expired:
        return model::StateChip::Expired;
    case Kind::Failed:
        return model::StateChip::Failed;
    case Kind::Cancelled:
        return model::StateChip::Cancelled;
    }
    Q_UNREACHABLE();
}

} // namespace

CompareCharts::CompareCharts(const Theme &theme, QWidget &parent)
    : QObject(&parent)
    , m_rates(new RatePanel(theme, &parent))
    , m_leads(new LeadPanel(theme, &parent))
    , m_times(new TimePanel(theme, &parent))
    , m_costs(new CostPanel(theme, &parent))
    , m_ends(new EndPanel(theme, &parent))
    , m_trend(new TrendPanel(theme, &parent))
    , m_pairs(new PairPanel(theme, &parent))
{
    join();
}

void CompareCharts::join()
{
    using model::StateChip;
    connect(m_rates, &ChartPanel::opened, this, [this](int value) {
        Q_EMIT opened(m_rates->chart().rows[std::size_t(value)].line.workflow, StateChip::All);
    });
    connect(m_leads, &ChartPanel::opened, this, [this](int value) {
        Q_EMIT opened(m_leads->chart().rows[std::size_t(value)].line.workflow, StateChip::All);
    });
    connect(m_times, &ChartPanel::opened, this, [this](int value) {
        Q_EMIT opened(m_times->chart().lines[std::size_t(m_times->lineOf(value))].line.workflow, StateChip::Verified);
    });
    connect(m_costs, &ChartPanel::opened, this, [this](int value) {
        Q_EMIT opened(m_costs->chart().points[std::size_t(value)].line.workflow, StateChip::All);
    });
    connect(m_trend, &ChartPanel::opened, this, [this](int value) {
        Q_EMIT opened(m_trend->chart().rows[std::size_t(m_trend->lineOf(value))].line.workflow, StateChip::All);
    });
    connect(m_pairs, &ChartPanel::opened, this,
            [this](int value) { Q_EMIT opened(m_pairs->chart().rows[std::size_t(value)].a, StateChip::All); });
    connect(m_ends, &ChartPanel::opened, this, &CompareCharts::openPart);
}

void CompareCharts::openPart(int value)
{
    const auto [row, part] = m_ends->placeOf(value);
    const model::EndRow &end = m_ends->chart().rows[std::size_t(row)];
    Q_EMIT opened(end.line.workflow, chipOf(end.parts[std::size_t(part)].kind));
}

void CompareCharts::setContent(const model::CompareContent &content)
{
    m_rates->setChart(content.rates);
    m_leads->setChart(content.leads);
    m_times->setChart(content.times);
    m_costs->setChart(content.costs);
    m_ends->setChart(content.ends);
    m_trend->setChart(content.trend);
    m_pairs->setChart(content.pairs);
    for (ChartPanel *chart : all())
        chart->setCaption(content.captionOf(chart->words()), content.verdict.tag,
                          content.verdict.scope.section(u',', 0, 0));
}

QList<ChartPanel *> CompareCharts::all() const
{
    return {m_rates, m_leads, m_times, m_costs, m_ends, m_trend, m_pairs};
}

QList<ChartPanel *> CompareCharts::last() const
{
    return {m_ends, m_trend, m_pairs};
}

} // namespace ui
