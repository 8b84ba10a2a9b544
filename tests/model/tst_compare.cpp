// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/chartcontent.h"
#include "model/compare/guidance.h"
#include "model/compare/ratewords.h"
#include "tests/support/comparisons.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_compare {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Comparison;
using engine::Source;
using model::CompareChoices;
using model::CompareContent;
using model::EndPart;
using tests::comparison;
using tests::Counts;
using tests::market;

CompareContent content(const Comparison &comparison, const std::string &country = "IN", bool isDemo = false)
{
    CompareChoices choices;
    choices.market = country;
    return describe(comparison, choices, {comparison.at, isDemo});
}

// With plain spaces, as one types them.
QString headline(const Comparison &comparison, const std::string &country = "IN")
{
    return content(comparison, country).verdict.headline.replace(QChar(0x00A0), u' ');
}

class tst_Compare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ratesAreWrittenAsExactlyAsTheyAreKnown()
    {
        QCOMPARE(model::rateText({2, 3}), u"2 of 3"_s);
        QCOMPARE(model::rateText({29, 29}), u"29 of 29"_s);
        QCOMPARE(model::rateText({25, 30}), u"83 %"_s);
        QCOMPARE(model::rateText({819, 999}), u"82 %"_s);
        QCOMPARE(model::rateText({844, 1000}), u"84.4 %"_s);
        QCOMPARE(model::intervalFigures({.834, .853}, 5646), u"83.4–85.3"_s);
        QCOMPARE(model::intervalFigures({.7567, .8601}, 246), u"76–86"_s);
        QCOMPARE(model::signedPoints(.063, 5000), u"+6.3"_s);
        QCOMPARE(model::signedPoints(-.0201, 250), u"−2"_s);
        QCOMPARE(model::signedPoints(-.0004, 250), u"0"_s);
        QCOMPARE(model::pointsBetween({-.13, .15}, 250), u"−13 to 15"_s);
        const auto betweenWith = [](engine::Interval interval, double margin) {
            return model::pointsBetween(interval, model::Decimals(250).apart(interval, margin));
        };
        QCOMPARE(betweenWith({.0199, .0923}, .02), u"1.99 to 9.23"_s); // else on the margin
        QCOMPARE(betweenWith({-.0923, -.0204}, .02), u"−9.23 to −2.04"_s);
        QCOMPARE(betweenWith({.0017, .0923}, .02), u"0.2 to 9.2"_s);
        QCOMPARE(betweenWith({.02, .0923}, .02), u"2 to 9"_s);
        QCOMPARE(betweenWith({.0199, .0923}, .05), u"2 to 9"_s);
        QCOMPARE(model::grouped(20800), u"20,800"_s);
    }

    void whileABrandIsReadThereIsOnlyWhatOneCanChoose()
    {
        Comparison before = comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}});
        before.brands = {"Acme", "Northwind"};
        CompareChoices choices;
        choices.brand = "Acme";
        const CompareContent reading = model::describeReading(before, choices, {before.at, false}, {}, .338);
        QCOMPARE(reading.verdict.headline, u"Reading the store for this brand: 34 %."_s);
        QVERIFY(reading.rates.rows.empty() && !reading.verdict.offersSkip);
        QCOMPARE(reading.brands.size(), 3U); // with all
        QCOMPARE(reading.sources, describe(before, choices, {before.at, false}).sources);
    }

    void theSentenceSaysWhatTheCountsAllow_data()
    {
        QTest::addColumn<Comparison>("comparison");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("nothing") << comparison("IN", {}) << u"No requests here yet."_s;
        Comparison older = comparison("IN", {}); // there are some, but not of what is chosen
        older.brands = {"Acme"};
        QTest::newRow("nothing chosen") << older << u"No requests fit what is chosen."_s;
        QTest::newRow("too few") << comparison("IN", {{1, 2, 3}})
                                 << u"Too few to compare in India: 3 requests have ended."_s;
        QTest::newRow("one request") << comparison("IN", {{1, 0, 1}})
                                     << u"Too few to compare in India: 1 request has ended."_s;
        QTest::newRow("one workflow")
            << comparison("IN", {{1, 25, 30}, {2, 3, 3}})
            << u"Only workflow 1 has data in India: 83 %. Send part of the traffic through another."_s;
        QTest::newRow("leads")
            << comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}})
            << u"Workflow 2 verifies most users in India: 6.3 points more than workflow 1, between 4.0 and 8.7."_s;
        QTest::newRow("same") << comparison("IN", {{1, 8373, 9495}, {2, 8396, 9503}})
                              << u"No difference that matters in India: 2 and 1 are within 2 points."_s;
        QTest::newRow("cannot tell") << comparison("IN", {{1, 203, 251}, {2, 201, 246}, {4, 204, 259}, {5, 185, 235}})
                                     << u"Cannot tell yet for India: 2, 1, 4 or 5."_s;
    }

    void theSentenceSaysWhatTheCountsAllow()
    {
        QFETCH(Comparison, comparison);
        QFETCH(QString, sentence);
        QCOMPARE(headline(comparison), sentence);
    }

    void theMixThatTurnsTheOrderIsSaidOverAll()
    {
        const Comparison turned = comparison(
            market({}, {{1, 8950, 10'000}, {2, 6380, 10'000}}),
            {market("GB", {{1, 8550, 9000}, {2, 980, 1000}}), market("IN", {{1, 400, 1000}, {2, 5400, 9000}})});
        CompareChoices choices;
        choices.marginPoints = 1;
        const CompareContent all = describe(turned, choices, {turned.at, false});
        QCOMPARE(QString(all.verdict.headline).replace(QChar(0x00A0), u' '),
                 u"Compare per country: workflow 1 leads over all, but workflow 2 leads in the United Kingdom and in "
                 "India."_s);
        QCOMPARE(all.markets.front().answer, u"answers differ by market"_s);
        QCOMPARE(all.times.lanes.size(), 2U); // of both
        QCOMPARE(all.verdict.meterText, QString()); // more of the same mix would not tell
        QCOMPARE(all.markets.at(1).answer, u"2 leads"_s);
    }

    // Over all 1 is certainly ahead, but by less than the margin.
    void aLeadTooSmallToMatterIsNotCalledOneOverAll()
    {
        const Comparison turned = comparison(
            market({}, {{1, 12'586, 14'401}, {2, 12'313, 14'402}, {3, 2583, 4400}}),
            {market("US", {{1, 9250, 10'000}, {2, 9270, 10'000}}), market("DE", {{1, 1106, 1600}, {3, 1245, 1600}})});
        const CompareContent all = describe(turned, CompareChoices(), {turned.at, false});
        QCOMPARE(
            QString(all.verdict.headline).replace(QChar(0x00A0), u' '),
            u"Compare per country: over all, workflow 1 is only 1.9 points ahead, but workflow 3 leads in Germany."_s);
    }

    void theRunnerUpIsNamedWhereItIsNotTheBaseline()
    {
        const Comparison germany = comparison("DE", {{1, 1106, 1600}, {2, 782, 1600}, {3, 1245, 1600}});
        CompareChoices choices;
        choices.market = "DE";
        choices.baseline = 2;
        const auto verdict = describe(germany, choices, {germany.at, false}).verdict;
        QVERIFY2(verdict.headline.endsWith(u", and 8.7 more than workflow\u00A01."_s), qPrintable(verdict.headline));
        QVERIFY2(verdict.rates.contains(u"69.1 % of 1,600 with workflow\u00A01, the next best"_s),
                 qPrintable(verdict.rates));
        QVERIFY(verdict.sentence().contains(verdict.rates));
        choices.baseline = 1;
        QVERIFY(!describe(germany, choices, {germany.at, false}).verdict.headline.contains(u", and"_s));
    }

    void aLeadThatMayBeTooSmallSaysSo()
    {
        const Comparison germany = comparison("DE", {{1, 1106, 1600}, {3, 1245, 1600}});
        CompareChoices choices;
        choices.market = "DE";
        QVERIFY(!describe(germany, choices, {germany.at, false}).verdict.support.contains(u"perhaps"_s));
        choices.marginPoints = 10;
        const auto support = describe(germany, choices, {germany.at, false}).verdict.support;
        QVERIFY2(
            support.endsWith(u"Its lead over workflow\u00A01 is beyond doubt (at 95 %), but perhaps smaller than the "
                             "10\u00A0points that matter."_s),
            qPrintable(support));
        choices.marginPoints = 20; // all of the interval lies inside: asked first
        QCOMPARE(describe(germany, choices, {germany.at, false}).verdict.headline,
                 u"No difference that matters in Germany: 3 and\u00A01 are within 20\u00A0points."_s);
    }

    void aRateHasTheDecimalsOfItsCount()
    {
        const CompareContent india = content(comparison("IN", {{1, 2422, 2700}, {5, 574, 700}}));
        QCOMPARE(india.rates.rows[0].rateText, u"89.7 %"_s);
        QCOMPARE(india.rates.rows[1].rateText, u"82 %"_s);
        QCOMPARE(india.rates.rows[1].intervalFigures, u"79–85"_s);
        QCOMPARE(india.costTime.rows[1].verified, u"82 %"_s);
        QCOMPARE(india.leads.rows[1].pointsFigure, u"−8"_s);
        QVERIFY(india.leads.rows[0].isBaseline);
        QCOMPARE(india.leads.rows[0].between, u"the 0 line"_s);
    }

    void underThirtyCountsAndSaysSo()
    {
        const CompareContent few = content(comparison("IN", {{1, 2, 3}, {2, 25, 30}}));
        QCOMPARE(few.rates.rows[0].rateText, u"83 %"_s);
        QVERIFY(!few.rates.rows[0].isCount);
        QCOMPARE(few.rates.rows[1].rateText, u"2 of 3"_s);
        QCOMPARE(few.rates.rows[1].instead, u"too few for a rate"_s); // a bar would look like one
        QVERIFY(few.rates.rows[1].isCount);
    }

    void marketsHaveTheLeadOfTheBestOther()
    {
        const CompareContent all = content(comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}, {3, 634, 1655}}));
        QVERIFY(all.markets.at(1).lead);
        QCOMPARE(all.markets.at(1).lead->line.workflow, engine::WorkflowId(2));
        QVERIFY2(all.markets.at(1).spoken.startsWith(u"India: 2 leads; Workflow 2: +6.3 points against workflow 1"_s),
                 qPrintable(all.markets.at(1).spoken));
        QVERIFY(!content(comparison("IN", {{1, 2, 3}, {2, 25, 30}})).markets.at(1).lead);
        QVERIFY(content(comparison("IN", {{1, 203, 251}, {2, 201, 246}})).markets.at(1).isOpen);
    }

    void howItWasComputedNamesWhatWasLeftOut()
    {
        Comparison young = comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}, {3, 2, 3}});
        young.markets.front().workflows.front().tooYoung = 134;
        const auto notes = content(young).methods;
        const auto textOf = [&](const QString &title) {
            for (const model::MethodNote &note : notes) {
                if (note.title == title)
                    return note.text;
            }
            return QString();
        };
        QVERIFY(textOf(u"What counts"_s).contains(u"Here 11,439 count."_s));
        QVERIFY2(textOf(u"What was left out"_s)
                     .endsWith(u"Here: 134. From the comparison, for too few ended: workflow 3 with 3."_s),
                 qPrintable(textOf(u"What was left out"_s)));
        QVERIFY(textOf(u"Several workflows at once"_s).startsWith(u"One pair"_s));
        const auto five
            = content(comparison("IN", {{1, 203, 251}, {2, 201, 246}, {3, 119, 233}, {4, 204, 259}, {5, 185, 235}}));
        QVERIFY2(five.methods[5].text.contains(u"10 pairs"_s) && five.methods[5].text.contains(u"99.50 %"_s),
                 qPrintable(five.methods[5].text));
        QCOMPARE(five.methods.back().title, u"How many more"_s);
    }

    void filesCarryFiguresThatProgramsRead()
    {
        QCOMPARE(model::plainFigure(u"20,800"_s), u"20800"_s);
        QCOMPARE(model::plainFigure(u"−2.4"_s), u"-2.4"_s);
        QCOMPARE(model::plainFigure(u"+6.3"_s), u"6.3"_s);
        QCOMPARE(model::plainFigure(u"SMS, call"_s), u"SMS, call"_s);
        const auto twin = content(comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}})).rates.words.twin;
        QCOMPARE(twin.csv().section(u"\r\n"_s, 0, 1),
                 u"Workflow,Messages,Ended,Verified,\"Rate, %\",95 % from,95 % to,\"At every look, from\",to\r\n"
                 "2,\"SMS, SMS at 2:05, call at 5:05\",5646,4766,84.4,83.4,85.3,82.8,85.9"_s);
    }

    void whatIsRunningSaysWhenItEnds()
    {
        Comparison running = comparison("IN", {{1, 0, 0}});
        running.markets.front().workflows.front().requests = 12;
        running.markets.front().workflows.front().inProgress = 12;
        running.markets.front().workflows.front().tooYoung = 12;
        running.nextEndBy = running.at + 83s;
        QCOMPARE(headline(running), u"Nothing has ended yet; 12 are running, the first ends within 1:23."_s);
        QVERIFY(content(running).verdict.offersSkip);
        QCOMPARE(content(running).rates.rows.front().instead, u"12 running"_s);
        QCOMPARE(content(running).ends.words.waits, u"Waits for the first to end."_s);
        QCOMPARE(content(running).leads.words.waits, u"Waits for 30 ended in workflow 1 and in another."_s);
    }

    void whatEndedTooRecentlySaysWhyItDoesNotCount()
    {
        Comparison young = comparison("IN", {{1, 0, 0}});
        young.markets.front().workflows.front().requests = 3;
        young.markets.front().workflows.front().tooYoung = 3;
        QCOMPARE(headline(young),
                 u"Nothing counts yet: 3 have ended, but count once 10:05 have passed since the request."_s);
    }

    void theMeterSaysHowMuchIsMissing()
    {
        const auto verdict
            = content(comparison("IN", {{1, 203, 251}, {2, 201, 246}, {3, 119, 233}, {4, 204, 259}, {5, 185, 235}}))
                  .verdict;
        QVERIFY2(verdict.meterText.startsWith(u"235 of about 12,000 for each: "_s), qPrintable(verdict.meterText));
        const QString meter = QString(verdict.meterText).replace(QChar(0x00A0), u' ');
        QVERIFY2(meter.contains(u" days more at this traffic. With a margin of 5 points: "_s), qPrintable(meter));
        QVERIFY(!verdict.isDecided);
        QCOMPARE(verdict.support, u"3 is behind."_s);
    }

    void inventedDataSaySoInEverySentenceAndCopy()
    {
        Comparison demo = comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}});
        std::swap(demo.sources[std::size_t(Source::Api)], demo.sources[std::size_t(Source::Demo)]);
        const CompareContent marked = content(demo);
        QVERIFY(marked.verdict.sentence().startsWith(u"Demo data, invented: Workflow"_s));
        QVERIFY(marked.captionOf(marked.rates.words).contains(u". Demo data, invented. Thick"_s));
        QCOMPARE(content(comparison("IN", {{1, 2, 3}})).verdict.tag, QString());
        QCOMPARE(content(comparison("IN", {{1, 2, 3}}), "IN", true).verdict.tag, u"Demo data, invented"_s);
    }

    void mixedSourcesAreACaution()
    {
        Comparison mixed = comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}});
        mixed.sources[std::size_t(Source::Demo)] = 1204;
        QVERIFY(content(mixed).verdict.cautions.contains(u"1,204 invented among the real ones"_s));
    }

    void aWorkflowOfTodayWithoutDataIsSaidSo()
    {
        const Comparison us = comparison("US", {{1, 4520, 5790}, {2, 4766, 5646}});
        CompareChoices choices;
        choices.market = "US";
        QVERIFY(!describe(us, choices, {us.at, false}).verdict.support.contains(u"no data"_s));
        choices.baseline = 4;
        QVERIFY(describe(us, choices, {us.at, false})
                    .verdict.support.contains(u"Today’s workflow\u00A04 has no data here."_s));
    }

    void whatStillArrivesIsNoCautionButAnAssurance()
    {
        const Comparison leads = comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}});
        QCOMPARE(content(leads).verdict.assurance, u"Requests still arrive: this holds at every look."_s);
        QVERIFY(content(leads).verdict.cautions.isEmpty());
        const Comparison open = comparison("IN", {{1, 203, 251}, {2, 201, 246}});
        QCOMPARE(content(open).verdict.assurance, QString()); // there is no verdict
        Comparison closed = leads;
        closed.isClosed = true;
        QCOMPARE(content(closed).verdict.assurance, QString());
    }

    void leftOutRequestsAreCounted()
    {
        Comparison young = comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}});
        young.markets.front().workflows.front().tooYoung = 134;
        QCOMPARE(content(young).verdict.cautions.front(),
                 u"Until 13:49: the last 10 min may not have ended, 134 left out"_s);
    }

    void theCardSaysCostAndTime()
    {
        engine::Market india = market("IN", {{1, 7000, 10'000}, {2, 8000, 10'000}});
        for (engine::WorkflowTally &tally : india.workflows) {
            tally.cost.all = engine::Money::fromMilli(70) * tally.ended();
            tally.verifiedIn = {{tally.id() == 1 ? 30 : 36, tally.verified}};
        }
        const Comparison leads = comparison(india, {india});
        const auto supportOf = [](const Comparison &comparison) {
            return content(comparison).verdict.support.replace(QChar(0x00A0), u' ');
        };
        QCOMPARE(supportOf(leads),
                 u"EUR 87.5 per 1,000 verified users, 12.5 less than 1. "
                 "Half of all requests verified within 36 s, within 30 s with 1."_s);
        QVERIFY(content(leads).verdict.cautions.contains(u"Example prices"_s));

        engine::Market open = market("IN", {{1, 203, 251}, {2, 201, 246}});
        for (engine::WorkflowTally &tally : open.workflows) {
            tally.cost.all = engine::Money::fromMilli(tally.id() == 1 ? 70 : 60) * tally.ended();
            tally.verifiedIn = {{tally.id() == 1 ? 30 : 36, tally.verified}};
        }
        QCOMPARE(
            supportOf(comparison(open, {open})),
            u"EUR 73.4 (2) to 86.6 (1) per 1,000 verified users. Half of all requests verified within 30 to 36 s."_s);
    }

    void pricesOfAReportAreNoExamples()
    {
        engine::Market india = market("IN", {{1, 7000, 10'000}, {2, 8000, 10'000}});
        for (engine::WorkflowTally &tally : india.workflows)
            tally.cost.all = engine::Money::fromMilli(70) * tally.ended();
        Comparison imported = comparison(india, {india});
        std::swap(imported.sources[std::size_t(Source::Api)], imported.sources[std::size_t(Source::Import)]);
        QVERIFY(!content(imported).verdict.cautions.contains(u"Example prices"_s));
    }

    void aMixOfCountriesThatDiffersIsACaution()
    {
        const Comparison mixed
            = comparison(market({}, {{1, 800, 1000}, {2, 700, 1000}}),
                         {market("GB", {{1, 750, 900}, {2, 83, 100}}), market("IN", {{1, 50, 100}, {2, 617, 900}})});
        const CompareContent all = describe(mixed, CompareChoices(), {mixed.at, false});
        QVERIFY2(
            all.verdict.cautions.contains(u"The mix of countries differs: United Kingdom is 90 % of 1 and 10 % of 2"_s),
            qPrintable(all.verdict.cautions.join(u'\n')));
        QVERIFY(!content(mixed, "GB").verdict.cautions.join(u' ').contains(u"mix"_s));
    }

    void aWorkflowThatRanAfterTheOtherIsACaution()
    {
        const engine::Instant monday = engine::fromMilliseconds(1'795'392'000'000);
        engine::Market india = market("IN", {{1, 800, 1000}, {2, 700, 1000}});
        india.workflows[0].weeks = {{monday, 800, 1000}};
        india.workflows[1].weeks = {{monday + std::chrono::weeks(1), 700, 1000}};
        const auto cautionsOf = [&] { return content(comparison(india, {india})).verdict.cautions; };
        QVERIFY2(cautionsOf().contains(u"Workflow 2 ran after 1: what else changed in between is in the difference"_s),
                 qPrintable(cautionsOf().join(u'\n')));
        india.workflows[1].weeks.insert(india.workflows[1].weeks.begin(), {monday, 210, 300});
        india.workflows[1].weeks.back().ended = 700;
        QVERIFY(cautionsOf().contains(
            u"Workflow 2 ran mostly after 1: what else changed in between is in the difference"_s));
        india.workflows[0].weeks = india.workflows[1].weeks;
        QVERIFY(!cautionsOf().join(u' ').contains(u"ran"_s));
    }

    void brandAndVersionAreSaidWithTheScope()
    {
        const Comparison india = comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}});
        CompareChoices choices;
        choices.brand = "Acme";
        choices.isNewestPlan = true;
        const CompareContent all = describe(india, choices, {india.at, false});
        QCOMPARE(all.verdict.scope, u"All markets, all time, Acme, latest timings: 11,436 ended"_s);
        QCOMPARE(all.brands, (std::vector<std::optional<std::string>>{std::nullopt, std::string("Acme")}));
    }

    void aNetworkIsOfferedWhereAnyIsKnown()
    {
        Comparison india = comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}});
        QVERIFY(content(india).networks.empty());
        india.networks = {"Jio", "Airtel"};
        QCOMPARE(content(india).networks,
                 (std::vector<std::optional<std::string>>{std::nullopt, std::string("Jio"), std::string("Airtel")}));
        CompareChoices choices;
        choices.network = "Jio";
        QCOMPARE(describe(india, choices, {india.at, false}).verdict.scope,
                 u"All markets, all time, network Jio: 11,436 ended"_s);
        const CompareContent reading = model::describeReading(india, choices, {india.at, false}, {}, .338);
        QCOMPARE(reading.verdict.headline, u"Reading the store for this network: 34 %."_s);
        QCOMPARE(reading.networks.size(), 3U);
    }

    void anExperimentIsSaidWherever()
    {
        Comparison india = comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}});
        QVERIFY(content(india).experiments.empty()); // there is nothing to choose
        india.experiments = {"first message/2", "first message/1", "a/b/7"};
        const CompareContent anyWay = content(india);
        QCOMPARE(anyWay.experiments.size(), std::size_t(4));
        QVERIFY(!anyWay.experiments.front());
        QVERIFY(anyWay.verdict.cautions.contains(u"Not only users drawn by lot: for those, choose an experiment"_s));

        CompareChoices choices;
        choices.market = "IN";
        choices.experiment = "first message/2";
        const CompareContent drawn = describe(india, choices, {india.at, false});
        QCOMPARE(drawn.verdict.scope, u"India, all time, by lot in first message, version 2: 11,436 ended"_s);
        QVERIFY(drawn.verdict.support.contains(u"Users were drawn by lot: an experiment, not a habit."_s));
        QVERIFY(!drawn.verdict.cautions.join(u' ').contains(u"drawn by lot"_s));
        QVERIFY(drawn.captionOf(drawn.rates.words).contains(u"by lot in first message, version 2"_s));
        const auto hasNote = [](const std::vector<model::MethodNote> &notes, const QString &title) {
            return std::any_of(notes.begin(), notes.end(), [&](const auto &note) { return note.title == title; });
        };
        QVERIFY(hasNote(drawn.methods, u"By lot"_s) && !hasNote(anyWay.methods, u"By lot"_s));
        QVERIFY(hasNote(drawn.shortMethods, u"By lot"_s) && !hasNote(drawn.shortMethods, u"Assumed"_s));
        QVERIFY(hasNote(anyWay.shortMethods, u"Assumed"_s));
        QCOMPARE(model::experimentName("a/b/7"), u"a/b, version 7"_s);
        QCOMPARE(model::experimentName("which message goes first/1"), u"which message goes …, version 1"_s);
    }

    void chartsSayTheirFindingInOneSentence()
    {
        const CompareContent all = content(comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}, {3, 634, 1655}}));
        QCOMPARE(all.rates.words.finding,
                 u"Success rate: highest 84.4 % with workflow 2, lowest 38.3 % with workflow 3."_s);
        QCOMPARE(all.leads.words.finding,
                 u"Lead over workflow 1: Workflow 2: +6.3 points against workflow 1, between 3.8 and 8.9."_s);
        QVERIFY(
            all.ends.words.finding.startsWith(u"Where requests ended: 75.8 % verified after the first message, "_s));
    }

    void theTableTwinHoldsWhatIsDrawn()
    {
        const CompareContent all = content(comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}}));
        QCOMPARE(all.rates.words.twin.rows.front(),
                 (QStringList{u"2"_s, u"SMS, SMS at 2:05, call at 5:05"_s, u"5,646"_s, u"4,766"_s, u"84.4"_s, u"83.4"_s,
                              u"85.3"_s, u"82.8"_s, u"85.9"_s}));
        QCOMPARE(all.leads.words.twin.heads.size(), all.leads.words.twin.rows.back().size());
        QCOMPARE(all.rates.words.twin.text().count(u'\n'), 2);
        QCOMPARE(all.ends.words.twin.heads.size(), all.ends.words.twin.rows.front().size());
    }

    void partsOfABarAddUpAndAreTold()
    {
        engine::Market one = market("IN", {{2, 60, 100}});
        engine::WorkflowTally &tally = one.workflows.front();
        tally.verifiedAfter = {50, 0, 10};
        tally.expired = 30;
        tally.failed = 8;
        tally.cancelled = 2;
        const model::EndChart chart = model::endChart(one);
        double sum = 0;
        for (const EndPart &part : chart.rows.front().parts)
            sum += part.share;
        QCOMPARE(sum, 1.0);
        QCOMPARE(chart.rows.front().parts.size(), std::size_t(5)); // nothing after the second message
        QCOMPARE(chart.rows.front().parts[1].channel, engine::Channel::Tts);
        QCOMPARE(chart.rows.front().parts[1].spoken, u"Workflow 2: 10 % (10) verified after message 3, call"_s);
        QCOMPARE(chart.rows.front().parts[4].figure, QString()); // too narrow to be written inside
    }

    void undecidedWorkflowsAreHollow()
    {
        const CompareContent open = content(comparison("IN", {{1, 203, 251}, {2, 201, 246}, {3, 119, 233}}));
        QVERIFY(!open.rates.rows[0].line.isDecided);
        QVERIFY(open.rates.rows[2].line.isDecided); // 3 is behind, that is certain
    }

    void everyWorkflowHasItsGuidance()
    {
        QCOMPARE(model::guidance(engine::Dialect::Vonage).size(), std::size_t(7));
        QCOMPARE(model::guidance(engine::Dialect::Nexmo2019).size(), std::size_t(5));
        for (const model::Guidance &each : model::guidance(engine::Dialect::Vonage))
            QVERIFY(!each.fits.isEmpty());
        QCOMPARE(model::guidance(engine::Dialect::Vonage)[1].messages, u"SMS, SMS, call"_s);
    }

    void choicesSurviveTheHistoryOfPages()
    {
        CompareChoices choices;
        QVERIFY(!model::toVariant(choices).isValid());
        choices.period = model::Period::Week;
        choices.source = Source::Demo;
        choices.brand = "Acme";
        choices.network = "Jio";
        choices.experiment = "split/2";
        choices.isNewestPlan = true;
        choices.market = "IN";
        choices.baseline = 2;
        choices.marginPoints = 5;
        QCOMPARE(model::toChoices(model::toVariant(choices)), choices);
        QCOMPARE(model::toChoices({}), CompareChoices());
    }
};

PINPATH_TEST(tst_Compare, "tst_compare")

} // namespace tst_compare

#include "tst_compare.moc"
