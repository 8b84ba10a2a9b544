// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/pagedeck.h"

#include "ui/actions/actiontable.h"
#include "ui/frame/page.h"
#include "ui/frame/rail.h"
#include "ui/frame/topbar.h"

#include <QAbstractButton>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

ActionId actionOf(PageId page)
{
    switch (page) {
    case PageId::Board:
        return ActionId::GoToBoard;
    case PageId::Handsets:
        return ActionId::GoToHandsets;
    case PageId::Compare:
        return ActionId::GoToCompare;
    case PageId::Simulate:
        return ActionId::GoToSimulate;
    case PageId::Api:
        return ActionId::GoToApi;
    case PageId::Admin:
        return ActionId::GoToAdmin;
    case PageId::Stage: // not of the deck
        break;
    }
    Q_UNREACHABLE();
}

} // namespace

PageDeck::PageDeck(Rail &rail, TopBar &topBar, Actions &actions, QWidget *parent)
    : QStackedWidget(parent)
    , m_rail(rail)
    , m_topBar(topBar)
    , m_actions(actions)
{
    bindHistory();
}

void PageDeck::add(Page *page, Icon icon)
{
    const PageId id = page->id();
    m_pages.push_back(page);
    addWidget(page);
    m_topBar.addPageTools(page->tools());
    QAbstractButton *button = m_rail.addPage(id, icon, page->name());
    connect(button, &QAbstractButton::clicked, this, [this, id] { show(id); });
    // A screen reader's press checks the button without a click.
    connect(button, &QAbstractButton::toggled, this, [this, id](bool isOn) {
        if (isOn && current().id() != id)
            show(id);
    });
    m_actions.bind(actionOf(id), this, [this, id] { show(id); });
    page->bindActions(m_actions);

    const auto here = [page] { return PagePlace{page->id(), page->place()}; };
    connect(page, &Page::placeChosen, this, [this, here] {
        if (!m_isGoing) {
            m_history.visit(here());
            enableHistory();
        }
    });
    connect(page, &Page::placeAdjusted, this, [this, here] {
        if (!m_isGoing)
            m_history.adjust(here());
    });
    connect(page, &Page::stateChanged, this, [this, page] {
        if (page == currentWidget())
            Q_EMIT titleChanged();
    });
    if (m_pages.size() == 1) {
        turnTo(*page);
        m_history.visit(here());
    }
}

Page &PageDeck::current() const
{
    return *qobject_cast<Page *>(currentWidget());
}

Page *PageDeck::find(PageId id) const
{
    const auto found
        = std::find_if(m_pages.begin(), m_pages.end(), [id](const Page *page) { return page->id() == id; });
    return found == m_pages.end() ? nullptr : *found;
}

void PageDeck::show(PageId id)
{
    Page *page = find(id);
    if (!page)
        return;
    turnTo(*page);
    page->takeFocus();
    m_history.visit({id, page->place()});
    enableHistory();
}

void PageDeck::show(PageId id, const QVariant &place)
{
    if (!find(id))
        return;
    goTo({id, place});
    m_history.visit({id, find(id)->place()});
    enableHistory();
}

QSize PageDeck::minimumSizeHint() const
{
    return currentWidget() ? currentWidget()->minimumSizeHint() : QStackedWidget::minimumSizeHint();
}

void PageDeck::bindHistory()
{
    m_actions.bind(ActionId::GoBack, this, [this] {
        if (const auto place = m_history.back())
            goTo(*place);
    });
    m_actions.bind(ActionId::GoForward, this, [this] {
        if (const auto place = m_history.forward())
            goTo(*place);
    });
    enableHistory();
}

void PageDeck::turnTo(Page &page)
{
    setCurrentWidget(&page);
    page.updateGeometry(); // what is around makes room for it
    m_topBar.showPageTools(page.tools());
    m_rail.setCurrent(page.id());
    m_actions.setPage(page.id());
    Q_EMIT turned();
    Q_EMIT titleChanged();
}

void PageDeck::goTo(const PagePlace &place)
{
    Page *page = find(place.page);
    m_isGoing = true;
    turnTo(*page);
    page->goTo(place.place);
    m_isGoing = false;
    page->takeFocus();
    enableHistory();
}

void PageDeck::enableHistory()
{
    m_actions.find(ActionId::GoBack)->setEnabled(m_history.canGoBack());
    m_actions.find(ActionId::GoForward)->setEnabled(m_history.canGoForward());
}

} // namespace ui
