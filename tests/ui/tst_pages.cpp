// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/actions/actiontable.h"
#include "ui/frame/page.h"
#include "ui/frame/pagedeck.h"
#include "ui/frame/rail.h"
#include "ui/frame/topbar.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QTest>

namespace tst_pages {

using namespace Qt::StringLiterals;
using ui::ActionId;
using ui::PageHistory;
using ui::PageId;
using ui::PagePlace;

// A page whose place is one word, and which counts what its own Find does.
class WordPage final : public ui::Page {
public:
    WordPage(PageId id, QString name)
        : m_id(id)
        , m_name(std::move(name))
        , m_tools(new QWidget)
    { }

    PageId id() const override { return m_id; }
    QString name() const override { return m_name; }
    QWidget *tools() const override { return m_tools; }
    void bindActions(ui::Actions &actions) override
    {
        actions.bind(ActionId::Find, m_id, this, [this] { ++finds; });
    }
    QList<QWidget *> panes() const override { return {}; }
    void takeFocus() override { ++focused; }
    QVariant place() const override { return word.isEmpty() ? QVariant() : QVariant(word); }
    void goTo(const QVariant &place) override
    {
        word = place.toString();
        Q_EMIT placeChosen(); // as a page's own filter would
    }
    void choose(const QString &chosen)
    {
        word = chosen;
        Q_EMIT placeChosen();
    }

    QString word;
    int finds = 0;
    int focused = 0;

private:
    PageId m_id;
    QString m_name;
    QWidget *m_tools;
};

struct Frame {
    Frame()
    {
        deck.add(board, ui::Icon::Board);
        deck.add(compare, ui::Icon::Compare);
    }

    void trigger(ActionId id) { actions.find(id)->trigger(); }

    ui::Theme theme;
    QWidget window;
    ui::Actions actions{window};
    ui::Rail *rail = new ui::Rail(theme, &window);
    ui::TopBar *topBar = new ui::TopBar(theme, new QWidget, &window);
    ui::PageDeck deck{*rail, *topBar, actions};
    WordPage *board = new WordPage(PageId::Board, u"Board"_s);
    WordPage *compare = new WordPage(PageId::Compare, u"Compare"_s);
};

class tst_Pages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void historyForgetsWhatLayAheadOfANewPlace()
    {
        PageHistory history;
        history.visit({PageId::Board, {}});
        history.visit({PageId::Compare, {}});
        history.visit({PageId::Compare, {}}); // no new place
        QCOMPARE(history.back(), (PagePlace{PageId::Board, {}}));
        QVERIFY(!history.canGoBack());
        QVERIFY(!history.back());
        history.visit({PageId::Board, u"wf:2"_s});
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back(), (PagePlace{PageId::Board, {}}));
        QCOMPARE(history.forward(), (PagePlace{PageId::Board, u"wf:2"_s}));
    }

    void whatIsTypedIsOnePlace()
    {
        PageHistory history;
        history.visit({PageId::Board, {}});
        history.visit({PageId::Board, u"w"_s});
        history.adjust({PageId::Board, u"wf"_s});
        history.adjust({PageId::Board, u"wf:2"_s});
        QCOMPARE(history.back(), (PagePlace{PageId::Board, {}}));
        QCOMPARE(history.forward(), (PagePlace{PageId::Board, u"wf:2"_s}));
    }

    void aPageHasItsKeyAndItsPlaceInTheRail()
    {
        Frame frame;
        QCOMPARE(frame.actions.find(ActionId::GoToCompare)->shortcut(), QKeySequence(u"Ctrl+3"_s));
        QVERIFY(!frame.actions.find(ActionId::GoToHandsets)); // no such page, no such action
        frame.trigger(ActionId::GoToCompare);
        QCOMPARE(&frame.deck.current(), frame.compare);
        QCOMPARE(frame.compare->focused, 1);
        const auto buttons = frame.rail->findChildren<QAbstractButton *>();
        QVERIFY(buttons.at(1)->isChecked());
        buttons.at(0)->click();
        QCOMPARE(&frame.deck.current(), frame.board);
        buttons.at(1)->toggle(); // as over an accessibility bus
        QCOMPARE(&frame.deck.current(), frame.compare);
    }

    void anActionActsOnThePageShown()
    {
        Frame frame;
        frame.trigger(ActionId::Find);
        frame.trigger(ActionId::GoToCompare);
        frame.trigger(ActionId::Find);
        frame.trigger(ActionId::Find);
        QCOMPARE(frame.board->finds, 1);
        QCOMPARE(frame.compare->finds, 2);
    }

    void whatThePageCannotDoIsDisabled()
    {
        Frame frame;
        frame.actions.bind(ActionId::CopyRow, PageId::Board, frame.board, [] {});
        QVERIFY(frame.actions.find(ActionId::CopyRow)->isEnabled());
        frame.trigger(ActionId::GoToCompare);
        QVERIFY(!frame.actions.find(ActionId::CopyRow)->isEnabled());
    }

    void backAndForwardGoOverPagesAndFilters()
    {
        Frame frame;
        QVERIFY(!frame.actions.find(ActionId::GoBack)->isEnabled());
        frame.board->choose(u"running"_s);
        frame.trigger(ActionId::GoToCompare);
        frame.trigger(ActionId::GoBack);
        QCOMPARE(&frame.deck.current(), frame.board);
        QCOMPARE(frame.board->word, u"running"_s);
        frame.trigger(ActionId::GoBack);
        QCOMPARE(frame.board->word, QString());
        QVERIFY(!frame.actions.find(ActionId::GoBack)->isEnabled());
        frame.trigger(ActionId::GoForward);
        QCOMPARE(frame.board->word, u"running"_s);
        frame.trigger(ActionId::GoForward);
        QCOMPARE(&frame.deck.current(), frame.compare);
        QVERIFY(!frame.actions.find(ActionId::GoForward)->isEnabled());
    }

    void aLinkIntoAPageCanBeGoneBackFrom()
    {
        Frame frame;
        frame.trigger(ActionId::GoToCompare);
        frame.deck.show(PageId::Board, u"wf:2"_s);
        QCOMPARE(frame.board->word, u"wf:2"_s);
        frame.trigger(ActionId::GoBack);
        QCOMPARE(&frame.deck.current(), frame.compare);
    }

    void aCountIsSaidWithItsMeaning()
    {
        Frame frame;
        frame.rail->setCount(PageId::Compare, 2, u"2 new"_s);
        const auto buttons = frame.rail->findChildren<QAbstractButton *>();
        QCOMPARE(buttons.at(1)->accessibleName(), u"Compare, 2 new"_s);
        frame.rail->setCount(PageId::Compare, 0, {});
        QCOMPARE(buttons.at(1)->accessibleName(), u"Compare"_s);
    }
};

PINPATH_TEST(tst_Pages, "tst_pages")

} // namespace tst_pages

#include "tst_pages.moc"
