// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardsession.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::ClockMode;
using model::BoardSession;
using model::ClockModel;

namespace {

constexpr std::uint64_t Number = 447700900112;

struct Session {
    explicit Session(engine::ClockSetting clockSetting = {ClockMode::Manual, 1, false})
        : run(clockSetting)
    { }

    // Until the store has been read.
    void open()
    {
        clock = std::make_unique<ClockModel>(*run.engine);
        board = std::make_unique<BoardSession>(*run.engine, *clock);
        QTRY_VERIFY(board->isRead());
    }

    tests::EngineRun run;
    std::unique_ptr<ClockModel> clock;
    std::unique_ptr<BoardSession> board;
};

} // namespace

class tst_BoardSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itShowsWhatTheStoreHolds();
    void whatStartsLaterComesByItself();
    void theSelectedOneComesInFull();
    void aVerificationThatIsLookedForIsFoundWhenItComes();
    void theAxisIsAsLongAsTheRowsLiveAndFollowsTheFilter();
    void aRingingPhoneInViewHoldsTheClockUntilItIsDeclined();
    void anAnsweredCallHoldsTheClockWhileItSpeaks();
    void aPhoneThatAPopulationAnswersHoldsNothing();
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

void tst_BoardSession::aRingingPhoneInViewHoldsTheClockUntilItIsDeclined()
{
    Session session({ClockMode::Scaled, 20, false});
    const engine::RequestId id = session.run.start(Number, 7);
    session.open();
    session.board->select(session.board->rows().find(id));
    QTRY_COMPARE(session.clock->note(), u"1x while a phone rings, then 20x"_s);
    session.board->handset().decline();
    QTRY_VERIFY(!session.clock->isHeld());
    QTRY_COMPARE(session.run.engine->clock().setting().speed, 20.0);
}

void tst_BoardSession::anAnsweredCallHoldsTheClockWhileItSpeaks()
{
    Session session({ClockMode::Scaled, 20, false});
    const engine::RequestId id = session.run.start(Number, 7);
    session.open();
    session.board->select(session.board->rows().find(id));
    QTRY_VERIFY(session.board->handset().ringingStep());
    session.board->handset().answer();
    QTRY_VERIFY(session.board->handset().speech(session.clock->now()));
    QVERIFY(session.clock->isHeld());
    session.run.advance(60s);
    QTRY_VERIFY(!session.clock->isHeld());
    QVERIFY(!session.board->handset().speech(session.clock->now()));
}

void tst_BoardSession::aPhoneThatAPopulationAnswersHoldsNothing()
{
    Session session({ClockMode::Scaled, 20, false});
    engine::StartRequest request;
    request.account = session.run.engine->account().apiKey;
    request.number = engine::PhoneNumber(Number);
    request.brand = u"Acme"_s;
    request.locale = u"en-gb"_s;
    request.workflow = *engine::standardWorkflow(7, engine::Dialect::Vonage);
    request.population = u"typical"_s;
    tests::EngineRun::await<engine::StartReply>([&](auto reply) { session.run.engine->start(request, reply); });
    session.open();
    session.board->select(session.board->rows().keyAt(0));
    QTRY_VERIFY(session.board->selected().record());
    QTest::qWait(250); // two ticks of the clock
    QVERIFY(!session.clock->isHeld());
}

PINPATH_TEST(tst_BoardSession, "tst_boardsession")
#include "tst_boardsession.moc"
