// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/times.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::milliseconds;
using engine::seconds;

namespace {

struct Parts {
    std::int64_t hours;
    std::int64_t minutes;
    std::int64_t seconds;
};

Parts partsOf(seconds span)
{
    const std::int64_t all = span.count();
    return {all / 3600, all / 60 % 60, all % 60};
}

seconds cutOff(milliseconds span)
{
    return std::chrono::floor<seconds>(std::max(span, milliseconds::zero()));
}

QString twoDigits(std::int64_t number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

QString withColons(seconds span)
{
    const Parts parts = partsOf(span);
    if (parts.hours == 0)
        return QString::number(parts.minutes) + u':' + twoDigits(parts.seconds);
    return QString::number(parts.hours) + u':' + twoDigits(parts.minutes) + u':' + twoDigits(parts.seconds);
}

QString written(seconds span)
{
    return span < std::chrono::minutes(1) ? QString::number(span.count()) + u" s"_s : withColons(span);
}

void addSpoken(QStringList &words, std::int64_t count, const QString &unit)
{
    if (count > 0)
        words << QString::number(count) + u' ' + unit + (count == 1 ? u""_s : u"s"_s);
}

} // namespace

QString duration(milliseconds span)
{
    return written(cutOff(span));
}

QString timeLeft(milliseconds span)
{
    return written(std::chrono::ceil<seconds>(std::max(span, milliseconds::zero())));
}

QString position(milliseconds sinceRequest)
{
    return withColons(cutOff(sinceRequest));
}

QString spokenDuration(milliseconds span)
{
    const Parts parts = partsOf(cutOff(span));
    QStringList words;
    addSpoken(words, parts.hours, u"hour"_s);
    addSpoken(words, parts.minutes, u"minute"_s);
    addSpoken(words, parts.seconds, u"second"_s);
    return words.isEmpty() ? u"0 seconds"_s : words.join(u' ');
}

QString timeOfDay(engine::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(instant)).toString(u"HH:mm:ss"_s);
}

QString dayAndTime(engine::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(instant)).toString(u"d MMM HH:mm"_s);
}

} // namespace model
