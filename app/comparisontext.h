// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/outcomes.h"
#include "model/compare/comparechoices.h"

#include <QByteArray>
#include <QString>

#include <string>

namespace app {

// What a comparison was made of, and how it is asked.
struct ComparisonReport {
    engine::OutcomeTable outcomes; // every request
    engine::Comparison comparison; // for the verdict
    model::CompareChoices choices;
    bool isStratified = false; // by country
    std::vector<std::pair<std::string, std::int64_t>> counts; // of rows, for the JSON
};

// The object that `pinpath compare --json` prints.
std::string toJson(const ComparisonReport &report);
// The same for people: the verdict, then a line per workflow, per market and per pair.
QString toText(const ComparisonReport &report);
// The same as a file for people without Pinpath; `origin` says where the data come from.
QByteArray toHtml(const ComparisonReport &report, const QString &origin);

} // namespace app
