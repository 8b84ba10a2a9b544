// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardmodel.h"
#include "tests/support/enginerun.h"
#include "tests/support/localboard.h"
#include "tests/support/summaries.h"
#include "tests/support/testclass.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

namespace tst_boardmodel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Status;
using model::BoardModel;
using model::FindExpression;
using model::StateChip;
using tests::batch;
using tests::summary;

// A model with the tester attached before the data.
struct Board : tests::LocalBoard {
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    Board() { model.setNow(tests::ManualTime::Start + 1h); }

    // The keys of the rows, from the top.
    QList<int> rows() const
    {
        QList<int> keys;
        for (int row = 0; row < model.rowCount(); ++row)
            keys << int(model.keyAt(row));
        return keys;
    }
    QString text(int row, BoardModel::Column column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role).toString();
    }
    std::size_t count(StateChip chip) const { return model.counts()[std::size_t(chip)]; }
};

class tst_BoardModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNewestIsOnTop();
    void aRowSaysWhatItsSummaryKnows();
    void aChangeComesToItsRowAndMovesNone();
    void newRowsWaitWhileHeldAndAreCounted();
    void whatWaitsAndNoLongerMatchesIsNotCounted();
    void theSelectedRowStaysWhenItStopsMatching();
    void aKeptRowGoesWhenAnotherIsKept();
    void theFilterChoosesRowsAndTheChipsCountWhatWasTyped();
    void anotherFilterLetsAKeptRowGo();
    void aResetForgetsWhatCameBefore();
    void manyRandomBatchesLeaveExactlyTheRowsThatMatch();
    void aWatchedRecordTellsItsStory();
    void recordsThatAreNoLongerWatchedAreLetGo();
    void theRunningVerificationOfANumberIsFound();
};

void tst_BoardModel::theNewestIsOnTop()
{
    Board board;
    board.apply(batch({summary(1), summary(2)}, true));
    QCOMPARE(board.rows(), (QList<int>{2, 1}));
    board.apply(batch({summary(3), summary(4)}));
    QCOMPARE(board.rows(), (QList<int>{4, 3, 2, 1}));
}

void tst_BoardModel::aRowSaysWhatItsSummaryKnows()
{
    Board board;
    board.apply(batch({summary(12, Status::Succeeded, 2), summary(13)}, true));
    QCOMPARE(board.text(1, BoardModel::Started), u"14:12:00"_s);
    QCOMPARE(board.text(1, BoardModel::Number), u"+44 7700 900012"_s);
    QCOMPARE(board.text(1, BoardModel::Workflow), u"2"_s);
    QCOMPARE(board.text(1, BoardModel::State), u"verified in 17 s"_s);
    QCOMPARE(board.text(0, BoardModel::State), u"running"_s);
    QCOMPARE(board.text(1, BoardModel::Started, Qt::AccessibleTextRole), u"23 November 2026, 14:12:00"_s);
    QCOMPARE(board.text(1, BoardModel::Workflow, Qt::AccessibleTextRole), u"workflow 2"_s);
    board.model.setNow(tests::ManualTime::Start + 24h);
    QCOMPARE(board.text(1, BoardModel::Started), u"23 Nov"_s);
}

void tst_BoardModel::aChangeComesToItsRowAndMovesNone()
{
    Board board;
    board.apply(batch({summary(1), summary(2), summary(3)}, true));
    QSignalSpy changes(&board.model, &BoardModel::dataChanged);
    board.apply(batch({summary(2, Status::Expired)}));
    QCOMPARE(board.rows(), (QList<int>{3, 2, 1}));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().first().toModelIndex().row(), 1);
    QCOMPARE(board.count(StateChip::Expired), 1u);
    QCOMPARE(board.count(StateChip::Running), 2u);
    QCOMPARE(board.count(StateChip::All), 3u);
}

void tst_BoardModel::newRowsWaitWhileHeldAndAreCounted()
{
    Board board;
    board.apply(batch({summary(1)}, true));
    board.model.setHeld(true);
    QSignalSpy waits(&board.model, &BoardModel::waitingChanged);
    board.apply(batch({summary(2), summary(3)}));
    QCOMPARE(board.rows(), (QList<int>{1}));
    QCOMPARE(board.model.waiting(), 2u);
    QCOMPARE(waits.count(), 1);
    QCOMPARE(board.count(StateChip::All), 3u);
    board.model.setHeld(false);
    QCOMPARE(board.rows(), (QList<int>{3, 2, 1}));
    QCOMPARE(board.model.waiting(), 0u);
}

void tst_BoardModel::whatWaitsAndNoLongerMatchesIsNotCounted()
{
    Board board;
    board.apply(batch({summary(1)}, true));
    board.model.setFilter({StateChip::Running, {}});
    board.model.setHeld(true);
    board.apply(batch({summary(2)}));
    QCOMPARE(board.model.waiting(), 1u);
    board.apply(batch({summary(2, Status::Failed)}));
    QCOMPARE(board.model.waiting(), 0u);
}

void tst_BoardModel::theSelectedRowStaysWhenItStopsMatching()
{
    Board board;
    board.apply(batch({summary(1), summary(2), summary(3)}, true));
    board.model.setFilter({StateChip::Running, {}});
    board.model.setKept(2);
    board.apply(batch({summary(1, Status::Expired), summary(2, Status::Succeeded)}));
    QCOMPARE(board.rows(), (QList<int>{3, 2}));
    QCOMPARE(board.text(1, BoardModel::State), u"no longer matches"_s);
    QCOMPARE(board.text(1, BoardModel::State, Qt::AccessibleTextRole), u"verified in 17 s, no longer matches"_s);
    QVERIFY(!board.model.index(1, 0).data(BoardModel::MatchingRole).toBool());
    QVERIFY(board.model.index(0, 0).data(BoardModel::MatchingRole).toBool());
}

void tst_BoardModel::aKeptRowGoesWhenAnotherIsKept()
{
    Board board;
    board.apply(batch({summary(1), summary(2), summary(3)}, true));
    board.model.setFilter({StateChip::Running, {}});
    board.model.setKept(2);
    board.apply(batch({summary(2, Status::Succeeded)}));
    board.model.setKept(3);
    QCOMPARE(board.rows(), (QList<int>{3, 1}));
}

void tst_BoardModel::theFilterChoosesRowsAndTheChipsCountWhatWasTyped()
{
    Board board;
    board.apply(
        batch({summary(1, Status::Succeeded, 2), summary(2, Status::Expired, 2), summary(3, Status::Expired)}, true));
    board.model.setFilter({StateChip::Expired, FindExpression(u"wf:2"_s)});
    QCOMPARE(board.rows(), (QList<int>{2}));
    QCOMPARE(board.count(StateChip::All), 2u);
    QCOMPARE(board.count(StateChip::Verified), 1u);
    QCOMPARE(board.count(StateChip::Expired), 1u);
    QCOMPARE(board.model.total(), 3u);
}

void tst_BoardModel::anotherFilterLetsAKeptRowGo()
{
    Board board;
    board.apply(batch({summary(1), summary(2)}, true));
    board.model.setKept(2);
    board.model.setFilter({StateChip::All, FindExpression(u"900001"_s)});
    QCOMPARE(board.rows(), (QList<int>{1}));
}

void tst_BoardModel::aResetForgetsWhatCameBefore()
{
    Board board;
    board.apply(batch({summary(1), summary(2)}, true));
    board.apply(batch({summary(5, Status::Failed)}, true));
    QCOMPARE(board.rows(), (QList<int>{5}));
    QCOMPARE(board.count(StateChip::All), 1u);
}

void tst_BoardModel::manyRandomBatchesLeaveExactlyTheRowsThatMatch()
{
    Board board;
    board.apply(batch({}, true));
    std::mt19937 random(4821);
    const auto upTo = [&](std::uint32_t count) { return random() % count; };
    std::map<engine::VerificationKey, engine::Summary> truth;
    for (int round = 0; round < 400; ++round) {
        std::map<engine::VerificationKey, engine::Summary> news;
        for (std::uint32_t i = 0; i < 1 + upTo(8); ++i) {
            const auto key = engine::VerificationKey(truth.size() - std::min<std::size_t>(truth.size(), upTo(12)) + 1);
            news[key] = summary(key, Status(1 + upTo(5)), engine::WorkflowId(1 + upTo(7)));
            truth[key] = news[key];
        }
        std::vector<engine::Summary> list;
        for (const auto &[key, each] : news)
            list.push_back(each);
        board.apply(batch(list));
        if (upTo(4) == 0)
            board.model.setHeld(upTo(2) == 0);
        if (upTo(10) == 0)
            board.model.setFilter(
                {StateChip(upTo(6)), upTo(2) == 0 ? FindExpression() : FindExpression(u"wf:1,2,3"_s)});
        if (upTo(5) == 0 && board.model.rowCount() > 0)
            board.model.setKept(board.model.keyAt(int(upTo(std::uint32_t(board.model.rowCount())))));
    }
    board.model.setKept({});
    board.model.setHeld(false);
    QList<int> expected;
    std::size_t running = 0;
    for (const auto &[key, each] : truth) {
        if (board.model.filter().matches(each))
            expected.prepend(int(key));
        running += board.model.filter().find.matches(each) && each.status == Status::InProgress ? 1 : 0;
    }
    QCOMPARE(board.rows(), expected);
    QCOMPARE(board.count(StateChip::Running), running);
    QCOMPARE(board.model.total(), truth.size());
}

void tst_BoardModel::aWatchedRecordTellsItsStory()
{
    tests::EngineRun run;
    const engine::RequestId id = run.start(447700900112);
    run.advance(17s);
    std::optional<engine::Record> record;
    std::promise<void> isRead;
    run.engine->read([&](engine::StoreReader &reader) {
        record = reader.record(id);
        isRead.set_value();
    });
    isRead.get_future().wait();
    QVERIFY(record);

    Board board;
    board.model.setNow(run.engine->clock().now());
    board.model.setWatched({record->key});
    engine::Summary known = summary(record->key);
    known.id = id;
    engine::FeedBatch news = batch({known}, true);
    news.records.push_back(std::make_shared<const engine::Record>(*record));
    board.apply(news);
    QCOMPARE(board.text(0, BoardModel::State), u"9:48 left"_s);
    QCOMPARE(board.text(0, BoardModel::Timeline, Qt::AccessibleTextRole), u"SMS delivered at once; 9:48 left"_s);
    QCOMPARE(board.text(0, BoardModel::Started, Qt::AccessibleDescriptionRole),
             u"Running: SMS delivered, 3 tries left, 9:48 until it expires."_s);
    QCOMPARE(board.model.find(id), std::optional(record->key));
}

void tst_BoardModel::recordsThatAreNoLongerWatchedAreLetGo()
{
    Board board;
    const auto recordOf = [](engine::VerificationKey key) {
        auto record = std::make_shared<engine::Record>();
        record->key = key;
        return record;
    };
    board.model.setWatched({1, 2});
    engine::FeedBatch news = batch({summary(1), summary(2), summary(3)}, true);
    news.records = {recordOf(1), recordOf(2), recordOf(3)};
    board.apply(news);
    QVERIFY(board.model.record(1) && board.model.record(2));
    QVERIFY(!board.model.record(3)); // it came although nobody asked any more
    board.model.setWatched({2});
    QVERIFY(!board.model.record(1));
}

void tst_BoardModel::theRunningVerificationOfANumberIsFound()
{
    Board board;
    engine::Summary earlier = summary(1, Status::Expired);
    engine::Summary running = summary(2);
    running.number = earlier.number;
    board.apply(batch({earlier, running}, true));
    QCOMPARE(board.model.runningFor(earlier.number)->key, 2);
    board.apply(batch({summary(2, Status::Cancelled)}));
    QVERIFY(!board.model.runningFor(earlier.number));
}

PINPATH_TEST(tst_BoardModel, "tst_boardmodel")

} // namespace tst_boardmodel

#include "tst_boardmodel.moc"
