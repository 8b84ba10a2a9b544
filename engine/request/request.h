// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/base/phonenumber.h"
#include "engine/base/requestid.h"
#include "engine/verification/workflow.h"

#include <QByteArray>
#include <QString>

namespace engine {

// Where a request came from; statistics never mix real and invented ones silently.
enum class Source : std::uint8_t { Window, Api, Demo, Population, Import };
inline constexpr std::size_t SourceCount = 5;

// All that is fixed about a verification when it starts and that the rules do not need.
// Written to the journal with the first event and never changed.
struct Request {
    RequestId id;
    QString account; // the api_key that asked
    PhoneNumber number;
    QString country; // ISO 3166 alpha-2, empty when the number has none
    QString brand;
    QString senderId;
    QString locale; // "en-gb"
    int codeLength = 4; // of the PIN, 4 to 10
    QByteArray sealedPin; // the custom PIN, sealed with the store's key; empty when PINs are derived
    Workflow workflow;
    Source source = Source::Api;
    QString population; // name of the population whose user answers; empty when a person does
    Prices prices;

    bool operator==(const Request &) const = default;
};

// What a caller wants started: parameters that are already in order (see startparameters.h).
struct StartRequest {
    QString account;
    PhoneNumber number;
    QString brand;
    QString senderId;
    QString locale;
    int codeLength = 4;
    QString customPin; // empty: Pinpath derives the PINs
    Workflow workflow;
    Source source = Source::Api;
    QString population; // empty: by hand
};

} // namespace engine
