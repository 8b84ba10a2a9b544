// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/storereader.h"

#include <QString>

#include <string>
#include <vector>

namespace model {

// What was typed into the Board's find field, read once and then asked for every verification. Words are joined by
// "and": digits are part of a number or the start of an id, "wf:2", "country:IN" and the states are themselves; the
// same key twice, or values with commas, mean "or". A plain value.
class FindExpression {
public:
    FindExpression() = default;
    explicit FindExpression(const QString &text);

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    bool matches(const engine::Summary &summary) const;
    // Why a part of the text cannot be understood, in words; empty when all can. Such a part matches nothing.
    const QString &problem() const { return m_problem; }

private:
    void readWord(const QString &word);
    void readPair(const QString &key, const QString &value);

    QString m_text;
    QString m_problem;
    std::vector<std::string> m_digits; // each is part of the number or starts the id
    std::vector<std::string> m_idParts; // lower case hex with letters: each is part of the id
    std::vector<engine::WorkflowId> m_workflows;
    std::vector<std::string> m_countries;
    std::vector<engine::Status> m_statuses;
};

} // namespace model
