// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/simulation/keptsimulation.h"
#include "model/simulate/calibrator.h"
#include "model/simulate/figures.h"
#include "model/simulate/simulatecontent.h"
#include "model/simulate/simulatethread.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

#include <map>

namespace model {

// The Simulate page's data: what is chosen, the run that is on its way, and what the last one found. Results stay until
// the next run, also when they are no longer of what is chosen. Lives in the window's thread.
class SimulateSession : public QObject {
    Q_OBJECT

public:
    SimulateSession(engine::Dialect dialect, const engine::Prices &prices, QObject *parent = nullptr);
    ~SimulateSession() override;

    engine::Dialect dialect() const { return m_dialect; }
    const SimulateChoices &choices() const { return m_choices; }
    void choose(const SimulateChoices &choices);
    // As they are before anybody chose.
    SimulateChoices usual() const { return usualChoices(m_usualPrices); }
    // What answers are measured by.
    void setToday(engine::WorkflowId workflow);

    // What a run goes over: the populations, then the markets that mix them.
    QStringList titles() const;
    // The one whose figures are seen and edited: a population, or a market with its shares.
    std::size_t shown() const { return m_shown; }
    void show(std::size_t place);
    bool isMixShown() const { return m_shown >= m_choices.populations.size(); }
    engine::PopulationMix population() const;
    std::vector<FigureRow> figures() const;
    // How many figures are assumptions, what follows from the shares of a market, and how well a calibrated one fits.
    QString figuresSentence() const;
    // The figure at `key`, of the shown population or a price, as a person wrote it. What is wrong with that, in one
    // sentence, or nothing.
    QString setFigure(const QString &key, const QString &text);
    // Adds a population or a mix from a file, or puts it in the place of the one of its name, and shows it.
    engine::Result<void> addPopulation(const QByteArray &json);
    // The markets that come with the program and are not there yet, and taking one in.
    QStringList marketsToAdd() const;
    void addMarket(const QString &name);
    // Adds a population whose figures follow from what happened in a market, as far as that tells them, and shows it;
    // the others are of a preset as it is published, whatever was edited. The fit is made on a thread of its own;
    // calibrated() or notCalibrated() follows.
    void calibrate(const QString &marketName, const engine::Market &market, bool isInvented);
    bool isEdited() const; // the shown one came with the program, and otherwise
    void resetPopulation(); // as it came
    bool isRemovable() const; // the shown one is no preset
    void removePopulation();

    // Why there can be no run, in one sentence; empty: there can.
    QString problem() const;
    void run();
    // Shows a run that a store keeps as if it had just been made, with its choices in place of the present ones; what
    // is not kept of it, the sweep and what each message adds, is run again. Cancels what runs.
    void open(std::shared_ptr<const engine::KeptSimulation> run);
    void cancel();
    bool isRunning() const { return m_isRunning; }
    double progress() const; // of the run, 0 to 1
    std::optional<engine::milliseconds> left() const; // of the run, once that can be told
    // "Done: 3,000,000 requests in 0.8 s", "Opened: kept on 30 Nov 14:02"; empty before the first.
    QString lastRun() const;
    // "5 workflows, 100,000 users each, about a second": what a run would be.
    QString nextRun() const;

    bool hasResults() const { return m_outcome != nullptr; }
    bool isStale() const; // the results are of other choices than these
    bool isSweepStale() const; // sweep and messages are of another population than the shown one
    // "Changed since: waits, seed; Run renews the results"; empty where nothing is stale.
    QString staleness() const;
    const SimulateContent &content() const { return m_content; }

    // The results as Compare shows them and a store keeps them, the same value as long as they are the same; null:
    // there are none.
    std::shared_ptr<const engine::KeptSimulation> results();
    // The place in them of the population that is shown; of the first where they have none of it.
    std::size_t shownInResults();
    bool areResultsKept() const { return m_keptNumber > 0; }
    // A store keeps `run` under this number. It is no matter if that is not of these results.
    void noteKept(const std::shared_ptr<const engine::KeptSimulation> &run, std::int64_t number);
    void noteDeleted(std::int64_t number);

Q_SIGNALS:
    void changed(); // choices or results
    void progressed();
    void calibrated(const QString &sentence); // what was found
    void notCalibrated(const QString &sentence); // why nothing was; there is no other population

private:
    void put(const engine::PopulationMix &mix);
    void start(SimulateOutcome beginning);
    void take(const SimulateNews &news);
    void describeAnew();
    void renumber(std::int64_t number);

    engine::Dialect m_dialect;
    engine::Prices m_usualPrices;
    SimulateChoices m_choices;
    std::size_t m_shown = 0;
    engine::WorkflowId m_today = 1;
    bool m_isRunning = false;
    std::int64_t m_verificationsDone = 0;
    std::int64_t m_verificationsWanted = 0;
    QElapsedTimer m_sinceStart;
    double m_verificationsPerSecond;
    std::shared_ptr<const SimulateOutcome> m_outcome;
    bool m_isOutcomeOfRun = false; // of the one that runs; else of the one before
    std::shared_ptr<const engine::KeptSimulation> m_opening; // once what runs has been cancelled
    std::shared_ptr<const engine::KeptSimulation> m_results; // of the outcome; null: not wanted yet
    std::int64_t m_keptNumber = 0; // of the results, in the store; 0: it has none
    SimulateContent m_content;
    std::map<QString, QString> m_fits; // of populations that were calibrated meanwhile, by their title
    Calibrator m_calibrator;
    std::unique_ptr<SimulateThread> m_thread; // last: it ends before the rest goes
};

} // namespace model
