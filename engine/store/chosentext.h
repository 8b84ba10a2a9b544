// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/request/request.h"

#include <QString>

#include <string>

// How the projection tells who chose a verification's workflow: "named", "default", "rule NAME/VERSION" or "lot
// NAME/VERSION"; empty where nobody knows.
namespace engine {

QString chosenText(const WorkflowChoice &choice);
// "NAME/VERSION" of the experiment whose lot decided; empty for all else.
std::string experimentIn(const QString &chosenText);

} // namespace engine
