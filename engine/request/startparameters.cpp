// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/request/startparameters.h"

#include "engine/message/locale.h"

#include <QStringView>

#include <algorithm>
#include <utility>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

using Kind = ParameterProblem::Kind;

// An empty text says as little as an absent one.
QStringView given(const std::optional<QString> &text)
{
    return text ? QStringView(*text) : QStringView();
}

// Characters as people count them on the wire: a surrogate pair is one.
qsizetype characterCount(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); });
}

// Neither a NUL nor the remains of bytes or escapes that were no text (U+FFFD, half a surrogate pair).
bool isText(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isNull() || c == QChar::ReplacementCharacter || c.isLowSurrogate())
            return false;
        if (c.isHighSurrogate() && (++i == text.size() || !text[i].isLowSurrogate()))
            return false;
    }
    return true;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isAsciiLetter(QChar c)
{
    const char16_t lower = c.unicode() | 0x20U;
    return lower >= u'a' && lower <= u'z';
}

bool isInteger(QStringView text)
{
    if (text.startsWith(u'-'))
        text = text.mid(1);
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

// Plain digits, leading zeros allowed, within the bounds.
std::optional<int> integerWithin(QStringView text, qint64 least, qint64 most)
{
    if (!isInteger(text))
        return std::nullopt;
    bool fits = false;
    const qint64 value = text.toLongLong(&fits);
    return fits && value >= least && value <= most ? std::optional(int(value)) : std::nullopt;
}

bool isCountry(QStringView text)
{
    return text.size() == 2 && isAsciiLetter(text[0]) && isAsciiLetter(text[1]);
}

std::optional<PhoneNumber> readNumber(const StartParameters &parameters)
{
    const QStringView country = given(parameters.country);
    return PhoneNumber::parse(given(parameters.number), isCountry(country) ? country : QStringView());
}

// The waits of the request's own, where they are in order.
Timing readTiming(const StartParameters &parameters)
{
    Timing timing;
    if (const auto wait
        = integerWithin(given(parameters.nextEventWait), MinNextEventWait.count(), MaxNextEventWait.count()))
        timing.nextEventWait = seconds(*wait);
    if (const auto expiry = integerWithin(given(parameters.pinExpiry), MinPinExpiry.count(), MaxPinExpiry.count()))
        timing.pinExpiry = seconds(*expiry);
    return timing;
}

std::optional<Kind> tooLongOrInvalid(QStringView text, int maxLength)
{
    if (!isText(text))
        return Kind::Invalid;
    return characterCount(text) > maxLength ? std::optional(Kind::TooLong) : std::nullopt;
}

std::optional<Kind> codeLengthProblem(QStringView text)
{
    if (!isInteger(text))
        return Kind::Invalid;
    const auto length = integerWithin(text, 4, 6);
    return length && *length != 5 ? std::nullopt : std::optional(Kind::NotAllowed);
}

// A hyphen is allowed where a check may carry one (D9), so that no request exists that cannot be verified.
std::optional<Kind> pinCodeProblem(QStringView text, const StartRules &rules)
{
    if (!rules.isCustomPinAllowed)
        return Kind::FeatureOff;
    const bool isHyphenAllowed = rules.dialect == Dialect::Vonage;
    const bool isWellFormed = text.size() >= MinPinLength && text.size() <= MaxPinLength
        && std::all_of(text.begin(), text.end(), [isHyphenAllowed](QChar c) {
                                  return isDigit(c) || isAsciiLetter(c) || (isHyphenAllowed && c == u'-');
                              });
    return isWellFormed ? std::nullopt : std::optional(Kind::Invalid);
}

std::optional<Kind> invalidUnless(bool isInOrder)
{
    return isInOrder ? std::nullopt : std::optional(Kind::Invalid);
}

// Euros: digits, and after a point at most the cents.
bool isAmount(QStringView text)
{
    constexpr qsizetype MaxEuroDigits = 9;
    constexpr qsizetype MaxCentDigits = 2;
    const qsizetype point = text.indexOf(u'.');
    const QStringView euros = point < 0 ? text : text.left(point);
    const QStringView cents = point < 0 ? QStringView() : text.mid(point + 1);
    const bool areEurosRight
        = !euros.isEmpty() && euros.size() <= MaxEuroDigits && std::all_of(euros.begin(), euros.end(), isDigit);
    const bool areCentsRight = point < 0
        || (!cents.isEmpty() && cents.size() <= MaxCentDigits && std::all_of(cents.begin(), cents.end(), isDigit));
    return areEurosRight && areCentsRight;
}

bool isLocaleOf(StartKind kind, QStringView name)
{
    return kind == StartKind::Payment ? isPaymentLocale(name) : isLocale(name);
}

// What is wrong with a parameter that was given.
std::optional<Kind> problemOf(Parameter parameter, QStringView text, const StartParameters &all,
                              const StartRules &rules, std::optional<PhoneNumber> number)
{
    switch (parameter) {
    case Parameter::Number:
        return invalidUnless(number.has_value());
    case Parameter::Brand:
    case Parameter::Payee:
        return tooLongOrInvalid(text, MaxBrandLength);
    case Parameter::Country:
        return invalidUnless(isCountry(text));
    case Parameter::SenderId:
        return tooLongOrInvalid(text, MaxSenderIdLength);
    case Parameter::CodeLength:
        return codeLengthProblem(text);
    case Parameter::Locale:
        return invalidUnless(isLocaleOf(rules.kind, text));
    case Parameter::PinExpiry:
        return invalidUnless(readTiming(all).pinExpiry.has_value());
    case Parameter::NextEventWait:
        return invalidUnless(readTiming(all).nextEventWait.has_value());
    case Parameter::ChosenWorkflow:
        return invalidUnless(integerWithin(text, 1, lastStandardWorkflow(rules.dialect)).has_value());
    case Parameter::PinCode:
        return pinCodeProblem(text, rules);
    case Parameter::Amount:
        return invalidUnless(isAmount(text));
    }
    return std::nullopt;
}

using Field = std::optional<QString> StartParameters::*;

enum class Of : std::uint8_t { Both, Verification, Payment };

// In the order in which they are judged.
struct Row {
    Parameter parameter;
    Field field;
    QStringView name;
    bool isMandatory = false;
    Of of = Of::Both;

    bool isOf(StartKind kind) const { return of == Of::Both || (of == Of::Payment) == (kind == StartKind::Payment); }
};

constexpr Row Rows[]{
    {Parameter::Number, &StartParameters::number, u"number", true},
    {Parameter::Brand, &StartParameters::brand, u"brand", true, Of::Verification},
    {Parameter::Payee, &StartParameters::payee, u"payee", true, Of::Payment},
    {Parameter::Amount, &StartParameters::amount, u"amount", true, Of::Payment},
    {Parameter::Country, &StartParameters::country, u"country"},
    {Parameter::SenderId, &StartParameters::senderId, u"sender_id", false, Of::Verification},
    {Parameter::CodeLength, &StartParameters::codeLength, u"code_length"},
    {Parameter::Locale, &StartParameters::locale, u"lg"},
    {Parameter::PinExpiry, &StartParameters::pinExpiry, u"pin_expiry"},
    {Parameter::NextEventWait, &StartParameters::nextEventWait, u"next_event_wait"},
    {Parameter::ChosenWorkflow, &StartParameters::workflowId, u"workflow_id"},
    {Parameter::PinCode, &StartParameters::pinCode, u"pin_code", false, Of::Verification},
};

// `number` is what the number reads as: reading it costs more than all the rest.
std::vector<ParameterProblem> problemsWith(const StartParameters &parameters, const StartRules &rules,
                                           std::optional<PhoneNumber> number)
{
    std::vector<ParameterProblem> missing;
    std::vector<ParameterProblem> others;
    for (const Row &row : Rows) {
        if (!row.isOf(rules.kind))
            continue;
        const QStringView text = given(parameters.*row.field);
        if (!text.isEmpty()) {
            if (const auto kind = problemOf(row.parameter, text, parameters, rules, number))
                others.push_back({row.parameter, *kind});
        } else if (row.isMandatory) {
            missing.push_back({row.parameter, Kind::Missing});
        }
    }
    missing.insert(missing.end(), others.begin(), others.end());
    return missing;
}

} // namespace

QString parameterName(Parameter parameter)
{
    const auto row = std::find_if(std::begin(Rows), std::end(Rows),
                                  [parameter](const Row &each) { return each.parameter == parameter; });
    Q_ASSERT(row != std::end(Rows));
    return row->name.toString();
}

std::vector<ParameterProblem> problems(const StartParameters &parameters, const StartRules &rules)
{
    return problemsWith(parameters, rules, readNumber(parameters));
}

std::variant<StartRequest, ParameterProblem> readStart(const StartParameters &parameters, const StartRules &rules)
{
    const auto number = readNumber(parameters);
    if (const auto found = problemsWith(parameters, rules, number); !found.empty())
        return found.front();

    const bool isPayment = rules.kind == StartKind::Payment;
    StartRequest request;
    request.number = *number;
    request.brand = isPayment ? *parameters.payee : *parameters.brand;
    if (isPayment)
        request.amount = *parameters.amount;
    const QStringView senderId = isPayment ? QStringView() : given(parameters.senderId);
    request.senderId = senderId.isEmpty() ? DefaultSenderId.toString() : senderId.toString();
    const QStringView locale = given(parameters.locale);
    if (!locale.isEmpty())
        request.locale = locale.toString();
    else
        request.locale = isPayment ? DefaultPaymentLocale.toString() : localeForCountry(request.number.country());
    if (!isPayment)
        request.customPin = given(parameters.pinCode).toString();
    if (!request.customPin.isEmpty())
        request.codeLength = int(request.customPin.size());
    else if (const auto length = integerWithin(given(parameters.codeLength), MinPinLength, MaxPinLength))
        request.codeLength = *length;
    const auto workflowId = integerWithin(given(parameters.workflowId), 1, lastStandardWorkflow(rules.dialect));
    const Timing timing = readTiming(parameters);
    request.workflow = *standardWorkflow(WorkflowId(workflowId.value_or(1)), rules.dialect, timing);
    if (!workflowId)
        request.openChoice = OpenChoice{rules.dialect, timing};
    return request;
}

} // namespace engine
