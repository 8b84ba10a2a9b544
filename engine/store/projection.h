// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/verificationrow.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <tuple>

namespace engine {

// What a rollup counts apart: the day (since 1970, UTC) of the request, its workflow and that workflow's version,
// country and source.
using RollupKey = std::tuple<std::int64_t, int, std::string, std::array<char, 2>, int>;

struct RollupChange {
    int requests = 0;
    int verified = 0;
    int expired = 0;
    int failed = 0;
    int cancelled = 0;
    Money cost;
    std::map<std::int64_t, int> secondsToVerify; // whole seconds from request to accepted check -> how many

    bool operator==(const RollupChange &) const = default;
};

// What a verification has cost so far: its messages, and the fee once it is verified.
Money costOf(const VerificationRow &row);

// Gathers what journal entries mean for the projection and the rollups, so that each row is written once per batch. The
// one place where events become counts: live batches and rebuilds from the journal both pass here. Pure.
class ProjectionChanges {
public:
    struct Row {
        VerificationRow verification;
        QByteArray openState; // as in openverification.h; null where recovery shall ask the journal
    };

    // `row` is the verification after the entry, and so is its state while it is open.
    void add(const JournalEntry &entry, const VerificationRow &row, const QByteArray &openState = {});

    const std::map<VerificationKey, Row> &rows() const { return m_rows; }
    const std::map<RollupKey, RollupChange> &rollups() const { return m_rollups; }
    // Of a verification that starts with one of the entries; null otherwise: the store has it already.
    const Request *requestOf(VerificationKey key) const;
    void clear();

private:
    std::map<VerificationKey, Row> m_rows;
    std::map<VerificationKey, std::shared_ptr<const Request>> m_requests;
    std::map<RollupKey, RollupChange> m_rollups;
};

} // namespace engine
