// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/texttable.h"

#include <algorithm>

namespace app {

QString percentCell(double rate)
{
    return QString::number(rate * 100, 'f', 1) + QStringLiteral(" %");
}

QString pointsCell(double difference)
{
    const QString number = QString::number(difference * 100, 'f', 2);
    return difference > 0 ? QStringLiteral("+") + number : number;
}

QString numberCell(const std::optional<double> &number, int decimals)
{
    return number ? QString::number(*number, 'f', decimals) : QStringLiteral("-");
}

QString laidOut(const std::vector<QStringList> &rows)
{
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            qsizetype width = 0;
            for (const QStringList &each : rows)
                width = std::max(width, each.at(column).size());
            const bool isText = column == 0 || column + 1 == row.size();
            line += (isText ? row.at(column).leftJustified(width) : row.at(column).rightJustified(width))
                + QStringLiteral("  ");
        }
        text += line.trimmed() + u'\n';
    }
    return text;
}

} // namespace app
