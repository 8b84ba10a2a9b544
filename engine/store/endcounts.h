// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/store/connection.h"
#include "engine/store/storereader.h"

#include <functional>
#include <memory>

namespace engine {

// Verifications of a store that went alike and started in the same week, counted.
struct EndCount {
    WorkflowId workflowId = 0;
    std::string country; // two letters, or empty
    Source source = Source::Api;
    Status status = Status::InProgress;
    std::int64_t seconds = 0; // whole, from request to end, or to now while it runs
    bool isYoung = false; // started after the moment asked for
    std::int64_t count = 0;
    Money cost; // of all of them
    double costSquares = 0; // of each one's cost in EUR, added up
    std::int64_t messages = 0; // sent, of all of them
    Instant firstAt{}; // start of the oldest
    Instant lastAt{}; // and of the newest
    std::string experiment; // "NAME/VERSION", where its lots chose the workflow of all of them
};

// Counts the ends in a store file that another program may be writing meanwhile, on a connection of its own that cannot
// write. One thread.
class EndCounter {
public:
    static Result<std::unique_ptr<EndCounter>> open(const QString &path);

    // Where the store's clock stands: a real one at `wall` or later, others where they stood last.
    Instant now(Instant wall) const;
    std::vector<Workflow> plans() const; // that verifications ran with
    // All of them as they stood at one moment, in pieces; told again and again how much of the store is counted, from 0
    // to
    // 1. Imported ones are of a closed period and never young. False when `progress` was, which ends it.
    Result<bool> count(Instant now, Instant youngAfter, const std::function<void(const EndCount &)> &visit,
                       const std::function<bool(double)> &progress);

private:
    EndCounter(QString path, Connection connection);

    QString m_path;
    Connection m_connection;
};

} // namespace engine
