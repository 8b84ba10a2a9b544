// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardcells.h"

#include "model/words/countrywords.h"
#include "model/words/moneywords.h"
#include "model/words/numberwords.h"
#include "model/words/statuswords.h"
#include "model/words/story.h"
#include "model/words/times.h"

#include <QDateTime>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace model {

namespace {

QDateTime dateTime(engine::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(instant));
}

} // namespace

QString columnName(BoardColumn::Id column)
{
    switch (column) {
    case BoardColumn::Started:
        return u"started"_s;
    case BoardColumn::Number:
        return u"number"_s;
    case BoardColumn::Workflow:
        return u"workflow"_s;
    case BoardColumn::State:
        return u"state"_s;
    case BoardColumn::Brand:
        return u"brand"_s;
    case BoardColumn::Country:
        return u"country"_s;
    case BoardColumn::Cost:
        return u"cost"_s;
    case BoardColumn::Pin:
        return u"PIN"_s;
    case BoardColumn::RequestId:
        return u"request id"_s;
    case BoardColumn::Timeline:
        return u"timeline"_s;
    }
    Q_UNREACHABLE();
}

BoardCells::BoardCells(const engine::Summary &summary, std::shared_ptr<const engine::Record> record, bool isMatching,
                       engine::Instant now, const NumberMask &mask)
    : m_summary(summary)
    , m_record(std::move(record))
    , m_isMatching(isMatching)
    , m_now(now)
    , m_mask(mask)
{ }

QString BoardCells::text(BoardColumn::Id column) const
{
    switch (column) {
    case BoardColumn::Started:
        return startedText();
    case BoardColumn::Number:
        return m_mask.shown(m_summary.number, m_summary.source);
    case BoardColumn::Workflow:
        return QString::number(m_summary.workflowId);
    case BoardColumn::State:
        return m_isMatching ? stateText() : u"no longer matches"_s;
    case BoardColumn::Brand:
        return m_summary.brand;
    case BoardColumn::Country:
        return m_summary.country[0] ? QString::fromLatin1(m_summary.country, 2) : QString();
    case BoardColumn::Cost:
        return money(m_summary.cost);
    case BoardColumn::Pin:
        return pinText();
    case BoardColumn::RequestId:
        return m_summary.id.toString();
    case BoardColumn::Timeline:
        return {}; // it is drawn
    }
    Q_UNREACHABLE();
}

QString BoardCells::spoken(BoardColumn::Id column) const
{
    const QString words = text(column);
    switch (column) {
    case BoardColumn::Started:
        return QLocale(QLocale::English).toString(dateTime(m_summary.startedAt), u"d MMMM yyyy, HH:mm:ss"_s);
    case BoardColumn::Workflow:
        return u"workflow "_s + words;
    case BoardColumn::Country:
        return countryName(words);
    case BoardColumn::Pin:
        return words.isEmpty() ? QString() : QString(u"PIN "_s + words);
    case BoardColumn::State:
        return m_isMatching ? words : QString(stateText() + u", "_s + words);
    case BoardColumn::Timeline:
        return m_record ? story(*m_record, m_now) : stateText();
    default:
        return words;
    }
}

QVariant BoardCells::sortValue(BoardColumn::Id column) const
{
    switch (column) {
    case BoardColumn::Number:
        return qulonglong(m_summary.number.digits());
    case BoardColumn::Workflow:
        return int(m_summary.workflowId);
    case BoardColumn::State:
        return int(m_summary.status);
    case BoardColumn::Cost:
        return qlonglong(m_summary.cost.hundredMillionths());
    case BoardColumn::Brand:
    case BoardColumn::Country:
    case BoardColumn::Pin:
    case BoardColumn::RequestId:
        return text(column);
    default:
        return qlonglong(engine::toMilliseconds(m_summary.startedAt));
    }
}

// "14:02:25", or the day for what started on another one.
QString BoardCells::startedText() const
{
    const QDateTime started = dateTime(m_summary.startedAt);
    if (started.date() == dateTime(m_now).date())
        return timeOfDay(m_summary.startedAt);
    return QLocale(QLocale::English).toString(started.date(), u"d MMM"_s);
}

QString BoardCells::stateText() const
{
    if (m_record)
        return model::stateText(*m_record, m_now);
    if (m_summary.status == engine::Status::InProgress)
        return statusName(m_summary.status).toLower();
    return endedStateText(m_summary.status, m_summary.endedAt - m_summary.startedAt);
}

// The one that counts, where it is at hand.
QString BoardCells::pinText() const
{
    return m_record && !m_record->pins.empty() ? m_record->pins.back().digits : QString();
}

} // namespace model
