// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/pairs.h"
#include "model/board/clockmodel.h"
#include "model/compare/comparesession.h"
#include "tests/support/comparisons.h"
#include "tests/support/enginerun.h"
#include "tests/support/simulatedruns.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_comparesimulated {

using namespace Qt::StringLiterals;
using engine::KeptSimulation;
using model::CompareChoices;
using model::CompareContent;
using model::SimulatedPlace;
using tests::EngineRun;
using tests::simulatedRun;

// Run 7 of a store: two populations, the second of which turns the order.
std::vector<KeptSimulation> oneRun(std::int64_t users = 20'000)
{
    KeptSimulation run = *simulatedRun({u"typical", u"landlines"}, users);
    run.number = 7;
    run.keptAt = tests::ManualTime::Start;
    for (engine::KeptPopulation &each : run.populations)
        each.market.pairs = pairsOf(each.market);
    return {run};
}

CompareContent contentOf(const std::vector<KeptSimulation> &runs, std::optional<SimulatedPlace> place,
                         engine::Prices examples = {})
{
    const engine::Comparison india = tests::comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}});
    CompareChoices choices;
    choices.simulated = place;
    return describe(india, choices, {india.at, false, examples}, runs);
}

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

QStringList namesOf(const CompareContent &content)
{
    QStringList names;
    for (const model::MarketRow &row : content.markets)
        names << (row.simulated ? u"simulated "_s : QString()) + row.name;
    return names;
}

// Runs of the simulator beside what happened.
class tst_CompareSimulated : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theyStandAfterTheMarketsAndAreNotCounted()
    {
        const CompareContent without = contentOf({}, std::nullopt);
        const CompareContent with = contentOf(oneRun(), std::nullopt);
        QCOMPARE(namesOf(with),
                 (QStringList{u"All"_s, u"India"_s, u"simulated typical, seed 1"_s, u"simulated landlines, seed 1"_s}));
        QCOMPARE(with.verdict.sentence(), without.verdict.sentence());
        QCOMPARE(with.verdict.scope, without.verdict.scope);
        QVERIFY(!with.verdict.isSimulated);
        QCOMPARE(with.markets[0].count, u"11,436"_s);
        QCOMPARE(with.markets[2].count, u"60,000"_s);
        QVERIFY(with.markets[2].spoken.startsWith(u"Simulated: typical, seed 1"_s));
        QVERIFY(!without.firstSimulated());
        QVERIFY(with.firstSimulated() == SimulatedPlace({7, 0}));
    }

    void theirRatesAreThoseOfTheRun()
    {
        const auto runs = oneRun();
        const CompareContent content = contentOf(runs, SimulatedPlace{7, 1});
        QCOMPARE(content.rates.rows.size(), 3U);
        for (const model::RateRow &row : content.rates.rows) {
            const engine::WorkflowTally *tally = runs[0].populations[1].market.find(row.line.workflow);
            QCOMPARE(row.rate, double(tally->verified) / 20'000);
            QCOMPARE(row.ended, 20'000);
        }
        QCOMPARE(content.times.lines.size(), 3U);
        QCOMPARE(content.costs.points.size(), 3U);
        QCOMPARE(content.pairs.rows.size(), 3U);
        QCOMPARE(content.ends.rows.size(), 3U);
        QCOMPARE(content.trend.words.waits, u"Simulated users come in no week."_s);
    }

    // As on Simulate, which says for how many populations a workflow is best or tied.
    void aTieIsMetExactly()
    {
        auto runs = oneRun();
        std::int64_t verified = 17'000; // 85 %, and 83 % of the others
        for (engine::WorkflowTally &tally : runs[0].populations[0].market.workflows) {
            tally.expired += tally.verified - verified;
            tally.verified = verified;
            verified = 16'600;
        }
        QVERIFY(contentOf(runs, SimulatedPlace{7, 1})
                    .verdict.support.endsWith(u"3 is best or tied for all 2 populations of this run."_s));
    }

    // Its interval leaves out 0, and it lies within the margin.
    void whatIsTiedOnSimulateIsNotBehindHere()
    {
        auto runs = oneRun();
        const std::int64_t verified[]{17'000, 16'700, 12'000}; // 85, 83.5 and 60 %
        for (std::size_t i = 0; i < 3; ++i) {
            engine::WorkflowTally &tally = runs[0].populations[0].market.workflows[i];
            tally.expired += tally.verified - verified[i];
            tally.verified = verified[i];
        }
        const CompareContent content = contentOf(runs, SimulatedPlace{7, 0});
        QCOMPARE(plain(content.verdict.headline),
                 u"Under these assumptions, no difference that matters: 1 and 2 are within 2 points."_s);
        QVERIFY(content.verdict.support.contains(u"3 is behind."_s));
        QCOMPARE(content.verdict.markers, (std::vector<engine::WorkflowId>{1, 2}));
        QCOMPARE(plain(content.markets[2].answer), u"1 and 2: same"_s);
        CompareChoices closer;
        closer.simulated = {7, 0};
        closer.marginPoints = 1;
        const engine::Comparison nothing;
        QVERIFY(plain(describe(nothing, closer, {}, runs).verdict.headline)
                    .startsWith(u"Under these assumptions, workflow 1 verifies most users: 1.5 points more"_s));
    }

    void everyCopySaysThatItIsSimulated()
    {
        const CompareContent content = contentOf(oneRun(), SimulatedPlace{7, 1}, tests::somePrices());
        QVERIFY(content.verdict.isSimulated);
        QCOMPARE(content.verdict.tag, u"Simulated"_s);
        QVERIFY(
            plain(content.verdict.headline).startsWith(u"Under these assumptions, workflow 3 verifies most users: "_s));
        QVERIFY(content.verdict.support.endsWith(u"3 is best or tied for 1 of the 2 populations of this run."_s));
        QVERIFY(
            content.verdict.scope.startsWith(u"landlines, seed 1, 20,000 users each, waits as documented, kept "_s));
        QVERIFY(content.captionOf(content.rates.words).contains(u"Simulated"_s));
        QVERIFY(content.verdict.cautions.contains(u"Example prices"_s));
        QVERIFY(!contentOf(oneRun(), SimulatedPlace{7, 1}).verdict.cautions.contains(u"Example prices"_s));
        QVERIFY(!content.leads.words.note.contains(u"every look"_s)); // no more users will come
        QCOMPARE(content.methods.front().title, u"What was simulated"_s);
    }

    void theScopeTellsTheWaitsAndTheHeadlineThatItWasStopped()
    {
        auto runs = oneRun();
        runs[0].timing.nextEventWait = engine::seconds(60);
        runs[0].users = 50'000;
        const CompareContent content = contentOf(runs, SimulatedPlace{7, 0});
        QVERIFY(content.verdict.scope.contains(u", waits of 60 s, "_s));
        QVERIFY(plain(content.verdict.headline)
                    .startsWith(u"Stopped after 20,000 of 50,000 users: under these assumptions, "_s));
    }

    void tooFewUsersAreSaidToBeTooFew()
    {
        QCOMPARE(contentOf(oneRun(20), SimulatedPlace{7, 0}).verdict.headline, u"Too few to compare: 20 users."_s);
        const CompareContent some = contentOf(oneRun(100), SimulatedPlace{7, 0});
        QCOMPARE(some.verdict.finding, engine::Finding::CannotTell);
        QVERIFY(some.verdict.headline.startsWith(u"Too few users to tell: "_s));
        QVERIFY(!some.verdict.meterText.isEmpty() && !some.verdict.meterText.contains(u"traffic"_s));
    }

    void whatIsGoneGivesWayToAllMarkets()
    {
        const CompareContent content = contentOf(oneRun(100), SimulatedPlace{8, 0});
        QVERIFY(!content.simulated);
        QVERIFY(content.verdict.scope.startsWith(u"All markets"_s));
    }

    void theChoiceIsKeptInTheHistory()
    {
        CompareChoices choices;
        choices.simulated = {3, 5};
        QVERIFY(model::toChoices(model::toVariant(choices)) == choices);
        choices.simulated = std::nullopt;
        choices.market = "IN";
        QVERIFY(model::toChoices(model::toVariant(choices)) == choices);
    }

    void aRunIsOpenedKeptAndDeleted()
    {
        EngineRun run;
        run.start(447700900112);
        model::ClockModel clock(*run.engine);
        model::CompareSession session(*run.engine, clock, false);
        QSignalSpy kept(&session, &model::CompareSession::kept);
        QSignalSpy deleted(&session, &model::CompareSession::deleted);
        session.setLookedAt(true);
        const std::shared_ptr<const KeptSimulation> results = simulatedRun({u"typical"}, 1'000);
        session.open(results);
        QTRY_VERIFY(session.shownRun());
        QVERIFY(session.content().simulated == SimulatedPlace({0, 0}));
        QVERIFY(session.content().verdict.scope.endsWith(u"not kept"_s));
        QCOMPARE(session.content().markets.front().count, u"0"_s); // of what happened

        session.keepShown();
        QTRY_COMPARE(kept.size(), 1);
        QTRY_VERIFY(session.content().simulated == SimulatedPlace({1, 0}));
        QVERIFY(!session.content().verdict.scope.endsWith(u"not kept"_s));
        QCOMPARE(session.content().markets.size(), 3U); // all, one market, this

        session.deleteShown();
        QTRY_COMPARE(deleted.size(), 1);
        QTRY_COMPARE(session.content().markets.size(), 2U);
        QVERIFY(!session.content().verdict.isSimulated);
    }

    void aRunThatCannotBeKeptStaysInView()
    {
        EngineRun run;
        model::ClockModel clock(*run.engine);
        model::CompareSession session(*run.engine, clock, false);
        QSignalSpy failed(&session, &model::CompareSession::failed);
        session.setLookedAt(true);
        session.open(simulatedRun({u"typical"}, 1'000));
        QTRY_VERIFY(session.shownRun());
        run.canStoreWrite = false;
        session.keepShown();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(session.shownRun() && session.shownRun()->number == 0);
    }
};

PINPATH_TEST(tst_CompareSimulated, "tst_comparesimulated")

} // namespace tst_comparesimulated

#include "tst_comparesimulated.moc"
