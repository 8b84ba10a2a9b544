// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/chartwords.h"

#include "model/compare/ratewords.h"

namespace model {

using namespace Qt::StringLiterals;

QString ChartTwin::text() const
{
    QStringList lines{heads.join(u'\t')};
    for (const QStringList &row : rows)
        lines << row.join(u'\t');
    return lines.join(u'\n');
}

QString ChartTwin::csv() const
{
    const auto line = [](const QStringList &cells) {
        QStringList written;
        for (const QString &cell : cells) {
            QString plain = plainFigure(cell);
            const bool needsQuotes = plain.contains(u',') || plain.contains(u'"') || plain.contains(u'\n');
            written << (needsQuotes ? QString(u'"' + plain.replace(u'"', u"\"\""_s) + u'"') : plain);
        }
        return QString(written.join(u',') + u"\r\n"_s);
    };
    QString text = line(heads);
    for (const QStringList &row : rows)
        text += line(row);
    return text;
}

} // namespace model
