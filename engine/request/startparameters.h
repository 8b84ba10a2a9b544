// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/request/request.h"
#include "engine/verification/workflow.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

// The rules for the parameters of a start, once for the API and for the window (verify-api.md, section 1.3). The API
// answers with the first problem, in the documented order; the window shows them all, each under its field.
namespace engine {

// Who a message comes from when the request does not say.
inline constexpr QStringView DefaultSenderId = u"VERIFY";
inline constexpr int MaxBrandLength = 18; // characters
inline constexpr int MaxSenderIdLength = 11; // characters
inline constexpr int MinPinLength = 4; // of the caller's own PIN
inline constexpr int MaxPinLength = 10;
inline constexpr seconds MinPinExpiry{60};
inline constexpr seconds MaxPinExpiry{3600};
inline constexpr seconds MinNextEventWait{60};
inline constexpr seconds MaxNextEventWait{900};

// As they arrive. An empty text counts as absent, as it does for api_key and code.
struct StartParameters {
    std::optional<QString> number;
    std::optional<QString> brand;
    std::optional<QString> country;
    std::optional<QString> senderId;
    std::optional<QString> codeLength;
    std::optional<QString> locale; // "lg" on the wire
    std::optional<QString> pinExpiry;
    std::optional<QString> nextEventWait;
    std::optional<QString> workflowId;
    std::optional<QString> pinCode;
    std::optional<QString> payee; // of a payment, in place of the brand
    std::optional<QString> amount; // of a payment, in euros
};

// What is to be confirmed. A payment (PSD2, section 1.7) has a payee and an amount in place of a brand, and neither
// sender nor PIN of its own; those are ignored, as any parameter is that a call does not have.
enum class StartKind : std::uint8_t { Verification, Payment };

struct StartRules {
    Dialect dialect = Dialect::Vonage;
    bool isCustomPinAllowed = true;
    StartKind kind = StartKind::Verification;
};

enum class Parameter : std::uint8_t {
    Number,
    Brand,
    Country,
    SenderId,
    CodeLength,
    Locale,
    PinExpiry,
    NextEventWait,
    ChosenWorkflow, // "workflow_id"
    PinCode,
    Payee,
    Amount,
};

struct ParameterProblem {
    enum class Kind : std::uint8_t {
        Missing,
        Invalid,
        TooLong,
        NotAllowed, // well formed, but none of the allowed values (code_length)
        FeatureOff, // the account does not have it (pin_code)
    };
    Parameter parameter;
    Kind kind;

    bool operator==(const ParameterProblem &) const = default;
};

// The name on the wire, "sender_id".
QString parameterName(Parameter parameter);

// All problems, in the documented order; empty when the parameters are in order.
std::vector<ParameterProblem> problems(const StartParameters &parameters, const StartRules &rules);

// The request without account, source and population, which the caller fills in; or the first problem.
std::variant<StartRequest, ParameterProblem> readStart(const StartParameters &parameters, const StartRules &rules);

} // namespace engine
