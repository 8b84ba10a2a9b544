// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/exchangemodel.h"

#include "model/words/exchangewords.h"
#include "model/words/times.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::ApiExchange;

namespace {

QString allWords(const ApiExchange &exchange)
{
    QString words = requestLine(exchange) + u' ' + statusOf(exchange) + u' ' + answerWords(exchange) + u' '
        + QString::fromStdString(exchange.request.text) + u' ' + QString::fromStdString(exchange.reply.text);
    return words;
}

} // namespace

bool ExchangeFilter::matches(const ApiExchange &exchange) const
{
    if (isRefusedOnly && !exchange.isRefused)
        return false;
    QString all; // put together once it is needed
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        static constexpr QLatin1StringView Status("status:");
        if (word.startsWith(Status, Qt::CaseInsensitive)) {
            if (statusOf(exchange) != QStringView(word).mid(Status.size()))
                return false;
            continue;
        }
        if (all.isEmpty())
            all = allWords(exchange);
        if (!all.contains(word, Qt::CaseInsensitive))
            return false;
    }
    return true;
}

void ExchangeModel::take(const engine::ExchangeLog::News &news)
{
    m_oldest = news.oldest;
    m_waiting.insert(m_waiting.end(), news.added.begin(), news.added.end());
    m_waitingRows += std::size_t(std::count_if(news.added.begin(), news.added.end(),
                                               [this](const Kept &each) { return m_filter.matches(*each); }));
    // What waits is bounded as what is kept is; what is looked at stays.
    while (!m_waiting.empty() && m_waiting.front()->number < m_oldest) {
        m_waitingRows -= m_filter.matches(*m_waiting.front()) ? 1U : 0U;
        m_waiting.pop_front();
    }
    if (!m_isHeld)
        letIn();
    Q_EMIT countsChanged();
}

void ExchangeModel::letIn()
{
    dropBefore(m_oldest);
    if (m_waitingRows > 0) {
        std::vector<Kept> rows;
        std::copy_if(m_waiting.rbegin(), m_waiting.rend(), std::back_inserter(rows),
                     [this](const Kept &each) { return m_filter.matches(*each); });
        beginInsertRows({}, 0, int(rows.size()) - 1);
        m_rows.insert(m_rows.begin(), rows.begin(), rows.end());
        endInsertRows();
    }
    m_all.insert(m_all.end(), m_waiting.begin(), m_waiting.end());
    m_waiting.clear();
    m_waitingRows = 0;
}

void ExchangeModel::dropBefore(std::uint64_t number)
{
    while (!m_all.empty() && m_all.front()->number < number)
        m_all.pop_front();
    const auto first
        = std::find_if(m_rows.begin(), m_rows.end(), [number](const Kept &each) { return each->number < number; });
    if (first == m_rows.end())
        return;
    beginRemoveRows({}, int(first - m_rows.begin()), int(m_rows.size()) - 1);
    m_rows.erase(first, m_rows.end());
    endRemoveRows();
}

void ExchangeModel::clear()
{
    beginResetModel();
    m_all.clear();
    m_waiting.clear();
    m_rows.clear();
    m_waitingRows = 0;
    endResetModel();
    Q_EMIT countsChanged();
}

void ExchangeModel::setFilter(ExchangeFilter filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = std::move(filter);
    const auto isWanted = [this](const Kept &each) { return m_filter.matches(*each); };
    m_rows.clear();
    std::copy_if(m_all.rbegin(), m_all.rend(), std::back_inserter(m_rows), isWanted);
    m_waitingRows = std::size_t(std::count_if(m_waiting.begin(), m_waiting.end(), isWanted));
    endResetModel();
    Q_EMIT countsChanged();
}

void ExchangeModel::setHeld(bool isHeld)
{
    if (isHeld == m_isHeld)
        return;
    m_isHeld = isHeld;
    if (!isHeld)
        letIn();
    Q_EMIT countsChanged();
}

std::size_t ExchangeModel::refused() const
{
    return countOf({{}, true});
}

std::size_t ExchangeModel::count(bool isRefusedOnly) const
{
    return countOf({m_filter.text, isRefusedOnly});
}

std::size_t ExchangeModel::countOf(const ExchangeFilter &filter) const
{
    const auto isWanted = [&filter](const Kept &each) { return filter.matches(*each); };
    return std::size_t(std::count_if(m_all.begin(), m_all.end(), isWanted)
                       + std::count_if(m_waiting.begin(), m_waiting.end(), isWanted));
}

int ExchangeModel::rowOf(std::uint64_t number) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), number,
                                        [](const Kept &each, std::uint64_t wanted) { return each->number > wanted; });
    return found != m_rows.end() && (*found)->number == number ? int(found - m_rows.begin()) : -1;
}

std::vector<ExchangeModel::Kept> ExchangeModel::about(engine::RequestId id) const
{
    std::vector<Kept> found;
    for (const auto *list : {&m_all, &m_waiting}) {
        std::copy_if(list->begin(), list->end(), std::back_inserter(found), [id](const Kept &each) {
            return std::find(each->about.begin(), each->about.end(), id) != each->about.end();
        });
    }
    return found;
}

int ExchangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ExchangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ExchangeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ApiExchange &exchange = *at(index.row());
    if (role == IsRefusedRole)
        return exchange.isRefused;
    if (role == Qt::AccessibleDescriptionRole)
        return QString(timeOfDay(exchange.at) + u", "_s + requestLine(exchange) + u", "_s + answerWords(exchange));
    if (role == Qt::ToolTipRole && index.column() == Request)
        return requestLine(exchange);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (Column(index.column())) {
    case Time:
        return timeOfDay(exchange.at);
    case Request:
        return QString(QString::fromStdString(exchange.method) + u' ' + QString::fromStdString(exchange.path));
    case Status:
        return statusOf(exchange);
    case Answer:
        return answerWords(exchange);
    case Took:
        return tookWords(exchange);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ExchangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    static const QStringList names{u"time"_s, u"request"_s, u"status"_s, u"answer"_s, u"took"_s};
    return names.value(section);
}

} // namespace model
