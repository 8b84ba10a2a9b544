// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/statuscounts.h"
#include "engine/store/verificationrow.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <vector>

namespace engine {

// What a verification has cost so far: its messages, and the fee once it is verified.
Money costOf(const VerificationRow &row);

// Gathers what journal entries mean for the projection, so that each row is written once per batch. Live batches and
// rebuilds from the journal both pass here. Pure.
class ProjectionChanges {
public:
    struct Row {
        VerificationRow verification;
        QByteArray openState; // as in openverification.h; null where recovery shall ask the journal
    };

    // `row` is the verification after the entry, and so is its state while it is open.
    void add(const JournalEntry &entry, const VerificationRow &row, const QByteArray &openState = {});
    // The entry tells a verification that had ended anew from its request on; it ends as before.
    void retell(const JournalEntry &entry, const VerificationRow &row);

    const std::map<VerificationKey, Row> &rows() const { return m_rows; }
    const std::vector<VerificationKey> &retold() const { return m_retold; }
    // What they add to how many verifications there are and how they ended.
    const StatusCounts &counts() const { return m_counts; }
    // Of a verification that starts with one of the entries; null otherwise: the store has it already.
    const Request *requestOf(VerificationKey key) const;
    void clear();

private:
    std::map<VerificationKey, Row> m_rows;
    std::map<VerificationKey, std::shared_ptr<const Request>> m_requests;
    std::vector<VerificationKey> m_retold;
    StatusCounts m_counts;
};

} // namespace engine
