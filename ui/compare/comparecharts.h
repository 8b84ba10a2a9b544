// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/boardfilter.h"
#include "model/compare/comparecontent.h"

#include <QObject>

namespace ui {

class ChartPanel;
class CostPanel;
class EndPanel;
class LeadPanel;
class PairPanel;
class RatePanel;
class Theme;
class TimePanel;
class TrendPanel;

// The charts of Compare: one for each question, filled from what the page says, and joined in what they open. The page
// lays them out; a report takes their pictures. They are children of `parent`, or of whoever lays them out.
class CompareCharts : public QObject {
    Q_OBJECT

public:
    CompareCharts(const Theme &theme, QWidget &parent);

    void setContent(const model::CompareContent &content);

    RatePanel &rates() const { return *m_rates; }
    LeadPanel &leads() const { return *m_leads; }
    TimePanel &times() const { return *m_times; }
    CostPanel &costs() const { return *m_costs; }
    EndPanel &ends() const { return *m_ends; }
    TrendPanel &trend() const { return *m_trend; }
    PairPanel &pairs() const { return *m_pairs; }
    // In the order of the page.
    QList<ChartPanel *> all() const;
    // Those of which the page shows one at a time.
    QList<ChartPanel *> last() const;

Q_SIGNALS:
    // The requests behind a bar, a point or a line.
    void opened(engine::WorkflowId workflow, model::StateChip chip);

private:
    void join();
    void openPart(int value);

    RatePanel *m_rates;
    LeadPanel *m_leads;
    TimePanel *m_times;
    CostPanel *m_costs;
    EndPanel *m_ends;
    TrendPanel *m_trend;
    PairPanel *m_pairs;
};

} // namespace ui
