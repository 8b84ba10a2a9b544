// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

#include <QListWidget>

namespace ui {

class Theme;

// The markets, each with how many ended and a short answer; all together first. Up and Down choose.
class MarketList : public QListWidget {
    Q_OBJECT

public:
    explicit MarketList(const Theme &theme, QWidget *parent = nullptr);

    // `chosen` stays chosen, and what is typed into `find` stays applied.
    void setMarkets(const std::vector<model::MarketRow> &markets, const std::optional<std::string> &chosen);
    const std::vector<model::MarketRow> &markets() const { return m_markets; }
    void setFind(const QString &text);

Q_SIGNALS:
    void chosen(const std::optional<std::string> &market); // by the user

private:
    void applyFind();

    std::vector<model::MarketRow> m_markets;
    QString m_find;
    bool m_isFilling = false;
};

} // namespace ui
