// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/keptsimulation.h"
#include "ui/frame/page.h"

#include <memory>

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace model {
class KeptRuns;
class SimulateSession;
} // namespace model

namespace ui {

class ChartPanel;
class EmptyState;
class MessagePanel;
class OutcomePanel;
class PaneScroll;
class PopulationPane;
class RunInputs;
class SegmentedControl;
class SimulateTools;
class SweepPanel;
class Theme;
class Veil;
class VerdictCard;

// Simulate: the same users through every workflow, in each of several populations. It lays out its parts and joins them
// to the session, which has the data. Session, kept runs and theme outlive it.
class SimulatePage : public Page {
    Q_OBJECT

public:
    SimulatePage(const Theme &theme, model::SimulateSession &session, model::KeptRuns &kept, QWidget *parent = nullptr);

    VerdictCard &verdict() const { return *m_verdict; }
    PopulationPane &population() const { return *m_population; }
    QList<ChartPanel *> charts() const;
    void run();

    PageId id() const override { return PageId::Simulate; }
    QString name() const override;
    QWidget *tools() const override;
    void bindActions(Actions &actions) override;
    QList<QWidget *> panes() const override;
    void takeFocus() override;
    QString titleNote() const override;
    QString stateSentence() const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;

Q_SIGNALS:
    void compareWanted(std::shared_ptr<const engine::KeptSimulation> results);
    void marketWanted(); // to calibrate a population with
    void keepWanted(std::shared_ptr<const engine::KeptSimulation> results);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *inputs();
    QWidget *evidence();
    void join();
    void compareResults();
    void keepResults();
    void chooseKept();
    void showState();
    void showKept();
    void fit();
    void setStacked(bool isStacked);
    bool isStackedNow() const;
    void cancelOrGoToTable();
    ChartPanel *focusedChart() const;
    void showMethods();
    void toggleTable();

    const Theme &m_theme;
    model::SimulateSession &m_session;
    model::KeptRuns &m_keptRuns;
    SimulateTools *m_tools;
    PopulationPane *m_population;
    RunInputs *m_inputs;
    VerdictCard *m_verdict;
    QPushButton *m_compare;
    QPushButton *m_keep;
    QPushButton *m_openKept;
    Veil *m_verdictVeil;
    OutcomePanel *m_outcomes;
    SegmentedControl *m_second; // which chart stands under the outcomes
    SweepPanel *m_sweep;
    MessagePanel *m_messages;
    QStackedWidget *m_under;
    Veil *m_evidenceVeil = nullptr;
    Veil *m_underVeil = nullptr; // of what is of one population
    EmptyState *m_empty;
    QSplitter *m_split;
    QStackedWidget *m_right; // nothing yet, or the evidence
    PaneScroll *m_left; // of the inputs
    PaneScroll *m_evidence;
    QWidget *m_card; // the verdict with its margins
    QByteArray m_sideBySide; // the panes, while they are stacked
};

} // namespace ui
