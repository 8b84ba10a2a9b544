// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QString>

#include <vector>

namespace model {

class NumberMask;

// One parameter of the call that starts a verification.
struct SnippetParameter {
    QString name; // on the wire, "workflow_id"
    QString value;
    bool isCount = false; // a number; else a text, also when it consists of digits

    bool operator==(const SnippetParameter &) const = default;
};

// What an app would send to start a verification like this one; what the API takes by itself is left out. A number
// that is masked on the screen is masked here. Pure.
std::vector<SnippetParameter> snippetParameters(const engine::Record &record, const NumberMask &mask);

} // namespace model
