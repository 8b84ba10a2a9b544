// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/exchangelog.h"

#include <utility>

namespace engine {

std::size_t ApiExchange::size() const
{
    return sizeof *this + method.size() + path.size() + query.size() + headers.size() + request.text.size()
        + client.size() + replyType.size() + reply.text.size() + verdict.size() + sentence.size()
        + about.size() * sizeof(RequestId);
}

void ExchangeLog::add(ApiExchange exchange)
{
    const bool isRefusedStart = exchange.isRefused && exchange.isStart;
    const std::size_t size = exchange.size();
    auto kept = std::make_shared<ApiExchange>(std::move(exchange));
    std::vector<Kept> dropped; // freed without the lock
    const std::lock_guard lock(m_mutex);
    kept->number = ++m_total;
    m_refusedStarts += isRefusedStart ? 1 : 0;
    m_kept.push_back(std::move(kept));
    m_bytes += size;
    while (m_kept.size() > m_bounds.count || (m_bytes > m_bounds.bytes && m_kept.size() > 1)) {
        m_bytes -= m_kept.front()->size();
        dropped.push_back(std::move(m_kept.front()));
        m_kept.pop_front();
    }
    if (m_listener && !std::exchange(m_isNewsKnown, true))
        m_listener();
}

ExchangeLog::News ExchangeLog::after(std::uint64_t number)
{
    const std::lock_guard lock(m_mutex);
    m_isNewsKnown = false;
    News news;
    news.total = m_total;
    news.refusedStarts = m_refusedStarts;
    news.oldest = m_kept.empty() ? m_total + 1 : m_kept.front()->number;
    const std::uint64_t first = std::max(number + 1, news.oldest);
    const std::size_t skipped = std::min<std::size_t>(m_kept.size(), first - news.oldest);
    news.added.assign(m_kept.begin() + std::ptrdiff_t(skipped), m_kept.end());
    return news;
}

void ExchangeLog::clear()
{
    std::deque<Kept> dropped; // freed without the lock
    const std::lock_guard lock(m_mutex);
    m_kept.swap(dropped);
    m_bytes = 0;
}

void ExchangeLog::setListener(std::function<void()> listener)
{
    const std::lock_guard lock(m_mutex);
    m_listener = std::move(listener);
    m_isNewsKnown = false;
}

} // namespace engine
