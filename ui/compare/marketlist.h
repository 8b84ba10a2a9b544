// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

#include <QListWidget>

#include <functional>

namespace ui {

class Theme;

// The markets, each with how many ended, a short answer and a small picture of the lead; all together first, simulated
// populations last and marked. Up and Down choose; Space and a click on the box tick.
class MarketList : public QListWidget {
    Q_OBJECT

public:
    explicit MarketList(const Theme &theme, QWidget *parent = nullptr);

    using IsTicked = std::function<bool(const model::MarketRow &row)>;
    // The row `chosen` is chosen, else the one that was; and what is typed into `find` stays applied.
    void setMarkets(const std::vector<model::MarketRow> &markets, std::optional<std::size_t> chosen,
                    const IsTicked &isTicked);
    const std::vector<model::MarketRow> &markets() const { return m_markets; }
    // What the small pictures of leads cover to each side, and what does not matter; in points.
    void setScale(double reach, double margin);
    double reach() const { return m_reach; }
    double margin() const { return m_margin; }
    void setFind(const QString &text);

Q_SIGNALS:
    void chosen(const model::MarketRow &row); // by the user
    void ticked(const model::MarketRow &row, bool isTicked); // by the user

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void applyFind();
    void toggle(int row);
    bool toggleAt(const QMouseEvent &event);

    const Theme &m_theme;
    std::vector<model::MarketRow> m_markets;
    double m_reach = 10;
    double m_margin = 2;
    QString m_find;
    bool m_isFilling = false;
};

} // namespace ui
