// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardsession.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_boardsession {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::ClockMode;
using model::BoardSession;
using model::ClockModel;
using model::NumberMask;

constexpr std::uint64_t Number = 447700900112;

struct Session {
    explicit Session(engine::ClockSetting clockSetting = {ClockMode::Manual, 1, false})
        : run(clockSetting)
    { }

    // Until the store has been read.
    void open()
    {
        clock = std::make_unique<ClockModel>(*run.engine);
        board = std::make_unique<BoardSession>(*run.engine, *clock, mask);
        QTRY_VERIFY(board->isRead());
    }

    tests::EngineRun run;
    std::unique_ptr<ClockModel> clock;
    NumberMask mask;
    std::unique_ptr<BoardSession> board;
};

class tst_BoardSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itShowsWhatTheStoreHolds();
    void whatStartsLaterComesByItself();
    void theSelectedOneComesInFull();
    void aVerificationThatIsLookedForIsFoundWhenItComes();
    void theAxisIsAsLongAsTheRowsLiveAndFollowsTheFilter();
};

void tst_BoardSession::itShowsWhatTheStoreHolds()
{
    Session session;
    QVERIFY(!session.board);
    session.run.start(Number);
    session.run.start(Number + 1);
    session.open();
    QCOMPARE(session.board->rows().rowCount(), 2);
}

void tst_BoardSession::whatStartsLaterComesByItself()
{
    Session session;
    session.open();
    QCOMPARE(session.board->rows().rowCount(), 0);
    session.run.start(Number);
    QTRY_COMPARE(session.board->rows().rowCount(), 1);
}

void tst_BoardSession::theSelectedOneComesInFull()
{
    Session session;
    const engine::RequestId id = session.run.start(Number);
    session.open();
    session.board->select(session.board->rows().find(id));
    QTRY_VERIFY(session.board->selected().record());
    QCOMPARE(session.board->selected().record()->request.id, id);
    QTRY_COMPARE(session.board->handset().pin(), session.board->selected().record()->pins.back().digits);
    session.board->select({});
    QVERIFY(!session.board->selected().record());
}

void tst_BoardSession::aVerificationThatIsLookedForIsFoundWhenItComes()
{
    Session session;
    session.open();
    QSignalSpy found(session.board.get(), &BoardSession::found);
    const engine::RequestId id = session.run.start(Number);
    session.board->lookFor(id);
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(std::optional(found.first().first().value<engine::VerificationKey>()), session.board->rows().find(id));
    session.board->lookFor(id);
    QCOMPARE(found.count(), 2); // known by now
}

void tst_BoardSession::theAxisIsAsLongAsTheRowsLiveAndFollowsTheFilter()
{
    Session session;
    session.run.start(Number, 4);
    session.open();
    session.board->rows().setFilter({});
    QTRY_COMPARE(session.board->ruler().range(), engine::milliseconds(300s));
    session.run.start(Number + 1, 1);
    QTRY_COMPARE(session.board->ruler().range(), engine::milliseconds(605s));
    session.board->rows().setFilter({model::StateChip::All, model::FindExpression(u"wf:4"_s)});
    QTRY_COMPARE(session.board->ruler().range(), engine::milliseconds(300s));
}

PINPATH_TEST(tst_BoardSession, "tst_boardsession")

} // namespace tst_boardsession

#include "tst_boardsession.moc"
