// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/boardrow.h"

#include <QString>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace model {

// What was typed into the Board's find field, read once and then asked for every verification. Words are joined by
// "and": digits are part of a number or the start of an id; a state is itself; the rest are keys with values:
//
//     wf:2  country:IN  brand:acme  state:expired  is:running  is:ended  started:today  started:yesterday
//     started:2026-11-23  cost:>0.05  took:<30  took:>2:00
//
// The same key twice, or values with commas, mean "or", except for cost and took, where each narrows the last. What
// holds blanks stands in quotes, brand:"acme bank". A plain value.
class FindExpression {
public:
    FindExpression() = default;
    // `now` says which day is today, in the time zone of this machine.
    explicit FindExpression(const QString &text, engine::Instant now = {});

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    bool matches(const engine::Summary &summary) const;
    // The same for a row whose brand is a place in `brands`.
    bool matches(const BoardRow &row, const std::vector<QString> &brands) const
    {
        return m_matchesAll || fits(row, brands[row.brand()]);
    }
    // Why a part of the text cannot be understood, in words; empty when all can. Such a part matches nothing.
    const QString &problem() const { return m_problem; }

private:
    struct Span {
        std::int64_t least = std::numeric_limits<std::int64_t>::min();
        std::int64_t most = std::numeric_limits<std::int64_t>::max();

        bool holds(std::int64_t value) const { return least <= value && value <= most; }
        bool operator==(const Span &) const = default;
    };

    void readWord(const QString &word, engine::Instant now);
    void readPair(const QString &key, const QString &value, engine::Instant now);
    bool readValue(const QString &key, const QString &value, engine::Instant now);
    bool readState(const QString &word);
    bool readDay(const QString &day, engine::Instant now);
    bool fits(const BoardRow &row, const QString &brand) const;
    bool fitsText(const BoardRow &row) const;

    QString m_text;
    QString m_problem;
    bool m_matchesAll = true;
    std::vector<std::string> m_digits; // each is part of the number or starts the id
    std::vector<std::string> m_idParts; // lower case hex with letters: each is part of the id
    std::vector<engine::WorkflowId> m_workflows;
    std::vector<std::array<char, 2>> m_countries;
    std::vector<QString> m_brands; // parts of them
    std::vector<engine::Status> m_statuses;
    std::vector<Span> m_days; // milliseconds
    Span m_cost; // hundred-millionths
    Span m_took; // milliseconds
};

} // namespace model
