// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/console/query.h"

#include <algorithm>
#include <cmath>

namespace engine {

using namespace Qt::StringLiterals;

Query::Query(const Fields &fields)
{
    for (const auto &[name, value] : fields)
        m_given.push_back({QString::fromStdString(name), QString::fromStdString(value)});
}

std::optional<QString> Query::text(const QString &name)
{
    m_known << name;
    const auto isNamed = [&](const Parameter &parameter) { return parameter.name == name; };
    const auto found = std::find_if(m_given.begin(), m_given.end(), isNamed);
    if (found == m_given.end())
        return std::nullopt;
    if (std::find_if(found + 1, m_given.end(), isNamed) != m_given.end())
        object(name + u" is given more than once."_s);
    return found->value;
}

std::optional<qint64> Query::integer(const QString &name, qint64 least, qint64 most)
{
    const auto given = text(name);
    if (!given)
        return std::nullopt;
    bool isNumber = false;
    const qint64 value = given->toLongLong(&isNumber);
    if (isNumber && value >= least && value <= most)
        return value;
    object(name + u" must be a whole number from "_s + QString::number(least) + u" to "_s + QString::number(most)
           + u'.');
    return std::nullopt;
}

std::optional<double> Query::decimal(const QString &name, double least, double most)
{
    const auto given = text(name);
    if (!given)
        return std::nullopt;
    bool isNumber = false;
    const double value = given->toDouble(&isNumber);
    if (isNumber && std::isfinite(value) && value >= least && value <= most)
        return value;
    object(name + u" must be a number from "_s + QString::number(least) + u" to "_s + QString::number(most) + u'.');
    return std::nullopt;
}

std::optional<PhoneNumber> Query::number(const QString &name)
{
    const auto given = text(name);
    if (!given)
        return std::nullopt;
    const auto parsed = PhoneNumber::parse(*given);
    if (!parsed)
        object(name + u" must be a phone number with its country code, such as 447700900112."_s);
    return parsed;
}

void Query::object(const QString &sentence)
{
    if (!m_problem)
        m_problem = sentence;
}

std::optional<QString> Query::problem() const
{
    if (m_problem)
        return m_problem;
    const auto unknown = std::find_if(m_given.begin(), m_given.end(),
                                      [&](const Parameter &parameter) { return !m_known.contains(parameter.name); });
    if (unknown == m_given.end())
        return std::nullopt;
    if (m_known.isEmpty())
        return u"This call takes no parameters, so not "_s + unknown->name + u" either."_s;
    return u"There is no parameter "_s + unknown->name + u" here; there are "_s + m_known.join(u", "_s) + u'.';
}

} // namespace engine
