// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/pagehistory.h"
#include "ui/theme/icons.h"

#include <QStackedWidget>

#include <vector>

namespace ui {

class Actions;
class Page;
class Rail;
class TopBar;

// The pages, one of which is shown, and where somebody has been among them. It keeps rail, top bar and actions in step
// with the page shown, and leaves what a page is to Page. Rail, bar and actions outlive it.
class PageDeck : public QStackedWidget {
    Q_OBJECT

public:
    PageDeck(Rail &rail, TopBar &topBar, Actions &actions, QWidget *parent = nullptr);

    // In the order of the rail; the first one is shown. The deck owns it.
    void add(Page *page, Icon icon);
    Page &current() const;
    Page *find(PageId id) const; // null when it does not exist
    const std::vector<Page *> &pages() const { return m_pages; }

    // Shows it and gives it the focus.
    void show(PageId id);
    // The same, filtered as `place` says; for links from one page into another.
    void show(PageId id, const QVariant &place);

    // Of the page shown: one that needs much room takes none from the others.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void turned(); // to a page, perhaps the one that was shown before
    void titleChanged();

private:
    void bindHistory();
    void turnTo(Page &page);
    void goTo(const PagePlace &place);
    void enableHistory();

    Rail &m_rail;
    TopBar &m_topBar;
    Actions &m_actions;
    std::vector<Page *> m_pages; // children
    PageHistory m_history;
    bool m_isGoing = false; // along the history: what a page says of its place is then no news
};

} // namespace ui
