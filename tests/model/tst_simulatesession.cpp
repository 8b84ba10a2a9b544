// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/markets.h"
#include "engine/population/populationjson.h"
#include "engine/population/presets.h"
#include "engine/request/exampleprices.h"
#include "model/simulate/figuremodel.h"
#include "model/simulate/figurewords.h"
#include "model/simulate/keptrun.h"
#include "model/simulate/simulatesession.h"
#include "tests/support/manualtime.h"
#include "tests/support/simulatedruns.h"
#include "tests/support/testclass.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace tst_simulatesession {

using namespace Qt::StringLiterals;
using engine::Dialect;
using engine::Population;
using engine::PopulationMix;
using engine::Prices;
using model::FigureModel;
using model::SimulateSession;

const Prices Examples = engine::examplePrices(Dialect::Vonage);
constexpr int CalibratedWithin = 60'000; // ms, on a busy machine; else it takes one or two seconds

QStringList dump(const std::vector<model::FigureRow> &rows)
{
    QStringList lines;
    for (const model::FigureRow &row : rows)
        lines << row.group + u' ' + row.name + u": "_s + row.value + (row.isPublished ? u" ("_s : u" ? ("_s)
                + row.origin + u')';
    return lines;
}

// What was counted of 10,000 users each, in one population after the other.
struct Counted {
    QString population;
    std::vector<std::int64_t> verified; // by workflow 1, 2, ...
};

model::SimulateOutcome outcomeOf(const std::vector<Counted> &all)
{
    model::SimulateOutcome outcome;
    outcome.request.users = 10'000;
    outcome.request.prices = Examples;
    for (std::size_t i = 0; i < all.front().verified.size(); ++i)
        outcome.request.workflows.push_back(*engine::standardWorkflow(engine::WorkflowId(i + 1), Dialect::Vonage));
    for (const Counted &each : all) {
        Population population = engine::presets().front();
        population.name = each.population;
        outcome.request.populations.push_back(PopulationMix::of(population));
        engine::SimulationResult result;
        for (std::size_t i = 0; i < each.verified.size(); ++i) {
            engine::SimulatedWorkflow workflow;
            workflow.workflow = outcome.request.workflows[i];
            workflow.verified = each.verified[i];
            workflow.expired = 10'000 - each.verified[i];
            result.workflows.push_back(workflow);
        }
        result.users = 10'000;
        outcome.results.push_back(result);
    }
    return outcome;
}

QString plain(QString text)
{
    return text.replace(QChar(0xA0), u' ');
}

// As the store gives it back.
std::shared_ptr<const engine::KeptSimulation> asKept(const engine::KeptSimulation &run, std::int64_t number)
{
    auto kept = std::make_shared<engine::KeptSimulation>(*engine::keptSimulationFromJson(engine::toJson(run)));
    kept->number = number;
    kept->keptAt = tests::ManualTime::Start;
    return kept;
}

model::SimulateChoices fewUsers(const SimulateSession &session, std::int64_t users)
{
    model::SimulateChoices choices = session.choices();
    choices.users = users;
    return choices;
}

class tst_SimulateSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFigureShowsWhereItComesFrom()
    {
        const auto rows = model::figureRows(*engine::findPreset(u"typical"), Examples, Examples);
        QCOMPARE(dump(rows),
                 (QStringList{
                     u"User nothing arrives: 4 % ? (assumption)"_s,
                     u"User gets no SMS: 3 % ? (assumption)"_s,
                     u"User never answers calls: 30 % ? (assumption)"_s,
                     u"User has left, half by: 3:00 ? (assumption)"_s,
                     u"SMS delivered: 95 % (Meng et al. 2007, 2005 data)"_s,
                     u"SMS arrives, half by: 7 s (ETSI 2006)"_s,
                     u"SMS later than 1:00: 5 % ? (assumption)"_s,
                     u"Call answered: 75 % ? (assumption)"_s,
                     u"Call answered after: 25 s ? (assumption)"_s,
                     u"Code typed after SMS, half by: 10 s ? (assumption)"_s,
                     u"Code typed after a call: 8 s ? (assumption)"_s,
                     u"Code wrong: 3 % ? (assumption)"_s,
                     u"Price per success: EUR 0.050 (a vendor's example)"_s,
                     u"Price per SMS: EUR 0.014 (a vendor's example)"_s,
                     u"Price per call: EUR 0.028 ? (assumption)"_s,
                 }));
        QCOMPARE(model::originsSentence(rows), u"11 of 15 figures are assumptions."_s);
    }

    void everyPresetHasItsFiguresInWords()
    {
        for (const Population &preset : engine::presets()) {
            const auto rows = model::figureRows(preset, Examples, Examples);
            QVERIFY2(rows.size() == 15, qPrintable(preset.name));
            for (const model::FigureRow &row : rows)
                QVERIFY2(!row.name.isEmpty() && !row.value.isEmpty() && !row.origin.isEmpty(), qPrintable(row.key));
        }
        // Four of ten SMS half by 7 s, the others between 1:00 and 31:00.
        const auto rows = model::figureRows(*engine::findPreset(u"carrier brown-out"), Examples, Examples);
        QCOMPARE(rows[5].value, u"6:02"_s);
        QCOMPARE(rows[6].value, u"62 %"_s);
        QVERIFY(rows[5].isDerived);
    }

    void whatIsEditedIsYours()
    {
        Population population = engine::presets().front();
        Prices prices = Examples;
        QCOMPARE(model::writeFigure(population, prices, u"user.no_sms"_s, u"12"_s), QString());
        QCOMPARE(population.noSms, 0.12);
        QCOMPARE(model::writeFigure(population, prices, u"user.patience#median"_s, u"2:30"_s), QString());
        QCOMPARE(*population.patience, engine::Distribution(engine::distributions::Lognormal{150, 1.2}));
        QCOMPARE(model::writeFigure(population, prices, u"tts.delay"_s, u"12.5 s"_s), QString());
        QCOMPARE(population.callDelay, engine::Distribution(engine::distributions::Constant{12.5}));
        QCOMPARE(model::writeFigure(population, prices, u"price.sms"_s, u"EUR 0.02"_s), QString());
        QCOMPARE(prices.perSms, engine::Money::fromMilli(20));
        const auto rows = model::figureRows(population, prices, Examples);
        QStringList yours;
        for (const model::FigureRow &row : rows) {
            if (row.isYours)
                yours << row.name + u' ' + row.value + u' ' + row.origin;
        }
        QCOMPARE(yours,
                 (QStringList{u"gets no SMS 12 % yours"_s, u"has left, half by 2:30 yours"_s,
                              u"answered after 12.5 s yours"_s, u"per SMS EUR 0.020 yours"_s}));
        QCOMPARE(model::originsSentence(rows), u"8 of 15 figures are assumptions, 4 are yours."_s);
        QCOMPARE(model::populationTitle(population), u"typical, edited"_s);
    }

    void anUntouchedFigureStaysWhoseItWas()
    {
        Population population = engine::presets().front();
        Prices prices = Examples;
        QCOMPARE(model::writeFigure(population, prices, u"sms.delivered"_s, u"95 %"_s), QString());
        QCOMPARE(population, engine::presets().front());
    }

    void medianAndTailOfADelayAreEditedApart()
    {
        Population population = engine::presets().front();
        Prices prices = Examples;
        QCOMPARE(model::writeFigure(population, prices, u"sms.delay#tail"_s, u"10 %"_s), QString());
        QVERIFY(std::abs(model::shareLater(population.smsDelay, 60) - 0.1) < 1e-9);
        QVERIFY(std::abs(model::median(population.smsDelay) - 7) < 1e-6);
        auto rows = model::figureRows(population, prices, Examples);
        QCOMPARE(rows[5].origin, u"ETSI 2006"_s);
        QCOMPARE(rows[6].origin, u"yours"_s);
        QVERIFY(model::populationTitle(population).endsWith(u", edited"_s));
        QCOMPARE(model::writeFigure(population, prices, u"sms.delay#median"_s, u"20"_s), QString());
        rows = model::figureRows(population, prices, Examples);
        QCOMPARE(rows[5].origin, u"yours"_s);
        QCOMPARE(rows[6].origin, u"yours"_s);
    }

    void badValuesAreRefusedInOneSentence_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("share over 100") << u"user.no_sms"_s << u"120"_s
                                        << u"gets no SMS: a share is from 0 to 100 %, not \"120\"."_s;
        QTest::newRow("share under 0") << u"wrong_code"_s << u"-1 %"_s
                                       << u"wrong: a share is from 0 to 100 %, not \"-1 %\"."_s;
        QTest::newRow("no time") << u"entry#median"_s << u"soon"_s
                                 << u"typed after SMS, half by: write seconds, 7, or minutes, 1:30, up to 30 days, not "
                                    "\"soon\"."_s;
        QTest::newRow("negative time") << u"tts.delay"_s << u"-5"_s
                                       << u"answered after: write seconds, 7, or minutes, 1:30, up to 30 days, not "
                                          "\"-5\"."_s;
        QTest::newRow("nothing at once") << u"user.patience#median"_s << u"0"_s
                                         << u"has left, half by: half cannot be done at once."_s;
        QTest::newRow("tail beyond half") << u"sms.delay#tail"_s << u"60"_s
                                          << u"later than 1:00: half arrive by 7 s, so this is between 0 and 50 %."_s;
        QTest::newRow("no price") << u"price.call"_s << u"dear"_s
                                  << u"per call: write euros, such as 0.014, not \"dear\"."_s;
    }

    void badValuesAreRefusedInOneSentence()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        Population population = engine::presets().front();
        Prices prices = Examples;
        QCOMPARE(model::writeFigure(population, prices, key, text), sentence);
        QCOMPARE(population, engine::presets().front());
        QCOMPARE(prices, Examples);
    }

    void aShapeOfSeveralPartsIsNotGuessedAt()
    {
        Population population = *engine::findPreset(u"carrier brown-out");
        Prices prices = Examples;
        QVERIFY(!model::writeFigure(population, prices, u"sms.delay#median"_s, u"9"_s).isEmpty());
        QCOMPARE(population, *engine::findPreset(u"carrier brown-out"));
    }

    void nobodyLeavesWhereThereIsNoPatience()
    {
        Population population = engine::presets().front();
        Prices prices = Examples;
        QCOMPARE(model::writeFigure(population, prices, u"user.patience#median"_s, u"never"_s), QString());
        QVERIFY(!population.patience);
        QCOMPARE(model::figureRows(population, prices, Examples)[3].value, u"never"_s);
        QCOMPARE(model::writeFigure(population, prices, u"user.patience#median"_s, u"60"_s), QString());
        QCOMPARE(model::median(*population.patience) > 59.9, true);
    }

    void whatHappenedGivesFiguresThatSaySo()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        engine::Population truth = engine::presets().front();
        truth.smsDelivered = 0.7;
        const auto mix = engine::PopulationMix::of(truth);
        const engine::Market india
            = engine::keptPopulation(mix, tests::simulated(mix, {1, 2}, 10'000), tests::somePrices()).market;
        QSignalSpy calibrated(&session, &SimulateSession::calibrated);
        QCOMPARE(session.setFigure(u"user.unreachable"_s, u"9"_s), QString()); // which is nobody's data
        session.calibrate(u"India"_s, india, false);
        QTRY_COMPARE_WITH_TIMEOUT(calibrated.size(), 1, CalibratedWithin);
        const QString sentence = calibrated.front().front().toString();
        QVERIFY(sentence.contains(u" fitted. Calibrated from \"typical\" as published: workflow 1 verifies "_s));
        QVERIFY(sentence.contains(u" simulated, "_s) && sentence.contains(u" in the data; 2: "_s));
        QVERIFY(session.figuresSentence().startsWith(u"Calibrated from \"typical\""_s));
        QCOMPARE(session.figures()[0].value, u"4 %"_s);
        QCOMPARE(session.titles().back(), u"India, calibrated"_s);
        QCOMPARE(session.shown(), std::size_t(session.titles().size() - 1));
        QStringList fitted;
        for (const model::FigureRow &row : session.figures()) {
            QVERIFY(!row.isFitted || !row.isPublished);
            if (row.isFitted)
                fitted << row.name + u", "_s + row.origin;
        }
        QCOMPARE(fitted.front(), u"delivered, fitted to what happened (n=20,000)"_s);
        QVERIFY(fitted.size() == 1 || fitted.back().startsWith(u"arrives, half by, fitted"_s)); // and not its tail
        QVERIFY(session.figuresSentence().contains(fitted.size() == 1 ? u", 1 is fitted"_s : u", 2 are fitted"_s));
        session.setFigure(u"sms.delivered"_s, u"90 %"_s);
        QVERIFY(session.figures()[4].isYours);
        session.removePopulation();
        session.show(0);
        session.calibrate(u"India"_s, india, true);
        QTRY_COMPARE_WITH_TIMEOUT(calibrated.size(), 2, CalibratedWithin);
        QCOMPARE(session.figures()[4].origin, u"fitted to invented data (n=20,000)"_s);
        QVERIFY(!session.figures()[4].isPublished);
    }

    // The data are of its own users: there is nothing to change, so nothing says that it was.
    void aFigureThatTheDataDoNotChangeStaysWhoseItWas()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        const auto mix = engine::PopulationMix::of(engine::presets().front());
        const engine::Market market
            = engine::keptPopulation(mix, tests::simulated(mix, {1, 3}, 10'000), tests::somePrices()).market;
        QSignalSpy calibrated(&session, &SimulateSession::calibrated);
        session.calibrate(u"India"_s, market, false);
        QTRY_COMPARE_WITH_TIMEOUT(calibrated.size(), 1, CalibratedWithin);
        for (const model::FigureRow &row : session.figures()) {
            const auto before = model::figureRows(engine::presets().front(), Examples, Examples);
            const auto same = std::find_if(before.begin(), before.end(),
                                           [&](const model::FigureRow &each) { return each.key == row.key; });
            if (same->value == row.value && !row.key.endsWith(u"#tail"_s))
                QCOMPARE(row.origin, same->origin);
        }
    }

    void theTableRefusesWithoutChange()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        FigureModel figures(session);
        const QAbstractItemModelTester tester(&figures, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy judged(&figures, &FigureModel::judged);
        const QModelIndex value = figures.index(0, FigureModel::Value);
        QVERIFY(!figures.setData(value, u"120"_s, Qt::EditRole));
        QCOMPARE(value.data().toString(), u"4 %"_s);
        QVERIFY(judged.takeFirst().front().toString().startsWith(u"nothing arrives: "_s));
        QVERIFY(figures.setData(value, u"5"_s, Qt::EditRole));
        QCOMPARE(judged.takeFirst().front().toString(), QString());
        QCOMPARE(value.siblingAtColumn(FigureModel::Origin).data().toString(), u"yours"_s);
        QCOMPARE(value.siblingAtColumn(FigureModel::Name).data(Qt::AccessibleTextRole).toString(),
                 u"User nothing arrives: 5 %, yours."_s);
    }

    void theAnswerGoesOverThePopulations()
    {
        const auto content = model::describe(outcomeOf({{u"typical"_s, {8510, 8560, 5250}},
                                                        {u"poor route"_s, {6420, 6410, 5200}},
                                                        {u"landlines"_s, {6210, 3880, 8450}},
                                                        {u"dislikes calls"_s, {8300, 8520, 1140}}}),
                                             {1, Examples});
        QCOMPARE(plain(content.verdict.headline),
                 u"Under these assumptions, 2 is best or tied for 3 of 4 populations."_s);
        QCOMPARE(
            content.verdict.support,
            u"For landlines it falls 45.7 points behind 3. Today's workflow, 1, is best or tied for 2, and at most "
            "22.4 points behind."_s);
        QVERIFY(content.verdict.sentence().startsWith(u"Simulated: "_s));
        QVERIFY(content.verdict.cautions.contains(u"Example prices"_s));
        QStringList best;
        for (const model::OutcomeRow &row : content.grid.rows)
            best << row.population + u": "_s + row.best;
        QCOMPARE(best,
                 (QStringList{u"typical: 1, 2"_s, u"poor route: 1, 2"_s, u"landlines: 3"_s, u"dislikes calls: 2"_s}));
        QCOMPARE(
            content.grid.rows[3].spoken,
            u"dislikes calls: best or tied 2. Workflow 1 verifies 83.0 %, 2 verifies 85.2 %, 3 verifies 11.4 %."_s);
    }

    void withoutAWorstCaseItSaysSo()
    {
        const auto content
            = model::describe(outcomeOf({{u"typical"_s, {8510, 8560}}, {u"other"_s, {6420, 6410}}}), {2, Examples});
        QCOMPARE(content.verdict.headline, u"Under these assumptions, 2 is best or tied for all 2 populations."_s);
        QCOMPARE(content.verdict.support,
                 u"Nowhere is it more than 0.1 points behind the best. It is today's workflow."_s);
    }

    void aloneAWorkflowIsNotBest()
    {
        const auto content = model::describe(outcomeOf({{u"typical"_s, {8510}}}), {1, Examples});
        QCOMPARE(content.verdict.headline, u"Only workflow 1 was run; tick another to compare."_s);
    }

    void theTableTwinHasEveryFigure()
    {
        const auto content = model::describe(outcomeOf({{u"typical"_s, {8510, 8560}}}), {1, Examples});
        QCOMPARE(content.grid.words.twin.text(),
                 u"population\t1, %\t2, %\tbest or tied\tusers\ntypical\t85.1\t85.6\t1, 2\t10,000"_s);
    }

    void aRunFindsWhatTheEngineFinds()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        session.choose(fewUsers(session, 2'000));
        QVERIFY(!session.hasResults());
        QCOMPARE(session.nextRun(), u"5 workflows, 2,000 users each, about a second"_s);
        session.run();
        QVERIFY(session.isRunning());
        QTRY_VERIFY(!session.isRunning());
        QVERIFY(session.lastRun().startsWith(u"Done: "_s));

        engine::SimulationPlan plan;
        plan.population = {{&engine::presets()[3], 1}};
        plan.workflows = model::requestOf(session.choices(), Dialect::Vonage).workflows;
        plan.users = 2'000;
        const std::atomic<bool> isCancelled = false;
        const engine::SimulationResult result = engine::simulate(plan, isCancelled);
        const auto &row = session.content().grid.rows[3];
        QCOMPARE(row.population, u"landlines"_s);
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            QCOMPARE(row.cells[i].rate, result.workflows[i].successRate());
    }

    void theSweepFindsTheEdgeOfSuccessAgainstCost()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        session.choose(fewUsers(session, 5'000));
        session.show(1);
        session.run();
        QTRY_VERIFY(!session.isRunning());
        const model::SweepChart &chart = session.content().sweep;
        QCOMPARE(chart.words.title, u"Sweep of the waits, clean direct route"_s);
        QCOMPARE(chart.words.waits, QString());
        QVERIFY(chart.edge.size() > 1);
        for (std::size_t i = 1; i < chart.edge.size(); ++i) { // dearer only where more are verified
            QVERIFY(chart.points[chart.edge[i]].cost >= chart.points[chart.edge[i - 1]].cost);
            QVERIFY(chart.points[chart.edge[i]].percent >= chart.points[chart.edge[i - 1]].percent);
        }
        for (const model::SweepPoint &point : chart.points) {
            const bool isWithin = point.cost >= chart.cost.from && point.cost <= chart.cost.to
                && point.percent >= chart.percent.from && point.percent <= chart.percent.to;
            QVERIFY(isWithin || !point.isShown);
        }
        QCOMPARE(std::count_if(chart.points.begin(), chart.points.end(),
                               [](const model::SweepPoint &point) { return point.isToday; }),
                 1);
        QCOMPARE(chart.words.twin.rows.size(), qsizetype(chart.points.size()));
        QVERIFY(chart.words.note.contains(u"the same 1,000 users through each"_s));
    }

    void itTellsWhatEachMessageAdds()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        model::SimulateChoices choices = fewUsers(session, 10'000);
        choices.workflows = {1, 6};
        session.choose(choices);
        session.run();
        QTRY_VERIFY(!session.isRunning());
        const model::MessageChart &chart = session.content().messages;
        QCOMPARE(chart.words.title, u"What each message adds, typical"_s);
        QStringList messages;
        for (const model::MessageRow &row : chart.rows)
            messages << u"%1 %2"_s.arg(row.line.workflow).arg(row.message);
        QCOMPARE(messages, (QStringList{u"1 SMS"_s, u"1 call at 2:05"_s, u"1 call at 5:05"_s, u"6 SMS"_s}));
        // Alone, a message adds all who are verified.
        const auto &swept = session.content().sweep.points;
        const auto alone = std::find_if(swept.begin(), swept.end(), [](const model::SweepPoint &point) {
            return point.workflow == 6 && point.hasOwnTiming;
        });
        QCOMPARE(chart.rows[3].points, alone->percent);
        QVERIFY(chart.rows[0].line.isDecided && chart.rows[0].points > 20);
        for (const model::MessageRow &row : chart.rows) {
            QVERIFY(row.between.low <= row.points && row.points <= row.between.high);
            QVERIFY(row.between.low >= chart.from && row.between.high <= chart.to);
        }
        QVERIFY(chart.rows[0].spoken.startsWith(u"Workflow 1, SMS: +"_s));
        QCOMPARE(chart.words.twin.rows.size(), 4);
    }

    void aMessageWithoutGainHasNoPrice()
    {
        engine::Attribution attribution;
        attribution.users = 10'000;
        attribution.whole.workflow = *engine::standardWorkflow(4, Dialect::Vonage);
        engine::MessageWorth first;
        first.success = {0.7, {0.69, 0.71}};
        first.costPerVerification = -0.002;
        first.costPerAddedSuccess = -0.002 / 0.7;
        engine::MessageWorth second;
        second.step = 1;
        second.success = {0.001, {-0.001, 0.003}};
        second.costPerVerification = 0.014;
        second.costPerAddedSuccess = 14;
        attribution.messages = {first, second};
        const model::MessageChart chart = model::messageChart({attribution}, u"typical"_s);
        QCOMPARE(chart.rows[0].cost, u"saves"_s);
        QCOMPARE(chart.rows[1].cost, u"no gain"_s);
        QVERIFY(!chart.rows[1].line.isDecided);
        QCOMPARE(chart.rows[1].spoken,
                 u"Workflow 4, SMS at 2:00: +0.1 points, −0.1 to 0.3; no gain that the draw can tell."_s);
        QVERIFY(model::messageChart({}, u"typical"_s).words.waits.startsWith(u"Comes "_s));
    }

    void oldResultsStayUntilTheNextRun()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        session.choose(fewUsers(session, 1'000));
        session.run();
        QTRY_VERIFY(!session.isRunning());
        QVERIFY(!session.isStale());
        const QString before = session.content().grid.rows[0].spoken;
        QCOMPARE(session.setFigure(u"sms.delivered"_s, u"50"_s), QString());
        QVERIFY(session.isStale());
        QCOMPARE(session.staleness(), u"Changed since: typical, edited; Run renews the results"_s);
        QCOMPARE(session.content().grid.rows[0].spoken, before);
        session.run();
        QTRY_VERIFY(!session.isRunning());
        QVERIFY(!session.isStale());
        QVERIFY(session.content().grid.rows[0].spoken.startsWith(u"typical, edited: "_s));
        session.resetPopulation();
        QVERIFY(session.isStale());
        QVERIFY(session.population() == PopulationMix::of(engine::presets().front()));
    }

    void whatChangedSinceIsNamed()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        session.choose(fewUsers(session, 1'000));
        session.run();
        QTRY_VERIFY(!session.isRunning());
        QCOMPARE(session.staleness(), QString());
        session.show(2);
        QVERIFY(!session.isStale()); // the answer goes over all of them
        QVERIFY(session.isSweepStale());
        QCOMPARE(session.staleness(), u"Sweep and messages are of typical; Run renews them"_s);
        model::SimulateChoices choices = session.choices();
        choices.timing.nextEventWait = engine::seconds(60);
        choices.seed = 2;
        session.choose(choices);
        QCOMPARE(session.staleness(), u"Changed since: waits, seed; Run renews the results"_s);
        QCOMPARE(session.shownInResults(), 2U);
        QVERIFY(!session.results()->timing.nextEventWait);
        session.run();
        QTRY_VERIFY(!session.isRunning());
        QCOMPARE(session.staleness(), QString());
        QCOMPARE(session.results()->timing.nextEventWait, std::optional(engine::seconds(60)));
    }

    void aCancelKeepsWhatIsThere()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        session.choose(fewUsers(session, 50'000'000));
        session.run();
        QTRY_VERIFY(session.progress() > 0);
        QTRY_VERIFY(session.left().has_value());
        session.cancel();
        QTRY_VERIFY(!session.isRunning());
        QVERIFY(session.hasResults());
        QVERIFY(session.lastRun().startsWith(u"Cancelled after "_s));
        QCOMPARE(session.content().grid.rows[0].population, u"typical"_s);
        QCOMPARE(session.content().grid.rows[5].best, u"not run"_s);
        QCOMPARE(session.content().verdict.cautions.front(), u"Cancelled: 5 populations were not run"_s);
        const QString headline = plain(session.content().verdict.headline);
        QVERIFY(headline.startsWith(u"Stopped after "_s));
        QVERIFY(headline.contains(u" of 300,000,000 users: under these assumptions, "_s));
        QVERIFY(session.content().sweep.words.waits.contains(u"stopped"_s));
        QVERIFY(session.content().messages.words.waits.contains(u"stopped"_s));
    }

    void aKeptRunIsTakenUpAgain()
    {
        SimulateSession first(Dialect::Vonage, Examples);
        model::SimulateChoices choices = fewUsers(first, 2'000);
        choices.workflows = {1, 3, 4, 6};
        choices.timing = {engine::seconds(90), engine::seconds(180)};
        choices.seed = std::uint64_t(-7);
        choices.prices.perSms = engine::Money::fromMilli(20);
        const engine::Step steps[]{{engine::Channel::Sms, engine::seconds(30)},
                                   {engine::Channel::Tts, engine::seconds(90)}};
        model::putOwn(choices, engine::Workflow(9, steps, engine::seconds(120)));
        first.choose(choices);
        first.addMarket(u"Germany"_s);
        first.show(2);
        QCOMPARE(first.setFigure(u"user.no_sms"_s, u"12"_s), QString());
        first.run();
        QTRY_VERIFY(!first.isRunning());
        const auto kept = asKept(*first.results(), 5);

        SimulateSession session(Dialect::Vonage, Examples);
        session.open(kept);
        QVERIFY(session.hasResults());
        QVERIFY(session.areResultsKept());
        QVERIFY(session.results() == kept);
        QTRY_VERIFY(!session.isRunning()); // what is not kept
        QVERIFY(!session.isStale());
        QVERIFY(session.results() == kept);
        QCOMPARE(model::toJson(session.choices()), model::toJson(first.choices()));
        QCOMPARE(session.titles(), first.titles());
        const model::SimulateContent &content = session.content();
        QCOMPARE(content.verdict.headline, first.content().verdict.headline);
        QCOMPARE(content.verdict.scope, first.content().verdict.scope);
        QCOMPARE(content.grid.words.twin.text(), first.content().grid.words.twin.text());
        QVERIFY(!content.messages.rows.empty());
        QVERIFY(!content.sweep.points.empty());
        QCOMPARE(session.lastRun(), u"Opened: kept on 23 Nov 14:00"_s);

        QCOMPARE(session.setFigure(u"sms.delivered"_s, u"50"_s), QString());
        QVERIFY(session.isStale());
        session.run();
        QTRY_VERIFY(!session.isRunning());
        QVERIFY(!session.areResultsKept());
        QVERIFY(session.lastRun().startsWith(u"Done: "_s));
    }

    // Counts of a kept run are never made anew: not all of it is kept.
    void aKeptRunThatIsDeletedStaysOnThePage()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        const auto kept = asKept(*tests::simulatedRun({u"typical", u"landlines"}, 1'000), 5);
        session.open(kept);
        session.noteDeleted(5);
        QVERIFY(!session.areResultsKept());
        const auto results = session.results();
        QCOMPARE(results->number, 0);
        QVERIFY(results->populations.front().market == kept->populations.front().market);
        QTRY_VERIFY(!session.isRunning());
    }

    void aCancelledRunIsOpenedAsFarAsItCame()
    {
        auto kept = *asKept(*tests::simulatedRun({u"typical", u"clean direct route"}, 1'000), 5);
        kept.users = 50'000;
        SimulateSession session(Dialect::Vonage, Examples);
        session.open(std::make_shared<const engine::KeptSimulation>(kept));
        QVERIFY(!session.isRunning());
        QVERIFY(!session.isStale());
        QCOMPARE(session.titles().size(), qsizetype(engine::presets().size()));
        QCOMPARE(session.content().grid.rows.back().best, u"not run"_s);
        QCOMPARE(session.content().verdict.cautions.front(), u"Cancelled: 4 populations were not run"_s);
    }

    void openingWaitsForWhatRunsToBeCancelled()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        session.choose(fewUsers(session, 50'000'000));
        session.run();
        session.open(asKept(*tests::simulatedRun({u"typical"}, 1'000), 5));
        QTRY_COMPARE(session.choices().users, 1'000);
        QTRY_VERIFY(!session.isRunning());
        QVERIFY(session.areResultsKept());
    }

    void theListOfKeptRunsTellsThemApart()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        const auto kept
            = asKept(*tests::simulatedRun({u"typical", u"clean direct route", u"poor route", u"landlines"}, 1'000), 5);
        const model::KeptRow row = model::keptRow(*kept, Dialect::Vonage, kept->keptAt);
        QCOMPARE(plain(row.title), u"typical, clean direct route, poor route and 1 more; workflows 1, 2 and 3"_s);
        QCOMPARE(row.details, u"Kept 14:00, 1,000 users each, seed 1, waits as documented"_s);
        QVERIFY(plain(row.finding).startsWith(u"Stopped after 4,000 of 6,000 users: under these assumptions, "_s));

        const auto lost = [&] { return model::lostByOpening(*kept, session.choices()); };
        QCOMPARE(lost(), QString()); // what comes with the program can be had again
        Population ours = engine::presets().front();
        ours.name = u"ours"_s;
        QVERIFY(session.addPopulation(engine::toJson(ours)));
        session.addMarket(u"Germany"_s);
        QCOMPARE(lost(), u"Not in it, and gone from the page: ours. Cancel, and save or keep what you need."_s);
    }

    void withoutAWorkflowThereIsNoRun()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        model::SimulateChoices choices = session.choices();
        choices.workflows.clear();
        session.choose(choices);
        QCOMPARE(session.problem(), u"Tick at least one workflow to run."_s);
        session.run();
        QVERIFY(!session.isRunning());
    }

    void aPopulationFromAFileIsAdded()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        const auto refused = session.addPopulation(R"({"name": "ours", "wrong_code": 2})");
        QCOMPARE(refused.failure().sentence, u"wrong_code must be between 0 and 1, not 2."_s);
        Population ours = engine::presets().front();
        ours.name = u"ours"_s;
        QVERIFY(session.addPopulation(engine::toJson(ours)));
        QCOMPARE(session.choices().populations.size(), engine::presets().size() + 1);
        QVERIFY(session.population() == PopulationMix::of(ours));
        QVERIFY(session.isRemovable());
        session.removePopulation();
        QCOMPARE(session.choices().populations.size(), engine::presets().size());
    }

    void ownWorkflowsAreRunLikeTheOthers()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        model::SimulateChoices choices = fewUsers(session, 1'000);
        const auto first = model::nextOwn(choices);
        QCOMPARE(int(first->id()), 8);
        const engine::Step steps[]{{engine::Channel::Sms, engine::seconds(30)},
                                   {engine::Channel::Sms, engine::seconds(90)}};
        model::putOwn(choices, engine::Workflow(8, steps, engine::seconds(120)));
        QCOMPARE(int(model::nextOwn(choices)->id()), 9);
        session.choose(choices);
        session.run();
        QTRY_VERIFY(!session.isRunning());
        QCOMPARE(int(session.content().grid.workflows.back()), 8);
        QVERIFY(session.content().verdict.support.endsWith(u" 8: SMS, SMS at 30 s."_s)
                || session.content().verdict.support.endsWith(u" 8: SMS, SMS at 0:30."_s));
        const model::SimulateChoices read = model::choicesFromJson(model::toJson(choices), session.usual());
        QVERIFY(read.own == choices.own);
        model::removeOwn(choices, 8);
        session.choose(choices);
        QVERIFY(session.isStale());
        QCOMPARE(model::requestOf(choices, Dialect::Vonage).workflows.size(), 5U);
    }

    void marketsAreRunBesideTheirPopulations()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        session.choose(fewUsers(session, 2'000));
        QCOMPARE(session.marketsToAdd().size(), 4);
        session.addMarket(u"United Kingdom"_s);
        QVERIFY(session.isMixShown());
        QCOMPARE(session.titles().back(), u"United Kingdom"_s);
        session.run();
        QTRY_VERIFY(!session.isRunning());
        const auto &rows = session.content().grid.rows;
        QCOMPARE(rows.size(), 7U);
        QCOMPARE(rows.back().population, u"United Kingdom"_s);
        const double typical = rows[0].cells[0].rate; // 60 % of it; the rest dislike calls
        const double dislikes = rows[4].cells[0].rate;
        QVERIFY(rows.back().cells[0].rate < typical && rows.back().cells[0].rate > dislikes);
        QCOMPARE(session.content().sweep.words.title, u"Sweep of the waits, United Kingdom"_s);
    }

    void sharesAreEditedLikeFigures()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        session.addMarket(u"India"_s);
        QCOMPARE(dump(session.figures()).mid(0, 6),
                 (QStringList{u"Mix typical: 25 % ? (assumption)"_s, u"Mix clean direct route: 0 % ? (assumption)"_s,
                              u"Mix poor route: 60 % ? (assumption)"_s, u"Mix landlines: 0 % ? (assumption)"_s,
                              u"Mix dislikes calls: 15 % ? (assumption)"_s,
                              u"Mix carrier brown-out: 0 % ? (assumption)"_s}));
        QVERIFY(!session.isEdited());
        QCOMPARE(session.setFigure(u"share.landlines"_s, u"20"_s), QString());
        QVERIFY(session.isEdited());
        QCOMPARE(session.titles().back(), u"India, edited"_s);
        QVERIFY(session.figuresSentence().startsWith(u"The shares come to 120 %; each counts as its part of that."_s));
        QCOMPARE(session.setFigure(u"share.typical"_s, u"0"_s), QString());
        QCOMPARE(session.setFigure(u"share.poor route"_s, u"0"_s), QString());
        QCOMPARE(session.setFigure(u"share.landlines"_s, u"0"_s), QString());
        QCOMPARE(session.population().parts.size(), 1U);
        QCOMPARE(session.setFigure(u"share.dislikes calls"_s, u"0"_s),
                 u"dislikes calls: somebody has to live there; give another population a share first."_s);
        QCOMPARE(session.setFigure(u"share.typical"_s, u"120"_s),
                 u"typical: a share is from 0 to 100 %, not \"120\"."_s);
        session.resetPopulation();
        QVERIFY(session.population() == *engine::findMarketMix(u"India"));
    }

    void aMarketFollowsItsPopulations()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        session.addMarket(u"Germany"_s);
        session.show(3);
        QCOMPARE(session.setFigure(u"user.no_sms"_s, u"50"_s), QString());
        QCOMPARE(session.titles().back(), u"Germany, edited"_s);
        session.addMarket(u"United States"_s); // has none of it
        QCOMPARE(session.titles().back(), u"United States"_s);
        session.show(6);
        QCOMPARE(session.population().parts.front().population.noSms, 0.5);
        QVERIFY(!session.isEdited()); // its shares are as they came
    }

    void aMixFromAFileBringsItsPopulations()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        QVERIFY(session.addPopulation(R"({"name": "Ours", "mix": [{"weight": 3, "population": "typical"},
                                          {"weight": 1, "population": {"name": "deaf", "user": {"no_sms": 1}}}]})"));
        QCOMPARE(session.titles().mid(6), (QStringList{u"deaf"_s, u"Ours"_s}));
        QCOMPARE(session.figures().front().value, u"75 %"_s);
        QVERIFY(!session.isEdited());
        const model::SimulateChoices read = model::choicesFromJson(model::toJson(session.choices()), session.usual());
        QVERIFY(model::requestOf(read, Dialect::Vonage) == model::requestOf(session.choices(), Dialect::Vonage));
        session.removePopulation();
        QCOMPARE(session.titles().back(), u"deaf"_s);
    }

    void choicesAreKept()
    {
        SimulateSession session(Dialect::Vonage, Examples);
        model::SimulateChoices choices = session.choices();
        choices.workflows = {2, 4};
        choices.timing = {std::chrono::seconds(90), std::nullopt};
        choices.users = 5'000;
        choices.seed = 18'000'000'000'000'000'000ULL;
        choices.prices.perCall = engine::Money::fromMilli(31);
        choices.populations[2].noSms = 0.5;
        const model::SimulateChoices read = model::choicesFromJson(model::toJson(choices), session.usual());
        QVERIFY(model::requestOf(read, Dialect::Vonage) == model::requestOf(choices, Dialect::Vonage));
        QVERIFY(model::requestOf(model::choicesFromJson("{broken", session.usual()), Dialect::Vonage)
                == model::requestOf(session.usual(), Dialect::Vonage));
    }
};

PINPATH_TEST(tst_SimulateSession, "tst_simulatesession")

} // namespace tst_simulatesession

#include "tst_simulatesession.moc"
