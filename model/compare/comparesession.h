// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/comparisonfeed.h"
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

    // Whether anything has been counted yet; else how far the reading is, 0 to 1.
    bool isRead() const { return m_comparison != nullptr; }
    double progress() const { return m_progress; }
    const CompareContent &content() const { return m_content; }
    ClockModel &clock() { return m_clock; }

Q_SIGNALS:
    void changed();

private:
    void take(const engine::ComparisonNews &news);
    engine::ComparisonScope scope() const;
    void describeAnew();
    void countDown();

    engine::Engine &m_engine;
    ClockModel &m_clock;
    bool m_isDemo;
    CompareChoices m_choices;
    engine::ComparisonScope m_asked;
    std::shared_ptr<const engine::Comparison> m_comparison;
    double m_progress = 0;
    CompareContent m_content;
    std::unique_ptr<engine::ComparisonFeed> m_feed; // last: its thread ends before the rest goes
};

} // namespace model
