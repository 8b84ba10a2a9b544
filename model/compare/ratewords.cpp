// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/ratewords.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace model {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostDecimals = 4;

bool isZero(const QString &figure)
{
    return figure.toDouble() == 0;
}

QString figure(double share, Decimals decimals)
{
    const QString text = QString::number(std::abs(share) * 100, 'f', decimals.count);
    return share < 0 && !isZero(text) ? u'−' + text : text;
}

// Whether a figure lies on the same side of a mark, both in points, as what it stands for.
bool keepsSide(double points, double mark, int decimals)
{
    constexpr double Same = 1e-9;
    const auto sideOf = [mark](double at) { return at > mark + Same ? 1 : at < mark - Same ? -1 : 0; };
    return sideOf(QString::number(points, 'f', decimals).toDouble()) == sideOf(points);
}

} // namespace

Decimals Decimals::apart(const engine::Interval &interval, double margin) const
{
    Decimals decimals = *this;
    const auto isHidden = [&] {
        for (const double end : {interval.low * 100, interval.high * 100}) {
            for (const double mark : {-margin * 100, 0.0, margin * 100}) {
                if (!keepsSide(end, mark, decimals.count))
                    return true;
            }
        }
        return false;
    };
    while (decimals.count < MostDecimals && isHidden())
        ++decimals.count;
    return decimals;
}

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

QString limitFigure(double limit, Decimals decimals)
{
    return figure(limit, decimals);
}

QString intervalFigures(const engine::Interval &interval, Decimals decimals)
{
    return figure(interval.low, decimals) + u'–' + figure(interval.high, decimals);
}

QString signedPoints(double difference, Decimals decimals)
{
    const QString text = figure(difference, decimals);
    const bool isPositive = difference > 0 && !isZero(text);
    return isPositive ? QString(u'+' + text) : text;
}

QString signedTick(double points)
{
    const QString figure = QString::number(std::abs(points));
    return points > 0 ? QString(u'+' + figure) : points < 0 ? QString(u'−' + figure) : figure;
}

QString pointsApart(double difference, Decimals decimals)
{
    return figure(std::abs(difference), decimals);
}

QString pointsBetween(const engine::Interval &interval, Decimals decimals)
{
    return figure(interval.low, decimals) + u" to "_s + figure(interval.high, decimals);
}

} // namespace model
