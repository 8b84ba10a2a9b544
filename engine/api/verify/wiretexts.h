// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/admit.h"
#include "engine/api/refusal.h"
#include "engine/api/verify/wirereply.h"
#include "engine/request/startparameters.h"

#include <QString>

// Everything that the Verify API says when it does not do as asked: status and text per situation, as verify-api.md,
// section 2 and its Decisions have them. Clients match these texts, so they are never translated.
namespace engine {

// At the door.
WireReply refusalReply(Refusal refusal);
WireReply throttledReply();
WireReply internalErrorReply();
// A body that says it is JSON and is not an object; `reason` is what the parser found.
WireReply badJsonReply(const QString &reason);

// Parameters. `name` is as on the wire, "request_id".
WireReply missingReply(QStringView name);
WireReply invalidReply(QStringView name);
WireReply problemReply(const ParameterProblem &problem);
WireReply invalidCodeReply(); // a code with characters that no PIN has

// Start, and control of an account that was let in and not admitted.
WireReply obstacleReply(const Obstacle &obstacle, Dialect dialect);

// Start.
// `runningId` is empty where it is none of the client's business.
WireReply concurrentReply(const QString &runningId);

// Check. `id` is what the client sent.
WireReply notRunningReply(const QString &id, Dialect dialect);
WireReply wrongCodeReply(const QString &id);
WireReply tooManyWrongCodesReply();

// Control.
WireReply notActiveReply(const QString &id);
WireReply invalidCommandReply();
WireReply tooEarlyToCancelReply(const QString &id);
WireReply tooLateToCancelReply(const QString &id);
WireReply nothingLeftReply(const QString &id);

// Search.
WireReply noSearchIdReply(Dialect dialect);
WireReply tooManyIdsReply();
WireReply noResponseReply();

} // namespace engine
