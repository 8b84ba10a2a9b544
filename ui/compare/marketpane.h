// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/marketlist.h"

namespace model {
struct CompareContent;
struct CompareChoices;
} // namespace model

namespace ui {

class Label;
class Theme;

// The column of markets: what its rows say above them, what their small pictures show below, and where more requests
// come from.
class MarketPane : public QWidget {
    Q_OBJECT

public:
    explicit MarketPane(const Theme &theme, QWidget *parent = nullptr);

    MarketList &list() const { return *m_list; }
    void setContent(const model::CompareContent &content, const model::CompareChoices &choices,
                    const MarketList::IsTicked &isTicked);

Q_SIGNALS:
    void importWanted();

private:
    const Theme &m_theme;
    MarketList *m_list;
    Label *m_note;
};

} // namespace ui
