// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/parameterwords.h"

#include "model/words/times.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Parameter;
using engine::ParameterProblem;
using engine::StartParameters;
using Kind = engine::ParameterProblem::Kind;

namespace {

constexpr int MostDigits = 15; // E.164

// Characters as people count them: a surrogate pair is one.
qsizetype length(const std::optional<QString> &text)
{
    return text ? text->toUcs4().size() : 0;
}

QString tooLong(const QString &what, const std::optional<QString> &text, int most)
{
    return u"%1 may have %2 characters; this has %3."_s.arg(what).arg(most).arg(length(text));
}

QString between(const QString &what, engine::seconds least, engine::seconds most)
{
    return u"%1 between %2 and %3 seconds."_s.arg(what).arg(least.count()).arg(most.count());
}

std::optional<engine::seconds> secondsIn(const std::optional<QString> &text)
{
    bool isNumber = false;
    const int count = text ? text->toInt(&isNumber) : 0;
    return isNumber && count > 0 ? std::optional(engine::seconds(count)) : std::nullopt;
}

QString numberProblem(Kind kind, const StartParameters &parameters)
{
    if (kind == Kind::Missing)
        return u"A number is needed."_s;
    const QString text = parameters.number.value_or(QString());
    const bool hasLetters = std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
    const auto digits = std::ranges::count_if(text, [](QChar c) { return c.isDigit(); });
    if (!hasLetters && digits > MostDigits)
        return u"Too long: a phone number has at most %1 digits, and this one has %2."_s.arg(MostDigits).arg(digits);
    return u"No phone number. Write it with its country code, as in +44 7700 900112."_s;
}

QString brandProblem(Kind kind, const StartParameters &parameters)
{
    switch (kind) {
    case Kind::Missing:
        return u"A brand is needed; the message names it."_s;
    case Kind::TooLong:
        return tooLong(u"A brand"_s, parameters.brand, engine::MaxBrandLength);
    default:
        return u"A brand is plain text."_s;
    }
}

QString senderProblem(Kind kind, const StartParameters &parameters)
{
    return kind == Kind::TooLong ? tooLong(u"A sender"_s, parameters.senderId, engine::MaxSenderIdLength)
                                 : u"A sender is plain text."_s;
}

QString pinProblem(Kind kind)
{
    return kind == Kind::FeatureOff
        ? u"This account may not choose its own PIN."_s
        : u"A PIN has %1 to %2 letters or digits."_s.arg(engine::MinPinLength).arg(engine::MaxPinLength);
}

} // namespace

QString problemText(const ParameterProblem &problem, const StartParameters &parameters)
{
    switch (problem.parameter) {
    case Parameter::Number:
        return numberProblem(problem.kind, parameters);
    case Parameter::Brand:
        return brandProblem(problem.kind, parameters);
    case Parameter::Country:
        return u"A country has two letters, as in GB."_s;
    case Parameter::SenderId:
        return senderProblem(problem.kind, parameters);
    case Parameter::CodeLength:
        return u"A code has 4 or 6 digits."_s;
    case Parameter::Locale:
        return u"\"%1\" is none of the languages, which look like en-gb."_s.arg(parameters.locale.value_or(QString()));
    case Parameter::PinExpiry:
        return between(u"A PIN lives"_s, engine::MinPinExpiry, engine::MaxPinExpiry);
    case Parameter::NextEventWait:
        return between(u"A wait is"_s, engine::MinNextEventWait, engine::MaxNextEventWait);
    case Parameter::ChosenWorkflow:
        return u"There is no workflow %1."_s.arg(parameters.workflowId.value_or(QString()));
    case Parameter::PinCode:
        return pinProblem(problem.kind);
    case Parameter::Payee:
        return problem.kind == Kind::Missing ? u"A payee is needed."_s
                                             : u"A payee may have %1 characters."_s.arg(engine::MaxBrandLength);
    case Parameter::Amount:
        return problem.kind == Kind::Missing ? u"An amount is needed."_s : u"An amount is in euros, as in 12.50."_s;
    }
    Q_UNREACHABLE();
}

QStringList notes(const StartParameters &parameters)
{
    const auto pinExpiry = secondsIn(parameters.pinExpiry);
    const auto wait = secondsIn(parameters.nextEventWait);
    if (!pinExpiry || !wait)
        return {};
    const engine::seconds effective = engine::effectivePinExpiry(*pinExpiry, wait);
    if (effective == *pinExpiry)
        return {};
    return {u"%1 is not a multiple of %2, so each PIN lives %3 s."_s.arg(pinExpiry->count())
                .arg(wait->count())
                .arg(effective.count())};
}

QString numberTaken(engine::milliseconds since)
{
    return u"This number has a running verification, started "_s + duration(since) + u" ago."_s;
}

} // namespace model
