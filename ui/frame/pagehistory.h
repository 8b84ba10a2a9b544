// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/pageid.h"

#include <QVariant>

#include <optional>
#include <vector>

namespace ui {

// A page and how it was filtered.
struct PagePlace {
    PageId page = PageId::Board;
    QVariant place;

    bool operator==(const PagePlace &) const = default;
};

// Where somebody has been: Alt+Left and Alt+Right over pages and filters. A plain value.
class PageHistory {
public:
    // Going somewhere forgets what lay ahead. Where one already is, is no new place.
    void visit(const PagePlace &place);
    // The present place in another wording.
    void adjust(const PagePlace &place);
    // None at either end.
    std::optional<PagePlace> back();
    std::optional<PagePlace> forward();
    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_places.size(); }

private:
    std::vector<PagePlace> m_places;
    std::size_t m_current = 0;
};

} // namespace ui
