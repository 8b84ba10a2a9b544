// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/population.h"

using namespace Qt::StringLiterals;

namespace engine {

namespace {

QString problemOf(double probability, const QString &path)
{
    return probability >= 0 && probability <= 1
        ? QString()
        : u"%1 must be between 0 and 1, not %2."_s.arg(path).arg(probability, 0, 'g', 10);
}

QString problemOf(const Distribution &distribution, const QString &path)
{
    return distribution.problem(path);
}

QString problemOf(const std::optional<Distribution> &distribution, const QString &path)
{
    return distribution ? distribution->problem(path) : QString();
}

} // namespace

QString Population::origin(const QString &path) const
{
    auto found = origins.find(path);
    if (found == origins.end())
        found = origins.find(EveryOtherFigure.toString());
    return found == origins.end() ? QString() : found->second;
}

std::span<const Figure> figures()
{
    static const Figure all[]{
        {u"user.unreachable"_s, &Population::unreachable},
        {u"user.no_sms"_s, &Population::noSms},
        {u"user.never_answers_calls"_s, &Population::neverAnswersCalls},
        {u"user.patience"_s, &Population::patience},
        {u"sms.delivered"_s, &Population::smsDelivered},
        {u"sms.delay"_s, &Population::smsDelay},
        {u"tts.answered"_s, &Population::callAnswered},
        {u"tts.delay"_s, &Population::callDelay},
        {u"entry"_s, &Population::entry},
        {u"entry_after_call"_s, &Population::entryAfterCall},
        {u"wrong_code"_s, &Population::wrongCode},
    };
    return all;
}

QString problem(const Population &population)
{
    for (const Figure &figure : figures()) {
        const QString found
            = std::visit([&](auto member) { return problemOf(population.*member, figure.path); }, figure.member);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace engine
