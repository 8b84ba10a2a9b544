// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/localboard.h"
#include "tests/support/summaries.h"
#include "tests/support/testclass.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <numeric>
#include <random>

namespace tst_boardindex {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::FeedBatch;
using engine::Status;
using engine::Summary;
using model::BoardColumn;
using model::BoardModel;
using model::BoardRows;
using model::BoardSort;
using model::StateChip;
using tests::batch;
using tests::summary;

struct Board : tests::LocalBoard {
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    QList<int> rows() const
    {
        QList<int> keys;
        for (int row = 0; row < model.rowCount(); ++row)
            keys << int(model.keyAt(row));
        return keys;
    }
    std::size_t count(StateChip chip) const { return model.counts()[std::size_t(chip)]; }
};

// Of all of a store that holds `all`.
FeedBatch piece(FeedBatch::Kind kind, const std::vector<Summary> &summaries, bool isWhole, std::int64_t all)
{
    FeedBatch piece = batch(summaries);
    piece.kind = kind;
    piece.isWhole = isWhole;
    piece.counts.all = all;
    return piece;
}

Summary with(engine::VerificationKey key, const QString &brand, std::int64_t milliEuro, const char *country)
{
    Summary summary = tests::summary(key);
    summary.brand = brand;
    summary.cost = engine::Money::fromMilli(milliEuro);
    std::copy(country, country + 2, summary.country);
    return summary;
}

class tst_BoardIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowKeepsAllOfItsSummary();
    void whatWasHandedOutStaysAsItWas();
    void manyRowsInAnyOrderAreAllFound();
    void theNewestAreShownBeforeAllIsRead();
    void whatChangesBeforeItsPieceComesIsThereOnce();
    void aStoreThatIsReadAgainIsShownUntilItIsWhole();
    void itSortsByEveryColumn_data();
    void itSortsByEveryColumn();
    void sortedOtherwiseNothingMovesAndNewOnesWait();
    void sortedOtherwiseARowThatNoLongerMatchesGoes();
    void manyThatGoInManyPlacesLeaveTheRest();
    void theRowsTellTheirLongestLife();
    void whatIsImportedStandsByItsStart();
};

void tst_BoardIndex::aRowKeepsAllOfItsSummary()
{
    Summary all = with(7, u"Acme"_s, 92, "IN");
    all.status = Status::Cancelled;
    all.source = engine::Source::Import;
    all.workflowId = 255;
    BoardRows rows;
    rows.set(all);
    const auto found = rows.find(7);
    QVERIFY(found);
    QCOMPARE(found->id, all.id);
    QCOMPARE(found->number, all.number);
    QCOMPARE(found->status, all.status);
    QCOMPARE(found->source, all.source);
    QCOMPARE(found->workflowId, all.workflowId);
    QCOMPARE(QByteArray(found->country, 2), QByteArray("IN"));
    QVERIFY(found->startedAt == all.startedAt);
    QVERIFY(found->endedAt == all.endedAt);
    QVERIFY(found->cost == all.cost);
    QCOMPARE(found->brand, u"Acme"_s);
    QVERIFY(!rows.find(6) && !rows.find(8));
}

void tst_BoardIndex::whatWasHandedOutStaysAsItWas()
{
    BoardRows rows;
    rows.set(summary(1));
    rows.set(summary(2));
    const BoardRows before = rows.share();
    rows.set(summary(1, Status::Succeeded));
    rows.set(with(3, u"Acme"_s, 0, "GB"));
    QCOMPARE(before.size(), 2u);
    QCOMPARE(before.find(1)->status, Status::InProgress);
    QCOMPARE(before.brands().size(), 1u);
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows.find(1)->status, Status::Succeeded);
    QCOMPARE(rows.find(3)->brand, u"Acme"_s);
}

void tst_BoardIndex::manyRowsInAnyOrderAreAllFound()
{
    std::mt19937 random(4821);
    std::vector<int> keys(2'000);
    std::iota(keys.begin(), keys.end(), 1);
    std::shuffle(keys.begin(), keys.end(), random);
    BoardRows rows;
    for (const int key : keys)
        rows.set(summary(key, Status(1 + key % 5)));
    QCOMPARE(rows.size(), keys.size());
    int last = 0;
    rows.forEach([&last](const model::BoardRow &row) { QCOMPARE(int(row.key()), std::exchange(last, last + 1) + 1); });
    for (const int key : keys) {
        QCOMPARE(rows.find(key)->status, Status(1 + key % 5));
        QCOMPARE(rows.find(summary(key).id), std::optional(engine::VerificationKey(key)));
        const auto running = rows.findRunning(summary(key).number.digits());
        QCOMPARE(running.has_value(), key % 5 == 0);
    }
}

void tst_BoardIndex::theNewestAreShownBeforeAllIsRead()
{
    Board board;
    board.apply(piece(FeedBatch::Kind::Restart, {summary(5), summary(6)}, false, 6));
    QCOMPARE(board.rows(), (QList<int>{6, 5}));
    QVERIFY(!board.model.isComplete());
    QCOMPARE(board.count(StateChip::All), 6u); // as the store counts them
    QCOMPARE(board.model.total(), 6u);
    QSignalSpy resets(&board.model, &BoardModel::modelReset);
    board.apply(piece(FeedBatch::Kind::Older, {summary(3), summary(4)}, false, 6));
    QCOMPARE(resets.count(), 0);
    board.apply(piece(FeedBatch::Kind::Older, {summary(1), summary(2)}, true, 6));
    QCOMPARE(board.rows(), (QList<int>{6, 5, 4, 3, 2, 1}));
    QVERIFY(board.model.isComplete());
    QCOMPARE(board.count(StateChip::All), 6u);
}

void tst_BoardIndex::whatChangesBeforeItsPieceComesIsThereOnce()
{
    Board board;
    board.apply(piece(FeedBatch::Kind::Restart, {summary(3), summary(4)}, false, 4));
    board.apply(batch({summary(1, Status::Expired), summary(4, Status::Failed), summary(5)}));
    QCOMPARE(board.rows(), (QList<int>{5, 4, 3}));
    board.apply(piece(FeedBatch::Kind::Older, {summary(1, Status::Expired), summary(2)}, true, 5));
    QCOMPARE(board.rows(), (QList<int>{5, 4, 3, 2, 1}));
    QCOMPARE(board.count(StateChip::Expired), 1u);
    QCOMPARE(board.count(StateChip::Failed), 1u);
    QCOMPARE(board.count(StateChip::Running), 3u);
}

void tst_BoardIndex::aStoreThatIsReadAgainIsShownUntilItIsWhole()
{
    Board board;
    board.apply(batch({summary(1), summary(2), summary(3)}, true));
    board.apply(piece(FeedBatch::Kind::Restart, {summary(3, Status::Expired), summary(4)}, false, 4));
    QCOMPARE(board.rows(), (QList<int>{3, 2, 1}));
    board.apply(batch({summary(4, Status::Failed)}));
    board.apply(piece(FeedBatch::Kind::Older, {summary(1, Status::Expired), summary(2)}, true, 4));
    QCOMPARE(board.rows(), (QList<int>{4, 3, 2, 1}));
    QCOMPARE(board.count(StateChip::Expired), 2u);
    QCOMPARE(board.count(StateChip::Failed), 1u);
}

void tst_BoardIndex::itSortsByEveryColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QList<int>>("least");
    QTest::addColumn<QList<int>>("greatest");
    QTest::newRow("started") << int(BoardColumn::Started) << QList<int>{1, 2, 3, 4} << QList<int>{4, 3, 2, 1};
    QTest::newRow("number") << int(BoardColumn::Number) << QList<int>{1, 3, 4, 2} << QList<int>{2, 4, 3, 1};
    QTest::newRow("workflow, the newest first where equal")
        << int(BoardColumn::Workflow) << QList<int>{4, 3, 1, 2} << QList<int>{2, 4, 3, 1};
    QTest::newRow("state, as the chips stand")
        << int(BoardColumn::State) << QList<int>{4, 1, 2, 3} << QList<int>{3, 2, 4, 1};
    QTest::newRow("brand, whatever its case")
        << int(BoardColumn::Brand) << QList<int>{3, 1, 2, 4} << QList<int>{4, 2, 1, 3};
    QTest::newRow("country") << int(BoardColumn::Country) << QList<int>{2, 4, 3, 1} << QList<int>{1, 4, 3, 2};
    QTest::newRow("cost") << int(BoardColumn::Cost) << QList<int>{4, 1, 3, 2} << QList<int>{2, 3, 1, 4};
}

void tst_BoardIndex::itSortsByEveryColumn()
{
    QFETCH(int, column);
    QFETCH(QList<int>, least);
    QFETCH(QList<int>, greatest);
    Board board;
    std::vector<Summary> all{with(1, u"beta"_s, 28, "IN"), with(2, u"Gamma"_s, 92, "DE"), with(3, u"Alpha"_s, 50, "GB"),
                             with(4, u"gamma"_s, 0, "GB")};
    all[1].number = engine::PhoneNumber(919876543210);
    all[1].workflowId = 2;
    all[1].status = Status::Succeeded;
    all[2].status = Status::Failed;
    board.apply(batch(all, true));
    QSignalSpy sorted(&board.model, &BoardModel::sortChanged);
    board.model.setSort({BoardColumn::Id(column), false});
    QCOMPARE(board.rows(), least);
    board.model.setSort({BoardColumn::Id(column), true});
    QCOMPARE(board.rows(), greatest);
    QCOMPARE(sorted.count(), 2);
    for (int row = 0; row < 4; ++row)
        QCOMPARE(board.model.rowOf(board.model.keyAt(row)), std::optional(row));
}

void tst_BoardIndex::sortedOtherwiseNothingMovesAndNewOnesWait()
{
    Board board;
    board.apply(batch({with(1, {}, 14, "GB"), with(2, {}, 28, "GB"), with(3, {}, 50, "GB")}, true));
    board.model.setSort({BoardColumn::Cost, true});
    QCOMPARE(board.rows(), (QList<int>{3, 2, 1}));
    QSignalSpy changes(&board.model, &BoardModel::dataChanged);
    board.apply(batch({with(1, {}, 120, "GB"), with(4, {}, 40, "GB")}));
    QCOMPARE(board.rows(), (QList<int>{3, 2, 1}));
    QCOMPARE(board.model.waiting(), 1u);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().first().toModelIndex().row(), 2);
    board.model.letIn();
    QCOMPARE(board.rows(), (QList<int>{1, 3, 4, 2}));
    QCOMPARE(board.model.waiting(), 0u);
    board.model.setSort({});
    board.apply(batch({summary(5)}));
    QCOMPARE(board.rows(), (QList<int>{5, 4, 3, 2, 1}));
}

void tst_BoardIndex::sortedOtherwiseARowThatNoLongerMatchesGoes()
{
    Board board;
    board.apply(batch({summary(1), summary(2), summary(3)}, true));
    board.model.setFilter({StateChip::Running, {}});
    board.model.setSort({BoardColumn::Number, false});
    board.model.setKept(1);
    board.apply(batch({summary(1, Status::Expired), summary(2, Status::Expired)}));
    QCOMPARE(board.rows(), (QList<int>{1, 3})); // the selected one stays
    board.model.setKept(3);
    QCOMPARE(board.rows(), (QList<int>{3}));
}

void tst_BoardIndex::manyThatGoInManyPlacesLeaveTheRest()
{
    Board board;
    std::vector<Summary> all;
    std::vector<Summary> every;
    QList<int> left;
    for (int key = 1; key <= 1'000; ++key) {
        all.push_back(summary(key));
        if (key % 2 == 0)
            every.push_back(summary(key, Status::Expired));
        else
            left.prepend(key);
    }
    board.apply(batch(all, true));
    board.model.setFilter({StateChip::Running, {}});
    QSignalSpy removals(&board.model, &BoardModel::rowsRemoved);
    board.apply(batch(every));
    QCOMPARE(board.rows(), left);
    QVERIFY(removals.isEmpty()); // a view is told once, not five hundred times
    QCOMPARE(board.count(StateChip::Expired), 500u);
}

void tst_BoardIndex::theRowsTellTheirLongestLife()
{
    Board board;
    board.apply(batch({summary(1, Status::InProgress, 4), summary(2, Status::InProgress, 1)}, true));
    QCOMPARE(board.model.longestLife(), engine::milliseconds(605s));
    board.model.setFilter({StateChip::All, model::FindExpression(u"wf:4"_s)});
    QCOMPARE(board.model.longestLife(), engine::milliseconds(300s));
    Summary late = summary(1, Status::Expired, 4);
    late.endedAt = late.startedAt + 400s;
    board.apply(batch({late}));
    QCOMPARE(board.model.longestLife(), engine::milliseconds(400s));
    QVERIFY(board.model.oldestStart() == late.startedAt);
}

void tst_BoardIndex::whatIsImportedStandsByItsStart()
{
    const auto importedAt = [](engine::VerificationKey key, engine::seconds beforeAll) {
        Summary imported = summary(key, Status::Succeeded);
        imported.source = engine::Source::Import;
        imported.startedAt = summary(1).startedAt - beforeAll;
        imported.endedAt = imported.startedAt + 9s;
        return imported;
    };
    Board board;
    board.apply(batch({summary(1), summary(2)}, true));
    board.apply(batch({importedAt(3, 20s), importedAt(4, 60s), importedAt(5, 40s)}));
    QCOMPARE(board.rows(), (QList<int>{2, 1, 3, 5, 4}));
    board.apply(batch({summary(6), importedAt(4, 60s)}));
    QCOMPARE(board.rows(), (QList<int>{6, 2, 1, 3, 5, 4}));
    QCOMPARE(board.model.rowOf(4), 5);
    board.model.setFilter({StateChip::Verified, {}});
    QCOMPARE(board.rows(), (QList<int>{3, 5, 4}));

    Board opened; // the same from a store, read piece by piece, the newest keys first
    opened.apply(piece(FeedBatch::Kind::Restart, {importedAt(5, 40s), importedAt(4, 60s)}, false, 5));
    opened.apply(piece(FeedBatch::Kind::Older, {importedAt(3, 20s), summary(2), summary(1)}, true, 5));
    QCOMPARE(opened.rows(), (QList<int>{2, 1, 3, 5, 4}));
}

PINPATH_TEST(tst_BoardIndex, "tst_boardindex")

} // namespace tst_boardindex

#include "tst_boardindex.moc"
