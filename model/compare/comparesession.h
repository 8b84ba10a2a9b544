// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/comparisonfeed.h"
#include "model/board/postbox.h"
#include "model/compare/comparecontent.h"

#include <QObject>

namespace model {

class ClockModel;

// The Compare page's data: what was asked, what the feed counted, and what follows from both. Counting happens on the
// feed's thread and only while somebody looks. Lives in the window's thread; engine and clock outlive it.
class CompareSession : public QObject {
    Q_OBJECT

public:
    CompareSession(engine::Engine &engine, ClockModel &clock, bool isDemo, QObject *parent = nullptr);
    ~CompareSession() override;

    const CompareChoices &choices() const { return m_choices; }
    void choose(const CompareChoices &choices);
    // While nobody looks nothing is read and nothing changes.
    void setLookedAt(bool isLookedAt);

    // Shows a population of a simulated run beside what happened, whether or not the store keeps the run.
    void open(std::shared_ptr<const engine::KeptSimulation> run, std::size_t population = 0);
    // Keeps it in the store; kept() or failed() follows. And what is shown: see CompareContent::simulated.
    void keep(std::shared_ptr<const engine::KeptSimulation> run);
    void keepShown();
    // Deletes the run that is shown, or takes it away where the store does not keep it; all markets are shown then.
    void deleteShown();
    // The run that is shown; null: what happened.
    const engine::KeptSimulation *shownRun() const;

    // The market that is shown; null: none, or a simulated one.
    const engine::Market *shownMarket() const;

    // Whether anything has been counted yet; else how far the reading is, 0 to 1.
    bool isRead() const { return m_comparison != nullptr; }
    double progress() const { return m_progress; }
    const CompareContent &content() const { return m_content; }
    // Rows of the content's markets for the report.
    void tick(const MarketRow &row, bool isTicked);
    bool isTicked(const MarketRow &row) const;
    // What the page would show of each ticked row, in the order of the list; without one, what it shows.
    std::vector<CompareContent> report() const;
    ClockModel &clock() { return m_clock; }

Q_SIGNALS:
    void changed();
    void kept(std::shared_ptr<const engine::KeptSimulation> run, std::int64_t number);
    void deleted(std::int64_t number);
    void failed(const QString &sentence);

private:
    struct Ticked {
        std::optional<std::string> market;
        std::optional<SimulatedPlace> simulated;

        bool operator==(const Ticked &) const = default;
    };

    void take(const engine::ComparisonNews &news);
    engine::ComparisonScope scope() const;
    std::span<const engine::KeptSimulation> simulations() const;
    CompareMoment moment() const;
    void describeAnew();
    void countDown();
    void show(const SimulatedPlace &place);

    engine::Engine &m_engine;
    ClockModel &m_clock;
    Postbox m_postbox;
    bool m_isDemo;
    CompareChoices m_choices;
    engine::ComparisonScope m_asked;
    std::shared_ptr<const engine::Comparison> m_comparison;
    std::shared_ptr<const std::vector<engine::KeptSimulation>> m_simulations;
    std::shared_ptr<const engine::KeptSimulation> m_unkept; // that was opened
    double m_progress = 0; // of what was asked; 1: the answer is there, or comes at once
    CompareContent m_content;
    std::vector<Ticked> m_ticked;
    std::unique_ptr<engine::ComparisonFeed> m_feed; // last: its thread ends before the rest goes
};

} // namespace model
