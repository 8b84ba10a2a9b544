// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/apiserver.h"
#include "tests/support/testclass.h"
#include "tests/ui/shownwindow.h"
#include "ui/admin/adminpage.h"
#include "ui/board/boardpage.h"
#include "ui/frame/page.h"
#include "ui/frame/pagedeck.h"
#include "ui/handsets/handsetspage.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTest>

namespace tst_textsize {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Where every widget that is seen stands, and how large its text is.
QStringList sizes(const QWidget &window)
{
    QStringList all;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        QString line;
        QDebug(&line) << widget->metaObject()->className() << widget->accessibleName() << widget->geometry()
                      << widget->font().pointSizeF();
        all << line;
    }
    all.sort(); // parts that stood elsewhere meanwhile come in another order
    return all;
}

struct Grown : tests::ShownWindow {
    void open(QSize size = {1440, 900})
    {
        for (std::uint64_t i = 0; i < 6; ++i)
            run.start(447700900112 + i, engine::WorkflowId(1 + i % 5));
        run.advance(30s);
        show(size);
    }
    void goTo(ui::PageId page)
    {
        window->pages().show(page);
        settle();
    }
    void setTextSize(double size)
    {
        theme.setTextSize(size);
        settle();
    }
    void settle() const
    {
        QTest::qWait(150); // batches come at most ten a second
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }
};

class tst_TextSize : public QObject {
    Q_OBJECT

    static void addPages()
    {
        QTest::addColumn<ui::PageId>("page");
        QTest::newRow("board") << ui::PageId::Board;
        QTest::newRow("handsets") << ui::PageId::Handsets;
        QTest::newRow("compare") << ui::PageId::Compare;
        QTest::newRow("simulate") << ui::PageId::Simulate;
    }

private Q_SLOTS:
    void aPageComesBackAsItWas_data() { addPages(); }

    void aPageComesBackAsItWas()
    {
        QFETCH(ui::PageId, page);
        Grown grown;
        grown.open();
        grown.goTo(page);
        const QStringList before = sizes(*grown.window);
        grown.setTextSize(1.5);
        QVERIFY(sizes(*grown.window) != before);
        grown.setTextSize(1);
        const QStringList after = sizes(*grown.window);
        QCOMPARE(after, before);
    }

    void aPageComesBackStepByStepAsItWas_data() { addPages(); }

    void aPageComesBackStepByStepAsItWas()
    {
        QFETCH(ui::PageId, page);
        Grown grown;
        grown.open();
        grown.goTo(page);
        const QStringList before = sizes(*grown.window);
        for (const double size : {1.1, 1.2, 1.3, 1.4, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0})
            grown.setTextSize(size);
        QCOMPARE(sizes(*grown.window), before);
    }

    void aPageThatWasNotSeenMeanwhileComesBackAsItWas_data() { addPages(); }

    void aPageThatWasNotSeenMeanwhileComesBackAsItWas()
    {
        QFETCH(ui::PageId, page);
        Grown grown;
        grown.open();
        grown.goTo(page);
        const QStringList before = sizes(*grown.window);
        grown.goTo(ui::PageId::Admin);
        grown.setTextSize(1.5);
        grown.setTextSize(1);
        grown.goTo(page);
        QCOMPARE(sizes(*grown.window), before);
    }

    void panesThatWereMovedComeBackWhereTheyWereMoved()
    {
        Grown grown;
        grown.open();
        QList<QSplitter *> all = grown.window->board().findChildren<QSplitter *>();
        QCOMPARE(all.size(), 2);
        QList<QList<int>> moved;
        for (QSplitter *panes : all) {
            QSplitterHandle *handle = panes->handle(1);
            const QPoint by = panes->orientation() == Qt::Horizontal ? QPoint(60, 0) : QPoint(0, 60);
            const QPoint from = handle->rect().center();
            QTest::mousePress(handle, Qt::LeftButton, {}, from);
            QTest::mouseMove(handle, from + by);
            QTest::mouseRelease(handle, Qt::LeftButton, {}, from + by);
            grown.settle();
        }
        for (QSplitter *panes : all)
            moved << panes->sizes();
        grown.setTextSize(1.5);
        grown.setTextSize(1);
        for (int i = 0; i < all.size(); ++i)
            QCOMPARE(all.at(i)->sizes(), moved.at(i));
    }

    void atHalfAsLargeAgainNoPageScrollsSideways_data()
    {
        QTest::addColumn<ui::PageId>("page");
        QTest::addColumn<QSize>("opened");
        QTest::addColumn<int>("part");
        const auto add = [](const char *name, ui::PageId page, int part = 0) {
            QTest::newRow(name) << page << QSize(1024, 700) << part;
            QTest::newRow((QByteArray(name) + ", made smaller").constData()) << page << QSize(1440, 900) << part;
        };
        add("board", ui::PageId::Board);
        add("handsets", ui::PageId::Handsets);
        add("compare", ui::PageId::Compare);
        add("simulate", ui::PageId::Simulate);
        add("api", ui::PageId::Api);
        for (const auto part : {ui::AdminPage::Part::Accounts, ui::AdminPage::Part::Rules, ui::AdminPage::Part::Prices,
                                ui::AdminPage::Part::Assignment})
            add(("admin, part " + QByteArray::number(int(part))).constData(), ui::PageId::Admin, int(part));
    }

    void atHalfAsLargeAgainNoPageScrollsSideways()
    {
        QFETCH(ui::PageId, page);
        QFETCH(QSize, opened);
        QFETCH(int, part);
        Grown grown;
        engine::ApiServer api(*grown.run.engine, grown.run.time, {});
        grown.context.api = &api;
        const auto closed = qScopeGuard([&] { grown.window.reset(); }); // before the API goes
        grown.theme.setTextSize(1.5);
        grown.open(opened);
        grown.goTo(page);
        grown.window->admin().show(ui::AdminPage::Part(part));
        grown.settle();
        grown.window->resize(1024, 700);
        grown.settle();
        QCOMPARE(grown.window->size(), QSize(1024, 700));
        QCOMPARE(grown.window->pages().current().id(), page);
        for (const QScrollArea *area : grown.window->findChildren<QScrollArea *>()) {
            if (area->isVisible())
                QVERIFY2(area->horizontalScrollBar()->maximum() == 0, area->metaObject()->className());
        }
    }

    void phonesLookAsIfOpenedAtAChosenSize()
    {
        const auto page = ui::PageId::Handsets;
        Grown grown;
        grown.open();
        grown.goTo(page);
        grown.setTextSize(1.5);
        const QStringList chosen = sizes(grown.window->handsets());
        grown.window.reset();
        grown.show({1440, 900});
        grown.goTo(page);
        const QStringList opened = sizes(grown.window->handsets());
        QCOMPARE(chosen, opened);
    }
};

PINPATH_TEST(tst_TextSize, "tst_textsize")

} // namespace tst_textsize

#include "tst_textsize.moc"
