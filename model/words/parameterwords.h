// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/request/startparameters.h"

#include <QString>
#include <QStringList>

// What stands under the fields of a new verification. Pure.
namespace model {

// A sentence for the field: "Brand has 21 characters; at most 18 fit."
QString problemText(const engine::ParameterProblem &problem, const engine::StartParameters &parameters);
// What is in order but may surprise: "300 is not a multiple of 120, so each PIN lives 120 s."
QStringList notes(const engine::StartParameters &parameters);
// "This number has a running verification, started 14 s ago."
QString numberTaken(engine::milliseconds since);

} // namespace model
