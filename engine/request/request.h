// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/base/phonenumber.h"
#include "engine/base/requestid.h"
#include "engine/verification/workflow.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace engine {

// Where a request came from; statistics never mix real and invented ones silently.
enum class Source : std::uint8_t { Window, Api, Demo, Population, Import };
inline constexpr std::size_t SourceCount = 5;

// Who chose a request's workflow.
enum class ChosenBy : std::uint8_t {
    Unknown, // it was not kept, or the request comes from elsewhere
    Named, // by the request itself
    Default, // nobody: it is the one that requests get by themselves
    Rule, // a line of the account's assignment table
    Lot, // an experiment in that table
};

struct WorkflowChoice {
    ChosenBy by = ChosenBy::Unknown;
    QString rule; // the name of the rule or experiment, and its version
    int version = 0;

    bool operator==(const WorkflowChoice &) const = default;
};

// All that is fixed about a verification when it starts and that the rules do not need.
// Written to the journal with the first event and never changed.
struct Request {
    RequestId id;
    QString account; // the api_key that asked
    PhoneNumber number;
    QString country; // ISO 3166 alpha-2, empty when the number has none
    QString network; // of the number, where a report told it
    QString brand;
    QString amount; // of a payment, in euros as it was sent, "12.50"; empty: it is none
    QString senderId;
    QString locale; // "en-gb"
    int codeLength = 4; // of the PIN, 4 to 10
    QByteArray sealedPin; // the custom PIN, sealed with the store's key; empty when PINs are derived
    Workflow workflow;
    WorkflowChoice choice;
    Source source = Source::Api;
    QString population; // name of the population whose user answers; empty when a person does
    Prices prices;

    bool operator==(const Request &) const = default;
};

// What a workflow is made with that the account's table is to choose.
struct OpenChoice {
    Dialect dialect = Dialect::Vonage;
    Timing timing;
};

// What a caller wants started: parameters that are already in order (see startparameters.h).
struct StartRequest {
    QString account;
    PhoneNumber number;
    QString brand;
    QString amount; // of a payment
    QString senderId;
    QString locale;
    int codeLength = 4;
    QString customPin; // empty: Pinpath derives the PINs
    Workflow workflow; // that was named, or else the one that requests get by themselves
    std::optional<OpenChoice> openChoice; // none was named
    Source source = Source::Api;
    QString population; // empty: by hand
};

} // namespace engine
