// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/comparison.h"
#include "engine/statistics/outcomes.h"
#include "engine/store/connection.h"
#include "tests/support/corerun.h"
#include "tests/support/oldformat.h"
#include "tests/support/testclass.h"

#include <QSqlQuery>
#include <QTest>

namespace tst_comparison {

using namespace engine;
using namespace std::chrono_literals;
using tests::CoreRun;

constexpr Instant Noon = tests::ManualTime::Start;

Course course(VerificationKey key, WorkflowId workflow, Status status, const char (&country)[3] = "GB",
              std::uint8_t stepsSent = 1, Instant startedAt = Noon)
{
    Course course;
    course.key = key;
    course.workflowId = workflow;
    course.version = standardWorkflow(workflow, Dialect::Vonage)->version();
    course.country = {country[0], country[1]};
    course.status = status;
    course.stepsSent = stepsSent;
    course.startedAt = startedAt;
    return course;
}

ComparedRequests requestsOf(std::initializer_list<Course> courses)
{
    ComparedRequests requests;
    for (const Course &each : courses)
        requests.append(each);
    return requests;
}

ComparisonScope brandScope(const std::string &brand)
{
    ComparisonScope scope;
    scope.brand = brand;
    return scope;
}

// "1: 3 of 5, 2/1/0 after, 1 running, 0 young"
QString figures(const Market &market)
{
    QStringList lines;
    for (const WorkflowTally &tally : market.workflows) {
        lines << QStringLiteral("%1: v%2 e%3 f%4 c%5 running %6 young %7 after %8/%9/%10")
                     .arg(tally.id())
                     .arg(tally.verified)
                     .arg(tally.expired)
                     .arg(tally.failed)
                     .arg(tally.cancelled)
                     .arg(tally.inProgress)
                     .arg(tally.tooYoung)
                     .arg(tally.verifiedAfter[0])
                     .arg(tally.verifiedAfter[1])
                     .arg(tally.verifiedAfter[2]);
    }
    return lines.join(QStringLiteral("; "));
}

class tst_Comparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEndIsCountedWhereItBelongs()
    {
        const ComparedRequests requests = requestsOf({
            course(1, 1, Status::Succeeded, "GB", 1),
            course(2, 1, Status::Succeeded, "GB", 3),
            course(3, 1, Status::Expired, "GB", 3),
            course(4, 1, Status::Failed, "IN", 2),
            course(5, 2, Status::Cancelled, "IN", 1),
            course(6, 2, Status::Succeeded, "IN", 2),
            course(7, 2, Status::InProgress, "IN", 2),
        });
        const Comparison comparison = compare(requests, {}, Noon + 24h);
        QCOMPARE(figures(comparison.all),
                 QStringLiteral("1: v2 e1 f1 c0 running 0 young 0 after 1/0/1; "
                                "2: v1 e0 f0 c1 running 1 young 0 after 0/1/0"));
        QCOMPARE(figures(*comparison.find("GB")), QStringLiteral("1: v2 e1 f0 c0 running 0 young 0 after 1/0/1"));
        QCOMPARE(comparison.markets.front().country, std::string("IN")); // it has most
        QCOMPARE(comparison.all.requests(), 7);
        QCOMPARE(comparison.all.ended(), 6);
    }

    void importedRequestsAreNeverTooYoung()
    {
        Course imported = course(1, 1, Status::Succeeded);
        imported.source = Source::Import;
        QCOMPARE(compare(requestsOf({imported}), {}, Noon).all.tooYoung(), 0);
        QCOMPARE(compare(requestsOf({imported}), {}, Noon).all.workflows.front().lastAt, std::optional(Noon));
        const Comparison both = compare(requestsOf({imported, course(2, 1, Status::Succeeded)}), {}, Noon);
        QCOMPARE(both.all.tooYoung(), 1);
        QCOMPARE(both.all.ended(), 1);
    }

    void onlyOneExperimentsLotsAreByLot()
    {
        const auto drawn = [](VerificationKey key, const char *experiment) {
            Course one = course(key, 1, Status::Succeeded);
            one.experiment = experiment;
            return one;
        };
        QVERIFY(compare(requestsOf({drawn(1, "split/1"), drawn(2, "split/1")}), {}, Noon + 24h).isByLot);
        QVERIFY(!compare(requestsOf({drawn(1, "split/1"), drawn(2, "split/2")}), {}, Noon + 24h).isByLot);
        QVERIFY(!compare(requestsOf({drawn(1, "split/1"), drawn(2, "")}), {}, Noon + 24h).isByLot);
    }

    void aRequestCountsOnceItsLongestPossibleLifeIsOver()
    {
        const ComparedRequests requests = requestsOf({
            course(1, 1, Status::Succeeded, "GB", 1, Noon),
            course(2, 1, Status::Succeeded, "GB", 1, Noon + 1s),
            course(3, 4, Status::Expired, "GB", 2, Noon + 1s),
        });
        const milliseconds lifetime = lifetimeOf(*standardWorkflow(1, Dialect::Vonage));
        QCOMPARE(lifetime, milliseconds(605s));
        const Comparison comparison = compare(requests, {}, Noon + lifetime);
        QCOMPARE(comparison.lifetime, lifetime);
        QCOMPARE(comparison.until, Noon);
        // Workflow 4 lives for 5 minutes only, but all are compared over the same time.
        QCOMPARE(figures(comparison.all),
                 QStringLiteral("1: v1 e0 f0 c0 running 0 young 1 after 1/0/0; "
                                "4: v0 e0 f0 c0 running 0 young 1 after 0/0/0"));
    }

    void runningOnesSayWhenTheFirstHasEnded()
    {
        const ComparedRequests requests = requestsOf({
            course(1, 4, Status::InProgress, "GB", 1, Noon),
            course(2, 4, Status::InProgress, "GB", 1, Noon + 10s),
        });
        QCOMPARE(compare(requests, {}, Noon + 20s).nextEndBy, std::optional(Noon + 300s));
    }

    void theScopeChoosesPeriodAndSource()
    {
        Course late = course(2, 1, Status::Succeeded, "GB", 1, Noon + 1h);
        late.source = Source::Demo;
        const ComparedRequests requests = requestsOf({course(1, 1, Status::Expired), late});
        const auto ended
            = [&](const ComparisonScope &scope) { return compare(requests, scope, Noon + 24h).all.ended(); };
        QCOMPARE(ended({}), 2);
        QCOMPARE(ended({Noon + 1s, {}}), 1);
        QCOMPARE(ended({{}, Source::Demo}), 1);
        QCOMPARE(ended({{}, Source::Import}), 0);
        const auto sources = compare(requests, {{}, Source::Demo}, Noon + 24h).sources;
        QCOMPARE(sources[std::size_t(Source::Api)], 1); // what else there is to choose
        QCOMPARE(sources[std::size_t(Source::Demo)], 1);
    }

    void countsTellAfterWhichMessageUsersWereVerified()
    {
        OutcomeTable table;
        table.of("GB", 1).add({Ending::Verified, 130, Money(), Noon, {}, 3, 0, 6});
        table.of("GB", 1).add({Ending::Verified, 20, Money(), Noon, {}, 2}); // a report without counts of messages
        table.of("GB", 1).add({Ending::Expired, 605, Money(), Noon, {}, 1, 0, 3});
        const auto after = toComparison(table, Noon).all.workflows.at(0).verifiedAfter;
        QCOMPARE(after[0], 0);
        QCOMPARE(after[1], 3);
        QCOMPARE(after[2], 0);
    }

    void reportsAloneAreAClosedPeriod()
    {
        Course live = course(1, 1, Status::Expired);
        Course imported = course(2, 1, Status::Succeeded, "GB", 1, Noon - 1h);
        imported.source = Source::Import;
        const ComparedRequests both = requestsOf({imported, live});
        QVERIFY(!compare(both, {}, Noon + 24h).isClosed);
        QVERIFY(!compare(requestsOf({}), {}, Noon + 24h).isClosed);
        for (const Comparison &closed :
             {compare(requestsOf({imported}), {}, Noon + 24h), compare(both, {{}, Source::Import}, Noon + 24h)}) {
            QVERIFY(closed.isClosed);
            QVERIFY(closed.until == Noon - 1h); // when it ended, whenever it is looked at
            QCOMPARE(closed.all.ended(), 1);
        }
    }

    void theScopeChoosesABrand()
    {
        Course acme = course(1, 1, Status::Expired);
        acme.brand = "Acme";
        Course other = course(2, 1, Status::Succeeded);
        other.brand = "Other";
        Course another = course(3, 1, Status::Succeeded);
        another.brand = "Other";
        const Comparison comparison = compare(requestsOf({acme, other, another}), brandScope("Acme"), Noon + 24h);
        QCOMPARE(comparison.all.ended(), 1);
        QCOMPARE(comparison.brands, (std::vector<std::string>{"Other", "Acme"})); // what else there is to choose
        QCOMPARE(compare(requestsOf({acme, other}), brandScope("Nobody"), Noon + 24h).all.requests(), 0);
    }

    void theScopeChoosesAnExperiment()
    {
        Course habit = course(1, 1, Status::Expired);
        Course drawn = course(2, 1, Status::Succeeded);
        drawn.experiment = "split/2";
        Course before = course(3, 1, Status::Succeeded);
        before.experiment = "split/1";
        ComparisonScope scope;
        scope.experiment = "split/2";
        const Comparison comparison = compare(requestsOf({habit, drawn, before}), scope, Noon + 24h);
        QCOMPARE(comparison.all.requests(), 1);
        QCOMPARE(comparison.all.workflows.front().verified, 1);
        QCOMPARE(comparison.experiments, (std::vector<std::string>{"split/2", "split/1"}));
    }

    void theScopeChoosesTheNewestPlanOfEachWorkflow()
    {
        Course faster = course(2, 1, Status::Succeeded);
        faster.version = standardWorkflow(1, Dialect::Vonage, {60s, {}})->version();
        ComparisonScope newest;
        newest.isNewestPlan = true;
        const Comparison comparison = compare(
            requestsOf({course(1, 1, Status::Expired), faster, course(3, 2, Status::Expired)}), newest, Noon + 24h);
        QCOMPARE(figures(comparison.all),
                 QStringLiteral("1: v1 e0 f0 c0 running 0 young 0 after 1/0/0; "
                                "2: v0 e1 f0 c0 running 0 young 0 after 0/0/0"));
        QCOMPARE(comparison.all.workflows.front().versions, 1);
    }

    void timesAreCountedBySecondAndStartsByWeek()
    {
        Course quick = course(1, 1, Status::Succeeded, "GB");
        quick.endedAt = quick.startedAt + 7'900ms;
        Course slow = course(2, 1, Status::Succeeded, "IN");
        slow.endedAt = slow.startedAt + 40s;
        Course late = course(3, 1, Status::Expired, "GB", 3, Noon + std::chrono::weeks(1));
        late.endedAt = late.startedAt + 605s;
        const Comparison comparison = compare(requestsOf({quick, slow, late}), {}, Noon + std::chrono::weeks(2));
        const WorkflowTally &tally = comparison.all.workflows.front();
        QCOMPARE(tally.verifiedIn, (std::vector<EndedIn>{{7, 1}, {40, 1}}));
        QCOMPARE(tally.otherwiseIn, (std::vector<EndedIn>{{605, 1}}));
        QCOMPARE(tally.weeks.size(), std::size_t(2));
        QCOMPARE(tally.weeks[0].verified, 2);
        QCOMPARE(tally.weeks[0].ended, 2);
        QCOMPARE(tally.weeks[1].verified, 0);
        QCOMPARE(tally.weeks[1].ended, 1);
        const auto sinceMonday = (tally.weeks[0].begin - fromMilliseconds(345'600'000)) % std::chrono::weeks(1);
        QCOMPARE(sinceMonday.count(), 0); // the fifth of January 1970 was one
        QVERIFY(tally.weeks[0].begin <= Noon && Noon < tally.weeks[1].begin);
        QCOMPARE(comparison.find("GB")->workflows.front().verifiedIn, (std::vector<EndedIn>{{7, 1}}));
    }

    void costsAreThoseOfEndedRequests()
    {
        Course verified = course(1, 1, Status::Succeeded);
        verified.cost = Money::fromMilli(64);
        Course expired = course(2, 1, Status::Expired);
        expired.cost = Money::fromMilli(84);
        Course running = course(3, 1, Status::InProgress);
        running.cost = Money::fromMilli(14);
        const CostSums cost = compare(requestsOf({verified, expired, running}), {}, Noon + 24h).all.workflows[0].cost;
        QCOMPARE(cost.all, Money::fromMilli(148));
        QCOMPARE(cost.ofVerified, Money::fromMilli(64));
        QVERIFY(std::abs(cost.squares - (0.064 * 0.064 + 0.084 * 0.084)) < 1e-12);
    }

    void severalPlansOfOneWorkflowAreCountedTogetherAndSaidSo()
    {
        Course faster = course(2, 1, Status::Succeeded);
        faster.version = standardWorkflow(1, Dialect::Vonage, {60s, {}})->version();
        const Comparison comparison = compare(requestsOf({course(1, 1, Status::Succeeded), faster}), {}, Noon + 24h);
        QCOMPARE(comparison.all.workflows.size(), std::size_t(1));
        QCOMPARE(comparison.all.workflows.front().versions, 2);
    }

    void whatMayHaveChangedIsReadAgain()
    {
        ComparedRequests requests = requestsOf({
            course(1, 1, Status::Succeeded),
            course(2, 1, Status::InProgress),
            course(3, 1, Status::Succeeded),
        });
        QCOMPARE(requests.forgetUnsettled(), VerificationKey(2));
        QCOMPARE(compare(requests, {}, Noon + 24h).all.requests(), 1);
        QCOMPARE(requests.forgetUnsettled(), VerificationKey(2));
    }

    void rowsThatCannotBeReadAreLeftOut()
    {
        Course damaged = course(1, 1, Status::Succeeded);
        damaged.version = "nonsense";
        Course foreign = course(2, 1, Status::Succeeded);
        foreign.source = Source(200);
        QCOMPARE(compare(requestsOf({damaged, foreign}), {}, Noon + 24h).all.requests(), 0);
    }

    void theStoreTellsEachCourse()
    {
        CoreRun run;
        const StartReply first = run.start(447700900112, 1);
        run.advance(130s); // the second message has gone
        QCOMPARE(run.check(first.id, run.pin(first.id)).outcome, Outcome::Accepted);
        run.start(919876543210, 4);
        const std::vector<Course> courses = run.store->reader().courses({0, 10});
        QCOMPARE(courses.size(), std::size_t(2));
        QCOMPARE(courses[0].status, Status::Succeeded);
        QCOMPARE(courses[0].stepsSent, 2);
        QCOMPARE(courses[0].endedAt - courses[0].startedAt, milliseconds(130s));
        QCOMPARE(courses[0].cost, run.store->reader().record(first.id)->cost());
        QCOMPARE(courses[0].brand, std::string("Acme"));
        QCOMPARE(courses[1].workflowId, WorkflowId(4));
        QCOMPARE(std::string(courses[1].country.data(), 2), std::string("IN"));
        QCOMPARE(courses[1].stepsSent, 1);
        QCOMPARE(run.store->reader().courses({2, 10}).size(), std::size_t(1));
        QCOMPARE(run.store->reader().latestKey(), VerificationKey(2));
    }

    void anOlderStoreLearnsHowManyMessagesWereSent()
    {
        CoreRun run;
        run.start(447700900112, 1);
        run.advance(130s);
        run.close();
        {
            auto connection = Connection::open(run.path(), Connection::Access::ReadWrite);
            QVERIFY(connection);
            for (const auto &column : {QStringLiteral("steps_sent"), QStringLiteral("brand"), QStringLiteral("cost"),
                                       QStringLiteral("open_request"), QStringLiteral("open_state"),
                                       QStringLiteral("account"), QStringLiteral("chosen")})
                QVERIFY(connection->run(QStringLiteral("ALTER TABLE verification DROP COLUMN ") + column));
            tests::bringBackToFormat5(*connection);
            QVERIFY(connection->run(QStringLiteral("DROP TABLE policy_change")));
            QVERIFY(connection->run(QStringLiteral("DROP TABLE kept_simulation")));
            QVERIFY(connection->run(QStringLiteral("CREATE TABLE account (api_key TEXT PRIMARY KEY, "
                                                   "sealed_secret BLOB NOT NULL, has_custom_pins INTEGER NOT NULL)")));
            QVERIFY(connection->run(QStringLiteral("PRAGMA user_version = 1")));
        }
        run.open();
        QVERIFY(run.store);
        const std::vector<Course> courses = run.store->reader().courses({0, 10});
        QCOMPARE(courses.size(), std::size_t(1));
        QCOMPARE(courses[0].stepsSent, 2);
    }
};

PINPATH_TEST(tst_Comparison, "tst_comparison")

} // namespace tst_comparison

#include "tst_comparison.moc"
