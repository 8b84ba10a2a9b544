// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/import/importreport.h"
#include "engine/import/reportgroups.h"
#include "engine/import/verifyreport.h"

#include <QElapsedTimer>
#include <QObject>

#include <atomic>
#include <memory>
#include <thread>

namespace engine {
class Engine;
}

namespace model {

// How the person who imports states which workflow the rows used. What a row says itself comes first.
enum class StatedWorkflow : std::uint8_t {
    NotYet, // nothing was chosen
    OnlyByColumn, // rows that do not say it stay out of comparisons
    All, // one for all
    ByRules, // by country, brand or days
};

struct ImportChoices {
    StatedWorkflow stated = StatedWorkflow::NotYet;
    engine::WorkflowId workflow = 1; // with All
    QString rules; // with ByRules: "IN:2,Acme:3,2026-01-01..2026-01-31:5,1"
    engine::ImportedNumbers numbers = engine::ImportedNumbers::Kept;

    bool operator==(const ImportChoices &) const = default;
};

// Importing a report in the window: its first rows, what its columns mean, what the person states, and the import
// itself. Reading, counting what rules would make of it and importing happen on a thread of its own; the engine writes
// some hundreds of rows at a time in between its other work. Lives in the window's thread; the engine outlives it.
class ImportSession : public QObject {
    Q_OBJECT

public:
    explicit ImportSession(engine::Engine &engine, QObject *parent = nullptr);
    // Ends what runs; what was imported stays.
    ~ImportSession() override;

    // Reads how the file begins; a report that was open before is forgotten. Not while it runs.
    void open(const QString &path);
    const QString &path() const { return m_path; }
    bool isPreviewed() const { return m_isPreviewed; }
    const engine::VerifyReport::Preview &preview() const { return m_preview; }
    bool hasColumn(engine::VerifyReport::Column column) const;
    // Takes the column for that, and no other for the same; none: it is not read.
    void setColumn(std::size_t place, std::optional<engine::VerifyReport::Column> column);

    const ImportChoices &choices() const { return m_choices; }
    void choose(const ImportChoices &choices);
    // Why it cannot start, in a sentence; empty: it can.
    QString obstacle() const;
    // How many rows each workflow would get, in a sentence; empty: nobody knows yet.
    QString shares() const;

    void start();
    void cancel();
    bool isRunning() const { return m_isRunning; }
    double progress() const { return m_progress; }
    // "42 %, 0:12 left"
    QString progressWords() const;
    // Of the last run; null: there was none that came to something.
    const engine::ImportResult *result() const { return m_result ? &*m_result : nullptr; }
    // What went wrong with the file or the store; empty: nothing.
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();
    void ended(); // a run, whatever came of it

private:
    // What runs there is ended first.
    void onThread(std::function<void()> work);
    void countRows();
    QStringList missingColumns() const; // in words, without which nothing can be imported
    // On the window's thread, with what the other one has.
    void deliver(std::function<void()> news);
    engine::Result<engine::ImportResult> run(const engine::ImportPlan &plan,
                                             const engine::VerifyReport::Columns &columns);

    engine::Engine &m_engine;
    QString m_path;
    engine::VerifyReport::Preview m_preview;
    bool m_isPreviewed = false;
    ImportChoices m_choices;
    bool m_isRunning = false;
    double m_progress = 0;
    QElapsedTimer m_timer;
    std::optional<engine::ReportGroups> m_groups; // none: they are being counted, or cannot be
    bool m_isCounting = false;
    int m_counting = 0; // which one, since columns may be changed meanwhile
    std::optional<engine::ImportResult> m_result;
    QString m_problem;
    std::atomic<bool> m_isCancelled = false;
    std::thread m_thread;
};

} // namespace model
