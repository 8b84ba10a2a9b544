// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/pagehistory.h"

namespace ui {

namespace {
constexpr std::size_t Longest = 100;
}

void PageHistory::visit(const PagePlace &place)
{
    if (!m_places.empty()) {
        if (m_places[m_current] == place)
            return;
        m_places.resize(m_current + 1);
    }
    m_places.push_back(place);
    if (m_places.size() > Longest)
        m_places.erase(m_places.begin());
    m_current = m_places.size() - 1;
}

void PageHistory::adjust(const PagePlace &place)
{
    if (m_places.empty())
        visit(place);
    else
        m_places[m_current] = place;
}

std::optional<PagePlace> PageHistory::back()
{
    if (!canGoBack())
        return {};
    return m_places[--m_current];
}

std::optional<PagePlace> PageHistory::forward()
{
    if (!canGoForward())
        return {};
    return m_places[++m_current];
}

} // namespace ui
