// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/ruler.h"
#include "tests/support/localboard.h"
#include "tests/support/summaries.h"
#include "tests/support/testclass.h"
#include "ui/board/boardcolumns.h"
#include "ui/board/boardtable.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QTest>

namespace tst_boardcolumns {

using namespace Qt::StringLiterals;
using model::BoardModel;
using tests::batch;
using tests::summary;

struct Shown : tests::LocalBoard {
    explicit Shown(int verifications, int width = 1370)
    {
        std::vector<engine::Summary> all;
        for (int key = 1; key <= verifications; ++key)
            all.push_back(summary(key));
        apply(batch(all, true));
        table.resize(width, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
    }

    void clickHeader(BoardModel::Column column)
    {
        QHeaderView &header = *table.horizontalHeader();
        const QPoint place(header.sectionViewportPosition(column) + 20, header.height() / 2);
        QTest::mouseClick(header.viewport(), Qt::LeftButton, Qt::NoModifier, place);
    }
    int top() const { return int(model.keyAt(table.rowAt(0))); }
    int y(int key) const { return table.rowViewportPosition(*model.rowOf(key)); }

    ui::Theme theme;
    model::Ruler ruler;
    ui::BoardTable table{theme, model, ruler};
};

class tst_BoardColumns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClickOnAHeaderSortsAndAnotherTurnsItRound()
    {
        Shown shown(40);
        shown.clickHeader(BoardModel::Number);
        QCOMPARE(shown.top(), 1);
        shown.clickHeader(BoardModel::Number);
        QCOMPARE(shown.top(), 40);
        shown.clickHeader(BoardModel::Started);
        QCOMPARE(shown.model.sort(), model::BoardSort());
        shown.clickHeader(BoardModel::Timeline); // a picture has no order
        QCOMPARE(shown.model.sort(), model::BoardSort());
    }

    void theColumnOfTheCurrentCellSortsByKey()
    {
        Shown shown(3);
        QTest::keyClick(&shown.table, Qt::Key_Right);
        shown.table.columns().sortByCurrent();
        QCOMPARE(shown.model.sort().column, BoardModel::Number);
        QCOMPARE(shown.model.headerData(BoardModel::Number, Qt::Horizontal, Qt::AccessibleTextRole).toString(),
                 u"number, sorted, the least first"_s);
    }

    void theWorkflowGoesWhereTheTimelineHasNoRoomBesideIt()
    {
        Shown shown(3);
        const auto width = [&](BoardModel::Column column) { return shown.table.columnWidth(column); };
        QTest::keyClick(&shown.table, Qt::Key_Right);
        QTest::keyClick(&shown.table, Qt::Key_Right);
        QCOMPARE(shown.table.currentIndex().column(), int(BoardModel::Workflow));
        shown.table.resize(700, 400);
        QVERIFY(!shown.table.columns().isShown(BoardModel::Workflow));
        QCOMPARE(shown.table.currentIndex().column(), int(BoardModel::Number));
        QVERIFY(width(BoardModel::Timeline) >= 240);
        shown.table.resize(1000, 400);
        QVERIFY(shown.table.columns().isShown(BoardModel::Workflow));
        QVERIFY(width(BoardModel::Timeline) >= 240);
    }

    void theSelectedVerificationStaysInViewWhenSorted()
    {
        Shown shown(400);
        QTest::keyClick(&shown.table, Qt::Key_Down);
        const auto selected = shown.table.selected();
        QCOMPARE(selected, std::optional<engine::VerificationKey>(399));
        shown.table.columns().sortBy(BoardModel::Number);
        QCOMPARE(shown.table.selected(), selected);
        QVERIFY(shown.table.viewport()->rect().contains(0, shown.y(399)));
    }

    void whatIsLookedAtStaysWhenTheRestOfTheStoreComes()
    {
        Shown shown(0);
        std::vector<engine::Summary> newest;
        std::vector<engine::Summary> older;
        for (int key = 1; key <= 2'000; ++key)
            (key > 1'000 ? newest : older).push_back(summary(key));
        engine::FeedBatch first = batch(newest, true);
        first.isWhole = false;
        shown.apply(first);
        shown.table.verticalScrollBar()->setValue(500 * 28 + 5);
        const int top = shown.top();
        const int y = shown.y(top);
        engine::FeedBatch rest = batch(older);
        rest.kind = engine::FeedBatch::Kind::Older;
        shown.apply(rest);
        QCOMPARE(shown.model.rowCount(), 2'000);
        QCOMPARE(shown.top(), top);
        QCOMPARE(shown.y(top), y);
    }

    void columnsComeOnRequestAndAreKept()
    {
        Shown shown(3);
        ui::BoardColumns &columns = shown.table.columns();
        QVERIFY(!columns.isShown(BoardModel::Brand));
        const int timeline = shown.table.columnWidth(BoardModel::Timeline);
        columns.setShown(BoardModel::Brand, true);
        columns.setShown(BoardModel::Pin, true);
        QVERIFY(shown.table.columnWidth(BoardModel::Timeline) < timeline);
        Shown next(3);
        next.table.columns().restoreState(columns.saveState());
        QVERIFY(next.table.columns().isShown(BoardModel::Brand) && next.table.columns().isShown(BoardModel::Pin));
        QVERIFY(!next.table.columns().isShown(BoardModel::Cost));
        next.table.columns().restoreState("another version"); // changes nothing
        QVERIFY(next.table.columns().isShown(BoardModel::Brand));
    }

    void inANarrowWindowTheTimelineKeepsItsRoom()
    {
        Shown shown(3, 950);
        for (const auto column : {BoardModel::Brand, BoardModel::Country, BoardModel::Cost, BoardModel::Pin})
            shown.table.columns().setShown(column, true);
        QVERIFY(shown.table.columnWidth(BoardModel::Timeline) >= 230);
    }

    void theMenuChoosesColumnsWithKeysAlone()
    {
        Shown shown(3);
        shown.table.columns().showMenu();
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == "Cost"_L1)
                menu->setActiveAction(action);
        }
        QTest::keyClick(menu, Qt::Key_Return);
        QVERIFY(shown.table.columns().isShown(BoardModel::Cost));
    }
};

PINPATH_TEST(tst_BoardColumns, "tst_boardcolumns")

} // namespace tst_boardcolumns

#include "tst_boardcolumns.moc"
