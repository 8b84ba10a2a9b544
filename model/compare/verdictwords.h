// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

namespace model {

// "1", "1 and 2", "1, 2, 4 or 5".
QString idList(const std::vector<engine::WorkflowId> &ids, const QString &lastWord);
// "India", "the United Kingdom", "All markets", "Without a country": on its own, and after a preposition.
QString marketName(const std::optional<std::string> &market);
QString marketInSentence(const std::string &country);

// The card: the sentence on top, what it rests on and what to be careful about.
VerdictContent verdictContent(const engine::Comparison &comparison, const engine::Market &market,
                              const engine::Verdict &verdict, const CompareChoices &choices,
                              const CompareMoment &moment);
// "2 leads", "1, 2: same", "not yet".
QString shortAnswer(const engine::Market &market, const engine::Verdict &verdict);

} // namespace model
