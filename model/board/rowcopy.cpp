// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/rowcopy.h"

#include "model/board/boardmodel.h"
#include "model/words/sourcewords.h"
#include "model/words/statuswords.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace model {

using namespace Qt::StringLiterals;

namespace {

QString isoTime(engine::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(instant), Qt::UTC).toString(Qt::ISODateWithMs);
}

// Name and value of each column, for machines.
std::vector<std::pair<QString, QJsonValue>> fields(const engine::Summary &summary, const NumberMask &mask)
{
    const bool hasEnded = summary.status != engine::Status::InProgress;
    const QString country
        = summary.country[0] == 0 ? QString() : QString::fromLatin1(summary.country, sizeof summary.country);
    return {
        {u"request_id"_s, summary.id.toString()},
        {u"started"_s, isoTime(summary.startedAt)},
        {u"number"_s, mask.digits(summary.number, summary.source)},
        {u"country"_s, country},
        {u"workflow_id"_s, int(summary.workflowId)},
        {u"state"_s, statusName(summary.status).toLower()},
        {u"ended"_s, hasEnded ? QJsonValue(isoTime(summary.endedAt)) : QJsonValue()},
        {u"seconds"_s,
         hasEnded ? QJsonValue(double((summary.endedAt - summary.startedAt).count()) / 1000) : QJsonValue()},
        {u"source"_s, sourceName(summary.source)},
        {u"remark"_s, dataMark(summary.source)},
    };
}

QString csvCell(const QJsonValue &value)
{
    QString text = value.isDouble() ? QString::number(value.toDouble(), 'g', 12) : value.toString();
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n'))
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

QString textLine(const BoardModel &rows, int row)
{
    const engine::Summary &summary = rows.summaryAt(row);
    QStringList cells{summary.id.toString()};
    for (int column = 0; column < BoardModel::ColumnCount; ++column) {
        if (column != BoardModel::RequestId)
            cells << rows.index(row, column).data(Qt::AccessibleTextRole).toString();
    }
    if (const QString mark = dataMark(summary.source); !mark.isEmpty())
        cells << mark;
    return cells.join(u'\t');
}

QString csvLine(const std::vector<std::pair<QString, QJsonValue>> &fields, bool isHeader)
{
    QStringList cells;
    for (const auto &[name, value] : fields)
        cells << (isHeader ? name : csvCell(value));
    return cells.join(u',') + u"\r\n"_s;
}

} // namespace

QString copyOfRows(const BoardModel &rows, const std::vector<int> &wanted, RowFormat format)
{
    QString text;
    QJsonArray list;
    for (const int row : wanted) {
        if (format == RowFormat::Text) {
            text += textLine(rows, row) + u'\n';
            continue;
        }
        const auto all = fields(rows.summaryAt(row), rows.mask());
        if (format == RowFormat::Csv) {
            if (text.isEmpty())
                text += csvLine(all, true);
            text += csvLine(all, false);
            continue;
        }
        QJsonObject object;
        for (const auto &[name, value] : all)
            object.insert(name, value);
        list.append(object);
    }
    return format == RowFormat::Json ? QString::fromUtf8(QJsonDocument(list).toJson()) : text;
}

} // namespace model
