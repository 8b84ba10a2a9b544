// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/verification/workflow.h"
#include "model/words/symbol.h"

#include <QString>

#include <vector>

// "What will happen" if a workflow is started and nobody enters a code. Pure.
namespace model {

struct PreviewStep {
    Symbol symbol = Symbol::SmsPlanned;
    engine::milliseconds at{};
};

struct PreviewPin {
    engine::milliseconds from{};
    engine::milliseconds until{};
    QString name; // "PIN 1"
    QString text; // "PIN 1, valid for 5:00"; "PIN 2, new"
};

struct Preview {
    std::vector<PreviewStep> steps;
    std::vector<PreviewPin> pins;
    engine::milliseconds endsAt{};
    engine::Money atMost; // every message, and the fee of a success
    QString cost; // "at most EUR 0.120"
    QString sentence; // all of it, for a voice: "SMS, call at 2:05; expires at 5:00; at most EUR 0.092."
};

Preview preview(const engine::Workflow &workflow, const engine::Prices &prices);

} // namespace model
