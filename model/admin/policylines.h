// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/policy.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

// The tables of the Admin page as people read and write them: a line of texts for each rule or price, and back. What
// cannot be read is told by its place and a sentence. Pure.
namespace model {

using Line = QStringList;
using Lines = QList<Line>;

struct LineProblem {
    int line = 0; // from 0
    int column = 0;
    QString sentence;

    bool operator==(const LineProblem &) const = default;
};

// A column of such a table.
struct LineColumn {
    QString name;
    QStringList choices = {}; // all that it may hold; empty: anything
    bool isReadOnly = false;
};

namespace blocks {
enum Column { What, Which, Network, State };
}
namespace prices {
enum Column { Country, For, Amount, Origin };
}
namespace assignment {
enum Column { Name, Country, Prefix, Brand, Split, Version };
}

QList<LineColumn> blockColumns();
QList<LineColumn> priceColumns();
QList<LineColumn> assignmentColumns();

// Of networks that are open for a while it says until when, by the system's time zone.
Lines linesOf(const engine::Rules &rules, engine::Instant now);
Lines linesOf(const engine::PriceList &prices);
Lines linesOf(const engine::AssignmentTable &table);

// `before` tells which networks are open for a while; that is nothing to be written.
std::variant<engine::Rules, LineProblem> readRules(const Lines &lines, const engine::Rules &before);
std::variant<engine::PriceList, LineProblem> readPrices(const Lines &lines);
// `last`: of the dialect's workflows.
std::variant<engine::AssignmentTable, LineProblem> readAssignment(const Lines &lines, engine::WorkflowId last);

// "12.5" as money; none for what is no amount of euros.
std::optional<engine::Money> readEuros(const QString &text);

} // namespace model
