// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/ratewords.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace model {

using namespace Qt::StringLiterals;

namespace {

QString figure(double share, std::int64_t trials)
{
    const QString text = QString::number(std::abs(share) * 100, 'f', trials < DecimalsFrom ? 0 : 1);
    const bool isZero = text == "0"_L1 || text == "0.0"_L1;
    return share < 0 && !isZero ? u'−' + text : text;
}

} // namespace

QString grouped(std::int64_t count)
{
    return QLocale(QLocale::English).toString(qlonglong(count));
}

QString plainFigure(QString text)
{
    static const QRegularExpression isFigure(u"^[+−]?\\d{1,3}(,\\d{3})*(\\.\\d+)?$"_s);
    if (!isFigure.match(text).hasMatch())
        return text;
    return text.remove(u',').remove(u'+').replace(u'−', u'-');
}

QString rateFigure(const engine::Proportion &proportion)
{
    if (proportion.trials < RatesFrom)
        return QString(QString::number(proportion.successes) + u" of "_s + QString::number(proportion.trials));
    return figure(proportion.rate(), proportion.trials);
}

QString rateText(const engine::Proportion &proportion)
{
    const QString text = rateFigure(proportion);
    return proportion.trials < RatesFrom ? text : QString(text + u" %"_s);
}

QString limitFigure(double limit, std::int64_t trials)
{
    return figure(limit, trials);
}

QString intervalFigures(const engine::Interval &interval, std::int64_t trials)
{
    return figure(interval.low, trials) + u'–' + figure(interval.high, trials);
}

QString signedPoints(double difference, std::int64_t trials)
{
    const QString text = figure(difference, trials);
    const bool isPositive = difference > 0 && text != "0"_L1 && text != "0.0"_L1;
    return isPositive ? QString(u'+' + text) : text;
}

QString signedTick(double points)
{
    const QString figure = QString::number(std::abs(points));
    return points > 0 ? QString(u'+' + figure) : points < 0 ? QString(u'−' + figure) : figure;
}

QString pointsApart(double difference, std::int64_t trials)
{
    return figure(std::abs(difference), trials);
}

QString pointsBetween(const engine::Interval &interval, std::int64_t trials)
{
    return figure(interval.low, trials) + u" to "_s + figure(interval.high, trials);
}

} // namespace model
