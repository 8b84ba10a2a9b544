// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/simulationlink.h"

#include "model/compare/comparesession.h"
#include "model/compare/verdictwords.h"
#include "model/simulate/simulatesession.h"
#include "ui/compare/comparepage.h"
#include "ui/frame/pagedeck.h"
#include "ui/simulate/simulatepage.h"
#include "ui/widgets/announcer.h"

using namespace Qt::StringLiterals;

namespace ui {

using Run = std::shared_ptr<const engine::KeptSimulation>;

SimulationLink::SimulationLink(const Parts &parts, QObject *window)
    : QObject(window)
    , m_parts(parts)
{
    joinSimulate();
    joinCompare();
}

void SimulationLink::joinSimulate()
{
    connect(&m_parts.simulate, &SimulatePage::compareWanted, this, [this](const Run &results) {
        m_parts.comparison.open(results, m_parts.simulation.shownInResults());
        m_parts.pages.show(PageId::Compare, model::toVariant(m_parts.comparison.choices()));
    });
    connect(&m_parts.simulate, &SimulatePage::keepWanted, &m_parts.comparison, &model::CompareSession::keep);
    connect(&m_parts.simulate, &SimulatePage::marketWanted, this, [this] {
        m_parts.pages.show(PageId::Compare);
        m_parts.announcer.say(u"Choose a market, then Calibrate"_s);
    });
    for (const auto told : {&model::SimulateSession::calibrated, &model::SimulateSession::notCalibrated})
        connect(&m_parts.simulation, told, &m_parts.announcer, &Announcer::say);
}

void SimulationLink::joinCompare()
{
    model::CompareSession &comparison = m_parts.comparison;
    connect(&comparison, &model::CompareSession::changed, this,
            [this] { m_parts.simulation.setToday(m_parts.comparison.choices().baseline); });
    connect(&comparison, &model::CompareSession::kept, this, [this](const Run &run, std::int64_t number) {
        m_parts.simulation.noteKept(run, number);
        m_parts.announcer.say(u"The store keeps these results"_s);
    });
    connect(&comparison, &model::CompareSession::deleted, &m_parts.simulation, &model::SimulateSession::noteDeleted);
    connect(&comparison, &model::CompareSession::failed, &m_parts.announcer, &Announcer::say);
    connect(&m_parts.compare, &ComparePage::calibrateWanted, this, &SimulationLink::calibrate);
    connect(&m_parts.compare, &ComparePage::simulateWanted, this, [this] { m_parts.pages.show(PageId::Simulate); });
}

void SimulationLink::calibrate()
{
    const engine::Market *market = m_parts.comparison.shownMarket();
    if (!market)
        return;
    const QString name = model::marketName(m_parts.comparison.choices().market);
    m_parts.pages.show(PageId::Simulate);
    m_parts.simulation.calibrate(name, *market, !m_parts.comparison.content().verdict.tag.isEmpty());
}

} // namespace ui
