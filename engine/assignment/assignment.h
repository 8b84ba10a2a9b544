// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/phonenumber.h"
#include "engine/request/request.h"
#include "engine/verification/workflow.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

// Which workflow a request gets that names none. Pure.
namespace engine {

class Pins;

struct Share {
    WorkflowId workflow = 1;
    std::uint32_t weight = 1; // beside the others': 70 and 30, or 7 and 3

    bool operator==(const Share &) const = default;
};

// One line of an account's table: whom it is for, and what they get.
struct AssignmentRule {
    QString name; // by which journal and comparisons know it; no other of the table has it
    int version = 1; // rises whenever the rest changes, so that nobody adds up what was split differently
    QString country; // ISO 3166 alpha-2; empty: any
    QString prefix; // the first digits of the number in E.164; empty: any
    QString brand; // empty: any
    std::vector<Share> shares; // one workflow is a rule; several are an experiment, split by lot

    bool isExperiment() const { return shares.size() > 1; }
    bool operator==(const AssignmentRule &) const = default;
};

// The first rule that fits decides; where none does, it is workflow 1.
using AssignmentTable = std::vector<AssignmentRule>;

// What a table looks at.
struct Assignee {
    PhoneNumber number;
    QString country;
    QString brand;
};

struct Assignment {
    WorkflowId workflow = 1;
    WorkflowChoice choice{ChosenBy::Default, {}, 0};

    bool operator==(const Assignment &) const = default;
};

// A number drawn evenly from all, the same for the same experiment and phone number: a keyed hash, so that nobody can
// choose a phone number by its lot.
using Lot = std::function<std::uint64_t(const QString &experiment, PhoneNumber number)>;

// The lots of a store, drawn by its key; all are 0 without it. `pins` outlives what is returned.
Lot lotsOf(const Pins &pins);

Assignment assign(const AssignmentTable &table, const Assignee &assignee, const Lot &lot);

// The table that follows on `before`: rules that are not what they were under their name get its next version.
AssignmentTable revised(const AssignmentTable &before, AssignmentTable after);

} // namespace engine
